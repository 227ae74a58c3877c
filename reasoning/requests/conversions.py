"""One unit in another: "1 mile in km", "100 km/h to mph", "how many feet is 2 metres"."""

from __future__ import annotations

from fractions import Fraction

from quantities import Dimension, Interval, Quantity, read
from reasoning.grounding.types import quantity_type
from reasoning.requests.phrases import pattern
from reckoning.answer import Comparison, Finding, Verdict, Vote
from reckoning.number import amount, counted, exact, several, single

INTO = r"^<conversion_openings>?\s*(?P<given>.+?)\s+<into>\s+(?P<unit>[^\d]+?)\??$"
HOW_MANY = r"^<how_many> (?P<unit>[^\d]+?) <make>(?: <there_in>)? (?P<given>.+?)\??$"
MOST_DIGITS = 6  # of the numbers that are told
# Counts, money, ages and shares are no units that one converts into another.
PHYSICAL = frozenset(Dimension) - {Dimension.NONE, Dimension.COUNT, Dimension.MONEY, Dimension.RATIO, Dimension.AGE}


def convert(text: str) -> Finding | None:
    """The finding of a conversion; None for a text that asks for none, or for units that don't go together.

    >>> found = convert("1 mile in km")
    >>> found.headline if found else None
    '1.60934 kilometres'
    """
    found = pattern(HOW_MANY).match(text) or pattern(INTO).match(text)
    if found is None:
        return None
    given, wanted = _alone(found["given"]), _alone(f"1 {found['unit'].strip()}")
    if given is None or wanted is None or given.unit_name == wanted.unit_name:
        return None
    one, other = quantity_type(given), quantity_type(wanted)
    if one is None or other is None or one[1] != other[1]:
        return None
    return _finding(given, one[0] / other[0], wanted.unit_name)


def _finding(given: Quantity, factor: Fraction, unit: str) -> Finding:
    """The finding of a quantity that is `factor` units for each of its own."""
    value = given.value * factor
    left, right = _written(given.value, given.unit_name), _written(value, unit)
    text = f"{left} = {right}"
    working = f"{exact(given.value)} × {amount(factor, 8)} = {amount(value, 8)}"
    line = Comparison(text, working, Interval.point(value), unit, Vote.SCALE, None, (), "calculation", value=value)
    return Finding("calculation", left, Verdict.CANT_TELL, right, (line,), span=(0, len(text)))


def _written(number: Fraction, unit: str) -> str:
    """A number with its unit in the singular or plural."""
    return counted(number, single(unit) if number == 1 else several(unit), MOST_DIGITS)


def _alone(text: str) -> Quantity | None:
    """The quantity that a text is, with nothing beside it; None where it is more, or none in a physical unit."""
    written = pattern(r"^<one>\s+").sub("1 ", text.strip())
    quantities = read(written).quantities
    if len(quantities) != 1:
        return None
    one = quantities[0]
    whole = one.span[0] == 0 and one.span[1] >= len(written.rstrip())
    return one if whole and one.unit.dimension in PHYSICAL and one.value >= Fraction(0) else None
