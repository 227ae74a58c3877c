"""Reads a range with its unit, as files of things and averages write it: "42.7 mm", "80 to 120 kg a year"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from knowledge.model.numbers import parse_amount
from knowledge.model.units import Exponents, exponents_of, parse_unit
from quantities import Dimension, Interval
from quantities.model.quantity import SECONDS

_NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?(?:e[0-9]{1,2}|e-[0-9]{1,2})?(?: (?:thousand|million|billion|trillion))?"
PATTERN = (
    rf"^(-?{_NUMBER})(?: to (-?{_NUMBER}))?"
    r"(?: (?!to\b|an? |per )([^0-9 ][^ ]*(?: (?!an? |per )[^0-9 ]+)*))?"
    r"(?: (?:a|an|per) (second|minute|hour|day|week|month|year|decade))?$"
)
BEFORE = "BC"  # years that are counted down: "2600 to 2560 BC"
_EXTENT = re.compile(PATTERN)


class MeasuredRangeError(ValueError):
    """The text is no number with a range and a unit."""


@dataclass(frozen=True, slots=True)
class MeasuredRange:
    """A range; `interval` is in base units, by second if it has a `period`, `low` and `high` as written, in `unit`."""

    interval: Interval
    powers: Exponents
    low: Fraction
    high: Fraction
    unit: str = ""
    period: str = ""
    factor: Fraction = Fraction(1)  # base units in one of what is written, by second if it has a period

    @property
    def middle(self) -> Fraction:
        return (self.low + self.high) / 2


@lru_cache(maxsize=4096)
def parse_measured_range(text: str) -> MeasuredRange:
    """Returns the range that a text such as "1 to 3 kg a day" gives. Raises MeasuredRangeError."""
    found = _EXTENT.match(" ".join(text.split()))
    if found is None:
        raise MeasuredRangeError(
            f"'{text}' is not a number with its unit, such as 42.7 mm, 1 to 3 USD, 80 to 120 kg a year"
        )
    low, high = _ends(found[1], found[2] or found[1])
    if low != high and (low > high) != (found[3] == BEFORE):
        raise MeasuredRangeError(f"'{text}' runs from more to less")
    written, period = found[3] or "", found[4] or ""
    factor, powers = parse_unit(written)
    if period:
        factor, powers = factor / SECONDS[period], powers / exponents_of(Dimension.TIME)
    return MeasuredRange(Interval(low * factor, high * factor), powers, low, high, written, period, factor)


def _ends(first: str, last: str) -> tuple[Fraction, Fraction]:
    """Returns low and high; the scale of the second holds for the first if that has none: "80 to 150 thousand"."""
    scale = last.partition(" ")[2]
    if scale and " " not in first:
        first = f"{first} {scale}"
    return _number(first), _number(last)


def _number(text: str) -> Fraction:
    if text.startswith("-"):
        return -_number(text[1:])
    scaled = re.fullmatch(r"([0-9.,]+)e(-?[0-9]{1,2})", text)
    if scaled:
        return Fraction(scaled[1].replace(",", "")) * Fraction(10) ** int(scaled[2])
    return parse_amount(text)
