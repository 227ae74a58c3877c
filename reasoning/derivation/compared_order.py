"""What speaks against one standing over another in a comparison: who is behind "than", "as" or "of" is below."""

from __future__ import annotations

from quantities import Form, Quantity
from reasoning.derivation.compared_names import agent_place, compared_with, fitted, nearest_mentions
from reasoning.derivation.products import Product
from reasoning.grounding.context import Context
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import LENGTH, count_bases
from reasoning.model.leaf import Leaf, Sort
from reasoning.reading.language import words
from reasoning.reading.passage import is_share

NOT_NAMED, UNLIKE, REVERSED = 0.9, 1.4, 3.2
OUTSIDE = 3.6  # of two, the one that is said to fit into the other as the larger


def things_order_cost(found: Ground, quantity: Quantity, one: Product) -> float:
    """What speaks against one thing over another: that they are one of two sorts, or the other way round."""
    pair = _things_compared(one)
    if pair is None:
        return 0.0
    top, bottom = pair
    if (top.entity, top.measure) == (bottom.entity, bottom.measure):
        return REVERSED  # "Jupiter", as a thing over itself as a planet
    both = top.places & bottom.places
    own = {leaf.id: leaf.places - both for leaf in pair}
    if top.entity == bottom.entity or not all(own.values()):
        return REVERSED if top.places == bottom.places or count_bases(top.type) else 0.0  # the same words for both
    places = {ident: min(named) for ident, named in own.items()}
    inside = fitted(found.context, places)
    if inside is not None:  # people fill, several times over, what holds fewer
        return 0.0 if inside == bottom.id or count_bases(top.type) else OUTSIDE
    if not _compares_right_behind(found.context, quantity):
        return 0.0
    falls = bool(found.context.cue("less")) and not found.context.cue("more")
    return REVERSED if (compared_with(found.context, quantity, places) == top.id) != falls else 0.0


def _things_compared(one: Product) -> tuple[Leaf, Leaf] | None:
    """What is measured of one thing, over the same of another; None for other products."""
    if len(one.above) != 1 or len(one.below) != 1:
        return None
    top, bottom = one.above[0], one.below[0]
    sorts = {top.sort, bottom.sort}
    of_things = Sort.PROPERTY in sorts and sorts <= {Sort.PROPERTY, Sort.FIGURE}
    return (top, bottom) if of_things and top.type == bottom.type else None


def _compares_right_behind(context: Context, quantity: Quantity) -> bool:
    """Whether a multiple compares with what follows: "twice as wide as", "3 times that of", "5 times heavier"."""
    sentence = context.sentence
    last = next(stated.last for stated in sentence.stated if stated.quantity is quantity)
    compares = context.cue("more") | context.cue("less") | context.cue("than_up") | context.cue("than_down")
    after = sentence.lows[last + 1 : last + 2]
    said = any(low in words().alike | words().definite for low in after) or last + 1 in compares
    return quantity.form is Form.MULTIPLE and said


def are_compared(found: Ground, top: Leaf, bottom: Leaf) -> bool:
    """Whether one figure over another compares two: by one measure, or a part with what it belongs to."""
    is_part = bottom.entity in found.context.library.entities[top.entity].part_of
    return top.measure == bottom.measure or (top.type == bottom.type and is_part)


def is_unlike(one: Product) -> bool:
    """Whether two things, or lengths, are set over each other by different measures, of which no word says the one."""
    pairs = ((top, bottom) for top in one.above for bottom in one.below if top.measure != bottom.measure)
    alone = len(one.above) == len(one.below) == 1
    return any(_are_unlike(top, bottom, alone=alone) for top, bottom in pairs if top.entity and bottom.entity)


def _are_unlike(top: Leaf, bottom: Leaf, *, alone: bool) -> bool:
    """Likewise of two leaves; also the radius over the height of one thing, and the width of each of three things."""
    if top.entity == bottom.entity and not alone:
        return top.type == bottom.type and not (top.said or bottom.said)
    lengths = top.sort is bottom.sort is Sort.FIGURE and top.type.of[-1:] == LENGTH.of == bottom.type.of[-1:]
    alike = lengths or (top.entity != bottom.entity and top.type == bottom.type)
    return alone and alike and not (top.said and bottom.said)


def repeats_cost(found: Ground, quantity: Quantity, one: Product) -> float:
    """What speaks against a product where "40 times" says how often something is gone around."""
    context = found.context
    if quantity.unit.noun not in ("time", "times") and quantity.form is not Form.MULTIPLE:
        return 0.0
    around = any(leaf.type == LENGTH and not leaf.places.isdisjoint(context.cue("around")) for leaf in one.above)
    return REVERSED if around else 0.0  # what is gone around so often is below


def order_cost(found: Ground, quantity: Quantity, top: str, bottom: str) -> float:
    """What speaks against setting one above another: who stands behind "than", "as" or "of" is below."""
    context = found.context
    library = context.library
    if bottom in library.entities[top].part_of:
        unsaid = 0.0 if any(one.id == top for one in found.who) else NOT_NAMED  # a part of what, and nothing is named
        return unsaid + (0.0 if is_share(quantity) else 0.3)
    if top in library.entities[bottom].part_of:
        return REVERSED
    places = nearest_mentions(found, quantity)
    if top not in places or bottom not in places:
        return NOT_NAMED
    inside = fitted(context, places)
    if inside is not None:
        return 0.0 if inside == bottom else OUTSIDE
    more = context.cue("more")
    falls = bool(context.cue("less")) and not more
    agents = [agent_place(place, context.sentence) for place in more | context.cue("less")]
    if any(place is not None for place in agents):
        agent = max(place or 0 for place in agents)
        ahead = min((one for one in (top, bottom) if places[one] > agent), key=lambda one: places[one], default=None)
        if ahead is not None:  # "the population of X is exceeded by Y's"
            return REVERSED if (ahead == bottom) != falls else 0.0
        falls = not falls
    behind = compared_with(context, quantity, {one: places[one] for one in (top, bottom)})
    return REVERSED if (behind == top) != falls else 0.0
