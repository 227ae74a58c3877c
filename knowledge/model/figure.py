"""Models a stored number with the time it measures and its source, and the caveats on what people say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from quantities import Interval


@dataclass(frozen=True, slots=True)
class Source:
    """Provenance: who produced a figure, where it was read; `estimate` for general knowledge, no source opened."""

    id: str
    producer: str
    title: str
    address: str = ""
    published: str = ""
    accessed: str = ""
    licence: str = ""
    estimate: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure of one entity at one date. `id` is "entity.measure.date", such as "US.labour_force.2016".

    The figure measures `start` to `end` (one day for a stock at a day, the year for a flow of a year).
    `value` is the best number, `low` and `high` its range (equal to it where no range is stored).
    `unit` is the measure's ("people", "USD"); a flow is per the measure's period.
    """

    id: str
    entity: str
    measure: str
    value: Fraction
    low: Fraction
    high: Fraction
    unit: str
    start: date
    end: date
    dated: str  # the date as written: "2016", "2016-03", "2016-03-31"
    source: Source
    note: str = ""

    @property
    def interval(self) -> Interval:
        """Low to high."""
        return Interval(self.low, self.high)

    @property
    def is_estimate(self) -> bool:
        return self.source.estimate


@dataclass(frozen=True, slots=True)
class Caveat:
    """A trap in the wording or an earlier pledge, shown where it fits.

    It fits a text in which one of `phrases` stands, one of `entities` is meant and one of `measures`; each where given.
    A pledge names `entities` and the date it was made.
    """

    id: str
    text: str
    phrases: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    source: Source | None = None
    dated: str = ""
    fits: str = ""  # what would make the claim true: "sellers on its site rather than staff"
