"""Numbers that are said as so much for each of something else: people a bus, slices a loaf, litres a shower."""

from __future__ import annotations

from dataclasses import replace

from knowledge.model.units import NUMBER, Exponents
from quantities import PeriodKind
from quantities.model.quantity import SECONDS
from reasoning.data.tables import cues, defaults
from reasoning.derivation.made_numbers import BESIDE, for_one, is_count
from reasoning.derivation.products import Product
from reasoning.grounding.everybody import counted_each, everybody_said
from reasoning.grounding.figures import figure_leaf
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import LENGTH, PHYSICAL, TIME, count_bases, counted
from reasoning.model.leaf import NOWHERE, Leaf, Sort
from reasoning.reading.language import words
from reasoning.reading.passage import Sentence

FURTHER_ON = 0.2  # "40 cars nose to tail at 4.5 metres"
CARRIED = 0.25  # "a bus takes 50 people", where trips or buses are counted
ONE_FOR_EACH = 0.2  # "one per square metre": of what the sentence counts
AS_MANY_AS = 0.15  # "10 countries the size of Texas": ten times that
SIZE_SAID = 0.2
BY_HEADS = 0.1  # all people of a place as a number, where something is said of each
PERIOD_TAKEN = 0.3  # "2 cups each, so 130 million cups a day"


def shared_leaves(found: Ground, index: int, target: Leaf) -> list[Leaf]:
    """The other quantities of a sentence as so much for each of what it counts, where words say so."""
    made: list[Leaf] = []
    for place, leaves in enumerate(found.stated):
        for leaf in map(_seated, leaves[:1]):
            if place == index or leaf.percent:
                continue
            made += _beside(found, place, leaf)
            made += _of_a_group(found, place, leaf)
            made += _to_a_unit(found, place, leaf)
            made += _carried(found, target, leaf)
            made += _for_each(found, leaf)
            made += _as_many(found, leaf)
            made += _in_that_time(found, index, target, leaf)
    return made + _heads(found) + _sizes(found)


def _seated(leaf: Leaf) -> Leaf:
    """So many seats as the people they are for."""
    seats = count_bases(leaf.type).keys() & cues()["seat"]
    return replace(leaf, type=counted("person")) if seats and len(leaf.type.of) == 1 else leaf


def _beside(found: Ground, place: int, leaf: Leaf) -> list[Leaf]:
    """So much a noun that stands right behind it, or of what is counted right before it."""
    sentence = found.context.sentence
    one = sentence.stated[place]
    made = []
    noun = _noun_behind(sentence, one.last)
    if noun is not None:
        made.append(for_one(leaf, counted(sentence.words[noun].low), BESIDE, frozenset({noun - 1, noun})))
    before, behind = sentence.lows[: one.first][-1:], sentence.lows[one.last + 1 :][:1]
    counts = [other for other in sentence.stated if other.last < one.first and is_count(other)]
    if counts and not words().each_of.isdisjoint(before):
        unit, gap = counts[-1].quantity.unit, one.first - counts[-1].last
        cost = BESIDE if gap == 2 else FURTHER_ON
        return [*made, for_one(leaf, counted(unit.noun or unit.name), cost, frozenset({one.first - 1}))]
    is_rate = any(power < 0 for _, power in leaf.type.of)
    if is_rate or (words().at_rate.isdisjoint(before) and words().severally.isdisjoint(behind)):
        return made
    said = found.context.cue("property.length") if leaf.type == LENGTH else frozenset()
    place = one.first - 1 if words().severally.isdisjoint(behind) else one.last + 1
    return [*made, *(for_one(leaf, each, FURTHER_ON, said | {place}) for each in _counted_here(found))]


def _counted_here(found: Ground) -> list[Exponents]:
    """The types of what a sentence counts: by a number, as all of a place, or as what an average person has."""
    units = (one.quantity.unit for one in found.context.sentence.stated if is_count(one))
    stated = (counted(unit.noun or unit.name) for unit in units)
    had = (counted(base) for leaf in found.averages for base, power in count_bases(leaf.type).items() if power > 0)
    return list(dict.fromkeys((*stated, *had, counted("person"))))


def _noun_behind(sentence: Sentence, last: int) -> int | None:
    """The place of the noun of "a loaf", "per bus" right behind a quantity; None where there is none."""
    if last + 2 >= len(sentence.words) or sentence.lows[last + 1] not in words().determiner - words().definite:
        return None
    noun = sentence.words[last + 2]
    taken = noun.place in sentence.number_places or noun.low in SECONDS or noun.low in words().function
    return None if taken or not noun.is_word else noun.place


def _to_a_unit(found: Ground, place: int, leaf: Leaf) -> list[Leaf]:
    """So many, of what is counted, to a unit that stands alone behind them: "5 to a square metre"."""
    sentence, first = found.context.sentence, found.context.sentence.stated[place].last + 1
    if words().infinitive.isdisjoint(sentence.lows[first : first + 1]) or set(dict(leaf.type.of)) & PHYSICAL:
        return []
    units = [unit for unit in found.constants if unit.type != NUMBER and first + 1 == min(unit.places, default=0)]
    kinds = [NUMBER] if leaf.type != NUMBER else [NUMBER / each for each in _counted_here(found)]
    return [
        for_one(leaf.times(1 / unit.value), unit.type * kind, BESIDE, unit.places | {first})
        for unit in units
        for kind in kinds
    ]


