"""Leaves: typed values of a claim, with where each comes from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from knowledge.model.units import NUMBER, Exponents
from quantities import Interval

if TYPE_CHECKING:
    from reasoning.model.claim import Term

Places = frozenset[int]
NOWHERE: Places = frozenset()


class Sort(StrEnum):
    """The source of a value."""

    STATED = "stated"  # the message says it
    FIGURE = "figure"  # a reference number with producer and date
    PROPERTY = "property"  # of a thing, with a range
    AVERAGE = "average"  # what one person does, uses or owns, with a range
    CONSTANT = "constant"  # a definition: days in a week
    LACKING = "lacking"  # a figure that is not stored, and decides the claim once somebody says it; its value is 0
    GIVEN = "given"  # what the person asking says in place of what is stored, for this claim only


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value with its range, in base units: SI, dollars, bytes, counted nouns; a flow is by second.

    `id` names the value and stands once in a claim. `cost` is how much speaks against taking it (0 for nothing),
    `places` are the indexes of the words that it explains. It is written as value / factor in `unit`.
    """

    id: str
    sort: Sort
    low: Fraction
    value: Fraction
    high: Fraction
    type: Exponents = NUMBER
    cost: float = 0.0
    places: Places = NOWHERE
    label: str = ""
    unit: str = ""
    factor: Fraction = Fraction(1)
    entity: str = ""
    measure: str = ""
    dated: str = ""
    stale_years: int = 0  # years that the figure is older than is fine for the day asked for
    estimate: bool = False
    loose: bool = False  # a measure whose definitions vary from producer to producer
    percent: bool = False
    said: bool = True  # whether words mean the measure; else it is what one of the kind is usually asked for
    uses: frozenset[int] = frozenset()  # the indexes of the quantities it is made of; none of them is used twice
    parts: tuple[tuple[str, float], ...] = ()  # the cost by its named parts
    made: Term | None = None  # of a number that is made of what is said, as 1 − 25 %: the term that it stands for
    years: tuple[date, date] | None = None  # the days between which it is the range of a series

    @property
    def interval(self) -> Interval:
        """The range from `low` to `high`."""
        return Interval(self.low, self.high)

    @property
    def is_range(self) -> bool:
        """Whether the value is known only within a range."""
        return self.low != self.high

    def exact(self, value: Fraction) -> Leaf:
        """The leaf with a value that is no range."""
        return replace(self, low=value, value=value, high=value)

    def times(self, factor: Fraction | int) -> Leaf:
        """The leaf so many times as large."""
        return replace(self, low=self.low * factor, value=self.value * factor, high=self.high * factor)

    def in_units_of(self, factor: Fraction | int) -> Leaf:
        """The same number of units that are so many times as large."""
        return replace(self.times(factor), factor=self.factor * factor)


def constant(number: Fraction | int, label: str = "") -> Leaf:
    """A number that nobody says, as a leaf."""
    value = Fraction(number)
    return Leaf(str(value), Sort.CONSTANT, value, value, value, label=label or f"{float(value):.15g}")
