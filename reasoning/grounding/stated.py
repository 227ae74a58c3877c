"""The quantities of a sentence as leaves, each with the other types that it may have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

from knowledge import Library
from knowledge.model.units import NUMBER, Exponents
from quantities import Dimension, Form, PeriodKind, Quantity
from quantities.model.quantity import SECONDS
from quantities.units.physical_units import BY_NAME
from reasoning.data.tables import defaults, root
from reasoning.grounding.context import Context, dollars, once
from reasoning.grounding.everybody import everybody_said
from reasoning.grounding.shapes import shaped_leaves
from reasoning.grounding.thing_index import head_of, thing_index
from reasoning.grounding.types import MONEY, TIME, count_bases, counted, quantity_type
from reasoning.model.leaf import Leaf, Sort
from reasoning.reading.language import words
from reasoning.reading.passage import Stated, is_paid

OTHER_READING = 0.5
ELSEWHERE = 0.4  # the unit that another people calls by the same name
THEIRS = 0.1  # "a wage of $25" in Australia
PERIOD_OF_ANOTHER, MONEY_UNSAID, FILLED, COUNT_UNSAID = 0.2, 0.1, 0.2, 0.05
METRE, SIDES_OF_A_ROOM = BY_NAME["metre"], 3
AGE_UNSAID, YOUNGEST, OLDEST = 0.1, 18, 110
FAR = 4  # characters between a quantity and the period it is read with
SCALES = {Form.PERCENT: Fraction(1, 100), Form.POINTS: Fraction(1, 100)}


def stated_leaves(context: Context) -> list[list[Leaf]]:
    """For each quantity of the sentence the leaves it may be; an empty list where it can't be reckoned with."""
    made = [_leaves(context, index) for index in range(len(context.sentence.stated))]
    money = next((leaf for leaves in made for leaf in leaves[:1] if leaf.type == MONEY), None)
    return made if money is None else [_as_paid(context, leaves, money) for leaves in made]


def _as_paid(context: Context, leaves: list[Leaf], money: Leaf) -> list[Leaf]:
    """A bare number behind a word that pays as so much money: "3 at 5 euros, they charged 15"."""
    bare = bool(leaves) and leaves[0].type == NUMBER and not leaves[0].percent and leaves[0].factor == 1
    if not bare or not is_paid(context.sentence, context.sentence.stated[min(leaves[0].uses)]):
        return leaves
    paid = replace(leaves[0].in_units_of(money.factor), type=MONEY, unit=money.unit, cost=leaves[0].cost + MONEY_UNSAID)
    return [paid, *(replace(leaf, cost=leaf.cost + OTHER_READING) for leaf in leaves)]


def _leaves(context: Context, index: int) -> list[Leaf]:
    one = context.sentence.stated[index]
    if _is_age_of_people(context, index):
        return []
    found = []
    of_a_line = one.quantity.unit.name in defaults().line_units and one.quantity.period is None
    unlikely = OTHER_READING if of_a_line else 0.0
    readings = [one.quantity, *one.quantity.alternatives]
    readings.sort(key=lambda other: not _is_a_length_asked_for(context, other))
    readings = readings[:1] if _is_a_length_of_each(context, readings[0]) else readings
    for cost, quantity in zip((unlikely, *(OTHER_READING for _ in readings)), readings, strict=False):
        leaf = _leaf(context, index, quantity)
        if leaf is None:
            continue
        if of_a_line:
            found.append(replace(leaf, type=leaf.type / TIME))  # a line of 100 Mbit
        many = defaults().spoken_units.get(quantity.unit.name)
        if many is not None:
            found.append(replace(leaf.in_units_of(many), cost=cost))
        found.append(replace(leaf, cost=cost if many is None else cost + OTHER_READING))
        found += [replace(other, cost=cost + ELSEWHERE) for other in _elsewhere(context, index, quantity)]
        found += _in_their_money(context, index, quantity)
    found = [*_counted_things(context, one.quantity, found), *found]
    side = _side_unit(context, index) if found else None
    if side is not None:
        found = [leaf for leaf in (_leaf(context, index, side),) if leaf is not None]
    found += shaped_leaves(context, index, found[:1])
    found = _of_bare_number(context, index, found)
    dropped = _period_dropped(context, index)
    if found and dropped is not None:
        once = _leaf(context, index, replace(one.quantity, period=None))
        if once is not None:
            found.append(replace(once, cost=dropped))
    return found


