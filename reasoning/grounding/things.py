"""Properties of things that are named by their noun, and averages of what people do, as leaves with ranges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from knowledge.model.estimation import Thing, is_named_by_noun
from knowledge.model.measured_range import MeasuredRange
from knowledge.model.units import CALENDAR, NUMBER, Exponents
from quantities.model.quantity import SECONDS
from reasoning.data.tables import cues, defaults, root
from reasoning.grounding.averages import MOST_LEAVES
from reasoning.grounding.context import Context
from reasoning.grounding.meant_properties import (
    filled,
    is_motion,
    is_paid_in,
    is_so_much_of,
    is_span,
    occasions,
    parts_done,
)
from reasoning.grounding.measure_index import measure_index
from reasoning.grounding.one_of_its_kind import is_money, is_unique
from reasoning.grounding.thing_index import ThingMention, head_of, thing_index
from reasoning.grounding.types import LENGTH, MASS, MONEY, POINTS, TIME, counted
from reasoning.model.leaf import NOWHERE, Leaf, Places, Sort
from reasoning.reading.language import stem, words
from reasoning.reading.passage import Sentence

PREFERRED, NOT_PREFERRED = 0.15, 0.8
ANOTHER_SAID = 0.6  # more for a length that no word says, where words say another one
LIGHT = 0.5  # "people" and "the world" are hardly meant as things that are measured
MOVES = 0.5  # a way of moving is hardly meant but by its speed
TIMES = 0.05  # a rate as so many times, rather than so many of what it is named by
SHARE = "%"  # the unit of what a thing has as a share of it


def property_leaves(context: Context) -> list[Leaf]:
    """What is measured of each thing named: by itself, and for each where it is counted."""
    mentions = thing_index(context.library).things(context)
    anybody = context.library.things.get(defaults().anybody)
    ways = [one for one in mentions if is_motion(one.thing) and one.name.endswith(tuple(words().gerund_endings))]
    movers = (one.thing for one in mentions if not (one.thing is anybody or one.thing.unique or one in ways))
    moving: Places = NOWHERE
    if any(measured.powers == LENGTH / TIME for thing in movers for measured in thing.has.values()):
        moving = NOWHERE.union(*(one.places for one in ways))  # a snail crawls as snails do
        mentions = [one for one in mentions if one not in ways]
    mentions = [one for one in mentions if not any(_is_measured_of(one, other, context) for other in mentions)]
    context.thing_places = frozenset().union(*(mention.places for mention in mentions))
    things = [mention.thing for mention in mentions]
    shared, held = parts_done(things), filled(things, context)
    phrases = [match.phrase for match in measure_index(context.library).matches(context.sentence)]
    found = [
        replace(leaf, places=leaf.places | moving) if leaf.type == LENGTH / TIME else leaf
        for mention in mentions
        if mention.thing.name not in SECONDS
        for leaf in _leaves_of(mention, context, shared | {name for ident, name in held if ident == mention.thing.id})
        if not any(mention.places < phrase for phrase in phrases)  # "life expectancy" is of no life
    ]
    found.sort(key=lambda leaf: leaf.cost)
    return found[:MOST_LEAVES]


def _is_measured_of(one: ThingMention, other: ThingMention, context: Context) -> bool:
    """Whether a span is said to be of another thing, which has its own: "the life of a dog" is no human one."""
    behind = max(one.places) + 1
    near = behind < min(other.places) <= behind + 2 and is_span(one.thing)
    types = {measured.powers for measured in one.thing.has.values()}
    own = any(measured.powers in types for measured in other.thing.has.values())
    return near and own and context.sentence.lows[behind] in words().part_of


def _leaves_of(mention: ThingMention, context: Context, shared: set[str]) -> Iterator[Leaf]:
    """What is measured of a thing; `shared` are the parts that other things beside it say are meant."""
    thing = mention.thing
    inside = mention.places <= context.sentence.number_places
    typical, used = _typical_before(mention.places, context.sentence), occasions(context)
    said = {measured.powers for name, measured in thing.has.items() if context.cue(f"property.{name}")}
    has_money = is_money(mention.places, context.sentence) or is_paid_in(mention.places, context.sentence)
    base = root(head_of(mention.name))
    for name, measured in thing.has.items():
        cue = _cue_of(context, mention, name)
        meant = bool(cue) or (has_money and measured.powers == MONEY)
        meant |= is_span(thing) and not (measured.powers == LENGTH and is_unique(mention.places, context))
        if inside and not meant:
            continue
        meant |= name in shared or is_so_much_of(name, measured.powers, mention.places, context)
        if not meant and (
            measured.powers == CALENDAR
            or name in defaults().only_said
            or (is_named_by_noun(name) and _is_plain(measured) and len(thing.has) > 1)
        ):
            continue
        if _is_no_share(context, thing, name, measured, cue):
            continue
        definite = 0.0 if name in defaults().intensive else mention.definite  # "the air" is as dense as any
        cost = definite + (PREFERRED if meant else MOVES if is_motion(thing) else NOT_PREFERRED)
        if not meant and measured.powers in said:
            cost += ANOTHER_SAID
        if not cue and mention.name in words().light:
            cost += LIGHT
        done = mention.name.endswith(tuple(words().gerund_endings))  # counting, of which so many times are done
        for extra, powers in _types_of(name, measured, said=bool(cue) or done):
            places = mention.places | cue | typical | (NOWHERE if powers in (LENGTH, MASS) else used)
            places |= context.cue("get_through") | context.cue("consume") if is_named_by_noun(name) else NOWHERE
            leaf = _property(thing, name, measured, powers, cost + extra, places)
            if not inside:
                yield leaf
            each = inside or not (thing.unique and mention.places <= context.sentence.name_places)  # one Eiffel Tower
            each &= name not in defaults().intensive
            if each and powers not in (*POINTS, NUMBER):
                yield replace(leaf, type=powers / Exponents(((base, 1),)), cost=leaf.cost + 0.05)


def _is_no_share(context: Context, thing: Thing, name: str, measured: MeasuredRange, cue: Places) -> bool:
    """Whether no share is meant of what is one, or of people of a kind: German speakers are no part of the Swedes."""
    if measured.unit == SHARE:
        return not (context.shares() and cue)
    return thing.unique and root(name) == "person" and context.shares() and not context.cue("carries")


def _typical_before(places: Places, sentence: Sentence) -> Places:
    """The places of the words right before a noun that only say that it is as most are: "an ordinary family car"."""
    found = set()
    for word in reversed(sentence.words[: min(places)]):
        if word.low not in words().typical:
            break
        found.add(word.place)
    return frozenset(found)


def _cue_of(context: Context, mention: ThingMention, name: str) -> Places:
    """The words that say which property is meant: its cues, or the noun it is named by."""
    if f"property.{name}" in cues():
        of_its_name = mention.places - context.cue("most") - context.cue("least")  # but "the deepest lake in the world"
        return context.cue(f"property.{name}") - of_its_name
    lows, specified = context.sentence.lows, words().determiner | words().definite
    cue = frozenset(
        p for p in _own_noun(context, name) if p not in context.thing_places or lows[p - 1] not in specified
    )
    if root(name) == "person":
        cue |= context.cue("carries")  # "a bus carries", "to fill a stadium"
    return cue - mention.places


def _types_of(name: str, measured: MeasuredRange, *, said: bool) -> list[tuple[float, Exponents]]:
    """The types of a property, with their cost: one that is named by a noun counts it, or where that is said, times."""
    plain = all(base == "s" or power < 0 for base, power in measured.powers.of)
    if not is_named_by_noun(name) or not plain or (measured.unit and not measured.unit.startswith("/")):
        return [(0.0, measured.powers)]
    counts = (0.0, measured.powers * counted(name.rsplit("-", maxsplit=1)[-1]))
    return [counts] if measured.powers == NUMBER or not said else [counts, (TIMES, measured.powers)]


def _is_plain(measured: MeasuredRange) -> bool:
    """Whether only so many are counted, or so many in a time."""
    return all(base == "s" for base, _ in measured.powers.of)


def _own_noun(context: Context, name: str) -> Places:
    wanted, stems = tuple(map(stem, name.split("-"))), context.sentence.stems
    found = (at for at in range(len(stems)) if stems[at : at + len(wanted)] == wanted)
    return frozenset(place for at in found for place in range(at, at + len(wanted)))


def property_of(thing: Thing, name: str) -> Leaf:
    """What is measured of a thing by itself."""
    return _property(thing, name, thing.has[name], thing.has[name].powers, 0.0, frozenset())


def _property(thing: Thing, name: str, measured: MeasuredRange, powers: Exponents, cost: float, places: Places) -> Leaf:
    low, high = measured.interval.ends
    return Leaf(
        id=f"{thing.id}.{name}",
        sort=Sort.PROPERTY,
        low=low,
        value=(low + high) / 2,
        high=high,
        type=powers,
        cost=cost,
        places=places,
        label=f"{name.replace('-', ' ')} of {thing.name}",
        unit=measured.unit,
        factor=measured.factor,
        estimate=thing.source.estimate and low != high,
        percent=measured.unit == SHARE,
        measure=name,
        entity=thing.id,
        parts=(("property", cost),),
    )
