"""The quantities of a sentence as leaves, each with the other types that it may have."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from knowledge import Library
from knowledge.model.units import NUMBER, Exponents
from quantities import Dimension, Form, PeriodKind, Quantity
from quantities.model.quantity import SECONDS
from reasoning.data.tables import defaults
from reasoning.grounding.context import Context, dollars
from reasoning.grounding.types import counted, quantity_type
from reasoning.model.leaf import Leaf, Sort

OTHER_READING = 0.5
PERIOD_OF_ANOTHER = 0.2
FILLED = 0.2
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
        if leaf is None:
            continue
        many = defaults().spoken_units.get(quantity.unit.name)
        if many is not None:
            found.append(replace(_times(leaf, many), cost=cost))
        found.append(replace(leaf, cost=cost if many is None else cost + OTHER_READING))
    dropped = _period_dropped(context, index)
    if found and dropped is not None:
        once = _leaf(context, index, replace(one.quantity, period=None))
        if once is not None:
            found.append(replace(once, cost=dropped))
    return found


def _times(leaf: Leaf, many: int) -> Leaf:
    """The leaf in a unit that stands for so many of the one that is named."""
    return replace(leaf, low=leaf.low * many, value=leaf.value * many, high=leaf.high * many, factor=leaf.factor * many)


def _period_dropped(context: Context, index: int) -> float | None:
    """What it costs to read a rate as so much once; None where nothing speaks for it.

    Its period may belong to another number, far from it; or a shorter time that is said fills it: "$20 an hour for 40
    hours is $800 a week".
    """
    quantity = context.sentence.stated[index].quantity
    period = quantity.period
    if period is None or period.kind is not PeriodKind.PER or not period.seconds:
        return None
    if period.span[0] > quantity.span[1] + FAR:
        return PERIOD_OF_ANOTHER
    times = [one.quantity for one in context.sentence.stated if one.quantity.unit.dimension is Dimension.TIME]
    fills = any(time.value * SECONDS.get(time.unit.name, 0) < period.seconds for time in times if time.period is None)
    return FILLED if fills else None


def base_units(quantity: Quantity, library: Library, day: date) -> tuple[Fraction, Exponents] | None:
    """The base units in one of a quantity's own, money by the rate of a day, and its type; None where none is known."""
    typed = quantity_type(quantity)
    if typed is None:
        return None
    factor, powers = typed
    often = quantity.unit.name == "time" and quantity.period is not None  # "three times a week"
    if quantity.unit.dimension is Dimension.RATIO and not often:
        factor, powers = Fraction(1), NUMBER
    factor *= SCALES.get(quantity.form, Fraction(1))
    if quantity.unit.dimension is Dimension.MONEY:
        rate = dollars(library, quantity.unit.currency or "USD", day)
        if rate is None:
            return None
        factor *= rate
    return factor, powers


def _leaf(context: Context, index: int, quantity: Quantity) -> Leaf | None:
    typed = base_units(quantity, context.library, context.as_of)
    if typed is None:
        return None
    factor, powers = typed
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
