"""The message's own arithmetic: what the numbers that are said make of each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import partial

from knowledge.model.units import NUMBER, Exponents
from quantities import Dimension, Form, PeriodKind, Role
from quantities.model.quantity import SECONDS
from reasoning.data.tables import defaults
from reasoning.derivation.made_numbers import beside_leaves
from reasoning.derivation.mixed_kinds import mixes_kinds
from reasoning.derivation.own_costs import (
    bare_times_bare,
    is_added,
    is_against_them,
    is_guessed,
    is_of_a_share,
    is_plain_part,
    parted_cost,
    takes_the_part,
    uneven,
)
from reasoning.derivation.product_claims import BARE_TAKEN, product_candidate
from reasoning.derivation.products import Product, find_products
from reasoning.derivation.restatements import restatement
from reasoning.derivation.savings import saved_leaves
from reasoning.derivation.shared_out import all_people, is_for_each_of_all, once_leaves
from reasoning.derivation.soundness import is_reckoned
from reasoning.derivation.spans import clock_spans
from reasoning.derivation.transforms import in_unit_of, other_leaves, taken_off
from reasoning.derivation.worked_hours import as_worked
from reasoning.grounding.context import Context
from reasoning.grounding.ground import Ground
from reasoning.grounding.things import property_of
from reasoning.grounding.types import MONEY, PHYSICAL, TIME, TypeCodes, count_bases
from reasoning.model.claim import Candidate, Claim, single
from reasoning.model.leaf import Leaf, Sort, constant
from reasoning.reading.language import words
from reasoning.reading.passage import ages_told, is_paid, is_rate, is_time

LEFT_COUNT = 0.35  # for each counted noun that does not cancel
COUNT_TAKEN = 1.2  # a count taken to be so much of a unit, beyond that
IN_A_WHOLE = 0.3
WATERY = 0.2
TIME_AS_COUNT = 0.45
NOT_BY_TIME = 1.3
MANY_TIMES = 3
ADDED = 1.5
NOT_OF_THEM = 1.5  # "20 % came and half of them sang": half is of the 20 %, and of nothing else
OVER_A_REST = 0.15  # what a share leaves, or makes of all, is rather multiplied with than divided by
OVER_A_RATE = 0.5  # something divided by how often it is done, where no length of time comes out
OVER_A_PART = 0.7  # a part of something is rather told than what it is a part of
TAKEN_PART = 3.0  # the part itself where what it leaves is said: "a quarter was lost, so 54 are left", "15 % less"
A_PAIR = 2
RISE_AS_SHARE = 1.5  # a part of a whole where it is called a rise
GUESSED = 0.8  # a number that counts nothing sets off another, or times a time, and no word says so
SHARES = frozenset({Form.PERCENT, Form.POINTS, Form.RATIO, Form.MULTIPLE})


def own_products(found: Ground, index: int, target: Leaf) -> Iterator[Candidate]:
    """The message's own arithmetic: products of what is said, whatever nouns are counted, with properties and units."""
    codes = TypeCodes()
    aside = taken_off(found.context, index).union(ages_told(found.context.sentence))
    if index in aside - found.context.results():
        return
    quantity = found.context.sentence.stated[index].quantity
    ages = ages_told(found.context.sentence) if quantity.form is Form.AMOUNT and not is_time(quantity) else ()
    plain = [leaf for leaf in other_leaves(found, index) if len(leaf.uses) > 1 or leaf.uses.isdisjoint(ages)]
    others = [*plain, *beside_leaves(found, index, target), *saved_leaves(found, index), *clock_spans(found.context)]
    everybody = all_people(found, index)
    others += [*everybody, *(once_leaves(found, index, target) if everybody else ())]
    whole = _in_a_whole(found.context, index, target)
    if whole is not None:
        yield whole
    bare = target.type == NUMBER and quantity.form is Form.AMOUNT
    for powers, like, claimed in _claims(found, index, target, plain):
        leaves = [(leaf, codes.code(leaf.type, physical=True)) for leaf in (*others, *_units(found))]
        wanted = codes.code(powers, physical=True)
        extra = [
            (taken, codes.code(taken.type, physical=True))
            for leaf, _ in leaves
            if leaf.sort is Sort.STATED and _takes_a_unit(found.context, leaf) and wanted and like.factor
            for taken in (replace(in_unit_of(leaf, like), cost=leaf.cost + _taken(leaf)),)
        ]
        counts = [(leaf, 0) for leaf in _as_counts(found, index)]
        for one in find_products(wanted, [*leaves, *counts, *extra], ratio=True, budget=found.context.budget):
            if len((*one.above, *one.below)) == 1 and any(
                leaf.cost >= COUNT_TAKEN or (leaf.sort is Sort.CONSTANT and claimed is not target) for leaf in one.above
            ):
                continue  # that so many things, or a bare number, are taken to be so much of a unit shows nothing
            unsaid = unsaid_cost(found.context, one, powers, claimed, index)
            restated = restatement(found.context, one, claimed)
            if unsaid is None or restated is None:
                continue
            mismatch = 0.0 if bare else LEFT_COUNT * uneven(found.context, one, claimed, index)
            unsaid += BARE_TAKEN if claimed is not target else 0.0
            worked = as_worked(found.context, _of_one_region(one), index)
            heads = any(leaf.sort is Sort.FIGURE for leaf in (*worked.above, *worked.below))
            if heads and not is_for_each_of_all(worked):
                continue
            parts = {"type": mismatch + target.cost + unsaid}
            yield product_candidate(found, index, restated, worked, parts, relation="level" if heads else "own")


