"""Writes units as powers of base units, so that products can be checked: J is kg m² s⁻², USD/acre is USD m⁻²."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from quantities import Dimension
from quantities.model.quantity import SECONDS
from quantities.units.physical_units import BY_NAME, SYMBOLS, WORDS

_BASES: dict[Dimension, dict[str, int]] = {
    Dimension.LENGTH: {"m": 1},
    Dimension.AREA: {"m": 2},
    Dimension.VOLUME: {"m": 3},
    Dimension.MASS: {"kg": 1},
    Dimension.TIME: {"s": 1},
    Dimension.SPEED: {"m": 1, "s": -1},
    Dimension.ENERGY: {"kg": 1, "m": 2, "s": -2},
    Dimension.POWER: {"kg": 1, "m": 2, "s": -3},
    Dimension.DATA: {"byte": 1},
    Dimension.MONEY: {"money": 1},
}
_CURRENCY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Exponents:
    """Base units with their powers, sorted: (("kg", 1), ("m", -3)); a bare number has none."""

    of: tuple[tuple[str, int], ...] = ()

    def __mul__(self, other: Exponents) -> Exponents:
        return self._with(other, 1)

    def __truediv__(self, other: Exponents) -> Exponents:
        return self._with(other, -1)

    def __pow__(self, power: int) -> Exponents:
        return Exponents(tuple((base, n * power) for base, n in self.of) if power else ())

    def _with(self, other: Exponents, sign: int) -> Exponents:
        powers = dict(self.of)
        for base, n in other.of:
            powers[base] = powers.get(base, 0) + sign * n
        return Exponents(tuple(sorted((base, n) for base, n in powers.items() if n)))

    def __str__(self) -> str:
        return " ".join(base if n == 1 else f"{base}^{n}" for base, n in self.of) or "a number"


NUMBER = Exponents()
DEGREES, CALENDAR = Exponents((("degC", 1),)), Exponents((("calendar", 1),))  # points on a scale
OF_THE_CALENDAR = {"year": "{0}", "AD": "{0}", "BC": "{0} BC"}  # how a year is written by its unit: "1989", "44 BC"


def exponents_of(dimension: Dimension) -> Exponents:
    """Returns the exponents of a dimension; a count is a bare number."""
    return Exponents(tuple(sorted(_BASES.get(dimension, {}).items())))


KINDS: dict[str, Exponents] = {dimension.value: exponents_of(dimension) for dimension in _BASES} | {
    "count": NUMBER,
    "number": NUMBER,
    "multiple": NUMBER,
    "calendar": CALENDAR,
    "degC": DEGREES,
}


# Units that no message is read in: shares, and points on a scale; a year of the calendar is so many years of seconds.
_OWN: dict[str, tuple[Fraction, Exponents]] = {
    "%": (Fraction(1, 100), NUMBER),
    "degC": (Fraction(1), DEGREES),
    "AD": (SECONDS["year"], CALENDAR),
    "BC": (-SECONDS["year"], CALENDAR),
}


@lru_cache(maxsize=4096)  # some hundred units stand behind all ranges of the knowledge
def parse_unit(text: str) -> tuple[Fraction, Exponents]:
    """Returns the factor to base units and the powers of a unit such as "kg", "km/h", "USD/acre", "words/min".

    A word that is no unit counts something, and is a bare number. Money of any currency is "money" with factor 1.

    >>> parse_unit("km/h")
    (Fraction(5, 18), Exponents(of=(('m', 1), ('s', -1))))
    """
    factor, powers = Fraction(1), NUMBER
    known = SYMBOLS.get(text) or BY_NAME.get(text)
    parts = [text] if known is not None and known.factor else text.split("/")
    for at, part in enumerate(parts):
        one, of = _simple(part.strip())
        factor, powers = (factor / one, powers / of) if at else (factor * one, powers * of)
    return factor, powers


def _simple(text: str) -> tuple[Fraction, Exponents]:
    if text in _OWN:
        return _OWN[text]
    if _CURRENCY.fullmatch(text):
        return Fraction(1), exponents_of(Dimension.MONEY)
    known = SYMBOLS.get(text) or WORDS.get(tuple(text.split()))
    if known is None or known.factor is None:
        return Fraction(1), NUMBER
    return known.factor, exponents_of(known.dimension)
