"""The number that a sentence claims, in base units, as a formula would estimate it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from knowledge.model.units import NUMBER, Exponents, exponents_of
from knowledge.validation.formulas import CLAIM
from quantities import Bound, Dimension, Form, Interval, PeriodKind, Quantity
from reckoning.chain.outline import Mark, is_near

KILOCALORIE = Fraction(4184)  # joules: what people call a calorie of food
RATES = {Dimension.LENGTH: "speed", Dimension.ENERGY: "power"}  # what they are by the hour
DOLLARS = (None, "", "USD")


@dataclass(frozen=True, slots=True)
class Stated:
    """`factor` turns the number as written into base units, by second where it is by a period."""

    interval: Interval
    factor: Fraction
    powers: Exponents


def stated(quantity: Quantity, estimates: str, counted: tuple[Mark, ...], roles: dict[str, Mark]) -> Stated | None:
    """None where the formula does not estimate such a number; see Chain for `estimates`."""
    rule = CLAIM.fullmatch(estimates)
    assert rule is not None
    if rule["role"]:
        is_counted = any(mark.span == roles[rule["role"]].span for mark in counted)
        return scaled(quantity, Fraction(1), NUMBER) if is_counted else None
    kind = rule["kind"]
    if kind == "multiple":
        return scaled(quantity, Fraction(1), NUMBER) if quantity.form is Form.MULTIPLE else None
    if quantity.form is not Form.AMOUNT or quantity.unit.per is not None:
        return None
    if quantity.unit.dimension in (Dimension.COUNT, Dimension.NONE):
        return scaled(quantity, Fraction(1), NUMBER) if kind in ("any", "count") else None
    return _measured(quantity, kind, is_thing=bool(counted))


def _measured(quantity: Quantity, kind: str, *, is_thing: bool) -> Stated | None:
    """Of money, a length, a mass; "1,200 pennies" are things and no money."""
    dimension = quantity.unit.dimension
    if kind not in ("any", dimension.value, RATES.get(dimension)):
        return None
    if dimension is Dimension.MONEY:
        is_dollars = quantity.unit.currency in DOLLARS and quantity.unit.factor is None
        return scaled(quantity, Fraction(1), exponents_of(dimension)) if is_dollars and not is_thing else None
    factor = KILOCALORIE if quantity.unit.name == "calorie" else quantity.unit.factor
    return None if factor is None else scaled(quantity, factor, exponents_of(dimension))


def scaled(quantity: Quantity, factor: Fraction, powers: Exponents) -> Stated:
    """In base units; by second where its period stands beside it. "As much as 5" is 5."""
    period = quantity.period
    if period is not None and period.kind is PeriodKind.PER and period.seconds and is_near(quantity):
        factor, powers = factor / period.seconds, powers / exponents_of(Dimension.TIME)
    said = replace(quantity, bound=Bound.EXACT) if quantity.bound is Bound.UP_TO else quantity
    return Stated(said.interval * Interval.point(factor), factor, powers)
