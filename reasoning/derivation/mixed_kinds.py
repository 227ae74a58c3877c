"""Whether numbers of two kinds are set beside each other: a part and its whole, two times, pay and a part of a time."""

from __future__ import annotations

from itertools import pairwise

from knowledge.model.units import NUMBER
from quantities import Dimension, Form
from reasoning.derivation.products import Product
from reasoning.derivation.soundness import is_divided
from reasoning.grounding.context import Context, dating_places
from reasoning.grounding.types import MONEY, TIME
from reasoning.model.leaf import Leaf, Sort
from reasoning.reading.language import words
from reasoning.reading.passage import is_rate, is_time

BILLION = 10**9


def _is_of_unsaid_time(context: Context, one: Product) -> bool:
    """Whether a time that is said is set beside one that no word says: "1.05 trillion two years before"."""
    times = [leaf for leaf in (*one.above, *one.below) if leaf.type == TIME]
    unsaid = (leaf.sort is Sort.CONSTANT and leaf.places <= dating_places(context) for leaf in times)
    return any(leaf.sort is Sort.STATED for leaf in times) and any(unsaid)


def mixes_kinds(context: Context, one: Product, index: int) -> bool:
    """Whether numbers are set beside each other that are of two kinds: two sums, two times, pay and parts of a time."""
    unsaid = not context.sentence.stated[index].quantity.period and _is_of_unsaid_time(context, one)
    return (
        unsaid
        or _has_part_and_whole(context, one, index)
        or _sum_over_sum(context, one)
        or _is_paid_by_part_of_the_time(context, one, index)
    )


def _has_part_and_whole(context: Context, one: Product, index: int) -> bool:
    """Whether some are multiplied with, or divided by, those of whom they are some: "40 of his 200 vines"."""
    leaves = [leaf for leaf in (*one.above, *one.below) if leaf.uses and leaf.value > 1]
    numbers = sorted({index, *(min(leaf.uses) for leaf in leaves)})
    alone = len(leaves) == len((*one.above, *one.below)) > 1  # and no share of the whole among them
    of_all = context.sentence.stated[index].quantity.form is Form.AMOUNT and alone
    if of_all and any(is_divided(context, number) for number in numbers):
        return True
    stated = [context.sentence.stated[number] for number in numbers if number != index]
    gaps = (context.sentence.lows[part.last + 1 : whole.first] for part, whole in pairwise(stated))
    whose = words().definite | words().possessive
    return any(words().part_of.issuperset(gap[:1]) and whose.intersection(gap[1:2]) for gap in gaps)


def _is_paid_by_part_of_the_time(context: Context, one: Product, index: int) -> bool:
    """Whether pay of no time, that of an hour, is set beside hours a week as a part of all time: "$20, 40 h a week"."""
    said = [leaf for leaf in (*one.above, *one.below) if leaf.sort is Sort.STATED]
    places = (index, *(min(leaf.uses) for leaf in said))
    quantities = [context.sentence.stated[place].quantity for place in places]
    in_part = any(is_rate(quantity) and is_time(quantity) for quantity in quantities)
    return in_part and any(leaf.type == MONEY for leaf in said)


def _sum_over_sum(context: Context, one: Product) -> bool:
    """Whether of two bare sums in the billions, one over the other, only one is taken to be money."""
    bare = [
        [leaf for leaf in side if len(leaf.uses) == 1 and _is_bare_sum(context, leaf)]
        for side in (one.above, one.below)
    ]
    return any((top.type == NUMBER) != (bottom.type == NUMBER) for top in bare[0] for bottom in bare[1])


def _is_bare_sum(context: Context, leaf: Leaf) -> bool:
    """Whether a leaf is a number of billions, of nothing that is said."""
    quantity = context.sentence.stated[min(leaf.uses)].quantity
    return leaf.sort is Sort.STATED and quantity.unit.dimension is Dimension.NONE and quantity.value >= BILLION
