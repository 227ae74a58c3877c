"""What speaks against a quantity being the one that is claimed, and against one figure standing over another."""

from __future__ import annotations

from itertools import combinations
from math import prod

from knowledge import EntityKind
from knowledge.model.units import NUMBER
from knowledge.text.inflection import plural, singular
from quantities import Dimension, Direction, Form, Quantity, Role
from quantities.model.quantity import SECONDS
from reasoning.data.tables import defaults, root
from reasoning.derivation.compared_names import (
    agent_place,
    compared_with,
    fitted,
    is_margin,
    nearest_mentions,
)
from reasoning.derivation.products import Product
from reasoning.grounding.context import Context
from reasoning.grounding.everybody import each_person_said, everybody_said
from reasoning.grounding.ground import Ground
from reasoning.grounding.meant_properties import is_motion_type
from reasoning.grounding.stated import chained_sides
from reasoning.grounding.types import LENGTH, PHYSICAL, TIME, count_bases, counted
from reasoning.model.leaf import Leaf, Sort
from reasoning.reading.language import words
from reasoning.reading.passage import is_paid, is_share, is_time

IN_IF_CLAUSE, DESCRIBES, IS_ONE, ONE_THING = 0.7, 0.6, 0.7, 1.1
SAYS_A_PLACE = 1.0  # "one of the three largest"
ELLIPTIC, FAR_FEWER = 2.5, 1000
NOT_NAMED = 0.9
SAME_THING = 1.0
PAID = 2.2
YEARLY_STOCK = 1.3  # a calendar year makes no flow of what there is
SHARE_OF_TIME = 1.5  # hours a day multiply times, and hardly anything else
ALL_OF_THEM = 0.3  # less for what each does times all people of a place named: that is what it is said of
TIME_OVER_SHARE = 2.5
SHARE_OF_SHARE = 2.5  # the people of one over those of another, times the same of their households
WITHOUT_PAUSE = 1.5  # nobody does one thing after the other all life long
OVER_GROWTH = 2.5  # a share over a yearly growth is hardly meant as a time
READ_TWICE = 1.5
OF_OTHER_STUFF, ROUNDABOUT = 1.6, 1.0
SPAN_ALONE, SPAN_WITHIN = 0.6, 1.8  # the latter where it only says in which time something is done
OTHER_SHAPE = 1.0
OTHER_TIME = 1.8
UNSAID_IN_SHARE = 0.5  # a share of all people that a year, which no word says, makes of a flow
MEANT = 0.3  # the most that a property costs which words mean
IN_ITS_OWN_TIME = 2.5
UNSAID_TIME = 1.0  # a time that no word says, beside what is measured of a thing
FROM_OR_TO, A_CHANGE, AN_AMOUNT_MORE = 0.5, 0.8, 1.4
NO_SHARE = 1.5
UNSAID_TWO = 1.0  # two are taken of whom the sentence names neither
PLACES = frozenset({EntityKind.CITY, EntityKind.STATE, EntityKind.COUNTRY, EntityKind.REGION, EntityKind.WORLD})
MIXED, UNLIKE, REVERSED, MANY_OF_ONE = 0.7, 1.4, 3.2, 1.8
OUTSIDE = 3.6  # of two, the one that is said to fit into the other as the larger
HELD_BY_ONE = 2.5
CROSSED = 1.0  # a quotient of two entities' quotients, where nothing says so much a head


