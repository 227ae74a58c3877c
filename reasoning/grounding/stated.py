"""The quantities of a sentence as leaves, each with the other types that it may have."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from knowledge.model.units import NUMBER
from quantities import Dimension, Form, PeriodKind, Quantity
from reasoning.grounding.context import Context, dollars
from reasoning.grounding.types import counted, quantity_type
from reasoning.model.leaf import Leaf, Sort

OTHER_READING = 0.5
PERIOD_OF_ANOTHER = 0.2
FAR = 4  # characters between a quantity and the period it is read with
SCALES = {Form.PERCENT: Fraction(1, 100), Form.POINTS: Fraction(1, 100)}


def stated_leaves(context: Context) -> list[list[Leaf]]:
    """For each quantity of the sentence the leaves it may be; an empty list where it can't be reckoned with."""
    return [_leaves(context, index) for index in range(len(context.sentence.stated))]


def _leaves(context: Context, index: int) -> list[Leaf]:
    one = context.sentence.stated[index]
    found = []
    for cost, quantity in ((0.0, one.quantity), *((OTHER_READING, other) for other in one.quantity.alternatives)):
        leaf = _leaf(context, index, quantity)
        if leaf is not None:
            found.append(replace(leaf, cost=cost))
    period = one.quantity.period
    if found and period is not None and period.kind is PeriodKind.PER and period.span[0] > one.quantity.span[1] + FAR:
        once = _leaf(context, index, replace(one.quantity, period=None))
        if once is not None:
            found.append(replace(once, cost=PERIOD_OF_ANOTHER))
    return found


def _leaf(context: Context, index: int, quantity: Quantity) -> Leaf | None:
    typed = quantity_type(quantity)
    if typed is None:
        return None
    factor, powers = typed
    if quantity.unit.dimension is Dimension.RATIO:
        factor, powers = Fraction(1), NUMBER
    factor *= SCALES.get(quantity.form, Fraction(1))
    if quantity.unit.dimension is Dimension.MONEY:
        rate = dollars(context.library, quantity.unit.currency or "USD", context.as_of)
        if rate is None:
            return None
        factor *= rate
    low, high = quantity.stated.low, quantity.stated.high
    assert low is not None
    assert high is not None
    if quantity.unit.dimension is Dimension.COUNT and _is_of_people(context, index):
        powers = powers / counted(quantity.unit.noun or quantity.unit.name) * counted("person")
    return Leaf(
        id=f"stated.{index}",
        sort=Sort.STATED,
        low=low * factor,
        value=quantity.value * factor,
        high=high * factor,
        type=powers,
        places=context.sentence.stated[index].places,
        label=quantity.text,
        unit=quantity.unit_name,
        factor=factor,
        percent=quantity.form is Form.PERCENT,
        uses=frozenset({index}),
    )


def _is_of_people(context: Context, index: int) -> bool:
    """Whether what is counted is a people: "sixty million Floridians"."""
    places = context.sentence.stated[index].places
    return any(name.form == "people" and not name.places.isdisjoint(places) for name in context.sentence.names)