def _of_one_region(one: Product) -> Product:
    """A product with its pints of one region where one of them cancels: 3 pints over "a pint" are 3."""
    units = {leaf.unit for leaf in (*one.above, *one.below) if leaf.sort is Sort.CONSTANT and leaf.unit}
    if not units:
        return one
    above, below = (
        tuple(leaf.exact(leaf.value) if leaf.unit in units and leaf.is_range else leaf for leaf in side)
        for side in (one.above, one.below)
    )
    return replace(one, above=above, below=below)


def unsaid_cost(context: Context, one: Product, powers: Exponents, claimed: Leaf, index: int) -> float | None:
    """What it costs a product of the message's own numbers that no word makes it; None where it is none."""
    if _divides_times(one, claimed) or not is_reckoned(context, one, claimed) or mixes_kinds(context, one, index):
        return None
    unsaid = bare_times_bare(context, one) + parted_cost(context, one)
    unsaid += ADDED if is_added(context, one, index) else 0.0
    unsaid += GUESSED if is_guessed(context, one, powers, index) else 0.0
    unsaid += OVER_A_REST if any(map(is_of_a_share, one.below)) else 0.0
    shares = [leaf for leaf in one.below if is_plain_part(leaf) and leaf.uses.isdisjoint(context.results())]
    unsaid += OVER_A_PART if shares else 0.0
    unsaid += TAKEN_PART if takes_the_part(context, one, index) else 0.0
    unsaid += RISE_AS_SHARE if _takes_a_change_as_share(context, one, claimed) else 0.0
    unsaid += OVER_A_RATE if powers != TIME and any(_is_how_often(context, leaf) for leaf in one.below) else 0.0
    return unsaid + (NOT_OF_THEM if is_against_them(context, one) else 0.0)


def _is_a_change(context: Context, index: int) -> bool:
    """Whether a percentage is said to be a rise or a fall: "the increase of 60 %"."""
    one, lows, named = context.sentence.stated[index], context.sentence.lows, words().change_named
    behind = one.first > 1 and lows[one.first - 1] in words().part_of and lows[one.first - 2] in named
    return one.quantity.role is Role.BY or behind or not named.isdisjoint(lows[one.last + 1 : one.last + 2])


def _takes_a_change_as_share(context: Context, one: Product, claimed: Leaf) -> bool:
    """Whether a percentage that is called a rise or a fall is multiplied with, or claimed, as a part of a whole."""
    parts = [leaf for leaf in (*one.above, *one.below, claimed) if leaf.percent and leaf.sort is Sort.STATED]
    of_two = len((*one.above, *one.below)) == A_PAIR
    return of_two and any(_is_a_change(context, min(leaf.uses)) for leaf in parts if len(leaf.uses) == 1)


