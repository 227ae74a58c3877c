"""Separators of thousands and decimals in several countries."""

from __future__ import annotations

from fractions import Fraction

import pytest

from quantities import read


def test_the_locale_decides_a_doubtful_separator() -> None:
    (english,), (german,) = read("1.200 kg").quantities, read("1.200 kg", locale="de").quantities
    assert (english.value, german.value) == (Fraction(6, 5), Fraction(1200))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.200 Euro", 1200),
        ("€250.000", 250_000),
        ("3.400 euros a month", 3400),
        ("1.200 kroner", 1200),
        ("1.859 euros a litre", Fraction("1.859")),
        ("0.925 euros", Fraction("0.925")),
        ("1.20 Euro", Fraction("1.2")),
        ("$1.200", Fraction("1.2")),
    ],
)
def test_a_dot_sets_thousands_apart_where_the_money_is_so_written(text: str, value: Fraction) -> None:
    (one,) = read(text).quantities
    assert one.value == value
