"""What speaks against a product of known numbers being what a number is compared with."""

from __future__ import annotations

from math import prod
from operator import contains

from knowledge import EntityKind
from knowledge.model.estimation import is_named_by_noun
from quantities import Direction, Form, Quantity
from reasoning.data.tables import defaults
from reasoning.derivation.compared_order import (
    REVERSED,
    UNLIKE,
    are_compared,
    is_unlike,
    order_cost,
    repeats_cost,
    things_order_cost,
)
from reasoning.derivation.products import Product
from reasoning.derivation.time_costs import (
    implied_time_cost,
    is_in_its_own_time,
    is_share_of_time,
    is_without_pause,
    other_time_cost,
    span_cost,
)
from reasoning.derivation.word_reuse import counts_what_is_paid, is_known_directly, is_of_other_stuff, pairs_of_one_word
from reasoning.grounding.context import Context
from reasoning.grounding.everybody import each_person_said, everybody_said
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import PHYSICAL, count_bases, counted
from reasoning.model.leaf import Leaf, Sort
from reasoning.reading.language import words
from reasoning.reading.passage import is_share, is_time

SAME_THING, PAID = 1.0, 2.2
SHARE_OF_TIME = 1.5  # hours a day multiply times, and hardly anything else
ALL_OF_THEM = 0.3  # less for what each does times all people of a place named: that is what it is said of
TIME_OVER_SHARE = 2.5
SHARE_OF_SHARE = 2.5  # the people of one over those of another, times the same of their households
WITHOUT_PAUSE = 1.5  # nobody does one thing after the other all life long
OVER_GROWTH = 2.5  # a share over a yearly growth is hardly meant as a time
READ_TWICE, OF_OTHER_STUFF, ROUNDABOUT, OTHER_SHAPE = 1.5, 1.6, 1.0, 1.0
UNSAID_IN_SHARE = 0.5  # a share of all people that a year, which no word says, makes of a flow
IN_ITS_OWN_TIME, NO_SHARE = 2.5, 1.5
OF_ANOTHER = 2.2  # what another number says, or a share of others
UNSAID_TWO = 1.0  # two are taken of whom the sentence names neither
PLACES = frozenset({EntityKind.CITY, EntityKind.STATE, EntityKind.COUNTRY, EntityKind.REGION, EntityKind.WORLD})
MIXED, MANY_OF_ONE, HELD_BY_ONE = 0.7, 1.8, 2.5
CROSSED = 1.0  # a quotient of two entities' quotients, where nothing says so much a head


def product_cost(found: Ground, quantity: Quantity, one: Product) -> float:
    """What speaks against this one over that one, and against figures of several who are not compared."""
    of_whom = _terms_cost(found, quantity, one) + things_order_cost(found, quantity, one)
    many_of_one = quantity.form is Form.MULTIPLE and not one.below and len(one.above) == 1 and one.above[0].percent
    rises = quantity.form is Form.MULTIPLE and quantity.direction is not Direction.NONE
    if rises and one.below:
        of_whom += REVERSED  # "tripled" is no ratio of two
    elif many_of_one:
        of_whom += MANY_OF_ONE  # and no rate
    of_another = _is_of_another_number(found, quantity, one) or _is_less_than_said(found, one)
    of_whom += OF_ANOTHER * (of_another or _is_of_those(found.context, quantity, one))
    stated = (found.context.sentence.stated[index].quantity for leaf in (*one.above, *one.below) for index in leaf.uses)
    if quantity.form is Form.MULTIPLE and any(other.form is Form.MULTIPLE for other in stated):
        of_whom += REVERSED  # "exceeded four times over, i.e. 4 times as long"
    of_whom += PAID * counts_what_is_paid(found.context, quantity, one)
    twice = SHARE_OF_SHARE if _is_share_of_share(one, shared=is_share(quantity)) else 0.0
    to_one = quantity.form is Form.RATIO and quantity.value > 1  # "outnumber them 5 to 1"
    of_whom += REVERSED * (to_one and not one.above)
    held = HELD_BY_ONE * (_is_held_by_one(found.context, one) and not to_one)
    return of_whom + twice + held + _impossible_share_cost(quantity, one) + repeats_cost(found, quantity, one)


def _is_of_another_number(found: Ground, quantity: Quantity, one: Product) -> bool:
    """Whether a number left aside says, and stands nearer to, what is looked up: "a ewe is 200, so we lost 9,000".

    So does one that a thing is only the unit of: "50 cents".
    """
    leaves, stated = (*one.above, *one.below), found.context.sentence.stated
    target = next(each for each in stated if each.quantity is quantity)
    used = frozenset[int]().union(*(leaf.uses for leaf in leaves))
    aside = [at for at, each in enumerate(stated) if each is not target and at not in used and found.stated[at]]
    known = [leaf for leaf in leaves if leaf.sort in (Sort.PROPERTY, Sort.FIGURE)]
    if any(leaf.places and leaf.places <= stated[at].places for leaf in known for at in aside):
        return True
    if len(known) != 1 or known[0].sort is Sort.FIGURE or used or target.places & known[0].places:
        return False
    bases = {base for base, _ in known[0].type.of} & PHYSICAL
    alike = [stated[at] for at in aside if bases <= {base for base, power in found.stated[at][0].type.of if power > 0}]
    pairs = ((place, other) for place in known[0].places for other in alike if bases)
    return any(abs(place - other.first) < abs(place - target.first) for place, other in pairs)


