"""What a sentence is grounded in: the sentence, the library, the day, and whom the text is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from knowledge import Figure, Library
from quantities import DateMention, PeriodKind, Role
from reasoning.data.tables import cues, defaults
from reasoning.model.leaf import Places
from reasoning.model.work import StepBudget
from reasoning.per_library import once_per_library
from reasoning.reading.passage import Named, Sentence
from reasoning.reading.results import announced_results

FIRST_YEAR, LAST_YEAR = 1700, 2100
NEAR_A_YEAR = 4  # words between a quantity and its year


@dataclass
class Context:
    """`before` are the names of the sentences before, the nearest first."""

    sentence: Sentence
    library: Library
    as_of: date
    before: tuple[Named, ...] = ()
    cue_places: dict[str, Places] = field(default_factory=dict)
    strangers: int = 0  # names in this sentence or the one before that the knowledge does not have
    known_years: list[int] | None = None
    known_results: frozenset[int] | None = None
    budget: StepBudget = field(default_factory=StepBudget)

    def cue(self, kind: str) -> Places:
        """The places of the words of a kind of cue."""
        known = self.cue_places.get(kind)
        if known is None:
            known = self.cue_places[kind] = _cue_places(self.sentence, kind)
        return known

    def results(self) -> frozenset[int]:
        """The indexes of the quantities that the sentence announces as what comes out of the others."""
        if self.known_results is None:
            self.known_results = announced_results(self.sentence)
        return self.known_results

    def day(self) -> date:
        """The day whose figures the sentence asks for where nothing else is said: the end of its year, or now."""
        year = self.year_of()
        return self.as_of if year is None else min(date(year, 12, 31), self.as_of)

    def day_of(self, index: int) -> date:
        """The day whose figures one of its quantities asks for: its own year's, else the sentence's."""
        own = self._own_years().get(index)
        if own is not None and own <= self.as_of.year:
            return min(date(own, 12, 31), self.as_of)
        quantity = self.sentence.stated[index].quantity
        return self.as_of if quantity.role is Role.TO and self._own_years() else self.day()

    def decade_of(self, index: int) -> tuple[date, date] | None:
        """The first and last day of the years that one of its quantities is said of: "in the 1990s"; None for none.

        They belong to the quantity before them in their part of the sentence, else to the next one.
        """
        for decade in filter(_is_decade, self.sentence.dates):
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
            if word.place in decades or not (
                digits.isdecimal() and len(word.low) == 4 and FIRST_YEAR <= int(digits) <= LAST_YEAR
            ):
                continue
            gaps = [(max(one.first - word.place, word.place - one.last, 0), k) for k, one in enumerate(stated)]
            gap, nearest = min(gaps)
            if gap <= NEAR_A_YEAR:
                found.setdefault(nearest, int(digits))
        return found

    def year_of(self, index: int | None = None) -> int | None:
        """The calendar year that the sentence, or one of its quantities, is said of."""
        if index is not None:
            period = self.sentence.stated[index].quantity.period
            if period is not None and period.kind is PeriodKind.IN and period.year:
                return period.year
        years = self.years()
        return years[0] if len(years) == 1 else None

    def years(self) -> list[int]:
        """All calendar years that the sentence names, in order of time."""
        if self.known_years is None:
            self.known_years = self._years()
        return self.known_years

    def _years(self) -> list[int]:
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

    def _decade_places(self) -> Places:
        """The places of the words that name decades."""
        spans = [one.span for one in self.sentence.dates if _is_decade(one)]
        return frozenset().union(*(self.sentence.places_of(*span) for span in spans))

    def year_places(self) -> Places:
        """The places of the years."""
        found = frozenset().union(*(self.sentence.places_of(*one.span) for one in self.sentence.dates))
        years = {str(year) for year in self.years()}
        return found | frozenset(word.place for word in self.sentence.words if word.low in years)


def _is_decade(mention: DateMention) -> bool:
    """Whether a date is of more than a year: "the 1990s"."""
    return mention.start is not None and mention.end is not None and mention.end.year > mention.start.year + 1


def _cue_places(sentence: Sentence, kind: str) -> Places:
    found: set[int] = set()
    stems = sentence.stems
    for phrase in cues().get(kind, ()):
        parts = phrase.split("_")
        for place in range(len(stems) - len(parts) + 1):
            if stems[place] == parts[0] and list(stems[place : place + len(parts)]) == parts:
                found.update(range(place, place + len(parts)))
    return frozenset(found)


def figure_on(library: Library, entity: str, measure: str, day: date) -> Figure | None:
    """The figure for a day. Of a period not half over nobody knows it yet: then the one before."""
    found = library.figure_at(entity, measure, day)
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
