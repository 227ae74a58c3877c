"""The JSON object of a quantity, as `addsup read` prints it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from quantities.model.quantity import Bound, Direction, Form, Period, PeriodKind, Quantity, Role

_UNIT_WORDS = {"percent": "percentage", "time": "count"}
_CHANGES: dict[Bound, str] = {
    Bound.EXACT: "=",
    Bound.ABOUT: "~",
    Bound.NEARLY: "~",
    Bound.AT_LEAST: ">",
    Bound.MORE_THAN: ">",
    Bound.AT_MOST: "<",
    Bound.LESS_THAN: "<",
    Bound.UP_TO: "<",
}


def to_json(quantity: Quantity) -> dict[str, Any]:
    """Returns a quantity as an object that JSON can hold: value, unit, change, span, and what else is not plain.

    `value` is a number, or [low, high] for a range; `change` is "=", "~", ">", "<", "up" or "down"; `bound`, `form`,
    `period` and `alternatives` are there only if they say something. A period that is said elsewhere in the sentence is
    no part of the unit.
    """
    found: dict[str, Any] = {"value": _value(quantity), "unit": unit_words(quantity), "change": _change(quantity)}
    if quantity.bound is not Bound.EXACT:
        found["bound"] = str(quantity.bound)
    if quantity.form in (Form.RATIO, Form.MULTIPLE):
        found["form"] = str(quantity.form)
    if quantity.period is not None:
        found["period"] = _period(quantity.period)
    if quantity.alternatives:
        found["alternatives"] = [{"value": _value(other), "unit": unit_words(other)} for other in quantity.alternatives]
    found["span"] = list(quantity.span)
    return found


def _value(quantity: Quantity) -> float | int | list[float | int]:
    low, high = quantity.stated.low, quantity.stated.high
    assert low is not None
    assert high is not None
    return [_number(low), _number(high)] if quantity.is_range else _number(low)


def _number(value: Fraction) -> float | int:
    return value.numerator if value.denominator == 1 else float(value)


def unit_words(quantity: Quantity) -> str:
    """Returns the unit in words, with its denominator and with a rate that stands right beside it."""
    unit, words = quantity.unit, _UNIT_WORDS.get(quantity.unit.name, quantity.unit.name)
    if unit.per is not None:
        count = "" if unit.per_count == 1 else f"{unit.per_count} "
        words += f" per {count}{unit.per.name}"
    period = quantity.period
    if period is not None and period.kind is PeriodKind.PER and period.count is not None:
        beside = quantity.span[0] <= period.span[0] and period.span[1] <= quantity.span[1]
        count = "" if period.count == 1 else f"{period.count} "
        words += f" per {count}{period.unit}" if beside else ""
    return words.strip()


def _change(quantity: Quantity) -> str:
    sign = _CHANGES[quantity.bound]
    if sign != "=" or quantity.role is not Role.BY or quantity.direction is Direction.NONE:
        return sign
    return str(quantity.direction)


def _period(period: Period) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": str(period.kind)}
    if period.year is not None:
        found["year"] = period.year
    if period.count is not None:
        found |= {"count": _number(period.count), "unit": period.unit}
    found["span"] = list(period.span)
    return found
