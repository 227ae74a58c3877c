"""Spans of time between two times of day, or between two years, as the lengths of time that they are said to be."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from knowledge.model.units import CALENDAR
from quantities import DateMention, Dimension, Form
from quantities.model.quantity import SECONDS
from reasoning.derivation.product_claims import COMPARATORS
from reasoning.grounding.context import Context
from reasoning.grounding.ground import Ground, is_calendar_year
from reasoning.grounding.types import TIME
from reasoning.model.claim import Candidate, Claim, Operator, Term, single
from reasoning.model.leaf import Leaf, Places, Sort, constant
from reasoning.reading.clock_times import DAY, ClockTime, clock_times
from reasoning.reading.language import words

SAID, HALF_UNSAID, YEARS, SINCE_THEN = 0.1, 0.3, 0.1, 0.3
NO_SPAN_SAID = 1.2  # two times of day that are only named
HALF_A_DAY = DAY / 2
YEAR = SECONDS["year"]
YEARS_AROUND = (2022, 2023, 2024)  # of which one is a leap year
LONGEST_LIFE = 130  # years that a bare number may be an age of


def span_candidates(found: Ground) -> Iterator[Candidate]:
    """For each length of time and each age: the span between two times of day, or two years, that are said."""
    context = found.context
    clocks, years, days = clock_times(context.sentence), context.years(), _between_days(context)
    for index, leaves in enumerate(found.stated):
        for target in leaves[:1]:
            if len(clocks) == 2 and _is_short(context, index):
                yield from (_candidate(found, index, target, *one) for one in _between_clocks(context, *clocks))
            if days is not None and dict(target.type.of) == {"s": 1}:
                yield _candidate(found, index, target, *days)
                continue
            if _lasts_until_now(context, index) and len(years) == 1:
                yield from (_candidate(found, index, target, *one) for one in _since(context, years[0]))
                continue
            yield from _since_events(found, index, target)
            yield from _between_ages(found, index, target)
            age = _as_years(context, index, target)
            if age is not None:
                yield from (_candidate(found, index, age, *one) for one in _between_years(context, index, years))


def _between_ages(found: Ground, index: int, target: Leaf) -> Iterator[Candidate]:
    """A number of years as those from one age to another: "I'm 44 and the pension starts at 67, so 23 years"."""
    context, stated = found.context, found.context.sentence.stated
    others = [place for place in range(len(stated)) if place != index]
    if stated[index].quantity.unit.name != "year" or index not in context.results() or len(others) != 2:
        return
    ages = [age for place in others if found.stated[place] and (age := _as_age(context, place, found.stated[place][0]))]
    until = context.cue("up_to_age") & {stated[place].first - 1 for place in others}
    if len(ages) == 2 and until:
        young, old = sorted(ages, key=lambda age: age.value)
        term = Term(None, Operator.DIFFERENCE, (single(old), single(young)))
        claim = Claim(single(target), COMPARATORS.get(stated[index].quantity.bound, "="), term, "own")
        places = target.places | young.places | old.places | until | context.cue("of_age") | context.cue("further")
        used = frozenset({index, *others})
        yield Candidate(claim, {"product": SAID, "type": target.cost}, places, used, frozenset(), index)


def date_candidates(found: Ground) -> Iterator[Candidate]:
    """For each year that is said, the years in which what is named happened: "the wall fell in 1989"."""
    for places, year, used in _years_said(found.context):
        said = replace(constant(year * YEAR, str(year) if year > 0 else f"{-year} BC"), type=CALENDAR, places=places)
        for leaf in found.points:
            if is_calendar_year(leaf) and leaf.said and _is_all_that_is_told(found.context, leaf.places | places):
                about = found.context.cue("event") | leaf.places | places
                claim = Claim(single(said), "=", single(leaf), "date")
                yield Candidate(claim, {"product": SAID + leaf.cost}, about, used, frozenset({leaf.entity}))


def _years_said(context: Context) -> Iterator[tuple[Places, int, frozenset[int]]]:
    """The years of the calendar: the places of their words, the year, and the index of a quantity that is one."""
    sentence, before = context.sentence, words().era_before
    for one in sentence.dates:
        written = any(map(str.isdigit, sentence.text[slice(*one.span)]))  # and none that an event has
        if written and one.start is not None and one.end is not None and one.start.year == one.end.year:
            yield sentence.places_of(*one.span), one.start.year, frozenset()
    for index, stated in enumerate(sentence.stated):
        unit, whole = stated.quantity.unit, stated.quantity.value.denominator == 1
        bare = unit.dimension is Dimension.NONE and sentence.lows[stated.first - 1] in words().within
        if whole and (bare or unit.noun in before | words().era) and stated.quantity.form is Form.AMOUNT:
            sign = -1 if unit.noun in before else 1
            yield stated.places, sign * int(stated.quantity.value), frozenset({index})


def _is_all_that_is_told(context: Context, places: Places) -> bool:
    """Whether no other word that says something stands between what is named and its year."""
    known = places | context.cue("event") | context.thing_places | context.sentence.name_places
    between = context.sentence.words[min(places) : max(places)]
    return all(word.place in known or word.low in words().empty or not word.is_word for word in between)


def _lasts_until_now(context: Context, index: int) -> bool:
    """Whether a length of time or an age is of what was so long ago, or has been so long: "ten years on", "now 27"."""
    stated, lows = context.sentence.stated[index], context.sentence.lows
    after = lows[stated.last + 1 : stated.last + 2]
    if stated.quantity.unit.dimension is Dimension.AGE:
        return not words().present.isdisjoint(lows[max(stated.first - 2, 0) : stated.first])
    since = words().ago | words().onwards
    is_time = stated.quantity.unit.dimension is Dimension.TIME
    return is_time and (any(low in since for low in (*after, lows[stated.last])) or bool(context.cue("anniversary")))


def _since(context: Context, year: int) -> Iterator[tuple[Leaf, float]]:
    """The years from one that is named until now."""
    long = Fraction(context.as_of.year - year)
    if long > 1:
        places = context.year_places() | context.cue("anniversary")
        yield _span((long - 1) * YEAR, long * YEAR, places, f"{year} – {context.as_of.year}"), SINCE_THEN


def _since_events(found: Ground, index: int, target: Leaf) -> Iterator[Candidate]:
    """How long ago something happened whose year is a figure: "independent for 63 years"."""
    day = found.context.day()
    quantity = found.context.sentence.stated[index].quantity
    if quantity.unit.dimension is not Dimension.TIME or dict(target.type.of) != {"s": 1}:
        return
    for leaf in found.points:
        if not leaf.said or not is_calendar_year(leaf) or leaf.value >= day.year * YEAR:
            continue
        lasts = leaf.sort is Sort.FIGURE or _lasts_until_now(found.context, index)
        if not lasts or not _befell(found.context, leaf, index):
            continue
        now = Leaf(
            f"year.{day.year}", Sort.CONSTANT, (day.year - 1) * YEAR, day.year * YEAR, day.year * YEAR, TIME,
            label=str(day.year), unit="year", factor=YEAR,
        )  # fmt: skip
        term = Term(None, Operator.DIFFERENCE, (single(now), single(leaf)))
        claim = Claim(single(target), COMPARATORS.get(quantity.bound, "="), term, "level")
        cost = {"product": SAID + leaf.cost, "type": target.cost}
        places = (
            target.places
            | leaf.places
            | frozenset(word.place for word in found.context.sentence.words if word.low in words().ago)
        )
        yield Candidate(claim, cost, places, frozenset({index}), frozenset({leaf.entity}), index)


def _befell(context: Context, leaf: Leaf, index: int) -> bool:
    """Whether it is somebody named that something happened to, and no branch, school or shop of theirs or there."""
    sentence, target = context.sentence, context.sentence.stated[index]
    name = next((one for one in sentence.names if leaf.entity in one.ids and one.places <= leaf.places), None)
    event = leaf.places - name.places if name else frozenset()
    if name is None or not event:
        return True
    empty, lows = words().function | words().light | words().ago, sentence.lows
    known = leaf.places | target.places | {place for one in sentence.names for place in one.places}
    before, behind = lows[name.last + 1 : min(event)], range(min(event) + 1, target.first)
    of_another = (
        bool(before) and before[-1] in words().being and not empty.issuperset(before)
    )  # "its branch was founded"
    of_another |= any(name.last < one.first < min(event) for one in sentence.names)  # "the London office of Google"
    inside = (words().within | words().part_of) & {*lows[name.first - 1 : name.first]}
    return not of_another and not inside and all(lows[place] in empty or place in known for place in behind)


def clock_spans(context: Context) -> list[Leaf]:
    """What lies between the two times of day that a sentence says, as a time to reckon with; nothing for any others."""
    clocks = clock_times(context.sentence)
    spans = _between_clocks(context, *clocks) if len(clocks) == 2 else ()
    return [replace(span, cost=cost) for span, cost in spans]


def _is_short(context: Context, index: int) -> bool:
    """Whether a quantity is a length of time of less than a day."""
    quantity = context.sentence.stated[index].quantity
    seconds = SECONDS.get(quantity.unit.name)
    return quantity.unit.dimension is Dimension.TIME and seconds is not None and quantity.value * seconds < DAY


def _between_clocks(context: Context, first: ClockTime, last: ClockTime) -> Iterator[tuple[Leaf, float]]:
    """What lies between two times of day, over midnight too; either half of the day where it is not said."""
    places = first.places | last.places | context.cue("from_to")
    label = f"{first.text} – {last.text}"
    seconds = (last.seconds - first.seconds) % DAY
    unsaid = 0.0 if context.cue("from_to") or context.results() else NO_SPAN_SAID
    if seconds:
        yield _span(seconds, seconds, places, label), SAID + unsaid
    if not (first.half and last.half) and seconds != HALF_A_DAY:
        other = (seconds + HALF_A_DAY) % DAY
        yield _span(other, other, places, label), HALF_UNSAID + unsaid


def _between_days(context: Context) -> tuple[Leaf, float] | None:
    """The time from one day of the calendar to the next one that is named, with or without the last day itself."""
    dates = [one for one in context.sentence.dates if one.of_any_year or (one.start and one.start == one.end)]
    if len(dates) != 2 or (dates[0].start is None) != (dates[1].start is None):
        return None
    days = [_days(dates[0], dates[1], year) for year in YEARS_AROUND]
    places = frozenset[int]().union(*(context.sentence.places_of(*one.span) for one in dates)) | context.cue("from_to")
    unsaid = 0.0 if context.cue("from_to") or context.results() else NO_SPAN_SAID
    label = " – ".join(context.sentence.text[slice(*one.span)] for one in dates)
    return _span(min(days) * DAY, (max(days) + 1) * DAY, places, label), SAID + unsaid


def _days(one: DateMention, other: DateMention, year: int) -> int:
    """The days from one date to another; those without a year as if the first were of `year`."""
    first, last = _in_year(one, year), _in_year(other, year)
    return ((_in_year(other, year + 1) if last < first else last) - first).days


def _in_year(one: DateMention, year: int) -> date:
    """A date; one without a year as of `year`, its last day of February where it has no 29th."""
    month, day = one.of_any_year or (1, 1)
    return one.start or date(year, month, min(day, monthrange(year, month)[1]))


def _as_years(context: Context, index: int, target: Leaf) -> Leaf | None:
    """A quantity as a time in years where it is one, or a bare number that words make an age; else None."""
    quantity = context.sentence.stated[index].quantity
    if quantity.unit.dimension is Dimension.AGE or quantity.unit.name == "year":
        return target if dict(target.type.of) == {"s": 1} else None
    before = context.sentence.lows[context.sentence.stated[index].first - 1]
    said = before in words().being or not words().result.isdisjoint(context.sentence.lows)
    concluded = context.cue("begin") and said  # "born 1980, so 46"
    return _as_age(context, index, target) if context.cue("of_age") or concluded else None


def _as_age(context: Context, index: int, target: Leaf) -> Leaf | None:
    """A bare number, or an age, as so many years; None for what is none."""
    quantity = context.sentence.stated[index].quantity
    if quantity.unit.dimension is Dimension.AGE:
        return target
    bare = quantity.unit.dimension is Dimension.NONE and not target.type.of and not target.percent
    if not bare or quantity.value > LONGEST_LIFE:
        return None
    return replace(target.in_units_of(YEAR), type=TIME, unit="year")


def _between_years(context: Context, index: int, years: list[int]) -> Iterator[tuple[Leaf, float]]:
    """The years between two that are named, or from one in which something began until now.

    An age is a year less until the birthday, and "80 years old" is said of both.
    """
    places = context.year_places() | context.cue("of_age") | context.cue("begin")
    quantity = context.sentence.stated[index].quantity
    if len(years) == 2:
        first, last, cost = years[0], years[1], YEARS
    elif len(years) == 1 and context.cue("begin") and years[0] < context.as_of.year:
        first, last, cost = years[0], context.as_of.year, SINCE_THEN
        before = context.sentence.lows[max(context.sentence.stated[index].first - 1, 0)]
        if before in words().ending_then:
            return  # "opened in 2016 after six years"
    else:
        return
    long = Fraction(last - first)
    least = long - 1 if quantity.unit.dimension is not Dimension.TIME or len(years) == 1 else long
    if least > 0:
        yield _span(least * YEAR, long * YEAR, places, f"{first} – {last}"), cost


def _span(low: Fraction, high: Fraction, places: Places, label: str) -> Leaf:
    """A span of time as a leaf. Its label is its two ends."""
    return Leaf(f"span.{label}.{low}", Sort.CONSTANT, low, high, high, TIME, 0.0, places, label, factor=YEAR)


def _candidate(found: Ground, index: int, target: Leaf, span: Leaf, cost: float) -> Candidate:
    quantity = found.context.sentence.stated[index].quantity
    claim = Claim(single(target), COMPARATORS.get(quantity.bound, "="), single(span), "own")
    places = target.places | span.places
    return Candidate(claim, {"product": cost, "type": target.cost}, places, frozenset({index}), frozenset(), index)
