"""A bound limits the interval of its quantity."""

from __future__ import annotations

from quantities import Bound, read


def test_a_bound_opens_the_interval() -> None:
    (quantity,) = read("fewer than 300,000 people").quantities
    assert quantity.bound is Bound.LESS_THAN
    assert quantity.interval.high_open
    assert 300_000 not in quantity.interval
