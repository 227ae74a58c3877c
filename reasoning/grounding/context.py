"""What a sentence is grounded in: the sentence, the library, the day, and whom the text is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from functools import wraps
from typing import Any, TypeVar, cast

from knowledge import Figure, Library
from knowledge.per_library import once_per_library
from quantities import DateMention, Dimension, Direction, Role
from reasoning.data.tables import cue_phrases, cues, defaults
from reasoning.grounding.terms import day_of_event, terms_of_office
from reasoning.model.leaf import NOWHERE, Places
from reasoning.model.work import StepBudget
from reasoning.reading.language import words
from reasoning.reading.passage import Named, Sentence, is_share, is_time
from reasoning.reading.results import announced_results

Found = TypeVar("Found")

FIRST_YEAR, LAST_YEAR = 1700, 2100
NEAR_A_YEAR = 4  # words between a quantity and its year
LONGEST_MONTH = 31  # days


def once(find: Callable[[Context], Found]) -> Callable[[Context], Found]:
    """`find`, asked once for each context."""

    @wraps(find)
    def asked(context: Context) -> Found:
        if find not in context.known:
            context.known[find] = find(context)
        return cast("Found", context.known[find])

    return asked


@dataclass
class Context:
    """`before` are the names of the sentences before, the nearest first."""

    sentence: Sentence
    library: Library
    as_of: date
    before: tuple[Named, ...] = ()
    cue_places: dict[str, Places] = field(default_factory=dict)
    numbers_before: int = 0  # of the sentence before
    strangers: int = 0  # names in this sentence or the one before that the knowledge does not have
    thing_places: Places = NOWHERE  # of the names of things, which grounding finds
    known: dict[object, Any] = field(default_factory=dict)  # what was found once, by the function that finds it
    budget: StepBudget = field(default_factory=StepBudget)

    def cue(self, kind: str) -> Places:
        """The places of the words of a kind of cue."""
        known = self.cue_places.get(kind)
        if known is None:
            known = _cue_places(self.sentence, kind) - _cue_places(self.sentence, f"not.{kind}")  # "eats up" is no rise
            if f"only.{kind}" in cues() and not self.cue(f"only.{kind}"):
                known = NOWHERE
            segments = {self.sentence.words[place].segment for place in self.cue(f"unless.{kind}")} if known else ()
            known = frozenset(place for place in known if self.sentence.words[place].segment not in segments)
            self.cue_places[kind] = known
        return known

    @once
    def results(self) -> frozenset[int]:
        """The indexes of the quantities that the sentence announces as what comes out of the others."""
        return announced_results(self.sentence)

    @once
    def day(self) -> date:
        """The day whose figures the sentence asks for where nothing else is said.

        It is in its month, at the end of its year, when somebody came to govern or left, or now.
        """
        year = self.year_of()
        if year is not None:
            return self._day_in(year)
        event = None if self.years() else day_of_event(self) or self._day_of_country()
        return self.as_of if event is None else min(event, self.as_of)

    def _day_of_country(self) -> date | None:
        """The end of the year in which something happened to the first country named that is spoken of, or None."""
        meant = [ident for name in (*self.sentence.names, *self.before) for ident in name.ids[:1]]
        for kind, measure in defaults().events.items():
            figures = [self.library.figure_at(one, measure, self.as_of) for one in meant]
            years = [int(figure.value) for figure in figures if figure is not None]
            lasts = any(is_time(one.quantity) for one in self.sentence.stated)  # "63 years of independence"
            if years and self.cue(f"event.{kind}") and years[0] <= self.as_of.year and not lasts:
                return date(years[0], 12, 31)
        return None

    def _day_in(self, year: int) -> date:
        """A day late in the one month of a year that is named, else the end of the year; never after today."""
        months = [span for span in map(_month_of, self.sentence.dates) if span is not None and span[0].year == year]
        if len(months) == 1:
            first, last = months[0]
            return min(first + (last - first) * 2 / 3, self.as_of)
        return min(date(year, 12, 31), self.as_of)

    def day_of(self, index: int) -> date:
        """The day whose figures one of its quantities asks for: its own year's, else the sentence's."""
        own = self._own_years().get(index)
        quantity = self.sentence.stated[index].quantity
        if own is None and quantity.role in (Role.FROM, Role.TO) and self.cue("governed") and not self.years():
            terms = list(terms_of_office(self))
            if len(terms) == 1:
                return terms[0].first + timedelta(days=1) if quantity.role is Role.FROM else terms[0].last
        if own is not None and own <= self.as_of.year:
            return self._day_in(own)
        if not self.years() and self.cue("took_office") and self.cue("left_office"):
            return min(day_of_event(self, self.sentence.stated[index].last) or self.as_of, self.as_of)
        if own is None and (self._is_up_to_now(index) if self.years() else self._is_now(index)):
            return self.as_of
        return self.as_of if quantity.role is Role.TO and self._own_years() else self.day()

    def _is_up_to_now(self, index: int) -> bool:
        """Whether a quantity is of today beside an earlier year: "since 2009 to", "has passed X, twice as in 2013"."""
        lows, one = self.sentence.lows, self.sentence.stated[index]
        first = min(self.year_places(), default=len(lows))
        if one.quantity.role is Role.TO and not words().since.isdisjoint(lows[:first]):
            return True
        later = first > one.last and self.sentence.words[first].segment > one.segment
        return later and not words().perfect.isdisjoint(lows[: one.first])

    def _is_now(self, index: int) -> bool:
        """Whether a word before a quantity, in its part of the sentence, says that it is of today."""
        one = self.sentence.stated[index]
        return any(
            word.low in words().present and word.segment == one.segment for word in self.sentence.words[: one.first]
        )

    def span_of(self, index: int) -> tuple[date, date] | None:
        """The first and last day of the time whose whole range one of its quantities is said of; None for none.

        That are the years of a decade ("in the 1990s"), the months of a year that has its high or low, and the terms of
        whoever governed.
        """
        decade = self._decade_of(index)
        if decade is None and self.cue("first_year") and self.sentence.stated[index].quantity.role is not Role.TO:
            began = [term.first for term in terms_of_office(self)]
            return (began[0], min(began[0] + timedelta(days=365), self.as_of)) if len(began) == 1 else None
        one = self.sentence.stated[index].quantity
        level = one.role is Role.LEVEL and one.direction is Direction.NONE and self.cue("governed")
        came = self.cue("took_office") or self.cue("left_office")
        if decade is not None or not (self.cue("peak") or (level and not came)):
            return decade
        day = self.day_of(index)
        terms = [] if self.years() else list(terms_of_office(self))
        if terms and (self.cue("peak") or terms[0].last < self.as_of):
            return min(term.first for term in terms), min(max(term.last for term in terms), self.as_of)
        return (date(day.year, 1, 1), day) if is_year_end(day) and self.cue("peak") else None

    def _decade_of(self, index: int) -> tuple[date, date] | None:
        """A decade belongs to the quantity before it in its part of the sentence, else to the next one."""
        for decade in self.decades():
            places = self.sentence.places_of(*decade.span)
            if not places:  # beyond the words that are read
                continue
            place = min(places)
            here = self.sentence.words[place].segment
            before = [k for k, one in enumerate(self.sentence.stated) if one.last < place and one.segment == here]
            after = [k for k, one in enumerate(self.sentence.stated) if one.first > place]
            if index in (before[-1:] or after[:1]) and decade.start is not None and decade.end is not None:
                return decade.start, decade.end
        return None

    def _own_years(self) -> dict[int, int]:
        """The year that stands nearest to a quantity, for each that a year stands nearest to."""
        found: dict[int, int] = {}
        stated = self.sentence.stated
        if len(stated) < 2:
            return found
        decades = self._decade_places()
        for word in self.sentence.words:
            digits = word.low
            if word.place in decades | self.sentence.number_places or not (
                digits.isdecimal() and len(word.low) == 4 and FIRST_YEAR <= int(digits) <= LAST_YEAR
            ):
                continue
            gaps = [(max(one.first - word.place, word.place - one.last, 0), k) for k, one in enumerate(stated)]
            gap, nearest = min(gaps)
            if gap <= NEAR_A_YEAR:
                found.setdefault(nearest, int(digits))
        return found

    def year_of(self) -> int | None:
        """The calendar year that the sentence is said of."""
        years = self.years()
        return years[0] if len(years) == 1 else None

    @once
    def years(self) -> list[int]:
        """All calendar years that the sentence names, in order of time."""
        found = {one.start.year for one in self.sentence.dates if one.start is not None and not _is_decade(one)}
        found |= {self.as_of.year + one.years_from_now for one in self.sentence.dates if one.years_from_now is not None}
        for one in self.sentence.stated:
            period = one.quantity.period
            if period is not None and period.year:
                found.add(period.year)
        for word in self.sentence.words:
            is_year = len(word.low) == 4 and word.low.isdecimal() and FIRST_YEAR <= int(word.low) <= LAST_YEAR
            if is_year and word.place not in self.sentence.number_places | self._decade_places():
                found.add(int(word.low))
        return sorted(found)

    @once
    def shares(self) -> bool:
        """Whether a share of something is said, "95 %", or so much of so much: "6 g of sugar in 100 g"."""
        stated = [one.quantity for one in self.sentence.stated]
        weighed = sum(one.unit.dimension is Dimension.MASS for one in stated)
        return any(is_share(one) for one in stated) or weighed > 1

    def decades(self) -> list[DateMention]:
        """The decades that the sentence names."""
        return [one for one in self.sentence.dates if _is_decade(one)]

    def _decade_places(self) -> Places:
        """The places of the words that name decades."""
        return frozenset().union(*(self.sentence.places_of(*one.span) for one in self.decades()))

    @once
    def year_places(self) -> Places:
        """The places of the years."""
        found = frozenset().union(*(self.sentence.places_of(*one.span) for one in self.sentence.dates))
        years = {str(year) for year in self.years()}
        return found | frozenset(word.place for word in self.sentence.words if word.low in years)


@once
def dating_places(context: Context) -> Places:
    """The places of the words that say of what time a sentence is: dates, who governed, highs and lows."""
    sentence = context.sentence
    found = frozenset().union(*(sentence.places_of(*one.span) for one in sentence.dates))
    found = found.union(context.cue("peak"), context.cue("record"), context.cue("first_year"))
    found = found.union(*(context.cue(f"event.{kind}") for kind in defaults().events))
    terms = [term.places for term in terms_of_office(context)]
    if not terms:
        return found
    return found.union(*terms, context.cue("took_office"), context.cue("left_office"), context.cue("governed"))


def is_year_end(day: date) -> bool:
    """Whether a day stands for its whole year."""
    return (day.month, day.day) == (12, 31)


def _month_of(mention: DateMention) -> tuple[date, date] | None:
    """The first and last day of a date that is of a month or of a day; None for others."""
    first, last = mention.start, mention.end
    return None if first is None or last is None or (last - first).days > LONGEST_MONTH else (first, last)


def _is_decade(mention: DateMention) -> bool:
    """Whether a date is of more than a year: "the 1990s"."""
    return mention.start is not None and mention.end is not None and mention.end.year > mention.start.year + 1


def _cue_places(sentence: Sentence, kind: str) -> Places:
    places = sentence.places_by_stem
    single, phrases = cue_phrases(kind)
    found = {place for word in single.intersection(places) for place in places[word]}
    for phrase in phrases:
        for place in places.get(phrase[0], ()):
            if sentence.stems[place : place + len(phrase)] == phrase:
                found.update(range(place, place + len(phrase)))
    return frozenset(found) - sentence.bound_places


def figure_on(library: Library, entity: str, measure: str, day: date) -> Figure | None:
    """The figure for a day; the last day of a year stands for the year, which a figure of its own goes before.

    Of a period not half over nobody knows the figure yet: then it is the one before.
    """
    found = library.figure_at(entity, measure, day)
    if found is not None and is_year_end(day) and (found.end - found.start).days <= LONGEST_MONTH:
        whole = (one for one in library.series(entity, measure) if one.dated == str(day.year))
        found = next(whole, found)
    if found is None or not found.start <= day <= found.end or (day - found.start) * 2 >= found.end - found.start:
        return found
    before = library.figure_at(entity, measure, found.start - timedelta(days=1))
    return before if before is not None and before.end < day and (day - before.end).days < 366 else found


def dollars(library: Library, currency: str, day: date) -> Fraction | None:
    """How many dollars a unit of a currency is worth in the year of a day; None where no rate is stored."""
    if currency == "USD":
        return Fraction(1)
    issuer = _issuers(library).get(currency)
    rate = library.figure_at(issuer, defaults().exchange_rate, date(day.year, 7, 1)) if issuer is not None else None
    return 1 / rate.value if rate is not None and rate.value else None


def issuer_of(library: Library, currency: str) -> str | None:
    """The first entity with exchange rates that pays in a currency; None for none."""
    return _issuers(library).get(currency)


@once_per_library
def _issuers(library: Library) -> dict[str, str]:
    """Currency -> the first entity with exchange rates that pays in it."""
    found: dict[str, str] = {}
    for holder in library.holders(defaults().exchange_rate):
        found.setdefault(library.entities[holder].currency or "", holder)
    return found
