"""Exact intervals with rational ends, which may be open or missing: what a claim or a figure may be."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

Number = int | Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`; an end that is None is infinitely far away.

    `low_open` and `high_open` say that the end itself is left out: "fewer than 300,000" is
    Interval(0, 300000, high_open=True), so that dividing by it gives *more than* and not *at least*.
    Raises ValueError if the ends stand in the wrong order.

    >>> Interval.point(1_000_000) / Interval(Fraction(0), Fraction(300_000), high_open=True)
    Interval(low=Fraction(10, 3), high=None, low_open=True, high_open=False)
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is not self.high and self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an interval from {self.low} down to {self.high}")

    @classmethod
    def point(cls, number: Number) -> Interval:
        """Returns the interval that holds one number only."""
        exact = number if type(number) is Fraction else Fraction(number)
        return cls(exact, exact)

    @property
    def is_point(self) -> bool:
        """Whether the interval holds one number only."""
        return self.low is not None and (self.low is self.high or self.low == self.high)

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """Both ends of an interval that has both."""
        assert self.low is not None
        assert self.high is not None
        return self.low, self.high

    @property
    def middle(self) -> Fraction | None:
        """The centre; the one end that there is where the other is missing; None where both are."""
        if self.low is None or self.high is None:
            return self.high if self.low is None else self.low
        if self.low is self.high:
            return self.low
        return (self.low + self.high) / 2

    def __contains__(self, number: Number) -> bool:
        above = self.low is None or number > self.low or (number == self.low and not self.low_open)
        below = self.high is None or number < self.high or (number == self.high and not self.high_open)
        return above and below

    def overlaps(self, other: Interval) -> bool:
        """Whether some number is in both."""
        return not (self.below(other) or other.below(self))

    def below(self, other: Interval) -> bool:
        """Whether every number here is smaller than every number of the other."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def __neg__(self) -> Interval:
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        if self._not_negative and other._not_negative:
            return self._product(other)
        if self._not_positive and not self.is_point_zero:
            return -(-self * other)
        if other._not_positive and not other.is_point_zero:
            return -(self * -other)
        if None in (self.low, self.high, other.low, other.high):
            return Interval(None, None)
        corners = [
            a * b for a in (self.low, self.high) for b in (other.low, other.high) if a is not None and b is not None
        ]
        return Interval(min(corners), max(corners))

    def __truediv__(self, other: Interval) -> Interval:
        """Returns the quotients. Raises ZeroDivisionError where the other is zero or has zero strictly inside."""
        return self * other._reciprocal()

    @property
    def is_point_zero(self) -> bool:
        """Whether the interval holds nothing but zero."""
        return self.low is not None and self.high is not None and not (self.low.numerator or self.high.numerator)

    @property
    def _not_negative(self) -> bool:
        return self.low is not None and self.low.numerator >= 0

    @property
    def _not_positive(self) -> bool:
        return self.high is not None and self.high.numerator <= 0

    @property
    def _is_closed_point(self) -> bool:
        """Whether it was made as a point, which is quick to reckon with."""
        return self.low is self.high and not (self.low_open or self.high_open)

    def _product(self, other: Interval) -> Interval:
        assert self.low is not None
        assert other.low is not None
        if self._is_closed_point and other._is_closed_point:
            return Interval.point(self.low * other.low)
        high = None if self.high is None or other.high is None else self.high * other.high
        if self.is_point_zero or other.is_point_zero:
            high = Fraction(0)
        return Interval(self.low * other.low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def _reciprocal(self) -> Interval:
        if (self._not_positive and self.high != 0) or (self.high == 0 and self.low != 0 and not self._not_negative):
            return -(Interval.point(1) / -self)
        if not self._not_negative or self.is_point_zero:
            raise ZeroDivisionError("division by an interval with zero inside")
        assert self.low is not None
        if self._is_closed_point:
            return Interval.point(1 / self.low)
        high = None if self.low == 0 else 1 / self.low
        if self.high is None:
            return Interval(Fraction(0), high, low_open=True, high_open=self.low_open)
        return Interval(1 / self.high, high, self.high_open, self.low_open and high is not None)
