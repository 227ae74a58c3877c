"""Amounts that go with how many share them, and times that go against how many work."""

from __future__ import annotations

from quantities import Dimension
from reasoning.derivation.products import Product
from reasoning.grounding.context import Context
from reasoning.grounding.types import TIME, counted
from reasoning.model.leaf import Leaf
from reasoning.reading.language import words

PERSON = counted("person")
FEWEST_BETWEEN = 2  # words between who works and "in 9 hours": what is done to what


def turns_proportion(context: Context, one: Product, claimed: Leaf) -> bool:
    """Whether an amount times the number that it is for makes another such product: "300 ml for 6, 900 ml for 2".

    More people drink more, and only in time do they need less.
    """
    sides = (one.above, (claimed, *one.below))
    if any(len(side) != 2 or any(len(leaf.uses) != 1 for leaf in side) for side in sides):
        return False
    first, second = (sorted(min(leaf.uses) for leaf in side) for side in sides)
    dimensions = [context.sentence.stated[index].quantity.unit.dimension for index in (*first, *second)]
    amounts = [dimension for dimension in dimensions if dimension not in (Dimension.NONE, Dimension.COUNT)]
    apart = first[1] < second[0] or second[1] < first[0]
    return apart and len(amounts) == 2 and len(set(amounts)) == 1 and amounts[0] is not Dimension.TIME


def takes_longer_together(context: Context, one: Product, claimed: Leaf) -> bool:
    """Whether more who work together need longer for the same: "4 painters take 6 days, so 8 take 12".

    They are people, or what does something to something in a time: "one tap fills the tub in 20 minutes".
    """
    sides = (one.above, (claimed, *one.below))
    if any(len(side) != 2 or any(len(leaf.uses) != 1 for leaf in side) for side in sides):
        return False
    leaves = sorted((leaf for side in sides for leaf in side), key=lambda leaf: min(leaf.uses))
    times = [leaf for leaf in leaves if leaf.type == TIME]
    workers = [leaf for leaf in leaves if leaf.type != TIME]
    if len(times) != 2 or (workers[0] in one.above) == (times[0] in one.above):
        return False
    nouns = {context.sentence.stated[min(leaf.uses)].quantity.unit.noun for leaf in workers} - {None}
    if len(nouns) != 1:
        return False
    return PERSON in (leaf.type for leaf in workers) or _is_done_in(context, min(workers[0].uses), min(times[0].uses))


def _is_done_in(context: Context, index: int, time: int) -> bool:
    """Whether those who are counted do something to something in a time: "3 pumps empty it in 2 hours"."""
    sentence = context.sentence
    one, other = sentence.stated[index], sentence.stated[time]
    before = (word.low for word in sentence.words[: one.first] if word.segment == one.segment)
    between = other.first - 1 - one.last - 1
    opens = words().function.issuperset(before)
    return opens and between >= FEWEST_BETWEEN and sentence.lows[other.first - 1] in words().during
