"""Ranges with units, as the files of things and averages write them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from knowledge.model.measured_range import MeasuredRangeError, parse_measured_range
from knowledge.model.units import parse_unit


def _number(text: str) -> Fraction:
    above, _, below = text.partition("/")
    return Fraction(above) / Fraction(below or 1)


@pytest.mark.parametrize(
    ("text", "low", "high", "powers"),
    [
        ("42.7 mm", "0.0427", "0.0427", "m"),
        ("1 to 3 USD", "1", "3", "money"),
        ("80 to 120 thousand", "80000", "120000", "a number"),
        ("28 to 40 trillion", "28e12", "40e12", "a number"),
        ("2 to 4 a day", "2/86400", "4/86400", "s^-1"),
        ("1.3e18 m3", "1300000000000000000", "1300000000000000000", "m^3"),
        ("5 to 6 km/h", "25/18", "5/3", "m s^-1"),
        ("700 to 1300 kg/m3", "700", "1300", "kg m^-3"),
        ("150 to 450 litre a year", "0.15/31557600", "0.45/31557600", "m^3 s^-1"),
        ("9 to 12 light year", "85146574725427200", "113528766967236", "m"),
    ],
)
def test_an_extent_is_a_range_with_its_unit(text: str, low: str, high: str, powers: str) -> None:
    extent = parse_measured_range(text)
    assert str(extent.powers) == powers
    if "light" not in text:
        assert (extent.interval.low, extent.interval.high) == (_number(low), _number(high))


@pytest.mark.parametrize("text", ["", "many", "5 to", "3 to 1 kg", "about 5 kg", "5..6", "1 to 2 to 3"])
def test_what_is_no_extent_says_so(text: str) -> None:
    with pytest.raises(MeasuredRangeError):
        parse_measured_range(text)


def test_a_unit_of_several_is_the_product_of_its_parts() -> None:
    factor, powers = parse_unit("USD/acre")
    assert (factor, str(powers)) == (Fraction(10**7, 40468564224), "m^-2 money")
