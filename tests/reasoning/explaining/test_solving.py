"""Claims solved for one of their numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reasoning.explaining.solving import needed_value
from reasoning.model.claim import Claim, Operator, Term, single
from reasoning.model.leaf import Leaf, Sort


def leaf(name: str, value: int) -> Leaf:
    number = Fraction(value)
    return Leaf(name, Sort.STATED, number, number, number)


A, B, X = leaf("a", 12), leaf("b", 4), leaf("x", 5)
TERMS = {
    "product": Term(None, Operator.PRODUCT, (single(A), single(X))),
    "dividend": Term(None, Operator.QUOTIENT, (single(X), single(B))),
    "divisor": Term(None, Operator.QUOTIENT, (single(A), single(X))),
    "sum": Term(None, Operator.SUM, (single(A), single(X), single(B))),
    "taken off": Term(None, Operator.DIFFERENCE, (single(A), single(X))),
    "rest": Term(None, Operator.PRODUCT, (Term(None, Operator.LESS, (single(X),)), single(A))),
    "more": Term(None, Operator.PRODUCT, (Term(None, Operator.PLUS, (single(X),)), single(A))),
}


@pytest.mark.parametrize("right", TERMS.values(), ids=TERMS)
@given(claimed=st.integers(1, 10**6))
def test_with_what_is_needed_both_sides_are_equal(right: Term, claimed: int) -> None:
    needed = needed_value(Claim(single(leaf("claimed", claimed)), "=", right, "own"), X)
    assert needed is not None

    def put(term: Term) -> Term:
        if term.leaf == X:
            return single(Leaf("x", Sort.STATED, needed, needed, needed))
        return Term(term.leaf, term.operator, tuple(put(part) for part in term.parts))

    assert needed == 0 or put(right).value() == claimed


def test_what_stands_twice_or_under_a_power_is_not_solved_for() -> None:
    twice = Term(None, Operator.PRODUCT, (single(X), single(X)))
    power = Term(None, Operator.POWER, (single(X), single(B)))
    for right in (twice, power, single(A)):
        assert needed_value(Claim(single(leaf("claimed", 9)), "=", right, "own"), X) is None
