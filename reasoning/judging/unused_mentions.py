"""Costs of the names and quantities of a sentence that a reading leaves unused."""

from __future__ import annotations

from knowledge import EntityKind
from knowledge.model.units import Exponents
from quantities import Form, Role
from reasoning.data.tables import defaults
from reasoning.grounding.context import Context
from reasoning.grounding.types import PHYSICAL, quantity_type
from reasoning.model.claim import Candidate, Operator
from reasoning.model.leaf import Sort
from reasoning.reading.language import words
from reasoning.reading.passage import Named, Stated, ages_told, is_beside_noun, is_time

ENTITY_NEAR, ENTITY_FAR = 0.9, 0.3  # an unused name beside the reading, and elsewhere in the sentence
BESIDE_A_SPAN = 0.2
ANYWHERE = 0.6  # of what a name costs where only things are reckoned with
ENTITY_THING = 0.5  # a thing beside it: "the oceans on the Moon"
BELONGS, HOLDER = 1.2, 0.9
ENTITY_RELATED = 0.15  # it only says where what is used lies: "Paris, France"
LEFT_OUT, NAMED_BESIDE = 2.0, 0.4  # one of several taken alone: who are said to be together, who only are named so
ENTITIES_AT_MOST = 2.5
QUANTITY_NEAR, QUANTITY_FAR = 0.7, 0.2
PAIRED = 0.3  # of that where it is said of another who is named
OWN_FAR = 0.45  # a sum of its own is cut into parts: "40 hours, $20 an hour, that's $800"
HOW_FAR = 0.7  # "11 times as high", "9 years longer" says how far, where two are only set in order
LOOKED_UP = 1.0  # more for a number in whose place a typical one is looked up: the price of what costs so much
GOES_ON = 0.3  # of the cost, for a number behind a result that all before it make
QUANTITIES_AT_MOST = 2.0
EQUATED = 0.4  # beside an equation that is written out, other numbers may stand
TAKES_ALL = {"own": 1.8, "order": 2.0}  # a sum of its own takes all its numbers; what is only set in order has none
PLACES = frozenset({EntityKind.CITY, EntityKind.STATE, EntityKind.COUNTRY, EntityKind.REGION})


def unused_entities(candidate: Candidate, context: Context, near: set[int]) -> float:
    """The cost of the names that a reading takes no notice of; `near` are the segments that it is taken from."""
    cost = of_things = 0.0
    for name in context.sentence.names:
        if candidate.entities & set(name.ids) or not name.places.isdisjoint(candidate.places):
            continue
        if context.library.entities[name.ids[0]].kind is EntityKind.THING:
            said = _says_little(name, context) or _is_specified(name, candidate, context)
            of_things += 0.0 if said else ENTITY_THING
            continue
        apposed = name.places <= context.sentence.apposed
        person = all(context.library.entities[one].kind is EntityKind.PERSON for one in name.ids)  # "under Merkel"
        if (
            apposed
            or person
            or _is_of_another_number(name, candidate, context)
            or _is_part(name, candidate, context)
            or _is_whole(name, candidate, context)
        ):
            cost += ENTITY_RELATED
        else:
            cost += ENTITY_NEAR if name.segment in near else ENTITY_FAR
            cost += BELONGS if _is_only_described(name, candidate, context) else 0.0
            cost += BELONGS if _has_its_number(name, candidate, context) else 0.0
            cost += HOLDER if _is_holder(name, candidate, context) else 0.0
    cost += _left_out(candidate, context)
    little = BESIDE_A_SPAN if _is_span(candidate) else ANYWHERE if _holds_anywhere(candidate) else 1.0
    return min(cost * little + of_things, ENTITIES_AT_MOST)


def _is_of_another_number(name: Named, candidate: Candidate, context: Context) -> bool:
    """Whether a name stands beside a number that the reading does not use: "23 % in Poland, 19 % in Germany"."""
    return any(
        _stands_beside(name, one, context)
        for index, one in enumerate(context.sentence.stated)
        if index not in candidate.stated
    )


