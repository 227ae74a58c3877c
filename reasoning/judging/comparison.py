"""Claimed against reckoned: how far apart they are, on which basis, and the label that distance has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache
from importlib.resources import files
from math import log10

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from quantities import Interval, Quantity
from reasoning.model.claim import Claim
from reasoning.model.leaf import Leaf, Sort

STALE_A_YEAR = Fraction(3, 100)
WIDE = 10  # a range wider than this decides nothing inside
UNDERSTATED = 3  # "more than 5" of what is 50 is true, and odd


class Basis(StrEnum):
    """What a number was reckoned from."""

    OWN = "own"
    FIRM = "firm"
    LOOSE = "loose"
    ENVELOPE = "envelope"


class Band(BaseModel):
    """The ratios up to which a verdict holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    adds_up: float
    plausible: float
    stretch: float


@cache
def bands() -> dict[str, Band]:
    """The thresholds by basis."""
    text = files("reasoning.data").joinpath("thresholds.yaml").read_text(encoding="utf-8")
    return TypeAdapter(dict[str, Band]).validate_python(yaml.safe_load(text))


@dataclass(frozen=True, slots=True)
class Outcome:
    """`apart` is the ratio by which claimed lies outside what was reckoned (1 inside), `over` whether above it.

    `label` is 0 adds up, 1 plausible, 2 a stretch, 3 doesn't add up. `wide` says that the range decides nothing.
    """

    basis: Basis
    apart: float
    over: bool
    label: int
    ratio: Fraction
    wide: bool = False

    @property
    def decades(self) -> float:
        return log10(self.apart) if self.apart < 1e300 else 300.0


def basis_of(leaves: tuple[Leaf, ...]) -> Basis:
    """The weakest of what the leaves rest on."""
    if any(leaf.sort in (Sort.PROPERTY, Sort.AVERAGE) and leaf.is_range for leaf in leaves):
        return Basis.ENVELOPE
    known = [leaf for leaf in leaves if leaf.sort is Sort.FIGURE]
    if any(leaf.estimate or leaf.loose or leaf.is_range or leaf.stale_years for leaf in known):
        return Basis.LOOSE
    return Basis.FIRM if known else Basis.OWN


OUT_OF_REACH = 50.0  # further out of reach makes no reading less likely
OTHER_WAY = 5.0  # as far apart as five times too much
CLOSE = Fraction(103, 100)  # two figures nearer than that are in no order


def _ordered(claim: Claim) -> Outcome | None:
    """Whether one figure is more, or less, than the other."""
    left, right = claim.left.value(), claim.right.value()
    if left <= 0 or right <= 0:
        return None
    ratio = left / right if claim.comparator == ">" else right / left
    basis = basis_of(claim.leaves())
    if ratio >= 1:
        return Outcome(basis, 1.0, over=False, label=0 if ratio >= CLOSE else 1, ratio=ratio)
    apart = 1 / ratio
    label = 1 if apart < CLOSE else 2 if apart < Fraction(11, 10) else 3
    return Outcome(basis, float(apart), over=False, label=label, ratio=ratio)


def _planned(claim: Claim) -> Outcome | None:
    """A plan beside what there is: plausible while it is a part of it, out of reach at many times as much."""
    try:
        there, said = claim.right.value(), claim.left.value()
    except ZeroDivisionError:
        return None
    if there <= 0 or said <= 0:
        return None
    ratio, band = said / there, bands()["plan"]
    label = 1 if ratio <= band.plausible else 2 if ratio <= band.stretch else 3
    apart = min(max(1.0, float(ratio) / band.plausible), OUT_OF_REACH)
    return Outcome(Basis.LOOSE, 1.0 if label == 1 else apart, over=True, label=label, ratio=ratio)


def _other_way(claim: Claim) -> Outcome | None:
    """A change that went the other way, or hardly went at all, is not the one that is claimed."""
    try:
        was, said = claim.right.value(), claim.left.value()
    except ZeroDivisionError:
        return None
    if said <= 0 or was > 0:
        return None
    ratio = was / said
    return Outcome(basis_of(claim.right.leaves()), OTHER_WAY, over=True, label=3, ratio=ratio)


