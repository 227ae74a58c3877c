"""A figure that may be nought or below it divides nothing: the claim is answered all the same."""

from __future__ import annotations

from fractions import Fraction

from quantities import Interval
from reckoning.formula import Formula

RATIO = Formula("ratio = first / second")


def test_what_may_be_divided_by_nought_may_be_anything() -> None:
    second = Interval(Fraction(-1), Fraction(4))
    assert RATIO.reckon("ratio", first=Interval.point(3), second=second) == Interval(None, None)
    assert RATIO.reckon("ratio", first=Interval.point(3), second=Interval.point(4)) == Interval.point(Fraction(3, 4))
