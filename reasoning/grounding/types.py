"""Types: units of the reader and of the measures as a factor to base units and exponents over bases."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from knowledge.model.units import CALENDAR, DEGREES, NUMBER, Exponents, exponents_of, parse_unit
from quantities import Dimension, PeriodKind, Quantity, Unit
from quantities.model.quantity import SECONDS
from reasoning.data.tables import defaults, root

MONEY = exponents_of(Dimension.MONEY)
TIME = exponents_of(Dimension.TIME)
LENGTH, MASS = exponents_of(Dimension.LENGTH), exponents_of(Dimension.MASS)
POINTS = (CALENDAR, DEGREES)  # on a scale: so many of them make nothing
PHYSICAL = frozenset({"m", "kg", "s", "byte", "money"})
_STEP = 64  # exponents lie between -31 and 31


@lru_cache(maxsize=4096)
def counted(noun: str) -> Exponents:
    """The type of a count of a noun: of nurses as of people."""
    return Exponents(((root(noun), 1),))


@lru_cache(maxsize=4096)
def measure_type(text: str, period: str | None) -> tuple[Fraction, Exponents]:
    """The factor and the type of a measure's unit; a flow is by second. Money of any currency is money, factor 1."""
    if text.startswith("per ") and text.split()[1][0].isdigit():
        count = Fraction(text.split()[1].replace(",", ""))
        factor, powers = 1 / count, NUMBER
    elif text == "percent":
        factor, powers = Fraction(1, 100), NUMBER
    elif text in defaults().plain_units:
        factor, powers = Fraction(1), Exponents(((text, 1),))
    else:
        factor, powers = parse_unit(text)
        singular = text.removesuffix("s")
        if powers == NUMBER and singular != text:
            again = parse_unit(singular)
            factor, powers = again if again[1] != NUMBER else (factor, powers)
        if powers == NUMBER and factor == 1:
            powers = counted(text.split(maxsplit=1)[0])
    if period is not None:
        factor, powers = factor / SECONDS[period], powers / TIME
    return factor, powers


def unit_type(one: Unit) -> tuple[Fraction, Exponents] | None:
    """The factor and the type of a unit that was read; None for what can't be reckoned with (temperatures)."""
    if one.dimension in (Dimension.NONE, Dimension.RATIO):
        found = Fraction(1), NUMBER
    elif one.dimension is Dimension.COUNT:
        found = Fraction(1), counted(one.noun or one.name)
    elif one.dimension is Dimension.MONEY:
        found = one.factor or Fraction(1), MONEY  # a cent is a hundredth
    elif one.dimension is Dimension.AGE:
        found = one.factor or SECONDS["year"], TIME
    elif one.factor is None and one.dimension is Dimension.OTHER and " per " not in one.name:
        found = Fraction(1), counted(one.name)  # pixels
    elif one.factor is None:
        return _of_two_units(one.name)
    else:
        found = one.factor, exponents_of(one.dimension)
        if found[1] == NUMBER:
            return None
    if one.per is None:
        return found
    below = unit_type(one.per)
    return None if below is None else (found[0] / below[0] / one.per_count, found[1] / below[1])


def _of_two_units(name: str) -> tuple[Fraction, Exponents] | None:
    """The factor and the type of a unit that its name makes of two others: "mile per gallon"; None for others."""
    above, per, below = name.partition(" per ")
    if not per:
        return None
    (factor, powers), (divisor, of) = parse_unit(above), parse_unit(below)
    return None if NUMBER in (powers, of) else (factor / divisor, powers / of)


def quantity_type(quantity: Quantity) -> tuple[Fraction, Exponents] | None:
    """Likewise of a quantity, by second where it is said per a period."""
    found = unit_type(quantity.unit)
    if found is None:
        return None
    period = quantity.period
    if period is not None and period.kind is PeriodKind.PER and period.seconds:
        return found[0] / period.seconds, found[1] / TIME
    return found


class TypeCodes:
    """Types as whole numbers, so that the type of a product is the sum of the codes."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def code(self, of: Exponents, *, physical: bool = False) -> int:
        """The number of a type; of its physical bases alone with `physical`."""
        total = 0
        for base, exponent in of.of:
            if physical and base not in PHYSICAL:
                continue
            place = self._places.setdefault(base, len(self._places))
            total += exponent * _STEP**place
        return total


def powers_of(code: int) -> int:
    """How many powers of bases a code of `TypeCodes` holds, two of one base at most."""
    total = 0
    while code:
        power = (code + _STEP // 2) % _STEP - _STEP // 2
        total += min(abs(power), 2)
        code = (code - power) // _STEP
    return total


def count_bases(of: Exponents) -> dict[str, int]:
    """The counted nouns of a type with their exponents."""
    return {base: exponent for base, exponent in of.of if base not in PHYSICAL}
