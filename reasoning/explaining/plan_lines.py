"""What a plan comes to besides what there is of it today: so much a year, and its part of the place it is for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact, format_number
from knowledge import Library
from quantities import Interval, PeriodKind, Quantity
from quantities.model.quantity import SECONDS
from reasoning.explaining.amounts import in_unit_of
from reasoning.explaining.size import is_sizable, place_meant, size_lines
from reasoning.model.answer import Comparison, Vote
from reasoning.reading.passage import Sentence

PACE = "pace"  # the kind of the line of so much a year
LEAST_YEARS = 2


def plan_lines(quantity: Quantity, sentence: Sentence, library: Library, as_of: date) -> Iterator[Comparison]:
    """The lines that show the size of a plan: a year's part of it, then its share of what the place named has."""
    period = quantity.period
    if period is not None and period.kind is PeriodKind.OVER and period.seconds:
        years = period.seconds / SECONDS["year"]
        if years >= LEAST_YEARS:
            yield _pace(quantity, years, library)
    place = place_meant(sentence, quantity, library) if is_sizable(quantity) else None
    if place is not None:
        yield from size_lines(quantity, place, library, as_of)[:1]


def _pace(quantity: Quantity, years: Fraction, library: Library) -> Comparison:
    each = quantity.value / years
    time = say("{number} years", number=format_number(years))
    text = say("{each} a year, every year for {time}", each=in_unit_of(each, quantity, library), time=time)
    worked = f"{format_exact(quantity.value)} / {format_exact(years)} = {format_exact(each)}"
    return Comparison(text, worked, quantity.stated / Interval.point(years), "a year", Vote.SCALE, None, (), PACE)