def _is_of_those(context: Context, quantity: Quantity, one: Product) -> bool:
    """Whether a share that is said is only of some whom a clause tells: "52 % of those who voted"."""
    lows, uses = context.sentence.lows, [leaf.uses for leaf in (*one.above, *one.below)]
    shares = [each for at, each in enumerate(context.sentence.stated) if {at} in uses or each.quantity is quantity]
    behind = (lows[each.last + 1 : each.last + 4] for each in shares if is_share(each.quantity))
    classes = (words().part_of, words().definite, words().restricting)
    return any(len(said) == 3 and all(map(contains, classes, said)) for said in behind)


def _is_less_than_said(found: Ground, one: Product) -> bool:
    """Whether a thing is looked up that another, which is named beside it, has its own of: an elephant's pregnancy."""
    known = [leaf for leaf in (*one.above, *one.below) if leaf.sort is not Sort.CONSTANT]
    if len(known) != 1 or known[0].sort is not Sort.PROPERTY:
        return False
    nouns = known[0].places - found.context.cue(f"property.{known[0].measure}")
    owned = (leaf for leaf in found.properties if leaf.type == known[0].type and is_named_by_noun(leaf.measure))
    return any(nouns < leaf.places and leaf.entity != known[0].entity for leaf in owned if nouns)


def _is_held_by_one(context: Context, one: Product) -> bool:
    """Whether so many of a thing are set beside how many of it there are a person, where nothing is said of each."""
    known = [leaf for leaf in (*one.above, *one.below) if leaf.sort is not Sort.CONSTANT]
    counts = any(leaf.sort is Sort.PROPERTY and "person" not in dict(leaf.type.of) for leaf in one.above)
    if (
        counts
        and len(known) < len((*one.above, *one.below))
        and any(each.type == counted("person") for each in one.below)
    ):
        return not (each_person_said(context) or everybody_said(context))  # "we swam in 12 lakes in Finland"
    if len(known) != 1 or known[0].sort is not Sort.AVERAGE or known[0] not in one.above:
        return False
    powers = dict(known[0].type.of)
    per_person = powers.pop("person", 0) == -1 and not PHYSICAL.intersection(powers) and "money" not in powers
    return per_person and not (each_person_said(context) or everybody_said(context))


def _terms_cost(found: Ground, quantity: Quantity, one: Product) -> float:
    """What speaks against a product by whom, and how often, its leaves are of."""
    if is_unlike(one):
        return UNLIKE
    above, below = ({leaf.entity: leaf for leaf in side if leaf.sort is Sort.FIGURE} for side in (one.above, one.below))
    several = len(set(above) | set(below))
    cost = MIXED * (several - 1) if several > 1 else 0.0
    if len(above) == len(below) == 1 and several > 1 and are_compared(found, *above.values(), *below.values()):
        cost = order_cost(found, quantity, *above, *below)
        if len((*one.above, *one.below)) == several:
            named_alone = quantity.value < 1 and not any(leaf.said for leaf in (*above.values(), *below.values()))
            return cost + (_no_part_cost(found, quantity, above, below) if named_alone else 0.0)
    cost += _no_part_cost(found, quantity, above, below)
    if len(set(above) & set(below)) > 1 and not found.context.cue("per_head"):
        cost += CROSSED
    things = [] if _is_rate_over_speed(one) else _things_measured((*one.above, *one.below))
    averages = sum(leaf.sort is Sort.AVERAGE for leaf in (*one.above, *one.below))
    if not is_time(quantity) and any(is_share_of_time(leaf) for leaf in (*one.above, *one.below)):
        cost += SHARE_OF_TIME
    if any(is_share_of_time(leaf) for leaf in one.below):
        cost += TIME_OVER_SHARE
    if is_without_pause(found.context, one):
        cost += WITHOUT_PAUSE
    if is_time(quantity) and any(leaf.percent and dict(leaf.type.of) == {"s": -1} for leaf in one.below):
        cost += OVER_GROWTH
    cost += READ_TWICE * pairs_of_one_word(found.context, one)
    cost += span_cost(found.context, one)
    cost += ROUNDABOUT if is_known_directly(found, one) else 0.0
    cost += OF_OTHER_STUFF if is_of_other_stuff(found.context, quantity, one) else 0.0
    cost += OTHER_SHAPE if _is_cut_across(one) else 0.0
    cost += CROSSED if _is_of_another_place(found, one) else 0.0
    cost -= ALL_OF_THEM if _is_of_all_there(one) else 0.0
    cost += SAME_THING * (len(things) - len(set(things))) + SAME_THING * max(averages - 1, 0)
    if is_share(quantity) and any(leaf.sort is Sort.CONSTANT and not leaf.places for leaf in one.above):
        cost += UNSAID_IN_SHARE
    cost += IN_ITS_OWN_TIME * is_in_its_own_time(found.context, quantity, one)
    return cost + implied_time_cost(one) + other_time_cost(found, one)