def _of_a_group(found: Ground, place: int, leaf: Leaf) -> list[Leaf]:
    """So many people, where they are a group that is named before them: "a family of four"."""
    lows, first = found.context.sentence.lows, found.context.sentence.stated[place].first
    if first < 2 or lows[first - 1] not in words().each_of:
        return []
    person = counted("person")
    groups = (one for one in found.properties if one.type == person and first - 2 in one.places)
    number = replace(leaf.in_units_of(1 / leaf.factor), type=person, cost=BESIDE)
    return [replace(number, places=leaf.places | one.places) for one in groups][:1]


def _carried(found: Ground, target: Leaf, leaf: Leaf) -> list[Leaf]:
    """So many of a noun for each of what the target counts: people for each flight."""
    bases, own = count_bases(target.type), count_bases(leaf.type)
    cue = found.context.cue("carries")
    if not cue or len(bases) != 1 or not own or bases.keys() & own.keys() or dict(target.type.of).get("s"):
        return []
    base = next(iter(bases))
    return [for_one(leaf, Exponents(((base, 1),)), CARRIED, cue)]


def _for_each(found: Ground, leaf: Leaf) -> list[Leaf]:
    """A number without a noun, for each of a unit, as one of people or of what else is counted."""
    if count_bases(leaf.type) or not any(power < 0 for base, power in leaf.type.of if base in PHYSICAL):
        return []
    if any(power > 0 for _, power in leaf.type.of):
        return []
    bases = {base for leaves in found.stated for one in leaves[:1] for base in count_bases(one.type)}
    return [
        replace(leaf, type=leaf.type * Exponents(((base, 1),)), cost=leaf.cost + ONE_FOR_EACH) for base in sorted(bases)
    ]


def _as_many(found: Ground, leaf: Leaf) -> list[Leaf]:
    """A count as a number of times, where something is of the size of another."""
    cue = found.context.cue("size_of")
    if not cue or len(leaf.type.of) != 1 or not count_bases(leaf.type):
        return []
    return [replace(leaf, type=NUMBER, cost=leaf.cost + AS_MANY_AS, places=leaf.places | cue)]


def _in_that_time(found: Ground, index: int, target: Leaf, leaf: Leaf) -> list[Leaf]:
    """A count for each as one in the period that the target is said of."""
    period = found.context.sentence.stated[index].quantity.period
    said = period is not None and period.kind is PeriodKind.PER and period.seconds
    if not said or period is None or not period.seconds or not found.context.cue("each"):
        return []
    if "s" in dict(leaf.type.of) or not count_bases(leaf.type) or "s" not in dict(target.type.of):
        return []
    return [for_one(leaf.times(1 / period.seconds), TIME, PERIOD_TAKEN, NOWHERE)]


def _heads(found: Ground) -> list[Leaf]:
    """All people of a place as a number, where something is said of each of them."""
    each = found.context.cue("each")
    if not each:
        return []
    person = counted("person")
    return [
        replace(leaf, type=NUMBER, cost=leaf.cost + BY_HEADS, places=leaf.places | each)
        for leaf in found.wholes
        if leaf.type == person
    ]


def all_people(found: Ground, index: int) -> list[Leaf]:
    """All people of a place, where a number is announced as what so much for each of them makes."""
    said = everybody_said(found.context)
    if not said or index not in found.context.results():
        return []
    each = said & (found.context.cue("each") | found.context.cue("all_of"))
    base = counted(counted_each(found.context))
    return [
        replace(leaf, cost=leaf.cost + BY_HEADS, places=leaf.places | said)
        for leaf in found.wholes
        if leaf.type == base and (each or leaf.places)
    ]


def once_leaves(found: Ground, index: int, target: Leaf) -> list[Leaf]:
    """So much a day as so much once, where what is announced is said of no time: "2 cups a day each: 168 million"."""
    if dict(target.type.of).get("s") or index not in found.context.results():
        return []
    made: list[Leaf] = []
    for place, one in enumerate(found.context.sentence.stated):
        period = one.quantity.period
        if place == index or period is None or period.kind is not PeriodKind.PER or not period.seconds:
            continue
        once = (leaf.times(period.seconds) for leaf in found.stated[place][:1])
        made += [for_one(leaf, NUMBER / TIME, PERIOD_TAKEN, NOWHERE) for leaf in once]
    return made


def is_for_each_of_all(one: Product) -> bool:
    """Whether a product is so much for each of all people, over nothing that is said."""
    heads = [leaf for leaf in one.above if leaf.sort is Sort.FIGURE]
    amounts = [leaf for leaf in one.above if leaf.sort is Sort.STATED and not (leaf.type == NUMBER and leaf.value < 1)]
    return len(heads) == 1 and bool(amounts) and all(leaf.sort is Sort.CONSTANT for leaf in one.below)


def _sizes(found: Ground) -> list[Leaf]:
    """The area of each place of whose size something is: "10 countries the size of Texas"."""
    context = found.context
    cue = context.cue("size_of")
    if not cue:
        return []
    named = (one for one in found.who if one.places)
    made = (figure_leaf(context, one, defaults().size, context.day(), SIZE_SAID, cue) for one in named)
    return [leaf for leaf in made if leaf is not None]