def given_cost(context: Context, index: int) -> float:
    """What speaks against a quantity being the claimed one: it is in an if-clause, describes a noun, is "one"."""
    sentence = context.sentence
    one = sentence.stated[index]
    quantity = one.quantity
    classes = words()
    cost = 0.0
    opening = next(word for word in sentence.words if word.segment == one.segment)
    if opening.low in classes.conditional or opening.place in context.cue("give"):  # "give everyone 100 m2 and"
        between = sentence.lows[opening.place : one.first]
        if not any(low in classes.consequence for low in between):
            cost += IN_IF_CLAUSE
    one_of_them = not classes.definite.isdisjoint(sentence.lows[: one.first][-1:])  # "the 900 square metre hall"
    cost += (DESCRIBES + DESCRIBES * one_of_them) * _describes_a_noun(context, index)
    if is_share(quantity) and (context.cue("most") | context.cue("least")) & {one.last, one.last + 1}:
        cost += SAYS_A_PLACE
    before = sentence.lows[max(one.first - 2, 0) : one.first]
    if len(before) == 2 and before[0] in classes.for_each and before[1] in classes.for_each_opening:
        cost += IN_IF_CLAUSE  # "each of 330 million people gets"
    chained = any(index in sides for sides in chained_sides(context))
    if _is_span_before(context, index) or chained or one.first - 1 in context.cue("all_of"):
        cost += IN_IF_CLAUSE  # "all 50 states"
    if quantity.role is Role.FROM or (quantity.role is Role.TO and len(sentence.stated) > 1):
        cost += FROM_OR_TO  # but not "grows to 5 m"
    cost += DESCRIBES if quantity.unit.dimension is Dimension.AGE else 0.0
    cost += ELLIPTIC * _is_elliptic(context, index)
    others = (other for other in range(len(sentence.stated)) if other != index)
    is_one = quantity.value == 1 and not is_share(quantity) and sentence.words[one.first].low in classes.singular_one
    if is_one and not any(_is_span_before(context, other) for other in others):
        cost += ONE_THING if quantity.unit.dimension is Dimension.COUNT else IS_ONE
    return cost


def change_cost(context: Context, index: int) -> float:
    """What speaks against a quantity being how much there is: it says by how much that changed, or is more."""
    sentence = context.sentence
    one = sentence.stated[index]
    quantity = one.quantity
    is_change = quantity.role is Role.BY or (quantity.direction is not Direction.NONE and quantity.role is Role.LEVEL)
    alone = quantity.form is Form.RATIO and one.first == one.last
    is_change |= alone and sentence.lows[one.first - 1] in words().within - words().part_of  # "cut in half"
    if not is_change and not _is_difference(context, index):
        return 0.0
    return AN_AMOUNT_MORE if quantity.form is Form.AMOUNT else A_CHANGE


def _describes_a_noun(context: Context, index: int) -> bool:
    """Whether a measure or a count stands before a noun that it describes: "a 300 page book"."""
    sentence, classes = context.sentence, words()
    one = sentence.stated[index]
    quantity = one.quantity
    after = sentence.words[one.last + 1] if one.last + 1 < len(sentence.words) else None
    last = sentence.words[one.last]
    measured = quantity.unit.dimension not in (Dimension.NONE, Dimension.COUNT, Dimension.RATIO)
    measured |= quantity.unit.dimension is Dimension.COUNT and quantity.value != 1 and _is_singular(last.low)
    return (
        measured
        and after is not None
        and not {one.last, after.place} <= context.thing_places  # "200 dollar bills"
        and not _is_plural(last.low)  # "26 years asleep"
        and after.segment == one.segment
        and after.is_word
        and after.low not in classes.function
        and after.low not in classes.light
        and sentence.text[sentence.words[one.last].end : after.start] in (" ", "-")
    )


def _is_elliptic(context: Context, index: int) -> bool:
    """Whether a bare number leaves out what the one before it counts: "Japan makes 8 million cars, Spain about 2"."""
    sentence = context.sentence
    one, before = sentence.stated[index], sentence.stated[index - 1]
    bare = one.quantity.unit.dimension is Dimension.NONE and one.quantity.form is Form.AMOUNT
    small = one.quantity.value * FAR_FEWER < before.quantity.value
    if (
        not index
        or not bare
        or not small
        or one.segment == before.segment
        or before.quantity.unit.dimension is Dimension.NONE
    ):
        return False
    return any(name.segment == one.segment and name.last < one.first for name in sentence.names) and not any(
        word.is_word and word.segment == one.segment for word in sentence.words[one.last + 1 :]
    )


def _is_span_before(context: Context, index: int) -> bool:
    """Whether a time only says in which time something is done: "in a life of 80 years a heart beats"."""
    one, lows = context.sentence.stated[index], context.sentence.lows
    return index == 0 < len(context.sentence.stated) - 1 and is_time(one.quantity) and lows[0] in words().during


def _is_singular(noun: str) -> bool:
    """Whether more than one is counted by a noun in the singular, as before what it describes: "a 300 page book"."""
    return noun.isalpha() and plural(noun) != noun and singular(noun) == noun and root(noun) != "person"


def _is_plural(noun: str) -> bool:
    """Whether a noun is in the plural, as none is that stands before what it describes."""
    return noun.isalpha() and singular(noun) != noun


