"""Whether a property is meant though no word names it: a thing has no other, or what stands beside asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge.model.estimation import FREE, PROPERTIES, Thing, is_named_by_noun, property_exponents
from knowledge.model.units import CALENDAR, DEGREES, NUMBER, Exponents
from quantities import Dimension
from quantities.units.physical_units import WORDS
from reasoning.data.tables import defaults, root
from reasoning.grounding.context import Context
from reasoning.grounding.types import LENGTH, MASS, TIME, quantity_type
from reasoning.model.leaf import Places
from reasoning.reading.language import words
from reasoning.reading.passage import Sentence

SIZES = (MASS, LENGTH**2, LENGTH**3)
DENSITY = MASS / LENGTH**3
MOST_UNIT_WORDS = 2  # "a cubic metre of"


def parts_done(things: Iterable[Thing]) -> set[str]:
    """The parts that one thing has and another does so many of in a time: words of a book, and of reading."""
    flows: set[str] = set()
    counts: set[str] = set()
    for thing in things:
        for name, measured in thing.has.items():
            if is_named_by_noun(name) and (measured.powers != NUMBER or not measured.unit):
                (counts if measured.powers == NUMBER else flows).add(name)
    return flows & counts


def is_span(thing: Thing) -> bool:
    """Whether a thing has nothing but its length, as a span of time or way, how often it is, a year, or its people."""
    told = all(" " in name for name in thing.called)  # a river has so many of nothing that is not said
    spans = (TIME, LENGTH, NUMBER / TIME, CALENDAR, DEGREES, *((NUMBER,) if told else ()))
    return len(thing.has) == 1 and all(
        measured.powers in spans or root(name) == "person" for name, measured in thing.has.items()
    )


def occasions(context: Context) -> Places:
    """The places of the words for using something once: "a load", "every cycle", "per wash"."""
    cue = context.cue("occasion")
    ones = (one.places for one in context.sentence.stated if one.quantity.value == 1 and one.last in cue)
    return cue.union(*ones)


def is_motion(thing: Thing) -> bool:
    """Whether a thing is a way of moving, of which there is nothing but its speed and power."""
    return all(is_motion_type(measured.powers) for measured in thing.has.values())


def is_motion_type(powers: Exponents) -> bool:
    of = dict(powers.of)
    return of.get("m", 0) > 0 and of.get("s", 0) < 0


def is_so_much_of(name: str, powers: Exponents, places: Places, context: Context) -> bool:
    """Whether a density or a price is meant by a unit before the thing: "a litre of milk", "5 kg of gold"."""
    first, lows = min(places), context.sentence.lows
    if name not in FREE or first < MOST_UNIT_WORDS:
        return False
    if lows[first - 1] not in words().each_of and not is_paid_in(places, context.sentence):
        return False
    if not {powers * size for size in SIZES} & _types_said(context):
        return False  # "900 litres of water" without money
    if first - 2 in context.sentence.number_places:
        return True
    return any(lows[first - 1 - length : first - 1] in WORDS for length in range(1, MOST_UNIT_WORDS + 1))


def filled(things: Sequence[Thing], context: Context) -> set[tuple[str, str]]:
    """The properties, each as a thing's id and its name, by which what fills something is reckoned.

    Where a mass is said, "the air in a room weighs 50 kg", the density of the one and the volume of the other are
    meant, or the area and the depth where no volume is known. So they are where it is said how much a lake holds.
    """
    said = _types_said(context)
    dense = {(thing.id, name) for thing in things for name, one in thing.has.items() if one.powers == DENSITY}
    holding: set[tuple[str, str]] = set()
    for thing in things:
        sizes = ((name, one) for name, one in thing.has.items() if not is_named_by_noun(name))  # the paint of a room
        volumes = {(thing.id, name) for name, one in sizes if one.powers == LENGTH**3}
        known = [name for name in defaults().basin if name in thing.has]
        basin = {(thing.id, name) for name in known if defaults().basin[0] in known}
        holding |= volumes or basin
    apart = any(ident not in {other for other, _ in dense} for ident, _ in holding)
    if not dense or not apart:
        return set()
    return dense | holding if MASS in said else holding if LENGTH**3 in said else set()


def is_paid_in(places: Places, sentence: Sentence) -> bool:
    """Whether an amount of money is said to be in, or worth of, what is named at some places: "a million in gold"."""
    opening = words().each_of | words().within
    last = max((place for place in range(max(places)) if sentence.lows[place] in opening), default=0)
    skipped = last - 1 - (sentence.lows[last - 1] in words().function)
    if not min(places) - 1 <= last <= min(places):
        return False
    money = (one for one in sentence.stated if one.quantity.unit.dimension is Dimension.MONEY)
    return any(skipped in one.places for one in money)


def _types_said(context: Context) -> set[Exponents]:
    """The types of the quantities of a sentence, and of the properties that its words ask for."""
    typed = (quantity_type(one.quantity) for one in context.sentence.stated)
    asked = (property_exponents(name) for name in PROPERTIES if context.cue(f"property.{name}"))
    return {one[1] for one in typed if one is not None} | {one for one in asked if one is not None}
