"""Units of the knowledge in their base units, so that a quantity can be set against a stored figure."""

from __future__ import annotations

from fractions import Fraction

from quantities import Dimension, Form, Interval, Quantity

# Exact by definition (SI, and the international foot of 1959); a year is the Julian one of 365.25 days.
UNITS = {
    "m": (Dimension.LENGTH, Fraction(1)),
    "km": (Dimension.LENGTH, Fraction(1000)),
    "m2": (Dimension.AREA, Fraction(1)),
    "km2": (Dimension.AREA, Fraction(10**6)),
    "m3": (Dimension.VOLUME, Fraction(1)),
    "km3": (Dimension.VOLUME, Fraction(10**9)),
    "kg": (Dimension.MASS, Fraction(1)),
    "t": (Dimension.MASS, Fraction(1000)),
    "m/s": (Dimension.SPEED, Fraction(1)),
    "s": (Dimension.TIME, Fraction(1)),
    "J": (Dimension.ENERGY, Fraction(1)),
    "W": (Dimension.POWER, Fraction(1)),
    "kWh": (Dimension.ENERGY, Fraction(3_600_000)),
    "years": (Dimension.TIME, Fraction(31_557_600)),
    "year": (Dimension.TIME, Fraction(31_557_600)),
}
BILLION = 10**9
PERCENT = ("%", "percent")


def fits(quantity: Quantity, unit: str) -> bool:
    """Whether a quantity can be of a stored unit. Percent and ratios fit nothing but a percentage."""
    dimension = quantity.unit.dimension
    if quantity.form is not Form.AMOUNT:
        return quantity.form is Form.PERCENT and unit in PERCENT
    if len(unit) == 3 and unit.isupper():
        bare = dimension is Dimension.NONE and quantity.value >= BILLION
        return dimension is Dimension.MONEY or bare  # "federal debt hit 36 trillion"
    if unit in PERCENT:
        return dimension is Dimension.NONE and quantity.value <= 100
    if unit in UNITS:
        return dimension is UNITS[unit][0]
    return dimension in (Dimension.COUNT, Dimension.NONE)


def base_factor(quantity: Quantity, unit: str) -> Interval | None:
    """What turns the quantity's number into a stored unit; None where the two don't fit.

    A counted noun fits any count.
    """
    if quantity.unit.dimension in (Dimension.COUNT, Dimension.NONE):
        return None if unit in UNITS else Interval.point(1)
    if quantity.unit.dimension is Dimension.RATIO:
        return Interval.point(1) if unit in PERCENT else None
    if quantity.unit.factor is None or unit not in UNITS:
        return None
    return Interval.point(quantity.unit.factor / UNITS[unit][1])
