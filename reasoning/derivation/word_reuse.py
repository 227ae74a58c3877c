"""What speaks against a product that takes one word for two things, or one stuff for another."""

from __future__ import annotations

from itertools import combinations

from quantities import Dimension, Quantity
from reasoning.derivation.products import Product
from reasoning.grounding.context import Context
from reasoning.grounding.ground import Ground
from reasoning.grounding.meant_properties import is_motion_type
from reasoning.grounding.types import PHYSICAL
from reasoning.model.leaf import Places, Sort
from reasoning.reading.language import words
from reasoning.reading.passage import is_paid


def counts_what_is_paid(context: Context, quantity: Quantity, one: Product) -> bool:
    """Whether a bare number behind a word that pays is taken to count things that are measured: "paid 20 for"."""
    leaves = (*one.above, *one.below)
    if not any(leaf.sort is Sort.PROPERTY and "money" not in dict(leaf.type.of) for leaf in leaves):
        return False
    used = frozenset[int]().union(*(leaf.uses for leaf in leaves))
    numbers = [each for place, each in enumerate(context.sentence.stated) if place in used or each.quantity is quantity]
    bare = [each for each in numbers if each.quantity.unit.dimension is Dimension.NONE]
    lows = context.sentence.lows
    in_notes = (low in words().within for each in bare for low in lows[each.last + 1 : each.last + 2])  # "in fivers"
    return any(in_notes) or any(is_paid(context.sentence, each) for each in bare)


def pairs_of_one_word(context: Context, one: Product) -> int:
    """How many pairs of leaves take one name for two: the Earth that is named, and the thing that is called so."""
    known = [leaf for leaf in (*one.above, *one.below) if leaf.sort in (Sort.PROPERTY, Sort.FIGURE)]
    known = [leaf for leaf in known if any(base in PHYSICAL for base, _ in leaf.type.of)]
    asked = ("property", "measure")
    nouns = [(leaf, leaf.places.difference(*(context.cue(f"{one}.{leaf.measure}") for one in asked))) for leaf in known]
    names = sum(
        not places.isdisjoint(others) and (first.entity != second.entity or first.measure == second.measure)
        for (first, places), (second, others) in combinations(nouns, 2)
    )
    joined = sum(
        first.sort is second.sort is Sort.PROPERTY
        and (first in one.above) is (second in one.above)
        and _are_joined(places, others, context)
        for (first, places), (second, others) in combinations(nouns, 2)
    )
    return names + joined + _measures_of_one_word(context, one)


def _are_joined(one: Places, other: Places, context: Context) -> bool:
    """Whether two things are named as of one kind, "cars and trucks": what both have is never multiplied."""
    if not one or not other:
        return False
    first, second = sorted((one, other), key=min)
    between = context.sentence.lows[max(first) + 1 : min(second)]
    return bool(between) and (words().joining - words().along).issuperset(between)


def _measures_of_one_word(context: Context, one: Product) -> int:
    """How many pairs of figures or averages take one word for two: power from coal, and people without power.

    A part and its whole may: "spends on pensions", of what it spends.
    """
    measures = context.library.measures
    empty = context.sentence.name_places | context.sentence.number_places
    leaves = (*one.above, *one.below)
    known = [leaf for leaf in leaves if (leaf.sort is Sort.FIGURE and leaf.said) or leaf.sort is Sort.AVERAGE]
    moving = [leaf for leaf in leaves if leaf.sort is Sort.PROPERTY and is_motion_type(leaf.type)]
    return sum(
        (first.sort, first.measure) != (second.sort, second.measure)
        and (
            (first.places, first.entity) == (second.places, second.entity) or not first.places & second.places <= empty
        )
        and not (first.measure in measures and measures[first.measure].whole == second.measure)
        and not (second.measure in measures and measures[second.measure].whole == first.measure)
        for first, second in (*combinations(known, 2), *((one, other) for one in known for other in moving))
    )


def is_known_directly(found: Ground, one: Product) -> bool:
    """Whether the things of an average are weighed where that of what they are made of is known: kilos of coffee."""
    averages = [leaf for leaf in one.above if leaf.sort is Sort.AVERAGE]
    pairs = ((each, leaf) for each in averages for leaf in one.above if leaf.sort is Sort.PROPERTY)
    types = {each.type * leaf.type for each, leaf in pairs if each.places & leaf.places}
    return any(leaf.type in types for leaf in found.averages)


def is_of_other_stuff(context: Context, quantity: Quantity, one: Product) -> bool:
    """Whether "so many kilos of" something are made of what another thing weighs or holds, which no word says."""
    if quantity.unit.dimension not in (Dimension.MASS, Dimension.VOLUME):
        return False
    leaves, lows = (*one.above, *one.below), context.sentence.lows
    stated = next(each for each in context.sentence.stated if each.quantity is quantity)
    behind = range(stated.first + 1, min(stated.last + 3, len(lows)))
    stuff = next((place for place in behind if lows[place - 1] in words().part_of), None)
    if stuff is None or any({stuff, stuff + 1} & leaf.places for leaf in leaves if leaf.sort is not Sort.CONSTANT):
        return False
    sizes = (leaf for leaf in leaves if leaf.sort is Sort.PROPERTY and {("kg", 1), ("m", 3)} & set(leaf.type.of))
    return any(leaf.places.isdisjoint(context.cue(f"property.{leaf.measure}") - stated.places) for leaf in sizes)