def _stands_beside(name: Named, one: Stated, context: Context) -> bool:
    """Whether a name is a number's own: right before it, or behind it and a word such as "in"."""
    between = context.sentence.lows[one.last + 1 : name.first]
    behind = len(between) == 1 and between[0] in words().within
    return behind or name.last + 1 == one.first


def _has_its_number(name: Named, candidate: Candidate, context: Context) -> bool:
    """Whether a number that the reading uses stands right behind a name, and is its own: "France 48 kg a head"."""
    return any(context.sentence.stated[index].first == name.last + 1 for index in candidate.stated)


def _is_only_described(name: Named, candidate: Candidate, context: Context) -> bool:
    """Whether a reading is of somebody who only tells who a name before is: of Germany in "X, the German carmaker,"."""
    apposed = context.sentence.apposed
    used = [one for one in context.sentence.names if candidate.entities & set(one.ids)]
    return bool(used) and name.last + 1 in apposed and all(one.places <= apposed for one in used)


def _is_holder(name: Named, candidate: Candidate, context: Context) -> bool:
    """Whether a number is said to be somebody's who is named, and is read of a place behind it: "A has 9 jobs in B"."""
    if candidate.target < 0 or candidate.claim.relation != "level":
        return False
    one, names = context.sentence.stated[candidate.target], context.sentence.names
    used = [other for other in names if candidate.entities & set(other.ids)]
    behind = bool(used) and all(other.first > one.last for other in used)
    owns = context.library.entities[name.ids[0]].kind not in PLACES
    return behind and owns and name.segment == one.segment and name.last < one.first


def _left_out(candidate: Candidate, context: Context) -> float:
    """The cost of a reading of some of those who are named side by side."""
    if context.cue("severally"):
        return 0.0
    for group in context.sentence.joined:
        used = [bool(candidate.entities & set(name.ids)) for name in group]
        if any(used) and not all(used):
            return LEFT_OUT if context.cue("jointly") else NAMED_BESIDE
    return 0.0


def unused_quantities(candidate: Candidate, context: Context, near: set[int]) -> float:
    """The cost of the quantities that a reading does not use; `near` are the segments that it is taken from."""
    cost = further = 0.0
    far = OWN_FAR if candidate.claim.relation == "own" else QUANTITY_FAR
    done = _comes_of_all_before(candidate, context)
    for index, one in enumerate(context.sentence.stated):
        if index not in candidate.stated and not one.places <= candidate.places:
            if _is_time_of_change(one, candidate, context) or is_beside_noun(one.quantity):
                continue
            others = (name for name in context.sentence.names if not candidate.entities & set(name.ids))
            paired = any(_stands_beside(name, one, context) for name in others)
            behind = done and index > candidate.target and one.segment not in near
            cost += (
                (QUANTITY_NEAR if one.segment in near else far)
                * (PAIRED if paired else 1.0)
                * (GOES_ON if behind else 1)
            )
            further += LOOKED_UP if _is_looked_up(one, candidate) else 0.0
            says_how_far = one.quantity.form is Form.MULTIPLE or candidate.places & (one.places | {one.last + 1})
            if says_how_far and candidate.claim.relation == "order":
                further += HOW_FAR
    takes = EQUATED if _is_equation(candidate, context) else TAKES_ALL.get(candidate.claim.relation, 1.0)
    return min(cost * takes, QUANTITIES_AT_MOST) + further


def _comes_of_all_before(candidate: Candidate, context: Context) -> bool:
    """Whether an announced result is what all numbers before it make; what follows then goes on to something else."""
    before = frozenset(range(candidate.target)) - ages_told(context.sentence)
    announced = candidate.target in context.results() and candidate.claim.relation == "own"
    return announced and len(before) > 1 and before <= candidate.stated


def _is_equation(candidate: Candidate, context: Context) -> bool:
    """Whether an equals sign stands among the numbers of a sum of its own: "18 x 75 = 1,350 for a 1,200 sofa"."""
    used = [context.sentence.stated[index] for index in candidate.stated]
    ends = [context.sentence.words[place] for one in used for place in (one.first, one.last)]
    span = slice(min((word.start for word in ends), default=0), max((word.end for word in ends), default=0))
    return candidate.claim.relation == "own" and "=" in context.sentence.text[span]


