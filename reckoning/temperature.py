"""Temperatures, and differences of them: "a rise of 2 °C is 3.6 °F"."""

from __future__ import annotations

import re
from fractions import Fraction

from quantities import Quantity
from reasoning.model.answer import Verdict
from reckoning.reading.statement import Statement

ZERO = Fraction(27315, 100)  # 0 °C in kelvin
FREEZING = Fraction(32)
OVEN = Fraction(100)  # °C; above it cooks round to the marks of their dial
DIAL, NEAREST = Fraction(5), Fraction(5, 2)
CHANGES = (
    r"rise|rises|drop|drops|fall|increase|decrease|change|difference|gap|warming|cooling|swing|gain|jump|variation|"
    r"range|anomaly"
)
BY = re.compile(rf"\b(?:(?:{CHANGES})(?:\s+in\s+(?:\w+\s+){{1,3}}|\s+)(?:of|by)|by|each|every|per)"
                r"\s+(?:an?\s+|about\s+|around\s+|only\s+|just\s+)*$", re.IGNORECASE)  # fmt: skip
CHANGED = re.compile(
    rf"\b(?:{CHANGES}|rose|fell|dropped|warmed|cooled|warmer|cooler|colder|hotter|higher|lower|more|less|above|below|"
    r"limit\w*|target\w*|plus|degree\s+size)\b",
    re.IGNORECASE,
)


def converted(value: Fraction, unit: str, other: str) -> Fraction:
    """A temperature in another scale."""
    kelvin = value
    if unit == "fahrenheit":
        kelvin = (value - FREEZING) * Fraction(5, 9) + ZERO
    elif unit == "celsius":
        kelvin = value + ZERO
    if other == "fahrenheit":
        return (kelvin - ZERO) * Fraction(9, 5) + FREEZING
    return kelvin - ZERO if other == "celsius" else kelvin


def step(unit: str, other: str) -> Fraction:
    """How many degrees of the other scale one degree is."""
    size = {"fahrenheit": Fraction(5, 9)}
    return size.get(unit, Fraction(1)) / size.get(other, Fraction(1))


def is_rounded(said: Fraction, reckoned: Fraction, unit: str) -> bool:
    """Whether it is rounded to a five: by the marks of an oven's dial, or to the nearest for the weather."""
    degrees = Fraction(9, 5) if unit == "fahrenheit" else Fraction(1)
    hot = converted(reckoned, unit, "celsius") > OVEN
    return said % 5 == 0 and abs(said - reckoned) <= (DIAL if hot else NEAREST) * degrees


def is_near(reckoned: Fraction, second: Quantity) -> bool:
    """Whether it may be the same in the other scale: degrees have no ratio."""
    return abs(reckoned - second.value) <= max(abs(reckoned) / 4, Fraction(10))


def reckoned_in(before: Statement, first: Quantity, second: Quantity) -> Fraction | None:
    """A temperature, or a difference of two, in the second's scale; None where it is open which of them is meant."""
    names = first.unit.name, second.unit.name
    if "degree" in names:
        return None
    level, change = converted(first.value, *names), first.value * step(*names)
    text, at = before.sentence.text, before.span[0] - before.sentence.span[0]
    if BY.search(text[:at]):
        return change
    if first.value == 1 or CHANGED.search(text):
        fits = judge(second, level) is not Verdict.DOESNT_ADD_UP
        return level if fits else change if judge(second, change) is Verdict.ADDS_UP else None
    return level


def judge(second: Quantity, reckoned: Fraction) -> Verdict:
    """By the rounding of what is said."""
    if abs(second.value - reckoned) <= max(second.precision, Fraction(1, 2)) or reckoned in second.interval:
        return Verdict.ADDS_UP
    rounded = is_rounded(second.value, reckoned, second.unit.name)
    return Verdict.PLAUSIBLE if rounded else Verdict.DOESNT_ADD_UP