def _is_difference(context: Context, index: int) -> bool:
    """Whether a number says how many more or fewer: "3 million more votes than"."""
    sentence = context.sentence
    one = sentence.stated[index]
    if is_margin(context, index):
        return True
    number = max(sentence.places_of(*one.quantity.number_span), default=one.first)
    compares = context.cue("than_up") | context.cue("than_down")
    plain = one.quantity.unit.dimension in (Dimension.NONE, Dimension.COUNT)
    if one.quantity.form is Form.PERCENT or not plain:
        compares |= context.cue("more") | context.cue("less")
    behind = min({number + 1, one.last + 1} & compares, default=None)
    if behind is None or sentence.words[behind].segment != one.segment:  # "603,000 km2, more than"
        return False
    return not (
        words().compared_with.isdisjoint(sentence.lows[behind + 1 :])
        and words().set_beside.isdisjoint(sentence.lows[: one.first])
    )


def tells_excess(context: Context, index: int) -> bool:
    """Whether a percentage says by how much more one has than another: "20% more people than"."""
    return context.sentence.stated[index].quantity.form is Form.PERCENT and _is_difference(context, index)


def direction_cost(found: Ground, quantity: Quantity, one: Product) -> float:
    """What speaks against this one over that one, and against figures of several who are not compared."""
    of_whom = _of_several(found, quantity, one) + _of_things(found, quantity, one)
    many_of_one = quantity.form is Form.MULTIPLE and not one.below and len(one.above) == 1 and one.above[0].percent
    rises = quantity.form is Form.MULTIPLE and quantity.direction is not Direction.NONE
    if rises and one.below:
        of_whom += REVERSED  # "tripled" is no ratio of two
    elif many_of_one:
        of_whom += MANY_OF_ONE  # and no rate
    of_whom += PAID * _counts_what_is_paid(found.context, quantity, one)
    twice = SHARE_OF_SHARE if _is_share_of_share(one) else 0.0
    held = HELD_BY_ONE * _is_held_by_one(found.context, one)
    return of_whom + twice + held + _impossible_share(quantity, one) + _how_often(found, quantity, one)


def _is_held_by_one(context: Context, one: Product) -> bool:
    """Whether so many of a thing are set beside how many of it there are a person, where nothing is said of each."""
    known = [leaf for leaf in (*one.above, *one.below) if leaf.sort is not Sort.CONSTANT]
    if len(known) != 1 or known[0].sort is not Sort.AVERAGE or known[0] not in one.above:
        return False
    powers = dict(known[0].type.of)
    per_person = powers.pop("person", 0) == -1 and not PHYSICAL.intersection(powers) and "money" not in powers
    return per_person and not (each_person_said(context) or everybody_said(context))


def _counts_what_is_paid(context: Context, quantity: Quantity, one: Product) -> bool:
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


def _of_things(found: Ground, quantity: Quantity, one: Product) -> float:
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
        return UNLIKE if top.entity == bottom.entity and top.places == bottom.places else 0.0
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
    """Whether a multiple compares with what follows: "twice as wide as", "3 times the height of", "5 times heavier"."""
    sentence = context.sentence
    last = next(stated.last for stated in sentence.stated if stated.quantity is quantity)
    compares = context.cue("more") | context.cue("less") | context.cue("than_up") | context.cue("than_down")
    after = sentence.lows[last + 1 : last + 2]
    said = any(low in words().alike | words().article for low in after) or last + 1 in compares
    return quantity.form is Form.MULTIPLE and said


