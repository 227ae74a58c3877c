"""Numbers as knowledge files write them, read exactly or refused with a suggestion."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.model.numbers import NumberFormatError, parse_amount, parse_amount_with_unit


@pytest.mark.parametrize(
    ("written", "exact"),
    [
        ("0", 0),
        ("36446", 36_446),
        ("36,446", 36_446),
        ("1,373,541,278", 1_373_541_278),
        ("159.2 million", 159_200_000),
        ("159.2million", 159_200_000),
        ("124.3k", 124_300),
        ("1.2e9", 1_200_000_000),
        ("1.989E30", 1989 * 10**27),
        ("6.7e-11", Fraction(67, 10**12)),
        ("50bn", 50 * 10**9),
        ("50 bn", 50 * 10**9),
        ("50B", 50 * 10**9),
        ("3 mln", 3_000_000),
        ("4.2 trillion", 42 * 10**11),
        ("0.1", Fraction(1, 10)),
        ("-89.2", Fraction(-892, 10)),
        ("012", 12),
        ("$3.5bn", 35 * 10**8),
        ("4.7%", Fraction(47, 10)),
        ("9.5 million km2", 9_500_000),
    ],
)
def test_reads(written: str, exact: int | Fraction) -> None:
    assert parse_amount(written) == exact


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("124k3", "'124k3' is not a number. Did you mean '124.3k'?"),
        ("3,5 million", "Did you mean '3.5 million'?"),
        ("36 446", "Did you mean '36446'?"),
        ("1.234.567", "Did you mean '1234567'?"),
        ("~48 million", "Did you mean '48 million'?"),
        ("1,2,3", "Did you mean '123'?"),
        ("€50bn", "has the sign of a currency in it: write the number alone"),
        ("l2", "Did you mean '12'?"),
        ("many", "expected one like 36,446"),
        ("", "is not a number"),
        ("1/3", "is not a number"),
        ("9**9**9", "is not a number"),
        ("1e999999999", "is not a number"),
        ("12:30", "is not a number"),
        ("0x1F", "is not a number"),
        ("٣٥", "is not a number"),
        ("²", "is not a number"),
        ("1_000", "is not a number"),
        ("nan", "is not a number"),
        ("5\n", "is not a number"),
        ("9" * 61, "is too long for a number (at most 60 characters)"),
    ],
)
def test_refuses(written: str, complaint: str) -> None:
    with pytest.raises(NumberFormatError) as raised:
        parse_amount(written)
    assert complaint in str(raised.value)


def test_a_misspelt_scale_reads_as_a_unit_that_no_measure_has() -> None:
    assert parse_amount_with_unit("159.2 milion") == (Fraction("159.2"), "milion")


@given(st.integers(min_value=-(10**20), max_value=10**20))
def test_groups_of_three_are_the_same_number(number: int) -> None:
    assert parse_amount(f"{number:,}") == parse_amount(str(number)) == number


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(NumberFormatError):
        assert isinstance(parse_amount(text), Fraction)