def _is_how_often(context: Context, leaf: Leaf) -> bool:
    """Whether a number says how often, or for what part of a time, something is done: "twice a year", "16 h a day"."""
    said = leaf.sort is Sort.STATED and len(leaf.uses) == 1
    quantity = context.sentence.stated[min(leaf.uses)].quantity if said else None
    return quantity is not None and is_rate(quantity) and (is_time(quantity) or leaf.type == NUMBER / TIME)


def _claims(found: Ground, index: int, target: Leaf, plain: list[Leaf]) -> Iterator[tuple[Exponents, Leaf, Leaf]]:
    """The types a number may be of, each with the number that it is read like, and itself as claimed.

    A bare number is of the unit of another, or of its money; one that is announced is so much in the others' period.
    """
    quantity = found.context.sentence.stated[index].quantity
    bare = quantity.form is Form.AMOUNT and all(base not in PHYSICAL and power < 0 for base, power in target.type.of)
    main = in_main_unit(found.context, target)
    yield target.type, main, target
    if bare:
        units = [(leaf.type, leaf) for leaf in map(partial(_price_unit, found.context), plain) if leaf is not None]
        if not is_paid(found.context.sentence, found.context.sentence.stated[index]):
            single = (leaf for leaf in plain if len(leaf.uses) == 1)  # "3 by 2 m and cost 400" are no 400 m2
            measured = [leaf for leaf in single if any(base in PHYSICAL and base != "s" for base, _ in leaf.type.of)]
            units += [(leaf.type / TIME ** dict(leaf.type.of).get("s", 0), leaf) for leaf in measured]
            units += [(leaf.type, leaf) for leaf in plain if dict(leaf.type.of) == {"s": 1}]
        likes = [(powers, in_main_unit(found.context, unit)) for powers, unit in units if powers != NUMBER]
        for (powers, _), like in {(powers, like.factor): like for powers, like in likes}.items():
            yield powers, like, in_unit_of(target, like)
    if target.type == NUMBER / TIME and quantity.form is Form.AMOUNT:  # "4 euros a beer, that's 240 a month"
        amounts = [leaf if leaf.type in (MONEY, MONEY / TIME) else _price_unit(found.context, leaf) for leaf in plain]
        for like in {leaf.factor: leaf for leaf in amounts if leaf is not None and len(leaf.uses) == 1}.values():
            taken = replace(in_unit_of(target, in_main_unit(found.context, like)), type=MONEY / TIME)
            yield taken.type, like, taken
    own = quantity.period
    of_shares = [one.quantity.period for one in found.context.sentence.stated if one.quantity.form is Form.PERCENT]
    if own and own.seconds and not target.percent and any(one and one.unit == own.unit for one in of_shares):
        powers = target.type * TIME  # "2 % a month of 1,500 is 30 a month"
        yield powers, main, replace(target.in_units_of(own.seconds), type=powers)
    seconds = _longest_period(found.context, index)
    if seconds and "s" not in dict(target.type.of) and index in found.context.results():
        yield target.type / TIME, main, replace(target.in_units_of(1 / seconds), type=target.type / TIME)


def _longest_period(context: Context, index: int) -> Fraction | None:
    """The seconds of the longest period by which the other numbers are said; None where none is, or a time is said."""
    others = [one.quantity for place, one in enumerate(context.sentence.stated) if place != index]
    periods = [one.period.seconds for one in others if is_rate(one) and one.period and one.period.seconds]
    timed = context.sentence.stated[index].quantity.period or any(is_time(one) and not is_rate(one) for one in others)
    return None if timed else max(periods, default=None)


def _price_unit(context: Context, leaf: Leaf) -> Leaf | None:
    """What a bare number is read like beside a price: of its money; None for what is none: "3 kg at 2.50 a kilo"."""
    unit = context.sentence.stated[min(leaf.uses)].quantity.unit
    if unit.dimension is not Dimension.MONEY or unit.per is None or len(leaf.uses) > 1:
        return None
    return replace(leaf, type=MONEY, factor=leaf.factor * (unit.per.factor or 1) * unit.per_count)


def in_main_unit(context: Context, like: Leaf) -> Leaf:
    """What a bare number is read like: beside cents it is of dollars."""
    units = [context.sentence.stated[place].quantity.unit for place in like.uses]
    parts = [unit.factor for unit in units if unit.dimension is Dimension.MONEY and unit.factor]
    return replace(like, factor=like.factor / parts[0]) if parts else like


