"""Numbers with units that can be added, multiplied and worded: money, people, kilograms, years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_money as money
from i18n.number_format import format_number as amount
from knowledge.model.expression import ExpressionError
from knowledge.text.inflection import plural, singular
from quantities import Interval
from reasoning.wording.numbers import one_in, single

LARGEST = Fraction(10) ** 45
BASES = frozenset("m kg s byte".split())
Units = Mapping[str, int]
Shown = Mapping[str, tuple[str, Fraction]]


@dataclass(frozen=True, slots=True)
class Magnitude:
    """A value with its range and the powers of its units.

    A unit is a base unit (m, kg, s, byte), a currency ("USD") or a noun ("people", "households"). `shown` says in which
    unit, worth how many of the base, people want to see a base unit.
    """

    value: Fraction
    interval: Interval
    units: Units = field(default_factory=dict)
    shown: Shown = field(default_factory=dict)

    @property
    def nouns(self) -> set[str]:
        return {unit for unit in self.units if is_noun(unit)}


def is_noun(unit: str) -> bool:
    return unit not in BASES and not is_currency(unit)


def is_currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def join(sign: str, left: Magnitude, right: Magnitude) -> Magnitude:
    """Raises NoExpression where the two can't be joined, or the result is beyond all use."""
    made = _sum(sign, left, right) if sign in "+-" else _product(sign, left, right)
    if abs(made.value) > LARGEST:
        raise ExpressionError(say("the result is too large"))
    return made


def power(base: Magnitude, exponent: int) -> Magnitude:
    made = Magnitude(Fraction(1), Interval.point(1))
    for _ in range(exponent):
        made = join("*", made, base)
    return made


def _sum(sign: str, left: Magnitude, right: Magnitude) -> Magnitude:
    units = left.units or right.units
    if left.units and right.units and dict(left.units) != dict(right.units):
        signs = {"+": say("added"), "-": say("subtracted")}
        raise ExpressionError(
            say("{one} and {two} can't be {joined}", one=unit_words(left), two=unit_words(right), joined=signs[sign])
        )
    value = left.value + right.value if sign == "+" else left.value - right.value
    interval = left.interval + right.interval if sign == "+" else left.interval - right.interval
    return Magnitude(value, interval, units, {**right.shown, **left.shown})


def _product(sign: str, left: Magnitude, right: Magnitude) -> Magnitude:
    shown = {**right.shown, **left.shown}
    if sign == "*":
        units = _merged(left.units, right.units, 1)
        return Magnitude(left.value * right.value, left.interval * right.interval, units, shown)
    low, high = right.interval.low, right.interval.high
    if right.value == 0 or low is None or high is None or low <= 0 <= high:
        raise ExpressionError(say("nothing can be divided by zero"))
    share = not left.units and right.units and all(map(is_noun, right.units))  # "1M / labour force" is a share of it
    units = {} if share else _merged(left.units, right.units, -1)
    return Magnitude(left.value / right.value, left.interval / right.interval, units, shown)


def _merged(left: Units, right: Units, sign: int) -> dict[str, int]:
    """The powers of a product. A noun times what each of it has goes: people × kg is kg, and × $ per head is $."""
    units = dict(left)
    for unit, n in right.items():
        units[unit] = units.get(unit, 0) + sign * n
    units = {unit: n for unit, n in units.items() if n}
    above = [unit for unit, n in units.items() if n > 0]
    nouns = [unit for unit in above if is_noun(unit)]
    if len(nouns) < len(above):
        return {unit: n for unit, n in units.items() if unit not in nouns}
    return {unit: n if unit not in nouns else 1 for unit, n in units.items() if unit not in nouns[1:]}


# --- words


def worded(magnitude: Magnitude, value: Fraction | None = None) -> str:
    """The value, or another of the same unit, with its unit in words: "$287,000 per household"."""
    number = magnitude.value if value is None else value
    above = {unit: n for unit, n in magnitude.units.items() if n > 0}
    below = {unit: -n for unit, n in magnitude.units.items() if n < 0}
    for unit, n in magnitude.units.items():
        number /= magnitude.shown.get(unit, ("", Fraction(1)))[1] ** n
    per = "".join(f" {say('per {unit}', unit=_one(magnitude, unit, n))}" for unit, n in below.items())
    currency = next((unit for unit in above if is_currency(unit)), None)
    if currency and above == {currency: 1}:
        return money(number, currency, 3) + per
    names = " ".join(_many(magnitude, unit, n) for unit, n in above.items())
    small = not magnitude.units and 0 < number < Fraction(1, 3)
    share = f" ({one_in(Interval.point(number))})" if small else ""
    return " ".join(part for part in (amount(number, 3), names) if part) + per + share


def unit_words(magnitude: Magnitude) -> str:
    """The unit alone: "kg", "people", "USD per year"; "a bare number" where there is none."""
    above = " ".join(_many(magnitude, unit, n) for unit, n in magnitude.units.items() if n > 0)
    below = "".join(
        f" {say('per {unit}', unit=_one(magnitude, unit, -n))}" for unit, n in magnitude.units.items() if n < 0
    )
    return (above + below).strip() or say("a bare number")


def _many(magnitude: Magnitude, unit: str, n: int) -> str:
    name = magnitude.shown.get(unit, (unit, Fraction(1)))[0]
    name = single(plural(singular(name)) if len(name) > 2 and not is_currency(name) else name)
    return name if n == 1 else f"{name}{'²' if n == 2 else '³' if n == 3 else f'^{n}'}"


def _one(magnitude: Magnitude, unit: str, n: int) -> str:
    name = single(singular(magnitude.shown.get(unit, (unit, Fraction(1)))[0]))
    return name if n == 1 else f"{name}{'²' if n == 2 else '³' if n == 3 else f'^{n}'}"
