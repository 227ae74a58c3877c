"""A number to reckon with: what a message gives itself, or what is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_number as amount
from knowledge import Figure, Library
from quantities import Bound, Interval, Quantity
from reasoning.model.answer import Reference
from reasoning.wording.numbers import dated
from reasoning.wording.references import is_timeless, reference_to
from reckoning import band

BOUNDED = (Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN, Bound.UP_TO)


@dataclass(frozen=True, slots=True)
class DatedFigure:
    """A number with its range, and what it rests on. `drifted` is the range with its age allowed for."""

    interval: Interval
    drifted: Interval
    rest: Reference

    @property
    def value(self) -> Fraction:
        return self.rest.value

    @property
    def origin(self) -> str:
        """Who says so, and when: "World Bank, 2024", "an estimate, 2025"."""
        producer = say("an estimate") if self.rest.estimate else self.rest.producer
        return f"{producer}, {dated(self.rest.as_of)}" if self.rest.as_of else producer


def said(quantity: Quantity, unit: str) -> DatedFigure:
    """The message's own figure, named as such."""
    low, high = quantity.stated.low, quantity.stated.high
    assert low is not None
    assert high is not None
    text = say("the message's own {number}", number=amount(quantity.value, 3))
    rest = Reference("message", text, low, quantity.value, high, unit, "", say("the message"))
    bounded = quantity.interval if quantity.bound in BOUNDED else quantity.stated
    return DatedFigure(bounded, quantity.interval, rest)


def stored(library: Library, reference: Figure, day: date) -> DatedFigure:
    """The figure of a reference, with the drift of the years between it and a day."""
    timeless = is_timeless(reference, library)
    apart = 0 if timeless else max((day - reference.end).days, (reference.start - day).days, 0)
    drift = band.DRIFT.get(reference.measure, band.DRIFT_OTHERWISE) * Fraction(apart, 365)
    rest = reference_to(reference, library)
    return DatedFigure(reference.interval, reference.interval.widened(min(drift, band.MOST_DRIFT)), rest)


def is_sized(reference: Figure) -> bool:
    """Whether it is surely more or surely less than nothing: of naught nothing is a multiple."""
    return not reference.low <= 0 <= reference.high


def known(library: Library, entity: str, measure: str, day: date) -> Figure | None:
    """The reference for a day; of a period not half over, nobody knew the figure yet: the one before it is taken."""
    reference = library.figure_at(entity, measure, day)
    if reference is not None and not is_sized(reference):
        return None
    if (
        reference is None
        or not reference.start <= day <= reference.end
        or (day - reference.start) * 2 >= reference.end - reference.start
    ):
        return reference
    before = library.figure_at(entity, measure, reference.start - timedelta(days=1))
    return before if before is not None and before.end < day and (day - before.end).days < 366 else reference