def _of_bare_number(context: Context, index: int, leaves: list[Leaf]) -> list[Leaf]:
    """The leaves of a bare number with those that it has as an age, and as so many of what else is counted."""
    unit = context.sentence.stated[index].quantity.unit
    if leaves and _is_an_age(context, index):
        return [_in_years(leaves[0]), *(replace(leaf, cost=leaf.cost + OTHER_READING) for leaf in leaves)]
    if leaves and unit.dimension is Dimension.NONE and unit.per is not None:
        below = unit.per.noun or unit.per.name
        nouns = _counted_beside(context) - {counted(below)}  # "13 per rider" are no riders
        return [*leaves, *(replace(leaves[0], type=leaves[0].type * noun, cost=COUNT_UNSAID) for noun in nouns)]
    if leaves and _is_of_a_town(context, index):
        bare = unit.dimension is Dimension.NONE
        dwelling = replace(leaves[0], type=counted("person"), cost=leaves[0].cost + (0.0 if bare else OTHER_READING))
        return [dwelling, *leaves] if bare else [*leaves, dwelling]
    if leaves and leaves[0].type == NUMBER and _is_in_notes(context, index):
        return [*leaves, replace(leaves[0], type=MONEY, cost=MONEY_UNSAID)]
    return leaves


def _is_of_a_town(context: Context, index: int) -> bool:
    """Whether a number counts all who live somewhere: "a town of 20,000"."""
    one, lows = context.sentence.stated[index], context.sentence.lows
    counts = one.first > 1 and one.quantity.unit.dimension in (Dimension.NONE, Dimension.COUNT)
    if not counts or lows[max(one.first - 3, 0)] in words().possessive:
        return False
    return lows[one.first - 2] in words().peopled and lows[one.first - 1] in words().part_of


def _is_in_notes(context: Context, index: int) -> bool:
    """Whether a number is said to be in what is worth something: "ten grand in fivers"."""
    behind = context.sentence.stated[index].last + 1
    if words().within.isdisjoint(context.sentence.lows[behind : behind + 1]):
        return False
    things = thing_index(context.library).things(context)
    valued = (one for one in things if any(measured.powers == MONEY for measured in one.thing.has.values()))
    return any(behind <= min(one.places) <= behind + 1 for one in valued)


def _counted_beside(context: Context) -> set[Exponents]:
    """What is counted in a sentence: people where everybody is meant, "5 per square metre" are so many of them."""
    typed = (quantity_type(one.quantity) for one in context.sentence.stated)
    pairs = ((powers, [*count_bases(powers).items()]) for _, powers in filter(None, typed))
    counts = {powers for powers, bases in pairs if bases and bases == list(powers.of)}
    people = everybody_said(context) or words().people.intersection(context.sentence.lows)
    return counts | ({counted("person")} if people else set())


def _counted_things(context: Context, quantity: Quantity, leaves: list[Leaf]) -> Iterator[Leaf]:
    """A number in a unit that is a thing by another property: "as long as 3 football pitches" are no area."""
    thing = thing_index(context.library).called(quantity.unit.name)
    if thing is None or not leaves:
        return
    for name, measured in thing.has.items():
        is_size = [base for base, _ in measured.powers.of] == ["m"] == [base for base, _ in leaves[0].type.of]
        if is_size and measured.powers != leaves[0].type and context.cue(f"property.{name}"):
            number = leaves[0].in_units_of(1 / leaves[0].factor)
            yield replace(number, type=counted(head_of(thing.name)), factor=Fraction(1), unit="")
            return


def _is_a_length_asked_for(context: Context, quantity: Quantity) -> bool:
    """Whether a quantity is a length where the words ask for one: "lined up at 4.5 m" are no millions."""
    asked = bool(context.cue("property.length")) or _is_a_length_of_each(context, quantity)
    return quantity.unit.dimension is Dimension.LENGTH and asked


def _is_a_length_of_each(context: Context, quantity: Quantity) -> bool:
    """Whether a length is said of each of some things, and is no number of millions: "40 million cars, 4.5m each"."""
    behind = max(context.sentence.places_of(*quantity.span), default=-1) + 1
    return quantity.unit.dimension is Dimension.LENGTH and behind in context.cue("each") and behind > 0


def _side_unit(context: Context, index: int) -> Quantity | None:
    """A bare number as a side: "4 by 6 m", "6 m long and 2 high", "of 8 by 4 by 1.5", which are metres; else None."""
    stated = context.sentence.stated
    own = stated[index].quantity
    if own.unit.dimension is not Dimension.NONE or own.form is not Form.AMOUNT or own.period is not None:
        return None
    units = [one.quantity.unit for one in stated]
    sides = next((chain for chain in chained_sides(context) if index in chain), ())
    tall = {stated[index].last + 1} & context.cue("extent") and any(unit.dimension is Dimension.AREA for unit in units)
    measured = [units[side] for side in sides if units[side].dimension is Dimension.LENGTH]
    if not (measured or tall or len(sides) == SIDES_OF_A_ROOM):
        return None
    return replace(own, unit=(measured or [METRE])[0])


