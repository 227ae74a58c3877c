"""What a series of figures says between its dates: a stock on a day, a change, the sum of a flow over some years."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from i18n.number_format import format_exact as exact
from knowledge import Figure, Nature
from quantities import Interval
from reckoning.reading.case import Case
from reckoning.rough.era import Era

YEAR = Fraction(36525, 100)
LARGE = 100_000
MOST_YEARS = 80
NEAREST = 31  # days from the middle of a figure's time: it needs no mixing with the next
FARTHEST = 400  # days before the first figure or after the last for which it still stands
OLDEST = 1500  # days after the last figure for which it hints at today; nothing is sure then


def on(case: Case, entity: str, measure: str, day: date) -> tuple[Interval, Fraction, tuple[Figure, ...]] | None:
    """The value on a day, in between two figures by how near they are; with the figures it rests on."""
    series = case.library.series(entity, measure)
    own = [r for r in series if r.start <= day <= r.end]
    if own and case.measure(measure).nature is Nature.FLOW:  # of a year that is a part of it, no mixture with the next
        shortest = min(own, key=lambda r: r.end - r.start)
        return shortest.interval, shortest.value, (shortest,)
    placed = sorted(((_middle(r), r) for r in series), key=lambda pair: pair[0])
    at = next((r for middle, r in placed if abs((middle - day).days) <= NEAREST), None)
    if at is not None:
        return at.interval, at.value, (at,)
    before = [pair for pair in placed if pair[0] <= day]
    after = [pair for pair in placed if pair[0] > day]
    if before and after:
        (first, low), (last, high) = before[-1], after[0]
        if (last - first).days > 365 * 11:
            return None
        part = Fraction((day - first).days, (last - first).days)
        value = _rounded(low.value + (high.value - low.value) * part)
        ends = (_mixed(low.low, high.low, part), _mixed(low.high, high.high, part))
        return Interval(min(ends), max(ends)), value, (low, high)
    nearest = before[-1] if before else after[0] if after else None
    farthest = OLDEST if before else FARTHEST
    if nearest is None or abs((day - nearest[0]).days) > farthest:
        return None
    return nearest[1].interval, nearest[1].value, (nearest[1],)


def is_old(point: tuple[Interval, Fraction, tuple[Figure, ...]], day: date) -> bool:
    """Whether what `on` gave for a day is of so long before that it only hints at that day."""
    return (day - point[2][-1].end).days > FARTHEST


def _rounded(value: Fraction) -> Fraction:
    """To a whole number where that is large: the working shows no more."""
    return Fraction(round(value)) if abs(value) >= LARGE else value


def _mixed(low: Fraction, high: Fraction, part: Fraction) -> Fraction:
    return low + (high - low) * part


def _middle(reference: Figure) -> date:
    return reference.start + (reference.end - reference.start) / 2


def total(case: Case, entity: str, measure: str, era: Era) -> tuple[Fraction, tuple[Figure, ...], str] | None:
    """A yearly flow added up over an era, with the figures and the sum in full; None where years have no figure."""
    if case.measure(measure).nature is not Nature.FLOW or case.measure(measure).period != "year":
        return None
    series = [r for r in case.library.series(entity, measure) if 360 < (r.end - r.start).days < 370]
    inside = [r for r in series if r.start < era.end and r.end > era.start]
    parts = [(r, (min(r.end, era.end) - max(r.start, era.start)).days + 1) for r in inside]
    covered = sum(days for _, days in parts)
    length = (era.end - era.start).days + 1
    if not covered or covered * 10 < length * 8:
        return _by_year(case, entity, measure, era)
    value = sum((r.value * days for r, days in parts), Fraction(0)) / 365 * length / covered
    terms = " + ".join(f"{exact(r.value)} × {days}" for r, days in parts)
    return value, tuple(inside), f"({terms}) / 365 × {length} / {covered} = {exact(value)}"


def _by_year(case: Case, entity: str, measure: str, era: Era) -> tuple[Fraction, tuple[Figure, ...], str] | None:
    """The sum of a flow over whole years, those without a figure in between the two beside them."""
    years = range(era.start.year, era.end.year + 1)
    found = [on(case, entity, measure, date(year, 7, 1)) for year in years]
    known = [point for point in found if point is not None]
    if len(years) > MOST_YEARS or len(known) < 3 or len(known) * 10 < len(years) * 8:
        return None
    average = sum((point[1] for point in known), Fraction(0)) / len(known)
    average = Fraction(round(average)) if average >= LARGE else average
    days = (era.end - era.start).days
    value = average * days / 365
    rests = tuple(dict.fromkeys((*known[0][2], *known[-1][2])))
    return value, rests, f"{exact(average)} × {days} / 365 = {exact(value)}"
