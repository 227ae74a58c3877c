"""The grammar of the formulas and of the calculator."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.model.expression import (
    DEEPEST,
    LONGEST,
    MOST_TERMS,
    ExpressionError,
    Node,
    Term,
    list_terms,
    parse_expression,
    reduce_expression,
)
from tests.effort import calls


def work_out(text: str) -> Fraction:
    def join(sign: str, left: Fraction, right: Fraction) -> Fraction:
        return {"+": left + right, "-": left - right, "*": left * right}[sign] if sign != "/" else left / right

    return reduce_expression(
        parse_expression(text),
        lambda term: Fraction(term.text),
        join,
        lambda base, n: Fraction(base.numerator**n, base.denominator**n),
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 + 3 * 4", 14),
        ("(2 + 3) * 4", 20),
        ("20 - 3 - 4", 13),
        ("100 / 5 / 2", 10),
        ("100 / (5 / 2)", 40),
        ("2 * 3^2", 18),
        ("-3 * 2", -6),
        ("7 x 6", 42),
        ("7 × 6 ÷ 2", 21),
        ("7 times 6 minus 2", 40),
        ("12 per 4 plus 1", 4),
        ("((((5))))", 5),
    ],
)
def test_signs_bind_as_everybody_learns(text: str, value: int) -> None:
    assert work_out(text) == value


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("us debt / us households", ["us debt", "us households"]),
        ("12% of uk gdp", ["12%", "uk gdp"]),
        ("1M / us labour force", ["1M", "us labour force"]),
        ("gdp of france per person in 1990", ["gdp of france", "person in 1990"]),
        ("Coca-Cola revenue * 2", ["Coca-Cola revenue", "2"]),
        ("exxon revenue x 3", ["exxon revenue", "3"]),
        ("(a - b) / 16 years", ["a", "b", "16 years"]),
    ],
)
def test_what_stands_between_two_signs_is_a_term(text: str, names: list[str]) -> None:
    assert [term.text for term in list_terms(parse_expression(text))] == names


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "the end is missing"),
        ("2 +", "the end is missing"),
        ("* 3", "something is missing before “*”"),
        ("(2 + 3", "a bracket is not closed"),
        ("2 + 3)", "stands where a sign is expected"),
        ("2^x", "a power must be a whole number"),
        ("2^999", "a power may be 12 at most"),
        ("2^2^2", "stands where a sign is expected"),
        ("(" * (DEEPEST + 2) + "1", "deep"),
        ("9" * (LONGEST + 1), "longer than"),
        (" + ".join("1" * (MOST_TERMS + 1)), "more than"),
    ],
)
def test_what_is_no_expression_says_why(text: str, why: str) -> None:
    with pytest.raises(ExpressionError, match=why.replace("*", r"\*")):
        parse_expression(text)


@given(st.text(alphabet="0123456789 ab()+-*/^×x%.of−per", max_size=LONGEST + 20))
def test_nothing_but_its_own_error_is_raised_and_that_at_once(text: str) -> None:
    node: Node = Term("")

    def try_it() -> None:
        nonlocal node
        with suppress(ExpressionError):
            node = parse_expression(text)

    assert calls(try_it) <= 5000
    assert len(list(list_terms(node))) <= MOST_TERMS


@given(
    st.recursive(
        st.integers(1, 99).map(str),
        lambda inner: st.tuples(inner, st.sampled_from("+-*"), inner).map(
            lambda parts: f"({parts[0]} {parts[1]} {parts[2]})"
        ),
        max_leaves=8,
    )
)
def test_what_is_bracketed_throughout_is_worked_out_from_the_inside(text: str) -> None:
    assert _depth(text) > DEEPEST or work_out(text) == _inside_out(text)


def _depth(text: str) -> int:
    deepest = level = 0
    for sign in text:
        level += (sign == "(") - (sign == ")")
        deepest = max(deepest, level)
    return deepest


def _inside_out(text: str) -> int:
    """By replacing the innermost brackets, one after the other."""
    import re

    while found := re.search(r"\((-?\d+) ([-+*]) (-?\d+)\)", text):
        left, sign, right = int(found[1]), found[2], int(found[3])
        value = left + right if sign == "+" else left - right if sign == "-" else left * right
        text = text[: found.start()] + str(value) + text[found.end() :]
    return int(text)
