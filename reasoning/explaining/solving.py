"""Claims solved for one of their numbers: what it would have to be for both sides to be equal."""

from __future__ import annotations

from fractions import Fraction

from reasoning.model.claim import Claim, Operator, Term
from reasoning.model.leaf import Leaf


def needed_value(claim: Claim, leaf: Leaf) -> Fraction | None:
    """The value, in base units, of a leaf of the right side with which the claim would be exact, all else as it is.

    None where the leaf stands there more than once or not at all, under a power, or where no number would do.
    """
    if sum(one == leaf for one in claim.right.leaves()) != 1:
        return None
    try:
        return _inverted(claim.right, leaf, claim.left.value())
    except ZeroDivisionError:
        return None


def _inverted(term: Term, leaf: Leaf, wanted: Fraction) -> Fraction | None:
    """The value of a leaf with which a term that holds it once comes to `wanted`. Raises ZeroDivisionError."""
    if term.leaf is not None:
        return wanted
    at = next(index for index, part in enumerate(term.parts) if leaf in part.leaves())
    others = [part.value() for index, part in enumerate(term.parts) if index != at]
    inner = _without(term.operator, at, others, wanted)
    return None if inner is None else _inverted(term.parts[at], leaf, inner)


def _without(operator: Operator, at: int, others: list[Fraction], wanted: Fraction) -> Fraction | None:
    """What the part at a place has to come to, beside the values of the others, so that all come to `wanted`."""
    if operator is Operator.SUM:
        return wanted - sum(others)
    if operator is Operator.DIFFERENCE:
        return wanted + sum(others) if at == 0 else others[0] - sum(others[1:]) - wanted
    if operator is Operator.PRODUCT:
        for other in others:
            wanted /= other
        return wanted
    if operator is Operator.QUOTIENT:
        return wanted * others[0] if at == 0 else others[0] / wanted
    if operator is Operator.LESS:
        return 1 - wanted
    return wanted - 1 if operator is Operator.PLUS else None