def _given_away(claim: Claim) -> Outcome | None:
    """What all of a gift comes to, beside what the giver has."""
    total, purse = claim.left.value(), claim.right.value()
    if total <= 0 or purse <= 0:
        return None
    ratio, band = total / purse, bands()["gift"]
    if ratio <= band.plausible:
        return None  # that it could be paid says nothing of whether it is
    apart = min(float(ratio), OUT_OF_REACH)
    return Outcome(Basis.LOOSE, apart, over=True, label=2 if ratio <= band.stretch else 3, ratio=ratio)


SPECIAL: dict[str, Callable[[Claim], Outcome | None]] = {
    "order": _ordered,
    "rank": _ordered,
    "plan": _planned,
    "change": _other_way,
    "gift": _given_away,
}


def compare(claim: Claim, quantity: Quantity | None) -> Outcome | None:
    """What the two sides of a claim say; None where they can't be set against each other."""
    special = SPECIAL.get(claim.relation)
    outcome = special(claim) if special is not None else None
    if outcome is not None or claim.relation in SPECIAL.keys() - OTHERWISE_PLAIN:
        return outcome
    return _sides_compared(claim, quantity)


OTHERWISE_PLAIN = frozenset({"change"})  # what is compared as any other number where nothing special holds


def _sides_compared(claim: Claim, quantity: Quantity | None) -> Outcome | None:
    """What a number says against what was reckoned."""
    try:
        reckoned = claim.right.range()
        middle = claim.right.value()
        claimed = claim.left.range()
        said = claim.left.value()
    except (ZeroDivisionError, ValueError):
        return None
    low, high = reckoned.low, reckoned.high
    if low is None or high is None or middle == 0 or said == 0:
        return None
    if (said < 0) != (middle < 0) or low * high <= 0:
        return None
    if said < 0:
        low, high, said, middle = -high, -low, -said, -middle
        claimed = Interval.point(-1) * claimed
    leaves = claim.right.leaves()
    basis = basis_of(leaves)
    stale = max((leaf.stale_years for leaf in leaves), default=0)
    widening = 1 + STALE_A_YEAR * min(stale, 20)
    low, high = low / widening, high * widening
    slack = _slack(claim, quantity)
    apart, over = _apart(claim.comparator, claimed, slack, low, high)
    label = _label(basis, apart, float(high / low))
    return Outcome(basis, apart, over, label, said / middle, wide=high > WIDE * low and apart <= 1)


def _slack(claim: Claim, quantity: Quantity | None) -> Fraction:
    """Half a unit of the last digit of the number that is claimed, in base units."""
    if quantity is None or claim.left.leaf is None:
        return Fraction(0)
    return quantity.precision * abs(claim.left.leaf.factor)


def _apart(comparator: str, claimed: Interval, slack: Fraction, low: Fraction, high: Fraction) -> tuple[float, bool]:
    bottom, top = claimed.low or Fraction(0), claimed.high or Fraction(0)
    bottom, top = max(bottom - slack, bottom / 2), top + slack
    if comparator == "~":
        bottom, top = bottom * Fraction(95, 100), top * Fraction(105, 100)
    if comparator == ">" and high >= bottom:
        return max(1.0, float(low / top) / UNDERSTATED if low > top else 1.0), False
    if comparator == "<" and low <= top:
        return max(1.0, float(bottom / high) / UNDERSTATED if bottom > high else 1.0), True
    if bottom > high:
        return float(bottom / high), True
    if top < low:
        return float(low / top), False
    return 1.0, False


def _label(basis: Basis, apart: float, width: float) -> int:
    """A narrow range of a thing is nearly a figure: its bands are narrower."""
    band = bands()[basis.value]
    if basis is Basis.ENVELOPE:
        plausible = min(max(1.25 * width**0.5, 1.25), band.plausible)
        stretch = min(max(2 * width, 2.0), band.stretch)
        band = Band(adds_up=band.adds_up, plausible=plausible, stretch=stretch)
    return 0 if apart <= band.adds_up else 1 if apart <= band.plausible else 2 if apart <= band.stretch else 3
