"""Quantities as they are meant: "an hour and a half", "a 15-person team"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from quantities import Bound, Dimension, Form, Interval, Quantity, Unit, read
from quantities.model.quantity import SECONDS
from reasoning.reading.language import any_of, words

MINUTE_DIGITS = 2
IN_TWO_UNITS = frozenset({Dimension.TIME, Dimension.LENGTH, Dimension.MASS})
_HOURS_MINUTES = re.compile(r"\b(\d{1,2}) ?h ?([0-5]\d)(?: ?m(?:ins?)?)?\b")


class _Patterns(NamedTuple):
    """What may stand between the parts of one amount, and before a half of it, in the words of a language."""

    joined: re.Pattern[str]
    and_a_half: re.Pattern[str]
    beside_noun: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    both = any_of(words().and_word)
    return _Patterns(
        re.compile(rf"\s*(?:,\s*)?(?:{both}\s+)?"),
        re.compile(rf"\s+{both}\s+"),
        re.compile(rf"(?<![\w.,-])(\w+)-({any_of(words().beside_number)})(?=\s+[a-z])", re.IGNORECASE),
    )


def join_compounds(found: Sequence[Quantity], text: str) -> list[Quantity]:
    """The quantities of a text with those joined that are one, in their order."""
    joined: list[Quantity] = []
    for quantity in found:
        before = joined[-1] if joined else None
        if before is not None and _is_rest(before, quantity, text):
            joined[-1] = _sum(before, quantity, text)
        else:
            joined.append(quantity)
    taken = [one.span for one in joined]
    read = (*_hours_and_minutes(text), *_beside_nouns(text))
    extra = [one for one in read if not any(_overlap(one.span, span) for span in taken)]
    return sorted([*joined, *extra], key=lambda one: one.span)


def _is_rest(before: Quantity, quantity: Quantity, text: str) -> bool:
    """Whether a quantity goes on with the one right before it, in a smaller unit or as a part of its unit."""
    between = text[before.span[1] : quantity.span[0]]
    if before.form is not Form.AMOUNT or before.period is not None or before.is_range or quantity.is_range:
        return False
    size, part = before.unit.factor, _part_of(before, quantity, text)
    if before.unit.dimension not in IN_TWO_UNITS or size is None or quantity.bound is not Bound.EXACT:
        return False
    minutes = part == SECONDS["minute"] and quantity.unit == Unit()
    if minutes or _is_half(quantity):
        return minutes or bool(_patterns().and_a_half.fullmatch(between))
    if (
        quantity.unit.dimension is not before.unit.dimension
        or part is None
        or not _patterns().joined.fullmatch(between)
    ):
        return False
    timed = "," in between and quantity.period is not None  # "6 days, 5 hours a day"
    if timed or (between.strip() and words().beside_side & {*text[: before.span[0]].lower().split()[-1:]}):
        return False  # "3 m by 2 m and 50 cm deep"
    whole = before.value if part >= SECONDS["minute"] else before.value * 60  # "1 hour 20 minutes and 5 seconds"
    return part < size and quantity.value * part < size and whole.denominator == 1


def _part_of(before: Quantity, quantity: Quantity, text: str) -> Fraction | None:
    """The size of the unit of a quantity behind another; minutes for two digits right behind hours: "2 hours 20"."""
    number, behind = text[slice(*quantity.span)], text[quantity.span[1] :][:1]
    bare = quantity.unit == Unit() and number.isdigit() and len(number) == MINUTE_DIGITS and number < "60"
    apart = text[before.span[1] : quantity.span[0]] != " " or behind in (":", "%")
    hours = before.unit.factor == SECONDS["hour"] and before.value.denominator == 1
    return Fraction(SECONDS["minute"]) if bare and hours and not apart else quantity.unit.factor


def _is_half(quantity: Quantity) -> bool:
    """Whether it is "a half", or another fraction of what stands before it."""
    if quantity.form is not Form.RATIO or quantity.unit != Unit() or quantity.is_range:
        return False
    return 0 < quantity.value < 1 and not any(map(str.isdigit, quantity.text))


def _sum(before: Quantity, quantity: Quantity, text: str) -> Quantity:
    """Both as a quantity in the unit of the first."""
    size, part = before.unit.factor or Fraction(1), _part_of(before, quantity, text) or Fraction(1)
    ratio = Fraction(1) if _is_half(quantity) else part / size
    span = (before.span[0], quantity.span[1])
    return replace(
        before,
        stated=Interval.point(before.value + quantity.value * ratio),
        precision=max(quantity.precision, Fraction(1, 2)) * ratio if not _is_half(quantity) else Fraction(0),
        period=quantity.period,
        span=span,
        number_span=(before.number_span[0], quantity.number_span[1]),
        text=text[slice(*span)],
        alternatives=(),
    )


def _hours_and_minutes(text: str) -> list[Quantity]:
    """The times written as "2h15"."""
    return [
        Quantity(
            Interval.point(int(match[1]) + Fraction(int(match[2]), 60)),
            Unit("hour", Dimension.TIME, SECONDS["hour"]),
            precision=Fraction(1, 120),
            span=match.span(),
            number_span=match.span(),
            text=match[0],
        )
        for match in _HOURS_MINUTES.finditer(text)
    ]


def _beside_nouns(text: str) -> list[Quantity]:
    """The numbers of people and seats that say how large a single thing is: "a 15-person team"."""
    found = []
    for match in _patterns().beside_noun.finditer(text):
        number = read(match[1]).quantities
        if len(number) == 1 and number[0].unit == Unit():
            unit = Unit(match[2].lower(), Dimension.COUNT, noun=match[2].lower())
            found.append(replace(number[0], unit=unit, span=match.span(), number_span=match.span(1), text=match[0]))
    return found


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
