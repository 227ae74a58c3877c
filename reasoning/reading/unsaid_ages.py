"""Bare numbers that are ages of people: "30 % of the population is over 65"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from quantities import Bound, Dimension, Form, Quantity, Unit, read
from reasoning.reading.language import words

LIMITS = frozenset({Bound.MORE_THAN, Bound.LESS_THAN, Bound.AT_LEAST, Bound.AT_MOST})
YOUNGEST, OLDEST = 1, 110  # years
_WORD = re.compile(r"[a-z]+")


def as_ages(found: Sequence[Quantity], text: str) -> list[Quantity]:
    """The quantities with those as ages that are a limit without a unit, where people are spoken of and counted."""
    lows = set(_WORD.findall(text.lower()))
    if len(found) < 2 or lows.isdisjoint(words().people | words().of_an_age):
        return list(found)
    return [replace(one, unit=_year_of_age()) if _may_be_an_age(one) else one for one in found]


def _may_be_an_age(one: Quantity) -> bool:
    """Whether a number without a unit is a limit within the years of a life."""
    if one.form is not Form.AMOUNT or one.unit.dimension is not Dimension.NONE or one.unit.per is not None:
        return False
    return one.bound in LIMITS and one.period is None and YOUNGEST <= one.value <= OLDEST


@cache
def _year_of_age() -> Unit:
    """The unit that ages are read in."""
    return read("65 years old").quantities[0].unit
