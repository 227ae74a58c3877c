"""The outcome of a comparison: the basis of a reckoned number, the bands of that basis, and the label."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache
from importlib.resources import files
from math import log10

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from reasoning.data.tables import tight_measures
from reasoning.model.leaf import Leaf, Sort

BROAD = Fraction(105, 100)  # two producers of a firm figure lie nearer to each other than that
NARROW = Fraction(135, 100)  # a range whose ends lie nearer than that is as good as a loose figure
EXACT = Fraction(101, 100)  # and one whose ends lie nearer than that as good as a firm one
MOST_APART, MOST_DECADES = 1e300, 300.0  # a ratio beyond that is near the end of floating point


class Basis(StrEnum):
    """What a number was reckoned from; the keys of `data/thresholds.yaml`."""

    OWN = "own"  # the message's own numbers
    FIRM = "firm"  # figures of the right date
    TIGHT = "tight"  # the same of what differs little from place to place
    LOOSE = "loose"  # figures that are estimates, ranges or of another year
    ENVELOPE = "envelope"  # properties and averages with ranges


class Band(BaseModel):
    """The ratios up to which each label holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    adds_up: float
    plausible: float
    stretch: float

    def label(self, apart: float | Fraction) -> int:
        """The label of a ratio of 1 or more: 0 adds up, 1 plausible, 2 a stretch, 3 doesn't add up.

        >>> band = Band(adds_up=1.1, plausible=1.2, stretch=1.5)
        >>> [band.label(apart) for apart in (1.0, 1.1, 1.15, 1.5, 1.6)]
        [0, 0, 1, 2, 3]
        """
        number = float(apart)  # 3/5 is exactly more than the binary number that 0.6 is read as
        return sum(number > limit for limit in (self.adds_up, self.plausible, self.stretch))


@cache
def bands() -> dict[str, Band]:
    """The bands by basis, from `data/thresholds.yaml`. Raises pydantic's ValidationError for a file of another form."""
    text = files("reasoning.data").joinpath("thresholds.yaml").read_text(encoding="utf-8")
    return TypeAdapter(dict[str, Band]).validate_python(yaml.safe_load(text))


@dataclass(frozen=True, slots=True)
class Outcome:
    """How claimed and reckoned compare.

    `apart` is the ratio (1 or more) by which claimed lies outside the range that was reckoned, 1 for inside; `over`
    says whether it lies above. `label` is that of `Band.label`. `ratio` is claimed over reckoned. `wide` marks a
    hit inside a range so wide that it decides nothing. `plausible` is the range, in base units, in which a number would
    be plausible; None where the claim is not one number beside another. `beyond` is the ratio by which what was
    reckoned lies beyond a bound that holds: the more "at least" leaves open, the less of a hit it is.
    `rounding` is the width of what is claimed and `spread` that of what was reckoned, in decades.
    """

    basis: Basis
    apart: float
    over: bool
    label: int
    ratio: Fraction
    wide: bool = False
    plausible: tuple[Fraction, Fraction] | None = None
    beyond: float = 1.0
    rounding: float = 0.0
    spread: float = 0.0

    @property
    def decades(self) -> float:
        """The distance as powers of ten, at most 300."""
        return log10(self.apart) if self.apart < MOST_APART else MOST_DECADES


def _is_broad(leaf: Leaf) -> bool:
    """Whether a figure has a range whose ends lie further apart than producers of one figure mostly do."""
    return leaf.is_range and leaf.high > BROAD * leaf.low


def basis_of(leaves: tuple[Leaf, ...]) -> Basis:
    """The weakest basis among the leaves of what was reckoned."""
    ranges = [leaf for leaf in leaves if leaf.sort in (Sort.PROPERTY, Sort.AVERAGE) and leaf.high > EXACT * leaf.low]
    if any(leaf.high > NARROW * leaf.low for leaf in ranges):
        return Basis.ENVELOPE
    known = [leaf for leaf in leaves if leaf.sort in (Sort.FIGURE, Sort.GIVEN)]
    if ranges or any(leaf.estimate or leaf.loose or leaf.stale_years or _is_broad(leaf) for leaf in known):
        return Basis.LOOSE
    known += [leaf for leaf in leaves if leaf.sort is Sort.PROPERTY and leaf.is_range]
    if known and all(leaf.measure in tight_measures() for leaf in known):
        return Basis.TIGHT
    return Basis.FIRM if known else Basis.OWN
