"""What speaks against a number being the one that is claimed, or being how much there is."""

from __future__ import annotations

from knowledge.text.inflection import plural, singular
from quantities import Dimension, Direction, Form, Role
from reasoning.data.tables import root
from reasoning.derivation.compared_names import is_margin
from reasoning.grounding.context import Context
from reasoning.grounding.stated import chained_sides
from reasoning.reading.language import words
from reasoning.reading.passage import is_share, is_time

IN_IF_CLAUSE, DESCRIBES, IS_ONE, ONE_THING = 0.7, 0.6, 0.7, 1.1
ELLIPTIC, FAR_FEWER = 2.5, 1000
GIVEN_WHOLE = 2.0  # of which only a share is claimed
SAYS_A_PLACE = 1.0  # "one of the three largest"
FROM_OR_TO = 0.5
A_CHANGE, IN_PARTS = 1.6, 3.2  # the latter where something is "cut in half", which is never how much there is
AN_AMOUNT_MORE = 1.4


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
    if one_of_them and before[0] in classes.part_of and _follows_a_share(context, one.first - 2):
        cost += GIVEN_WHOLE  # "half of your 206 bones"
    compares = context.cue("more") | context.cue("less") | context.cue("most")
    if opening.low in classes.along and any(place > one.last for place in compares):
        cost += IN_IF_CLAUSE  # "with 80 million people it is larger than"
    chained = any(index in sides for sides in chained_sides(context))
    if _is_span_before(context, index) or chained or one.first - 1 in context.cue("all_of"):
        cost += IN_IF_CLAUSE  # "all 50 states"
    if quantity.role is Role.FROM or (quantity.role is Role.TO and len(sentence.stated) > 1):
        cost += FROM_OR_TO  # but not "grows to 5 m"
    of_age = quantity.unit.dimension is Dimension.AGE
    cost += of_age * (GIVEN_WHOLE if any(is_share(other.quantity) for other in sentence.stated) else DESCRIBES)
    others = (other for other in range(len(sentence.stated)) if other != index)
    cost += ELLIPTIC * _is_elliptic(context, index)
    alike = quantity.number_span if sentence.lows[one.first] in classes.alike else quantity.span  # "as much as one"
    number = min(sentence.places_of(*alike), default=one.first)
    is_one = quantity.value == 1 and not is_share(quantity) and sentence.lows[number] in classes.singular_one
    if is_one and not any(_is_span_before(context, other) for other in others):
        cost += ONE_THING if quantity.unit.dimension is Dimension.COUNT else IS_ONE
    return cost


def _follows_a_share(context: Context, place: int) -> bool:
    """Whether a share ends right before a place."""
    return any(is_share(one.quantity) and one.last == place - 1 for one in context.sentence.stated)


def change_cost(context: Context, index: int) -> float:
    """What speaks against a quantity being how much there is: it says by how much that changed, or is more."""
    sentence = context.sentence
    one = sentence.stated[index]
    quantity = one.quantity
    is_change = quantity.role is Role.BY or (quantity.direction is not Direction.NONE and quantity.role is Role.LEVEL)
    alone = quantity.form is Form.RATIO and one.first == one.last
    in_parts = alone and sentence.lows[one.first - 1] in words().within - words().part_of  # "cut in half"
    is_change |= in_parts
    if not is_change and not _is_difference(context, index):
        return 0.0
    return AN_AMOUNT_MORE if quantity.form is Form.AMOUNT else IN_PARTS if in_parts else A_CHANGE


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
        and not _is_of_name(context, after.place)
        and not _is_plural(last.low)  # "26 years asleep"
        and after.segment == one.segment
        and after.is_word
        and after.low not in classes.function
        and after.low not in classes.light
        and sentence.text[sentence.words[one.last].end : after.start] in (" ", "-")
    )


def _is_of_name(context: Context, place: int) -> bool:
    """Whether a quantity is told of a name that it stands before: "the 8,000 metre K2", but not "a 3 km London run"."""
    sentence = context.sentence
    name = next((name for name in sentence.names if name.first == place), None)
    after = sentence.words[name.last + 1 : name.last + 2] if name is not None else ()
    return name is not None and not any(word.is_word and word.low not in words().function for word in after)


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
    follows = sentence.lows[behind + 1] if behind + 1 < len(sentence.lows) else "each"
    if not plain and one.quantity.form is Form.AMOUNT and follows in words().function - words().article:
        return True  # "20 euros more each time"
    return not (
        words().compared_with.isdisjoint(sentence.lows[behind + 1 :])
        and words().set_beside.isdisjoint(sentence.lows[: one.first])
    )


def tells_excess(context: Context, index: int) -> bool:
    """Whether a percentage says by how much more one has than another: "20% more people than"."""
    return context.sentence.stated[index].quantity.form is Form.PERCENT and _is_difference(context, index)
