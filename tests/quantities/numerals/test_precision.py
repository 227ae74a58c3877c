"""The precision that a written number implies."""

from __future__ import annotations

from fractions import Fraction

import pytest

from quantities import read


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("28 million people", 500_000),
        ("1 million people", 50_000),
        ("40,000 people", 2_000),
        ("41,235 people", Fraction(1, 2)),
        ("3 people", 0),
        ("3.25%", Fraction(1, 200)),
        ("20%", Fraction(1, 2)),
        ("two thirds of people", 0),
    ],
)
def test_precision(text: str, precision: Fraction) -> None:
    (quantity,) = read(text).quantities
    assert quantity.precision == precision
