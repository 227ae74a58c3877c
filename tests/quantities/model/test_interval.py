"""Arithmetic on intervals keeps every number it should and the openness of their ends."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quantities import Interval

NUMBER = st.fractions(min_value=-1000, max_value=1000, max_denominator=50)
SHARE = st.fractions(min_value=0, max_value=1, max_denominator=50)


@st.composite
def closed(draw: st.DrawFn) -> Interval:
    low, high = sorted([draw(NUMBER), draw(NUMBER)])
    return Interval(low, high)


def _inside(interval: Interval, share: Fraction) -> Fraction:
    assert interval.low is not None
    assert interval.high is not None
    return interval.low + (interval.high - interval.low) * share


@given(closed(), closed(), SHARE, SHARE)
def test_the_result_holds_what_its_members_give(a: Interval, b: Interval, x: Fraction, y: Fraction) -> None:
    first, second = _inside(a, x), _inside(b, y)
    assert first + second in a + b
    assert first - second in a - b
    assert first * second in a * b
    assert -first in -a


@given(closed(), closed(), SHARE, SHARE)
def test_division(a: Interval, b: Interval, x: Fraction, y: Fraction) -> None:
    assert b.low is not None
    assert b.high is not None
    assume(b.low > 0 or b.high < 0)
    assert _inside(a, x) / _inside(b, y) in a / b


def test_zero_inside_divides_nothing() -> None:
    with pytest.raises(ZeroDivisionError):
        Interval.point(1) / Interval(Fraction(-1), Fraction(1))
    with pytest.raises(ZeroDivisionError):
        Interval.point(1) / Interval.point(0)


def test_open_ends_stay_open() -> None:
    fewer = Interval(Fraction(0), Fraction(300_000), high_open=True)
    assert Interval.point(900_000) / fewer == Interval(Fraction(3), None, low_open=True)
    assert 3 not in Interval.point(900_000) / fewer
    more = Interval(Fraction(10), None, low_open=True)
    assert Interval.point(100) / more == Interval(Fraction(0), Fraction(10), low_open=True, high_open=True)


def test_below_and_overlaps() -> None:
    low, high = Interval(Fraction(0), Fraction(5), high_open=True), Interval(Fraction(5), Fraction(9))
    assert low.below(high)
    assert not low.overlaps(high)
    assert high.overlaps(Interval.point(5))


def test_ends_in_the_wrong_order() -> None:
    with pytest.raises(ValueError, match="down to"):
        Interval(Fraction(2), Fraction(1))
