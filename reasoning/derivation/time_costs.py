"""What speaks against the times in a product: unsaid ones, those of another thing, and those that only say when."""

from __future__ import annotations

from knowledge.model.estimation import is_named_by_noun
from knowledge.model.units import NUMBER
from quantities import Quantity
from quantities.model.quantity import SECONDS
from reasoning.derivation.products import Product
from reasoning.grounding.context import Context
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import PHYSICAL, TIME
from reasoning.model.leaf import Leaf, Sort
from reasoning.reading.language import words

YEARLY_STOCK = 1.3  # a calendar year makes no flow of what there is
SPAN_ALONE = 0.6  # the latter where it only says in which time something is done
SPAN_WITHIN = 1.8  # the latter where it only says in which time something is done
OTHER_TIME = 1.8
MEANT = 0.3  # the most that a property costs which words mean
UNSAID_TIME = 1.0  # a time that no word says, beside what is measured of a thing


def is_without_pause(context: Context, one: Product) -> bool:
    """Whether a long time is over how long something takes, or all of it walked or read in, where no word says so."""
    each = {leaf.measure for leaf in one.below if leaf.sort is Sort.PROPERTY and leaf.type == TIME}
    things = context.library.things
    named = (things[leaf.entity].name for leaf in one.above if leaf.sort is Sort.PROPERTY and leaf.entity in things)
    doing = any(name.endswith(tuple(words().gerund_endings)) for name in named)  # walking, reading
    times = (leaf for leaf in one.above if leaf.type == TIME and (doing or (each and leaf.sort is not Sort.STATED)))
    long = any(leaf.value >= SECONDS["year"] and leaf.measure not in each for leaf in times)
    return long and not context.cue("property.duration")


def span_cost(context: Context, one: Product) -> float:
    """What speaks against a time set against one that a thing takes, if no word says that the one is the other."""
    known = [leaf for leaf in (*one.above, *one.below) if leaf.sort is not Sort.CONSTANT or leaf.type == TIME]
    known = [leaf for leaf in known if leaf.type != NUMBER]
    if len(known) != 1 or known[0].sort is not Sort.PROPERTY or not known[0].places:
        return 0.0
    if not one.above and known[0].type == NUMBER / TIME:
        return SPAN_WITHIN
    if [base for base, _ in known[0].type.of if base in PHYSICAL] != ["s"] or dict(known[0].type.of)["s"] != 1:
        return 0.0
    if is_named_by_noun(known[0].measure) or not words().being.isdisjoint(context.sentence.lows):
        return 0.0  # "in elephants pregnancy lasts"
    before = [
        low
        for low in context.sentence.lows[: min(known[0].places)]
        if low not in words().determiner | words().possessive | words().anyone
    ]
    within = bool(before) and before[-1] in words().during | words().part_of
    return SPAN_WITHIN if within else SPAN_ALONE


def is_share_of_time(leaf: Leaf) -> bool:
    """Whether a leaf is what part of the time is spent with something: hours a day."""
    return leaf.sort is Sort.AVERAGE and leaf.unit in SECONDS and "s" not in dict(leaf.type.of)


def implied_time_cost(one: Product) -> float:
    """What speaks against a time that is only implied: it makes no flow of what there is, and no way of a speed."""
    times = [leaf for leaf in (*one.above, *one.below) if leaf.sort is Sort.CONSTANT and dict(leaf.type.of).get("s")]
    if not times:
        return 0.0
    sides = (one.above, -1), (one.below, 1)
    others = [
        (leaf, dict(leaf.type.of).get("s", 0) * sign) for side, sign in sides for leaf in side if leaf not in times
    ]
    of_things = _has_properties(others) or any(dict(leaf.type.of).get("s", 0) > 0 for leaf, _ in others)
    unsaid = UNSAID_TIME if of_things and any(not leaf.places for leaf in times) else 0.0
    if any(leaf in one.below for leaf in times):
        covered = all(leaf.places for leaf in times) and _has_properties(others)
        return unsaid + (0.0 if covered else YEARLY_STOCK)
    return unsaid + (0.0 if any(power > 0 for _, power in others) else YEARLY_STOCK)


def is_in_its_own_time(context: Context, quantity: Quantity, one: Product) -> bool:
    """Whether what is measured of things is only set off against the period of the number: a body's volume a day."""
    times = [leaf for leaf in one.below if leaf.sort is Sort.CONSTANT and leaf.type == TIME]
    if not times:
        return False
    own = next(stated.places for stated in context.sentence.stated if stated.quantity is quantity)
    times = [leaf for leaf in times if leaf.places <= own | context.year_places()]
    others = [leaf for leaf in (*one.above, *one.below) if leaf not in times]
    return bool(times) and all(leaf.sort is Sort.PROPERTY for leaf in others)


def other_time_cost(found: Ground, one: Product) -> float:
    """What speaks against a year that no word says, where words say another time: "in a lifetime"."""
    leaves = (*one.above, *one.below)
    if not any(leaf.sort is Sort.CONSTANT and not leaf.places and leaf.type == TIME for leaf in leaves):
        return 0.0
    said = any(leaf.type == TIME and leaf.cost <= MEANT for leaf in found.properties)
    said |= any(leaf.type == TIME and bool(leaf.places) for leaf in found.constants)
    return OTHER_TIME if said else 0.0


def _has_properties(leaves: list[tuple[Leaf, int]]) -> bool:
    """Whether one of the leaves is measured of a thing."""
    return any(leaf.sort is Sort.PROPERTY for leaf, _ in leaves)