def _is_time_of_change(one: Stated, candidate: Candidate, context: Context) -> bool:
    """Whether a number says in what time something went from one number to another, whose ratio is claimed."""
    if candidate.claim.relation != "own" or not is_time(one.quantity):
        return False
    used = [context.sentence.stated[index].quantity for index in candidate.stated]
    changes = {Role.FROM, Role.TO} <= {each.role for each in used} or any(each.is_range for each in used)
    return changes and not words().during.isdisjoint(context.sentence.lows[max(one.first - 1, 0) : one.first + 1])


def _is_looked_up(one: Stated, candidate: Candidate) -> bool:
    """Whether a reading reckons with a typical value of what a number that it leaves unused is said to be."""
    typical = [leaf for leaf in candidate.claim.right.leaves() if leaf.sort in (Sort.PROPERTY, Sort.AVERAGE)]
    typed = quantity_type(one.quantity) if typical else None
    wanted = _measured(typed[1]) if typed else {}
    claimed = [_measured(leaf.type) for leaf in candidate.claim.left.leaves()] if wanted else []
    return bool(wanted) and wanted not in claimed and any(_measured(leaf.type) == wanted for leaf in typical)


def _measured(powers: Exponents) -> dict[str, int]:
    """The powers of a type without those of what is counted; of a plain count that of what there are so many of."""
    physical = {base: power for base, power in powers.of if base in PHYSICAL}
    return physical or {base: power for base, power in powers.of if power > 0}


def is_in_a_part(candidate: Candidate, context: Context, near: set[int]) -> bool:
    """Whether a place is named beside the number that the reading takes no notice of: "workers in Kentucky"."""
    return any(
        name.segment in near
        and context.library.entities[name.ids[0]].kind in PLACES
        and not candidate.entities & set(name.ids)
        and not _is_whole(name, candidate, context)
        and not any(leaf.sort is Sort.PROPERTY and name.places <= leaf.places for leaf in candidate.claim.leaves())
        for name in context.sentence.names
    )


def _is_span(candidate: Candidate) -> bool:
    """Whether a reading is how long ago something was, whoever else had a part in it: "independent from Spain"."""
    return candidate.claim.relation == "level" and candidate.claim.right.operator is Operator.DIFFERENCE


def _holds_anywhere(candidate: Candidate) -> bool:
    """Whether a reading rests on ranges of things alone, which hold in one country as in another."""
    known = [leaf.sort for leaf in candidate.claim.leaves() if leaf.sort is not Sort.STATED]
    return Sort.FIGURE not in known and (Sort.PROPERTY in known or candidate.claim.relation == "own")


def _is_specified(name: Named, candidate: Candidate, context: Context) -> bool:
    """Whether a number that is used says what one is meant: "a 60 watt bulb"."""
    stated = context.sentence.stated
    return any(stated[index].last + 1 == name.first for index in candidate.stated)


def _says_little(name: Named, context: Context) -> bool:
    """Whether a name is a word that people use of everything: "on Earth"."""
    return any(context.sentence.words[place].low in words().light for place in name.places)


def _is_whole(name: Named, candidate: Candidate, context: Context) -> bool:
    """Whether an entity of the reading is a part of what is named; what is all over the world is none of a country."""
    entities = context.library.entities
    if entities[name.ids[0]].kind is EntityKind.WORLD and candidate.entities:
        everywhere = defaults().own_totals
        return all(one in entities and entities[one].kind.value in everywhere for one in candidate.entities)
    return any(one in entities and name.ids[0] in entities[one].part_of for one in candidate.entities)


def _is_part(name: Named, candidate: Candidate, context: Context) -> bool:
    """Whether what is named is a part of an entity of the reading."""
    entities = context.library.entities
    return any(one in entities and one in entities[name.ids[0]].part_of for one in candidate.entities)