@once
def chained_sides(context: Context) -> list[tuple[int, ...]]:
    """The indexes of numbers that stand beside each other as sides: "4 by 6 m", "6 m long and 2 high"."""
    chains: list[tuple[int, ...]] = []
    for index, (before, after) in enumerate(pairwise(context.sentence.stated)):
        if not _are_sides(context, before, after):
            continue
        joined = bool(chains) and chains[-1][-1] == index
        chains[-1:] = [(*chains[-1], index + 1)] if joined else [*chains[-1:], (index, index + 1)]
    return chains


def _are_sides(context: Context, before: Stated, after: Stated) -> bool:
    """Whether two numbers are sides of one thing: a word such as "by" stands between, or each has its own extent."""
    between, lows = range(before.last + 1, after.first), context.sentence.lows
    if len(between) == 1:
        return set(between) <= context.cue("sides")
    behind = {before.last + 1, after.last + 1} & context.cue("extent")
    told = len({lows[place] for place in behind}) > 1
    return told and all(place in behind or lows[place] in words().joining for place in between)


def _is_age_of_people(context: Context, index: int) -> bool:
    """Whether a bare number says how old those are who are counted right before it: "people over 70"."""
    one = context.sentence.stated[index]
    quantity = one.quantity
    if quantity.unit.dimension is not Dimension.NONE or quantity.form is not Form.AMOUNT or not one.first:
        return False
    lows = context.sentence.lows
    before = one.first if lows[one.first] in words().restricting else one.first - 1
    linked = before > 1 and lows[before - 1] in words().link  # "half of them are under 19"
    whose = before - 1 - linked
    peoples = (name for name in context.sentence.names if name.form == "people")
    counts_people = before > 0 and (root(lows[whose]) == "person" or any(whose in name.places for name in peoples))
    return quantity.value <= OLDEST and lows[before] in words().restricting and counts_people


def _is_an_age(context: Context, index: int) -> bool:
    """Whether a bare number may be the age up to which somebody lives: "if you live to 75", "by 60"."""
    one = context.sentence.stated[index]
    bare = one.quantity.unit.dimension is Dimension.NONE and one.quantity.form is Form.AMOUNT
    if not bare or one.quantity.period is not None or not YOUNGEST <= one.quantity.value <= OLDEST or not one.first:
        return False
    priced = context.sentence.lows[one.first - 1] in words().at_rate  # "we sold some at 40"
    anyone = not priced and bool(context.sentence.anyone_places)
    return one.first - 1 in context.cue("up_to_age") and (anyone or bool(context.cue("lifelong")))


def _in_years(leaf: Leaf) -> Leaf:
    """A bare number as so many years."""
    return replace(leaf.in_units_of(SECONDS["year"]), type=TIME, unit="year", cost=leaf.cost + AGE_UNSAID)


def _elsewhere(context: Context, index: int, quantity: Quantity) -> Iterator[Leaf]:
    """The leaves of a quantity in the units that another people calls as its own is called."""
    for other in units_elsewhere(quantity):
        leaf = _leaf(context, index, other)
        if leaf is not None:
            yield replace(leaf, label=leaf.label.replace(quantity.unit.name, other.unit.name))


def _in_their_money(context: Context, index: int, quantity: Quantity) -> Iterator[Leaf]:
    """The leaves of an amount in the money of who is named, where it is called by the same name: Canada's dollars."""
    entities, shared = context.library.entities, defaults().shared_money.get(quantity.unit.currency or "", ())
    if (quantity.unit.currency or "")[:2] not in quantity.text:  # "US$5" and "5 US dollars" say whose
        for currency in {entities[name.ids[0]].currency for name in context.sentence.names}.intersection(shared):
            leaf = _leaf(context, index, replace(quantity, unit=replace(quantity.unit, currency=currency)))
            if leaf is not None:
                yield replace(leaf, cost=leaf.cost + THEIRS)


def units_elsewhere(quantity: Quantity) -> list[Quantity]:
    """The quantity in each of the units that another people calls as its own is called: an imperial gallon."""
    names = defaults().units_elsewhere.get(quantity.unit.name, ())
    units = [replace(BY_NAME[name], per=quantity.unit.per, per_count=quantity.unit.per_count) for name in names]
    return [replace(quantity, unit=unit) for unit in units]


