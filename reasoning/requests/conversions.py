"""One unit in another: "1 mile in km", "100 km/h to mph", "how many feet is 2 metres"."""

from __future__ import annotations

import re
from fractions import Fraction

from quantities import Dimension, Interval, Quantity, read
from reasoning.grounding.types import quantity_type
from reckoning.answer import Comparison, Finding, Verdict, Vote
from reckoning.number import amount, counted, exact, several, single

_INTO = re.compile(
    r"^(?:what(?:'s| is)|whats|how much is|convert)?\s*(?P<given>.+?)\s+(?:in|into|to|as)\s+(?P<unit>[^\d]+?)\??$",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(
    r"^how many (?P<unit>[^\d]+?) (?:is|are|in|make|makes)(?: there in)? (?P<given>.+?)\??$", re.IGNORECASE
)
PHYSICAL = frozenset(Dimension) - {Dimension.NONE, Dimension.COUNT, Dimension.MONEY, Dimension.RATIO, Dimension.AGE}


def convert(text: str) -> Finding | None:
    """The finding of a conversion; None for a text that asks for none, or for units that don't go together."""
    found = _HOW_MANY.match(text) or _INTO.match(text)
    if found is None:
        return None
    given, wanted = _alone(found["given"]), _alone(f"1 {found['unit'].strip()}")
    if given is None or wanted is None or given.unit_name == wanted.unit_name:
        return None
    one, other = quantity_type(given), quantity_type(wanted)
    if one is None or other is None or one[1] != other[1]:
        return None
    value = given.value * one[0] / other[0]
    left = _written(given.value, given.unit_name)
    right = _written(value, wanted.unit_name)
    text = f"{left} = {right}"
    line = Comparison(
        text,
        f"{exact(given.value)} × {amount(one[0] / other[0], 8)} = {amount(value, 8)}",
        Interval.point(value),
        wanted.unit_name,
        Vote.SCALE,
        None,
        (),
        "calculation",
        value=value,
    )
    return Finding("calculation", left, Verdict.CANT_TELL, right, (line,), span=(0, len(text)))


def _written(number: Fraction, unit: str) -> str:
    return counted(number, single(unit) if number == 1 else several(unit), 6)


def _alone(text: str) -> Quantity | None:
    """The quantity that a text is, with nothing beside it; None where it is more, or none in a physical unit."""
    written = re.sub(r"^an?\s+", "1 ", text.strip(), flags=re.IGNORECASE)
    quantities = read(written).quantities
    if len(quantities) != 1:
        return None
    one = quantities[0]
    whole = one.span[0] == 0 and one.span[1] >= len(written.rstrip())
    return one if whole and one.unit.dimension in PHYSICAL and one.value >= Fraction(0) else None