def _of_several(found: Ground, quantity: Quantity, one: Product) -> float:
    """What speaks against a product by whom, and how often, its leaves are of."""
    if _is_unlike(one):
        return UNLIKE
    above, below = ({leaf.entity: leaf for leaf in side if leaf.sort is Sort.FIGURE} for side in (one.above, one.below))
    several = len(set(above) | set(below))
    cost = MIXED * (several - 1) if several > 1 else 0.0
    if len(above) == len(below) == 1 and several > 1 and _are_compared(found, *above.values(), *below.values()):
        cost = _over(found, quantity, *above, *below)
        if len((*one.above, *one.below)) == several:
            return cost
    cost += _of_no_part(found, quantity, above, below)
    if len(set(above) & set(below)) > 1 and not found.context.cue("per_head"):
        cost += CROSSED
    things = [] if _is_rate_over_speed(one) else _things_measured((*one.above, *one.below))
    averages = sum(leaf.sort is Sort.AVERAGE for leaf in (*one.above, *one.below))
    if not is_time(quantity) and any(_is_share_of_time(leaf) for leaf in (*one.above, *one.below)):
        cost += SHARE_OF_TIME
    if any(_is_share_of_time(leaf) for leaf in one.below):
        cost += TIME_OVER_SHARE
    if _is_without_pause(found.context, one):
        cost += WITHOUT_PAUSE
    if is_time(quantity) and any(leaf.percent and dict(leaf.type.of) == {"s": -1} for leaf in one.below):
        cost += OVER_GROWTH
    cost += READ_TWICE * _read_twice(found.context, one)
    cost += _only_a_span(found.context, one)
    cost += ROUNDABOUT if _is_known_directly(found, one) else 0.0
    cost += OF_OTHER_STUFF if _is_of_other_stuff(found.context, quantity, one) else 0.0
    cost += OTHER_SHAPE if _is_cut_across(one) else 0.0
    cost += CROSSED if _is_of_another_place(found, one) else 0.0
    cost -= ALL_OF_THEM if _is_of_all_there(one) else 0.0
    cost += SAME_THING * (len(things) - len(set(things))) + SAME_THING * max(averages - 1, 0)
    if is_share(quantity) and any(leaf.sort is Sort.CONSTANT and not leaf.places for leaf in one.above):
        cost += UNSAID_IN_SHARE
    cost += IN_ITS_OWN_TIME * _is_in_its_own_time(found.context, quantity, one)
    return cost + _of_implied_time(one) + _of_another_time(found, one)


def _of_no_part(found: Ground, quantity: Quantity, above: dict[str, Leaf], below: dict[str, Leaf]) -> float:
    """What speaks against figures of two whom the sentence names neither, and a share of a place of what is no part."""
    unsaid = {leaf.entity for leaf in (*above.values(), *below.values()) if dict(leaf.parts).get("entity")}
    cost = UNSAID_TWO * max(len(unsaid) - 1, 0)
    if is_share(quantity) and len(above) == 1 == len(below) and above.keys() != below.keys():
        one, other = (found.context.library.entities[ident] for ident in (*above, *below))
        is_part = other.id in one.part_of or other.kind is EntityKind.WORLD
        cost += NO_SHARE * (one.kind in PLACES and other.kind in PLACES and not is_part)
    return cost


def _are_compared(found: Ground, top: Leaf, bottom: Leaf) -> bool:
    """Whether one figure over another compares two: by one measure, or a part with what it belongs to."""
    is_part = bottom.entity in found.context.library.entities[top.entity].part_of
    return top.measure == bottom.measure or (top.type == bottom.type and is_part)


def _is_share_of_share(one: Product) -> bool:
    """Whether two measures of some stand over the same two of others."""
    above, below = ([leaf.measure for leaf in side if leaf.sort is Sort.FIGURE] for side in (one.above, one.below))
    return len(above) > 1 and sorted(above) == sorted(below)


def _is_without_pause(context: Context, one: Product) -> bool:
    """Whether how often is a long time over how long something takes, where no word says that it goes on and on."""
    each = any(leaf.sort is Sort.PROPERTY and leaf.type == TIME for leaf in one.below)
    long = each and any(
        leaf.type == TIME and leaf.value >= SECONDS["year"] and leaf.sort is not Sort.STATED for leaf in one.above
    )
    return long and not context.cue("property.duration")


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


def _read_twice(context: Context, one: Product) -> int:
    """How many pairs of leaves take one name for two: the Earth that is named, and the thing that is called so."""
    known = [leaf for leaf in (*one.above, *one.below) if leaf.sort in (Sort.PROPERTY, Sort.FIGURE)]
    known = [leaf for leaf in known if any(base in PHYSICAL for base, _ in leaf.type.of)]
    asked = ("property", "measure")
    nouns = [(leaf, leaf.places.difference(*(context.cue(f"{one}.{leaf.measure}") for one in asked))) for leaf in known]
    names = sum(
        not places.isdisjoint(others) and (first.entity != second.entity or first.measure == second.measure)
        for (first, places), (second, others) in combinations(nouns, 2)
    )
    return names + _measures_of_one_word(context, one)


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
        and not (first.places & second.places) <= empty
        and not (first.measure in measures and measures[first.measure].whole == second.measure)
        and not (second.measure in measures and measures[second.measure].whole == first.measure)
        for first, second in (*combinations(known, 2), *((one, other) for one in known for other in moving))
    )