def _divides_times(one: Product, claimed: Leaf) -> bool:
    """Whether a length of time stands below the line among three or more of them: only rates are so set off."""
    times = [leaf for leaf in (*one.above, *one.below, claimed) if leaf.sort is Sort.STATED and leaf.type == TIME]
    return len(times) >= MANY_TIMES and any(leaf in one.below for leaf in times)


def _as_counts(found: Ground, index: int) -> list[Leaf]:
    """Lengths of time as how many there are: "52 weeks" as 52, where another time is by the week.

    "$100 each over 10 years" is not said to be paid each year.
    """
    periods = [one.quantity.period for one in found.context.sentence.stated]
    unsaid = bool(found.context.cue("each")) and not any(one and one.kind is PeriodKind.PER for one in periods)
    cost = TIME_AS_COUNT + (NOT_BY_TIME if unsaid else 0.0)
    return [
        replace(leaf.exact(leaf.value / leaf.factor), type=NUMBER, cost=leaf.cost + cost)
        for place, leaves in enumerate(found.stated)
        for leaf in leaves[:1]
        if place != index and dict(leaf.type.of) == {"s": 1} and leaf.factor and _is_a_period(found, place)
    ]


def _is_a_period(found: Ground, place: int) -> bool:
    """Whether another number is said of each such length of time, or is a time in it: "40 hours, 52 weeks".

    So are two amounts of money beside hours: what one of them earns, and all.
    """
    stated = found.context.sentence.stated
    name = stated[place].quantity.unit.name
    others = [one.quantity for at, one in enumerate(stated) if at != place]
    said = any(other.period is not None and other.period.unit == name for other in others)
    paid = (
        SECONDS.get(name, 0) == SECONDS["hour"] and [other.unit.dimension for other in others] == [Dimension.MONEY] * 2
    )
    return said or paid or any(other.unit.dimension is Dimension.TIME and other.unit.name != name for other in others)


def _units(found: Ground) -> list[Leaf]:
    """The constants that are units: one person, or one household, makes no difference to what people reckon."""
    units = [leaf for leaf in found.constants if any(base in PHYSICAL for base, _ in leaf.type.of)]
    return [*units, *_densities(found)]


def _densities(found: Ground) -> Iterator[Leaf]:
    """What a litre of the stuff weighs that a share is of: "80 % hydration of 500 g is 400 ml"."""
    context = found.context
    for cue, known in defaults().stuff.items() if context.shares() else ():
        ident, _, name = known.partition(".")
        thing, places = context.library.things.get(ident), context.cue(cue)
        if places and thing is not None and name in thing.has:
            yield replace(property_of(thing, name), cost=WATERY, places=places)


def _taken(leaf: Leaf) -> float:
    """What it costs a number to be of the unit of another: more where it counts something."""
    return BARE_TAKEN + (COUNT_TAKEN if count_bases(leaf.type) else 0.0)


def _takes_a_unit(context: Context, leaf: Leaf) -> bool:
    """Whether a number may be of the unit of another: it is no share, and has no unit but a count or a period."""
    if "^" in leaf.label:
        return False  # so many times as much, of something that is not said
    said = [context.sentence.stated[index].quantity for index in leaf.uses]
    if any(one.form in SHARES or one.unit.dimension is Dimension.TIME for one in said):
        return False
    return all(base not in PHYSICAL or power < 0 or base == "s" for base, power in leaf.type.of)  # s² in 1 / kWh


def _in_a_whole(context: Context, index: int, target: Leaf) -> Candidate | None:
    """ "60 minutes in an hour": so much of one unit as makes another; the two over each other are 1."""
    quantity = context.sentence.stated[index].quantity
    period = quantity.period
    alone = len(context.sentence.stated) == 1
    if quantity.unit.dimension is not Dimension.TIME or period is None or period.count != 1 or not alone:
        return None
    claim = Claim(single(target), "=", single(constant(1)), "own")
    return Candidate(claim, {"product": IN_A_WHOLE}, target.places, frozenset({index}), frozenset(), index)
