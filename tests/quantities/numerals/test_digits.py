"""Separators of thousands and decimals in several countries."""

from __future__ import annotations

from fractions import Fraction

from quantities import read


def test_the_locale_decides_a_doubtful_separator() -> None:
    (english,), (german,) = read("1.200 Euro").quantities, read("1.200 Euro", locale="de").quantities
    assert (english.value, german.value) == (Fraction(6, 5), Fraction(1200))