def _period_dropped(context: Context, index: int) -> float | None:
    """What it costs to read a rate as so much once; None where nothing speaks for it.

    Its period may belong to another number, far from it; or a shorter time that is said fills it: "$20 an hour for 40
    hours is $800 a week".
    """
    quantity = context.sentence.stated[index].quantity
    period = quantity.period
    if period is None or period.kind is not PeriodKind.PER or not period.seconds:
        return None
    taken = context.sentence.places_of(*period.span) - context.sentence.places_of(*quantity.number_span)
    if any(k != index and one.places <= taken for k, one in enumerate(context.sentence.stated)):
        return FILLED  # "70 years of an 80 year life": the period is a number of its own
    counts = quantity.unit.dimension in (Dimension.NONE, Dimension.COUNT)  # "3 billion people are there every month"
    if period.span[0] > quantity.span[1] + FAR and (counts or len(context.sentence.stated) > 1):
        return PERIOD_OF_ANOTHER
    times = [one.quantity for one in context.sentence.stated if one.quantity.unit.dimension is Dimension.TIME]
    fills = any(time.value * SECONDS.get(time.unit.name, 0) < period.seconds for time in times if time.period is None)
    return FILLED if fills else None


def base_units(quantity: Quantity, library: Library, day: date) -> tuple[Fraction, Exponents] | None:
    """The base units in one of a quantity's own, money by the rate of a day, and its type; None where none is known."""
    typed = quantity_type(quantity)
    if typed is None:
        return None
    factor, powers = typed
    often = quantity.unit.name == "time" and quantity.period is not None  # "three times a week"
    if quantity.unit.dimension is Dimension.RATIO and not often:
        factor, powers = Fraction(1), NUMBER
    factor *= SCALES.get(quantity.form, Fraction(1))
    if quantity.unit.dimension is Dimension.MONEY:
        rate = dollars(library, quantity.unit.currency or "USD", day)
        if rate is None:
            return None
        factor *= rate
    return factor, powers


def _leaf(context: Context, index: int, quantity: Quantity) -> Leaf | None:
    quantity = _in_its_currency(context, quantity)
    typed = base_units(quantity, context.library, context.as_of)
    if typed is None and quantity.unit.dimension is Dimension.MONEY:  # of no known rate: it is set against its own
        own = replace(quantity.unit, currency="USD")
        typed = base_units(replace(quantity, unit=own), context.library, context.as_of)
        typed = typed and (typed[0], typed[1] / MONEY * Exponents(((quantity.unit.currency or "", 1),)))
    if typed is None:
        return None
    factor, powers = typed
    low, high = quantity.stated.ends
    if _is_of_people(context, index):
        powers = _with_people(quantity, powers)
    elif quantity.unit.dimension is Dimension.COUNT and quantity.period is None and _is_for_one(context, quantity):
        powers = NUMBER / powers
    regional = Fraction(defaults().regional_units.get(quantity.unit.name, 1))
    return Leaf(
        id=f"stated.{index}",
        sort=Sort.STATED,
        low=low * factor,
        value=quantity.value * factor,
        high=high * factor * regional,
        type=powers,
        places=context.sentence.stated[index].places,
        label=quantity.text,
        unit=quantity.unit_name,
        factor=factor,
        percent=quantity.form is Form.PERCENT,
        uses=frozenset({index}),
    )


def _is_for_one(context: Context, quantity: Quantity) -> bool:
    """Whether a number is so many for one of what it seems to count: "15 a minibus"."""
    number = context.sentence.places_of(*quantity.number_span)
    article = words().article_one & words().determiner - frozenset(words().counts)  # "20 one-dollar bills"
    return not article.isdisjoint(context.sentence.lows[max(number) + 1 :][:1])


def _in_its_currency(context: Context, quantity: Quantity) -> Quantity:
    """Cents as those of the money beside them: "30 cents" are of a euro where euros are said."""
    unit = quantity.unit
    if unit.name not in defaults().shared_change:
        return quantity
    units = [one.quantity.unit for one in context.sentence.stated if one.quantity.unit.name != unit.name]
    others = {one.currency for one in units if one.currency in defaults().shared_change[unit.name]}
    return replace(quantity, unit=replace(unit, currency=others.pop())) if len(others) == 1 else quantity


def _with_people(quantity: Quantity, powers: Exponents) -> Exponents:
    """The type of a quantity whose noun is a people: "sixty million Floridians", "400 euros per German"."""
    unit, below = quantity.unit, quantity.unit.per
    if unit.dimension is Dimension.COUNT:
        return powers / counted(unit.noun or unit.name) * counted("person")
    if below is not None and below.dimension is Dimension.COUNT:
        return powers * counted(below.noun or below.name) / counted("person")
    return powers


def _is_of_people(context: Context, index: int) -> bool:
    """Whether what is counted is a people: "sixty million Floridians"."""
    places = context.sentence.stated[index].places
    return any(name.form == "people" and not name.places.isdisjoint(places) for name in context.sentence.names)
