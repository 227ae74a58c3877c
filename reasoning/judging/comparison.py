"""Claimed against reckoned: how far apart the two sides of a claim are, and the label that distance has."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import log10

from quantities import Dimension, Form, Interval, Quantity
from reasoning.grounding.types import PHYSICAL
from reasoning.judging.outcome import MOST_APART, Band, Basis, Outcome, bands, basis_of
from reasoning.judging.special_relations import OTHERWISE_PLAIN, SPECIAL
from reasoning.model.claim import Claim, Operator
from reasoning.model.leaf import Leaf, Sort

STALE_A_YEAR = Fraction(3, 100)  # how much further a figure may lie off for each year that it is too old
MOST_STALE_YEARS = 20  # older figures widen no more: they would excuse anything
WIDE = 10  # a range whose ends lie further apart than this ratio decides nothing inside
# "more than 5" of what is 50 is true, and odd: what lies beyond this ratio counts; the second for a sum of one's own
UNDERSTATED, OWN_UNDERSTATED = 3, 2.2
NONE_OF_IT, LEAST_SAID = 100.0, Fraction(5, 100)  # how far off is what is said of what there is none of
ROUGHLY = Fraction(5, 100)  # how much "about" adds on either side
ROUGH_PART, LARGEST_PART = Fraction(10, 100), 10  # likewise to a third, or a tenth


def compare(claim: Claim, quantity: Quantity | None) -> Outcome | None:
    """The outcome of a claim; None where its two sides can't be set against each other.

    `quantity` is the number of the text that is claimed, whose last digit gives the claim its room; None for a claim
    without a number. Raises ZeroDivisionError where an order or a gift divides by zero.
    """
    special = SPECIAL.get(claim.relation)
    outcome = special(claim) if special is not None else None
    if outcome is not None or claim.relation in SPECIAL.keys() - OTHERWISE_PLAIN:
        return outcome
    return _compare_sides(claim, quantity)


def _compare_sides(claim: Claim, quantity: Quantity | None) -> Outcome | None:
    """The outcome of a number beside the range of what was reckoned; None for zeros and for signs that differ."""
    try:
        reckoned, middle = claim.right.range(), claim.right.value()
        claimed, said = claim.left.range(), claim.left.value()
    except (ZeroDivisionError, ValueError):
        return None
    if _is_rounded_up(claim, quantity, middle):
        reckoned, middle = claimed, said
    low, high = reckoned.low, reckoned.high
    if middle == 0 < said and _is_far_from_none(claim):
        return Outcome(basis_of(claim.right.leaves()), NONE_OF_IT, over=True, label=3, ratio=Fraction(0))
    if low is None or high is None or middle == 0 or said == 0:
        return None
    if claim.relation == "change" and low * high <= 0:
        low = high = middle  # two producers differ by more than the change: it is that of one's own count
    if (said < 0) != (middle < 0) or low * high <= 0:
        return None
    if said < 0:
        low, high = -high, -low
        claimed = Interval.point(-1) * claimed
    leaves = claim.right.leaves()
    basis = basis_of(leaves)
    if (widening := _widening(leaves)) != 1:
        low, high = low / widening, high * widening
    bottom, top = _with_slack(claimed, _slack(claim, quantity), claim.comparator)
    understated = OWN_UNDERSTATED if basis is Basis.OWN else UNDERSTATED
    apart, over = _apart(claim.comparator, (bottom, top), low, high, _roughly(quantity), understated)
    band = _band(basis, quotient(high, low))
    rounded = basis is Basis.OWN and apart > 1 and _is_rounded(claim, quantity, middle)
    apart = 1.0 if rounded else apart
    room = _as_written(band.plausible)
    plausible = None if said < 0 else (low / room, high * room)
    wide = apart <= 1 and high > WIDE * low
    beyond = max(quotient(low, claimed.high), 1.0) if claim.comparator == ">" and claimed.high else 1.0
    if claim.comparator == "<" and claimed.low:
        beyond = max(quotient(claimed.low, high), 1.0)
    return Outcome(
        basis,
        apart,
        over,
        1 if rounded else band.label(apart),
        said / middle,
        wide,
        plausible,
        beyond,
        _rounding(claim, quantity, bottom, top),
        log10(min(quotient(high, low), MOST_APART)),
    )


def _is_far_from_none(claim: Claim) -> bool:
    """Whether a figure says that there is none of something, and more is said than what may be rounded to none."""
    left, right = claim.left.leaf, claim.right.leaf
    known = right is not None and right.sort is Sort.FIGURE and claim.comparator != "<"
    return known and not (left is not None and left.percent and left.value < LEAST_SAID)


def _is_rounded_up(claim: Claim, quantity: Quantity | None, middle: Fraction) -> bool:
    """Whether so many whole ones are needed as are claimed: 42 slices of 8 a pizza are 6 pizzas."""
    if quantity is None or quantity.unit.dimension is not Dimension.COUNT or claim.relation != "own":
        return False
    is_shared_out = claim.right.operator is Operator.QUOTIENT and claim.right.leaf is None
    is_shared_out = is_shared_out and any(leaf.type.of for leaf in claim.right.parts[0].leaves())
    whole = quantity.value.denominator == 1 and claim.left.leaf is not None and claim.left.leaf.factor == 1
    counts = all(base not in PHYSICAL for leaf in claim.leaves() for base, _ in leaf.type.of)
    return is_shared_out and whole and counts and middle < quantity.value < middle + 1


def _is_rounded(claim: Claim, quantity: Quantity | None, middle: Fraction) -> bool:
    """Whether a length of time is what was reckoned to the nearest whole unit: 4.6 minutes are "5 minutes"."""
    if quantity is None or quantity.unit.dimension is not Dimension.TIME or claim.left.leaf is None:
        return False
    reckoned = middle / claim.left.leaf.factor
    is_whole = quantity.value.denominator == 1 < reckoned.denominator and quantity.value > 1
    return is_whole and abs(reckoned - quantity.value) < Fraction(1, 2)


def quotient(one: Fraction, other: Fraction) -> float:
    """The number nearest to one over another, without the exact fraction; at most the end of floating point."""
    try:
        return (one.numerator * other.denominator) / (one.denominator * other.numerator)
    except OverflowError:
        return MOST_APART


@lru_cache(maxsize=1024)
def _as_written(number: float) -> Fraction:
    """The decimal that a number is written as, exactly."""
    return Fraction(str(number))


def _rounding(claim: Claim, quantity: Quantity | None, bottom: Fraction, top: Fraction) -> float:
    """The width in decades of a number as it was rounded; one of which nothing is implied is good to half of a unit."""
    if quantity is None or claim.left.leaf is None or bottom <= 0:
        return 0.0
    unsaid = abs(claim.left.leaf.factor) / 2 if not quantity.precision else Fraction(0)
    return log10(quotient(top + unsaid, max(bottom - unsaid, bottom / 2)))


def _widening(leaves: tuple[Leaf, ...]) -> Fraction:
    """The factor by which the age of the oldest leaf widens a range on either side, 1 for none."""
    stale = max((leaf.stale_years for leaf in leaves), default=0)
    return 1 + STALE_A_YEAR * min(stale, MOST_STALE_YEARS)


def _slack(claim: Claim, quantity: Quantity | None) -> Fraction:
    """Half a unit of the last digit of the number that is claimed, in base units."""
    if quantity is None or claim.left.leaf is None:
        return Fraction(0)
    unit = abs(claim.left.leaf.factor)
    if quantity.value:  # "1m" that is read as a metre is no million units, nor is its last digit
        unit = min(unit, abs(claim.left.leaf.value / quantity.value))
    return quantity.precision * unit


def _with_slack(claimed: Interval, slack: Fraction, comparator: str) -> tuple[Fraction, Fraction]:
    """The ends of what is claimed with its slack, which a bound has not where it binds: "over 10,000" is no 9,600.

    The lower end never falls below half of itself.
    """
    bottom, top = claimed.low or Fraction(0), claimed.high or Fraction(0)
    if not slack and bottom >= 0:
        return bottom, top
    least = bottom if comparator == ">" else max(bottom - slack, bottom / 2)
    return least, top if comparator == "<" else top + slack


def _roughly(quantity: Quantity | None) -> Fraction:
    """How much "about" adds on either side of a number: more for "a quarter" and its like than for digits."""
    part = quantity is not None and quantity.form is Form.RATIO and quantity.value.denominator <= LARGEST_PART
    return ROUGH_PART if part else ROUGHLY


def _apart(
    comparator: str,
    claimed: tuple[Fraction, Fraction],
    low: Fraction,
    high: Fraction,
    roughly: Fraction,
    understated: float,
) -> tuple[float, bool]:
    """The ratio, 1 or more, by which claimed lies outside low to high, and whether it lies above."""
    bottom, top = claimed
    if comparator == "~":
        bottom, top = bottom * (1 - roughly), top * (1 + roughly)
    if comparator == ">" and high >= bottom:
        return max(1.0, quotient(low, top) / understated if low > top else 1.0), False
    if comparator == "<" and low <= top:
        return max(1.0, quotient(bottom, high) / understated if bottom > high else 1.0), True
    if bottom > high:
        return quotient(bottom, high), True
    if top < low:
        return quotient(low, top), False
    return 1.0, False


def _band(basis: Basis, width: float) -> Band:
    """The band of a basis. That of an envelope is narrower for a narrow range, which is nearly a figure."""
    band = bands()[basis.value]
    if basis is not Basis.ENVELOPE:
        return band
    plausible = min(max(1.25 * width**0.5, 1.25), band.plausible)
    stretch = min(max(2 * width, 2.0), band.stretch)
    return Band(adds_up=band.adds_up, plausible=plausible, stretch=stretch)
