"""Numbers as each language writes them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from i18n.language import use_language
from i18n.number_format import format_exact, format_in_english, format_money, format_number, round_significant


@pytest.mark.parametrize(
    ("number", "figures", "language", "written"),
    [
        (0, 2, "en", "0"),
        (Fraction(7, 20), 2, "en", "0.35"),
        (Fraction(7, 20), 2, "es", "0,35"),
        (36_446, 5, "en", "36,446"),
        (36_446, 5, "es", "36.446"),
        (-36_446, 2, "en", "-36,000"),
        (159_187_000, 3, "en", "159 million"),
        (159_187_000, 3, "es", "159 millones"),
        (1_500_000_000, 2, "en", "1.5 billion"),
        (Fraction(5_972 * 10**21), 3, "en", "5.97 × 10²⁴"),
        (Fraction(-5_972 * 10**21), 3, "es", "-5,97 × 10²⁴"),
        (Fraction(10) ** 400, 2, "en", "1 × 10⁴⁰⁰"),  # more than a float can hold
    ],
)
def test_a_number_is_written_as_the_language_writes_it(
    number: int | Fraction, figures: int, language: str, written: str
) -> None:
    with use_language(language):
        assert format_number(Fraction(number), figures) == written


@pytest.mark.parametrize(
    ("number", "currency", "language", "written"),
    [
        (Fraction(5, 2), "USD", "en", "$2.50"),
        (1_200, "GBP", "en", "£1,200"),
        (2_000_000, "USD", "en", "$2 million"),
        (2_000_000, "CHF", "en", "2 million CHF"),
        (2_000_000, "EUR", "es", "€2 millones"),
    ],
)
def test_money_has_its_sign_or_its_code(number: int | Fraction, currency: str, language: str, written: str) -> None:
    with use_language(language):
        assert format_money(Fraction(number), currency) == written


def test_the_working_is_in_english_whatever_the_language() -> None:
    with use_language("es"):
        assert format_in_english(Fraction(36_446), 5) == "36,446"
        assert format_exact(Fraction(1_000_000, 3)) == "333,333.333333"
        assert format_exact(Fraction(1, 30_000)) == "3.33333e-05"


@pytest.mark.parametrize(
    ("number", "figures", "rounded"),
    [(0, 2, 0), (Fraction(3, 2), 1, 2), (Fraction(-3, 2), 1, -2), (149, 2, 150), (996, 2, 1000), (995, 2, 1000)],
)
def test_halves_are_rounded_away_from_zero(number: int | Fraction, figures: int, rounded: int) -> None:
    assert round_significant(Fraction(number), figures) == rounded
