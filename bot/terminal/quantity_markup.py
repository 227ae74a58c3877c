"""A text with the quantities that were found in it marked, and each in words below."""

from __future__ import annotations

import quantities
from quantities import DATE, Bound, Direction, PeriodKind, Quantity


def marked(text: str) -> str:
    """The text with [brackets] around what was read, then a line for each quantity and each other reading of it."""
    found = quantities.read(text).quantities
    if not found:
        return f"{text}\n\nNo quantity found." if text.strip() else "No quantity found."
    listed = [line for number, quantity in enumerate(found, start=1) for line in _lines(number, quantity)]
    return "\n".join([_bracketed(text, found), "", *listed])


def _bracketed(text: str, found: tuple[Quantity, ...]) -> str:
    pieces, done = [], 0
    for quantity in sorted(found, key=lambda one: one.span):
        start, end = quantity.span
        if start < done:
            continue
        pieces += [text[done:start], "[", text[start:end], "]"]
        done = end
    return "".join([*pieces, text[done:]])


def _lines(number: int, quantity: Quantity) -> list[str]:
    first = f"{number}. {in_words(quantity)}"
    return [first, *(f"   or {in_words(other)}" for other in quantity.alternatives)]


def in_words(quantity: Quantity) -> str:
    """What was understood: "about 1,000,000 job, up, over 5 year"."""
    bound = "" if quantity.bound is Bound.EXACT else f"{quantity.bound} "
    if quantity.unit == DATE:
        return f"{DATE.name}: {quantity.text}"
    parts = [f"{bound}{_number(quantity)} {quantity.unit_name}".strip()]
    if quantity.direction is not Direction.NONE:
        parts.append(f"{quantity.direction} {quantity.role}")
    if quantity.period is not None and quantity.period.kind is not PeriodKind.PER:
        period = quantity.period
        parts.append(f"{period.kind} {period.year or f'{period.count} {period.unit}'}")
    return ", ".join(parts)


def _number(quantity: Quantity) -> str:
    low, high = quantity.stated.low, quantity.stated.high
    ends = [end for end in (low, high) if end is not None]
    return " to ".join(dict.fromkeys(_decimal(end.numerator, end.denominator) for end in ends))


def _decimal(numerator: int, denominator: int) -> str:
    if denominator == 1:
        return f"{numerator:,}" if abs(numerator) < 10**15 else f"{float(numerator):.6g}"
    return f"{numerator / denominator:,.6g}"
