"""Lengths that name a shape: a cube by its edge, what is round by how far across it is."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from quantities.units.physical_units import BY_NAME
from reasoning.grounding.context import Context
from reasoning.grounding.types import LENGTH
from reasoning.model.claim import Operator, Term, product, single
from reasoning.model.leaf import Leaf, Places, constant

SHAPED = 0.15
ROUND = constant(Fraction(355, 452), "π/4")  # the area of what is round, by the square of its diameter
UNITS = {2: "square", 3: "cubic"}


def shaped_leaves(context: Context, index: int, leaves: list[Leaf]) -> list[Leaf]:
    """A length as the volume of a cube with such edges, and as the area of what is round and so far across."""
    if not leaves or leaves[0].type != LENGTH or leaves[0].low != leaves[0].high:
        return []
    (leaf, *_), cube = leaves, context.cue("cube")
    unit, last = context.sentence.stated[index].quantity.unit.name, context.sentence.stated[index].last
    made = [_shaped(leaf, 3, constant(1), unit, cube)] if cube else []
    across = context.cue("breadth") & {last + 1, last + 2}
    return [*made, _shaped(leaf, 2, ROUND, unit, across)] if across else made


def _shaped(leaf: Leaf, power: int, share: Leaf, unit: str, places: Places) -> Leaf:
    """A share of a power of a length, in the unit that goes with the length's."""
    of = BY_NAME.get(f"{UNITS[power]} {unit}", BY_NAME[f"{UNITS[power]} metre"])
    term = Term(None, Operator.POWER, (single(leaf), single(constant(power))))
    if share.value != 1:
        term = product((term, single(share)))
    return replace(
        leaf.exact(leaf.value**power * share.value), type=LENGTH**power, made=term, unit=of.name,
        factor=of.factor or Fraction(1), label=_label(leaf, power, share), cost=leaf.cost + SHAPED,
        places=leaf.places | places,
    )  # fmt: skip


def _label(leaf: Leaf, power: int, share: Leaf) -> str:
    """How a share of a power of a length is written."""
    return f"{'' if share.value == 1 else f'{share.label} × '}{leaf.label}{'²³'[power - 2]}"
