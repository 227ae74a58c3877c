"""Marks the quantities found in a text, and describes each below it."""

from __future__ import annotations

import quantities
from quantities import DATE, Bound, Direction, PeriodKind, Quantity


def mark_quantities(text: str) -> str:
    """Returns the text with [brackets] around each quantity, then a line for each of its readings.

    >>> print(mark_quantities("It rose by 5%."))
    It rose by [5%].
    <BLANKLINE>
    1. 5 percent, up by
    """
    found = quantities.read(text).quantities
    if not found:
        return f"{text}\n\nNo quantity found." if text.strip() else "No quantity found."
    listed = [line for number, quantity in enumerate(found, start=1) for line in _describe_readings(number, quantity)]
    return "\n".join([_add_brackets(text, found), "", *listed])


def _add_brackets(text: str, found: tuple[Quantity, ...]) -> str:
    pieces, done = [], 0
    for quantity in sorted(found, key=lambda one: one.span):
        start, end = quantity.span
        if start < done:
            continue
        pieces += [text[done:start], "[", text[start:end], "]"]
        done = end
    return "".join([*pieces, text[done:]])


def _describe_readings(number: int, quantity: Quantity) -> list[str]:
    first = f"{number}. {describe_quantity(quantity)}"
    return [first, *(f"   or {describe_quantity(other)}" for other in quantity.alternatives)]


def describe_quantity(quantity: Quantity) -> str:
    """Returns a quantity in words: "about 1,000,000 job, up by, over 5 year"."""
    bound = "" if quantity.bound is Bound.EXACT else f"{quantity.bound} "
    if quantity.unit == DATE:
        return f"{DATE.name}: {quantity.text}"
    parts = [f"{bound}{_format_value(quantity)} {quantity.unit_name}".strip()]
    if quantity.direction is not Direction.NONE:
        parts.append(f"{quantity.direction} {quantity.role}")
    if quantity.period is not None and quantity.period.kind is not PeriodKind.PER:
        period = quantity.period
        parts.append(f"{period.kind} {period.year or f'{period.count} {period.unit}'}")
    return ", ".join(parts)


def _format_value(quantity: Quantity) -> str:
    low, high = quantity.stated.low, quantity.stated.high
    ends = [end for end in (low, high) if end is not None]
    return " to ".join(dict.fromkeys(_format_fraction(end.numerator, end.denominator) for end in ends))


def _format_fraction(numerator: int, denominator: int) -> str:
    if denominator == 1:
        return f"{numerator:,}" if abs(numerator) < 10**15 else f"{float(numerator):.6g}"
    return f"{numerator / denominator:,.6g}"
