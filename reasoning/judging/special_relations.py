"""Comparisons of claims whose two sides are not simply meant to be equal: orders, plans, changes, gifts.

Each function returns the Outcome, or None where the claim can't be compared in its way. It raises ZeroDivisionError for
a divisor of zero, where it is not said to return None.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from quantities.model.quantity import SECONDS
from reasoning.data.tables import defaults
from reasoning.judging.outcome import Basis, Outcome, bands, basis_of
from reasoning.model.claim import CHANGES, Claim, Operator

OUT_OF_REACH = 50.0  # a plan further out of reach than this is no less likely to be one
LEAST_SHARE = Fraction(1, 1000)  # a plan of a smaller share of what there is could be anybody's
OTHER_WAY = 5.0  # a change that went the other way counts as a number that is five times too large
CLOSE = Fraction(103, 100)  # an order of two figures nearer than that is only plausible
EVEN = Fraction(101, 100)  # and the other order of two nearer than that is, too
UNCHANGED = Fraction(1005, 1000)  # what has moved by less has hardly moved
# The years that one is off by wholly, and those since then of which it is a part; the degrees of which it is a share.
LEAST_YEARS, SINCE, THEN, LEAST_DEGREES = Fraction(10), 40, 2000, Fraction(30)
NEARLY = Fraction(11, 10)  # an order that is wrong by less than that is only a stretch


def compare_order(claim: Claim) -> Outcome | None:
    """Whether the left figure is more (">"), less ("<") or as much ("="); `ratio` is 1 or more where it is in order."""
    left, right = claim.left.value(), claim.right.value()
    if claim.comparator == "=" and left > 0 and right > 0:
        basis, apart = basis_of(claim.leaves()), max(left / right, right / left)
        label = bands()[basis.value].label(apart)
        return Outcome(basis, float(apart), over=left > right, label=label, ratio=left / right)
    return _compare_sizes(claim, CLOSE, EVEN, NEARLY)


def compare_trend(claim: Claim) -> Outcome | None:
    """Whether a figure is more (">") or less ("<") than it was; never sure where the two ranges overlap."""
    return _compare_sizes(claim, UNCHANGED, Fraction(1), UNCHANGED)


def _compare_sizes(claim: Claim, sure: Fraction, even: Fraction, nearly: Fraction) -> Outcome | None:
    """Whether one is more (">") or less ("<") than the other: surely by a ratio of `sure`.

    The other way round it is plausible to a ratio of `even`, and a stretch to `nearly`.
    """
    left, right = claim.left.value(), claim.right.value()
    if left <= 0 or right <= 0:
        return None
    basis = basis_of(claim.leaves())
    ratio = left / right if claim.comparator == ">" else right / left
    if _may_be_equal(claim):
        return Outcome(basis, 1.0, over=False, label=1 if ratio >= 1 else 2, ratio=ratio)
    if ratio >= 1:
        return Outcome(basis, 1.0, over=False, label=0 if ratio >= sure else 1, ratio=ratio)
    label = 1 if 1 / ratio < even else 2 if 1 / ratio < nearly else 3
    return Outcome(basis, float(1 / ratio), over=False, label=label, ratio=ratio)


def _may_be_equal(claim: Claim) -> bool:
    """Whether the sides are ranges that overlap."""
    left, right = claim.left.range(), claim.right.range()
    return not (left.is_point and right.is_point) and left.overlaps(right)


def compare_place(claim: Claim) -> Outcome:
    """Whether the place that is said is the one that somebody has; "=" is exactly it, ">" it or a better one.

    Whoever is near the neighbours may as well have their places, and who is counted among all differs by one.
    """
    parts = [part.value() for part in claim.right.parts]
    own, said = parts[0], claim.left.value()
    sign = -1 if claim.right.operator is Operator.RANK_FROM_BELOW else 1
    rooms = (1 / NEARLY, 1 / CLOSE, Fraction(1), CLOSE, NEARLY)
    places = [1 + sum(sign * part > sign * own * room for part in parts[1:]) for room in rooms]
    actual, low, high = places[2], min(places[1:4]), max(places[1:4])
    if claim.comparator == ">":
        label = 0 if actual <= said else 1 if low <= said else 2 if min(places) <= said else 3
    else:
        near = min(places) - 1 <= said <= max(places) + 1
        label = 0 if actual == said else 1 if low <= said <= high else 2 if near else 3
    ratio = said / actual
    apart = 1.0 if label < 2 else float(max(ratio, 1 / ratio))
    return Outcome(basis_of(claim.leaves()), apart, over=ratio > 1, label=label, ratio=ratio)


def compare_plan(claim: Claim) -> Outcome | None:
    """A planned number as a share of what there is, or is made in that time: never better than plausible.

    None for a divisor of zero, and for a share so small that it says nothing.
    """
    try:
        there, said = claim.right.value(), claim.left.value()
    except ZeroDivisionError:
        return None
    if there <= 0 or said <= 0:
        return None
    is_flow = any(dict(leaf.type.of).get("s") == -1 for leaf in claim.right.leaves())
    is_own = claim.right.leaf is not None and claim.right.leaf.measure in defaults().own_totals.values()
    ratio, band = said / there, bands()["plan_over_time" if is_flow else "plan_of_own" if is_own else "plan"]
    if ratio < LEAST_SHARE and not is_own:
        return None
    label = band.label(ratio)
    apart = min(max(1.0, float(ratio) / band.plausible), OUT_OF_REACH)
    most = (Fraction(0), there * Fraction(str(band.plausible)))
    return Outcome(Basis.LOOSE, 1.0 if label == 1 else apart, over=True, label=label, ratio=ratio, plausible=most)


def compare_change(claim: Claim) -> Outcome | None:
    """A change that in truth went the other way, or did not go at all; None for one that went the way it is said."""
    try:
        was, said = claim.right.value(), claim.left.value()
    except ZeroDivisionError:
        return None
    if said <= 0 or was > 0:
        return None
    ratio = said / was if was else -said
    return Outcome(basis_of(claim.right.leaves()), OTHER_WAY, over=True, label=3, ratio=ratio)


def compare_gift(claim: Claim) -> Outcome | None:
    """The sum of a gift to many as a share of what the giver has, or has in a year; None where it could be paid.

    That a gift could be paid says nothing of whether it is.
    """
    total, purse = claim.left.value(), claim.right.value()
    if total <= 0 or purse <= 0:
        return None
    is_flow = any(dict(leaf.type.of).get("s") == -1 for leaf in claim.right.leaves())
    ratio, band = total / purse, bands()["gift_of_income" if is_flow else "gift"]
    if ratio <= band.plausible:
        return None
    apart = min(float(ratio) / band.plausible, OUT_OF_REACH)
    return Outcome(Basis.LOOSE, apart, over=True, label=band.label(ratio), ratio=ratio)


def compare_point(claim: Claim) -> Outcome:
    """How far a year, or a temperature, lies from the one that is known, beside what it may be off by.

    That is more the longer ago it was, and the farther a temperature lies from that of ice; `ratio` is 1 and that.
    """
    known, said, value = claim.right.range(), claim.left.value(), claim.right.value()
    low, high = value if known.low is None else known.low, value if known.high is None else known.high
    below = max(low - said, Fraction(0)) if claim.comparator != "<" else Fraction(0)
    above = max(said - high, Fraction(0)) if claim.comparator != ">" else Fraction(0)
    size = max(LEAST_DEGREES, abs(value))
    if claim.relation == "date":
        size = max(LEAST_YEARS, (THEN - value / SECONDS["year"]) / SINCE) * SECONDS["year"]
    ratio = 1 + (below + above) / size
    return Outcome(Basis.TIGHT, float(ratio), above > 0, bands()["tight"].label(ratio), ratio)


def compare_limit(claim: Claim) -> Outcome | None:
    """A number beside what nobody goes beyond: at best plausible, as what could be says nothing of what is."""
    (low, high), said = claim.right.range().ends, claim.left.value()
    over, band = claim.comparator == "<", bands()["limit"]
    if said <= 0 or low <= 0:
        return None
    ratio = said / high if over else low / said
    apart, ends = min(float(ratio), OUT_OF_REACH), (Fraction(0), high) if over else (low, high)
    return Outcome(Basis.TIGHT, max(apart, 1.0), over, max(band.label(ratio), 1), ratio, plausible=ends)


SPECIAL: dict[str, Callable[[Claim], Outcome | None]] = {
    "order": compare_order,
    "rank": compare_order,
    "place": compare_place,
    "trend": compare_trend,
    "plan": compare_plan,
    "limit": compare_limit,
    "change": compare_change,
    "excess": compare_change,
    "gift": compare_gift,
    "date": compare_point,
    "degrees": compare_point,
}
OTHERWISE_PLAIN = frozenset(CHANGES)  # relations that are compared as plain numbers where the special way says None