def _no_part_cost(found: Ground, quantity: Quantity, above: dict[str, Leaf], below: dict[str, Leaf]) -> float:
    """What speaks against figures of two whom the sentence names neither, and a share of a place of what is no part."""
    unsaid = {leaf.entity for leaf in (*above.values(), *below.values()) if dict(leaf.parts).get("entity")}
    cost = UNSAID_TWO * max(len(unsaid) - 1, 0)
    if is_share(quantity) and len(above) == 1 == len(below) and above.keys() != below.keys():
        one, other = (found.context.library.entities[ident] for ident in (*above, *below))
        is_part = other.id in one.part_of or other.kind is EntityKind.WORLD
        cost += NO_SHARE * (one.kind in PLACES and other.kind in PLACES and not is_part)
    return cost


def _is_share_of_share(one: Product, *, shared: bool) -> bool:
    """Whether two measures of some stand over the same two of others; of a share, one and a share that is said."""
    above, below = ([leaf.measure for leaf in side if leaf.sort is Sort.FIGURE] for side in (one.above, one.below))
    leaves = (*one.above, *one.below)
    again = shared and any(leaf.sort is Sort.STATED and leaf.percent for leaf in leaves)
    if shared and any(leaf.sort is Sort.FIGURE and leaf.percent for leaf in leaves):
        return any(leaf.sort is Sort.STATED and leaf.value < 1 for leaf in leaves)  # "by a third, from 9 % to 6 %"
    return len(above) > (not again) and sorted(above) == sorted(below)


def _is_rate_over_speed(one: Product) -> bool:
    """Whether so much in a time stands over a speed of the same thing: litres a second over metres a second."""
    flows, speeds = ([leaf.entity for leaf in side if ("s", -1) in leaf.type.of] for side in (one.above, one.below))
    return any(entity in speeds for entity in flows if entity)


def _things_measured(leaves: tuple[Leaf, ...]) -> list[str]:
    """Of which thing each property is, but for those that turn so much for each into so much of something else."""
    properties = [leaf for leaf in leaves if leaf.sort is Sort.PROPERTY]
    return [leaf.entity for leaf in properties if not _is_of_each(leaf) or _is_measured_twice(leaf, properties)]


def _is_measured_twice(leaf: Leaf, properties: list[Leaf]) -> bool:
    """Whether a thing is measured in one base by two properties: the area of the moon over its distance."""
    bases = dict(leaf.type.of).keys() & PHYSICAL
    return any(
        other.entity == leaf.entity and other.measure != leaf.measure and bases & dict(other.type.of).keys()
        for other in properties
    )


def _is_of_each(leaf: Leaf) -> bool:
    """Whether a property is so much for each thing: two of them, as price and thickness, turn one into the other."""
    return any(power < 0 for power in count_bases(leaf.type).values())


def _is_cut_across(one: Product) -> bool:
    """Whether an area or a volume of one stands over a length of another, where no words say both."""
    narrow = [leaf for leaf in one.below if leaf.entity and ("m", 1) in leaf.type.of]
    wide = [leaf for leaf in one.above if leaf.entity and dict(leaf.type.of).get("m", 0) > 1] if narrow else []
    return any(top.entity != bottom.entity and not (top.said and bottom.said) for top in wide for bottom in narrow)


def _is_of_all_there(one: Product) -> bool:
    """Whether a product is what each does, or has, times all people of a place that is named."""
    averages = any(leaf.sort is Sort.AVERAGE for leaf in one.above)
    return averages and any(leaf.measure == defaults().wholes["person"] and leaf.places for leaf in one.above)


def _is_of_another_place(found: Ground, one: Product) -> bool:
    """Whether what people of one country do on average is multiplied by, or shared among, those of another."""
    leaves, entities = (*one.above, *one.below), found.context.library.entities
    places = {leaf.entity for leaf in leaves if leaf.sort is Sort.AVERAGE} - set(defaults().everybody)
    people = [leaf.entity for leaf in leaves if leaf.sort is Sort.FIGURE and leaf.type == counted("person")]
    return any(place not in (one, *entities[one].part_of) for place in places for one in people)


def _impossible_share_cost(quantity: Quantity, one: Product) -> float:
    """What speaks against figures over figures that come to more than all there is, where a share is said."""
    if not is_share(quantity):
        return 0.0
    leaves = (*one.above, *one.below)
    known = not any(leaf.percent or leaf.sort in (Sort.STATED, Sort.CONSTANT) for leaf in leaves)
    if not one.below and len(leaves) > 1 and known:
        return NO_SHARE  # people of a family times families a person
    if not one.below or not all(leaf.sort is Sort.FIGURE for leaf in leaves):
        return 0.0
    if {leaf.measure for leaf in one.above} == {leaf.measure for leaf in one.below}:
        return 0.0  # of two that are compared either may be more
    above, below = prod(leaf.value for leaf in one.above), prod(leaf.value for leaf in one.below)
    return NO_SHARE if above > below else 0.0