def _only_a_span(context: Context, one: Product) -> float:
    """What speaks against a time set against one that a thing takes, if no word says that the one is the other."""
    known = [leaf for leaf in (*one.above, *one.below) if leaf.sort is not Sort.CONSTANT or leaf.type == TIME]
    known = [leaf for leaf in known if leaf.type != NUMBER]
    if len(known) != 1 or known[0].sort is not Sort.PROPERTY or not known[0].places:
        return 0.0
    if not one.above and known[0].type == NUMBER / TIME:
        return SPAN_WITHIN
    if [base for base, _ in known[0].type.of if base in PHYSICAL] != ["s"] or dict(known[0].type.of)["s"] != 1:
        return 0.0
    if not words().being.isdisjoint(context.sentence.lows):
        return 0.0
    before = [
        low
        for low in context.sentence.lows[: min(known[0].places)]
        if low not in words().determiner | words().possessive | words().anyone
    ]
    within = bool(before) and before[-1] in words().during | words().part_of
    return SPAN_WITHIN if within else SPAN_ALONE


def _is_known_directly(found: Ground, one: Product) -> bool:
    """Whether the things of an average are weighed where that of what they are made of is known: kilos of coffee."""
    averages = [leaf for leaf in one.above if leaf.sort is Sort.AVERAGE]
    pairs = ((each, leaf) for each in averages for leaf in one.above if leaf.sort is Sort.PROPERTY)
    types = {each.type * leaf.type for each, leaf in pairs if each.places & leaf.places}
    return any(leaf.type in types for leaf in found.averages)


def _is_of_other_stuff(context: Context, quantity: Quantity, one: Product) -> bool:
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


def _is_share_of_time(leaf: Leaf) -> bool:
    """Whether a leaf is what part of the time is spent with something: hours a day."""
    return leaf.sort is Sort.AVERAGE and leaf.unit in SECONDS and "s" not in dict(leaf.type.of)


def _of_implied_time(one: Product) -> float:
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


def _is_in_its_own_time(context: Context, quantity: Quantity, one: Product) -> bool:
    """Whether what is measured of things is only set off against the period of the number: a body's volume a day."""
    times = [leaf for leaf in one.below if leaf.sort is Sort.CONSTANT and leaf.type == TIME]
    if not times:
        return False
    own = next(stated.places for stated in context.sentence.stated if stated.quantity is quantity)
    times = [leaf for leaf in times if leaf.places <= own | context.year_places()]
    others = [leaf for leaf in (*one.above, *one.below) if leaf not in times]
    return bool(times) and all(leaf.sort is Sort.PROPERTY for leaf in others)


def _of_another_time(found: Ground, one: Product) -> float:
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


def _is_unlike(one: Product) -> bool:
    """Whether two things are set over each other by different measures, of which no word says the one."""
    if len(one.above) != 1 or len(one.below) != 1:
        return False
    top, bottom = one.above[0], one.below[0]
    if not top.entity or not bottom.entity or top.entity == bottom.entity or top.measure == bottom.measure:
        return False
    return top.type == bottom.type and not (top.said and bottom.said)


def _impossible_share(quantity: Quantity, one: Product) -> float:
    """What speaks against figures over figures that come to more than all there is, where a share is said."""
    if not is_share(quantity):
        return 0.0
    leaves = (*one.above, *one.below)
    if not one.below or not all(leaf.sort is Sort.FIGURE for leaf in leaves):
        return 0.0
    if {leaf.measure for leaf in one.above} == {leaf.measure for leaf in one.below}:
        return 0.0  # of two that are compared either may be more
    above, below = prod(leaf.value for leaf in one.above), prod(leaf.value for leaf in one.below)
    return NO_SHARE if above > below else 0.0


def _how_often(found: Ground, quantity: Quantity, one: Product) -> float:
    """What speaks against a product where "40 times" says how often something is gone around."""
    context = found.context
    if quantity.unit.noun not in ("time", "times") and quantity.form is not Form.MULTIPLE:
        return 0.0
    around = any(leaf.type == LENGTH and not leaf.places.isdisjoint(context.cue("around")) for leaf in one.above)
    return REVERSED if around else 0.0  # what is gone around so often is below


def _over(found: Ground, quantity: Quantity, top: str, bottom: str) -> float:
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
