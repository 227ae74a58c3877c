"""What a bound formula comes to, its unit, and whether the claim agrees with it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from knowledge.model.expression import Node, Term, reduce_expression
from knowledge.model.units import NUMBER, Exponents
from quantities import Interval
from reasoning.model.answer import Verdict
from reckoning import band
from reckoning.chain.binding import Binding
from reckoning.chain.holding import Holding

WIDEST = 1000  # times the low end: a chain that could be anything says nothing
Amounts = Mapping[str, Holding]


def reckon(binding: Binding) -> Interval | None:
    """What the chain comes to in base units; None where its unit is not the claim's, or where it says nothing."""
    tree = binding.chain.tree
    try:
        if unit_of(tree, binding.amounts) != binding.claim.powers:
            return None
        result = value_of(tree, binding.amounts)
    except ZeroDivisionError:
        return None
    if result.low is None or result.high is None or result.low <= 0 or result.high > result.low * WIDEST:
        return None
    return result


def value_of(tree: Node, amounts: Amounts) -> Interval:
    """Raises ZeroDivisionError where a divisor may be zero."""

    def term(leaf: Term) -> Interval:
        return amounts[leaf.text].interval if leaf.text in amounts else Interval.point(Fraction(leaf.text))

    def power(base: Interval, exponent: int) -> Interval:
        result = Interval.point(1)
        for _ in range(exponent):
            result *= base
        return result

    return reduce_expression(tree, term, _joined, power)


def _joined(sign: str, left: Interval, right: Interval) -> Interval:
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
    return left / right


def unit_of(tree: Node, amounts: Amounts) -> Exponents | None:
    """The unit of the result, None where a sum adds what can't be added."""

    def join(sign: str, left: Exponents | None, right: Exponents | None) -> Exponents | None:
        if left is None or right is None:
            return None
        if sign in "+-":
            return left if left == right else None
        return left * right if sign == "*" else left / right

    def term(leaf: Term) -> Exponents | None:
        return amounts[leaf.text].powers if leaf.text in amounts else NUMBER

    return reduce_expression(tree, term, join, lambda base, exponent: None if base is None else base**exponent)


def width(reckoned: Interval) -> Fraction:
    """How many times the low end the high one is."""
    assert reckoned.low is not None
    assert reckoned.high is not None
    return reckoned.high / reckoned.low


def apart(claimed: Interval, reckoned: Interval) -> Fraction:
    """How many times the nearer ends of two lie apart; 1 where they overlap."""
    assert reckoned.low is not None
    assert reckoned.high is not None
    if claimed.high is not None and 0 < claimed.high < reckoned.low:
        return reckoned.low / claimed.high
    if claimed.low is not None and claimed.low > reckoned.high:
        return claimed.low / reckoned.high
    return Fraction(1)


def judge(claimed: Interval, reckoned: Interval, tree: Node | None = None) -> Verdict:
    """Sure of a yes only where the chain is exact, and of a no only far beyond all that the chain allows.

    What is looked up and not estimated, a `tree` of one leaf and a narrow range, has the room of a level.
    """
    if width(reckoned) <= band.EXACT_CHAIN and claimed.overlaps(band.around(reckoned, band.AGREES)):
        return Verdict.ADDS_UP
    is_known = width(reckoned) <= (band.NARROW_CHAIN if isinstance(tree, Term) else band.EXACT_CHAIN)
    allowed = band.ALLOWED if is_known else band.CHAIN_ALLOWED
    if claimed.overlaps(band.around(reckoned, allowed)):
        return Verdict.PLAUSIBLE
    unusual = band.UNUSUAL if is_known else band.CHAIN_UNUSUAL
    return Verdict.STRETCH if claimed.overlaps(band.around(reckoned, unusual)) else Verdict.DOESNT_ADD_UP
