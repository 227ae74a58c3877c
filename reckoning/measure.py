"""A measure as it is said, in one unit or in several: "5 feet 10 inches"."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from i18n.language import say, translatable
from i18n.number_format import format_number as amount
from quantities import Interval, PeriodKind, Quantity
from reasoning.wording.numbers import counted, several, single
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

JOINED = re.compile(r"\s*(?:,\s*|and\s+|&\s*|,\s*and\s+)?")
SUMMED = (-1, -1)  # the place of a number that stands nowhere: the sum of a measure's parts


def parts_from(case: Case, run: list[Statement]) -> list[Statement]:
    """The statements from the first on that make one measure, in either direction: "5 feet 10 inches"."""
    parts = run[:1]
    for statement in run[1:]:
        one, other = sorted((parts[-1], statement), key=lambda s: s.span)
        larger, smaller = one.quantity.unit, other.quantity.unit
        joined = JOINED.fullmatch(case.scene.text[one.span[1] : other.span[0]])
        fits = larger.dimension is smaller.dimension and larger.factor and smaller.factor
        plain = all(q.period is None and q.unit.per is None and not q.is_range for q in (one.quantity, other.quantity))
        if not joined or not fits or not plain or (larger.factor or 0) <= (smaller.factor or 0):
            break
        if other.quantity.value * (smaller.factor or 0) >= (larger.factor or 0):
            break
        parts.append(statement)
    return parts


def summed(parts: list[Statement]) -> Quantity:
    """One quantity of all the parts, in the unit of the first."""
    first = parts[0].quantity
    if len(parts) == 1 or not first.unit.factor:
        return first
    total = sum((p.quantity.value * (p.quantity.unit.factor or 0) for p in parts), Fraction(0)) / first.unit.factor
    words = " ".join(worded(p.quantity.value, p.quantity) for p in parts)
    return replace(first, stated=Interval.point(total), precision=Fraction(0), text=words, number_span=SUMMED)


SIGNS = {"celsius": "°C", "fahrenheit": "°F", "kelvin": "K"}
PLAIN = {
    "pound-mass": (translatable("pound"), translatable("pounds")),
    "stone": (translatable("stone"), translatable("stone")),
}


def said(quantity: Quantity) -> str:
    """A quantity as it was said: "5 feet 10 inches" where it has parts."""
    return quantity.text if quantity.number_span == SUMMED else worded(quantity.value, quantity, 4)


def worded(number: Fraction, quantity: Quantity, figures: int = 3) -> str:
    """A number in the unit of a quantity: "8.05 kilometres", "356 °F"."""
    name, period = quantity.unit.name, quantity.period
    if name in PLAIN:
        return counted(number, say(PLAIN[name][number != 1]), figures)
    if period is not None and period.kind is PeriodKind.PER:
        name += f" per {period.unit}"
    if name in SIGNS:
        return f"{amount(number, figures)} {SIGNS[name]}"
    return counted(number, single(name) if number == 1 else several(name), figures)
