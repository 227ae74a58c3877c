"""Properties of things that are named by their noun, and averages of what people do, as leaves with ranges."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from knowledge import Library
from knowledge.model.estimation import PROPERTIES, Average, Thing
from knowledge.model.measured_range import MeasuredRange
from knowledge.model.units import NUMBER, Exponents
from quantities.model.quantity import SECONDS
from reasoning.data.tables import cues, defaults, root
from reasoning.grounding.context import Context
from reasoning.grounding.figures import Who
from reasoning.grounding.types import counted
from reasoning.model.leaf import Leaf, Places, Sort
from reasoning.per_library import once_per_library
from reasoning.reading.language import stem, words
from reasoning.reading.passage import Sentence

PREFERRED = 0.15
NOT_PREFERRED = 0.8
DEFINITE, SPECIMEN = 0.8, 1.6  # "the book" may be one book, "this book" is: a typical value says little of it
NO_RATIO = 0.8  # "30 of the 120 kids" are no children a head
ADJECTIVES = 2  # that may stand between an article and its noun
VERB_SAID = 0.2
VERB_NOT_SAID = 0.9
MOST_LEAVES = 24
EVERYBODY, ELSEWHERE = 0.15, 0.4


@dataclass(frozen=True, slots=True)
class ThingMention:
    """A thing named by one of its nouns; `definite` is the cost of taking it for any of its kind."""

    thing: Thing
    places: Places
    plural: bool
    definite: float


class ThingIndex:
    """Things and averages by the stems of their nouns."""

    def __init__(self, library: Library) -> None:
        self._things: dict[str, list[tuple[tuple[str, ...], Thing]]] = defaultdict(list)
        self._averages: dict[str, list[tuple[tuple[str, ...], Average]]] = defaultdict(list)
        for thing in library.things.values():
            for name in thing.called:
                stems = _stems(name)
                if stems:
                    self._things[stems[0]].append((stems, thing))
        for average in library.averages.values():
            for name in average.what or average.does:
                stems = _stems(name)
                if stems:
                    self._averages[stems[0]].append((stems, average))

    def things(self, context: Context) -> list[ThingMention]:
        """The things that the sentence names, the longest name first where two overlap."""
        sentence = context.sentence
        found: list[tuple[int, ThingMention]] = []
        for at, word in enumerate(sentence.words):
            for stems, thing in self._things.get(word.stem, ()):
                if sentence.stems[at : at + len(stems)] != stems:
                    continue
                last = sentence.words[at + len(stems) - 1]
                plural = last.low != stems[-1] and last.low.endswith("s")
                mention = ThingMention(thing, frozenset(range(at, at + len(stems))), plural, _definite(sentence, at))
                found.append((len(stems), mention))
        found.sort(key=lambda one: -one[0])
        kept: list[ThingMention] = []
        for _, mention in found:
            if all(mention.places == other.places or mention.places.isdisjoint(other.places) for other in kept):
                kept.append(mention)
        return kept

    def averages(self, context: Context) -> list[tuple[Average, Places, float]]:
        """The averages that the sentence may mean, with the words and the cost."""
        sentence = context.sentence
        places_of = {word.stem: word.place for word in reversed(sentence.words)}
        found = []
        for at, word in enumerate(sentence.words):
            for stems, average in self._averages.get(word.stem, ()):
                if sentence.stems[at : at + len(stems)] != stems:
                    continue
                places = frozenset(range(at, at + len(stems)))
                cost = VERB_SAID - 0.05 * len(stems)
                if average.does and average.what:
                    said = [places_of[s] for verb in average.does for s in _stems(verb)[:1] if s in places_of]
                    if not said:
                        if root(average.what[0]) == "person":
                            continue
                        cost = VERB_NOT_SAID
                    places |= frozenset(said)
                found.append((average, places, max(cost, 0.05)))
        return found


def _definite(sentence: Sentence, at: int) -> float:
    """What speaks for a noun that is said of one of its kind: "the new stadium", "this book", "a 300 page book"."""
    classes = words()
    if at and at - 1 in sentence.number_places and at not in sentence.number_places:
        return SPECIMEN
    for word in reversed(sentence.words[max(at - ADJECTIVES - 1, 0) : at]):
        if word.low in classes.definite:
            return DEFINITE if word.low in classes.article and word.place == at - 1 else SPECIMEN
        if word.low in classes.function or word.segment != sentence.words[at].segment or word.low in cues()["mean"]:
            return 0.0
    return 0.0


def head_of(name: str) -> str:
    """The noun that a name counts: the sheet of "sheet of paper"."""
    return name.split(" of ", maxsplit=1)[0].rsplit(maxsplit=1)[-1]


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(part) for part in text.lower().replace("-", " ").split())


@once_per_library
def thing_index(library: Library) -> ThingIndex:
    """The index of a library's things and averages."""
    return ThingIndex(library)


def property_leaves(context: Context) -> list[Leaf]:
    """What is measured of each thing named: by itself, and for each where it is counted."""
    found: list[Leaf] = []
    for mention in thing_index(context.library).things(context):
        if mention.thing.name in SECONDS:
            continue
        inside = mention.places <= context.sentence.number_places
        for name, measured in mention.thing.has.items():
            cue = context.cue(f"property.{name}") if f"property.{name}" in cues() else _own_noun(context, name)
            if inside and not cue:
                continue
            cost = mention.definite + (PREFERRED if cue else NOT_PREFERRED)
            powers, places = measured.powers, mention.places | cue
            if name not in PROPERTIES and measured.powers == NUMBER:
                powers = counted(name)
            base = root(head_of(mention.thing.name))
            if not inside:
                found.append(_property(mention.thing, name, measured, powers, cost, places))
            each = powers / Exponents(((base, 1),))
            found.append(_property(mention.thing, name, measured, each, cost + 0.05, places))
    found.sort(key=lambda leaf: leaf.cost)
    return found[:MOST_LEAVES]


def _own_noun(context: Context, name: str) -> Places:
    wanted = stem(name.rsplit("-", maxsplit=1)[-1])
    return frozenset(word.place for word in context.sentence.words if word.stem == wanted)


def property_of(thing: Thing, name: str) -> Leaf:
    """What is measured of a thing by itself."""
    return _property(thing, name, thing.has[name], thing.has[name].powers, 0.0, frozenset())


def _property(thing: Thing, name: str, measured: MeasuredRange, powers: Exponents, cost: float, places: Places) -> Leaf:
    low, high = measured.interval.low, measured.interval.high
    assert low is not None
    assert high is not None
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
        factor=low / measured.low if measured.low else high / measured.high,
        estimate=thing.source.estimate and low != high,
        measure=name,
        entity=thing.id,
        parts=(("property", cost),),
    )


def average_leaves(context: Context, who: list[Who]) -> list[Leaf]:
    """What an average person does, of the place named, else of the world."""
    found = []
    per_head = context.cue("each") | context.cue("mean") | context.cue("per_head")
    for average, places, cost in thing_index(context.library).averages(context):
        for place, extra, more in _places(average, who):
            of_people = bool(average.what) and root(head_of(average.what[0])) == "person"
            total = cost + extra + (NO_RATIO if of_people and not per_head else 0.0)
            parts = (("average", total),)
            found.append(replace(average_of(average, place), cost=total, places=places | more, parts=parts))
    found.sort(key=lambda leaf: leaf.cost)
    return found[:MOST_LEAVES]


def average_of(average: Average, place: str) -> Leaf:
    """What an average person of a place does."""
    measured = average.each[place]
    powers = measured.powers
    plain = {base for base, _ in powers.of} <= {"s"}
    if plain:
        powers = powers * counted(head_of(average.what[0]) if average.what else "time")
    low, high = measured.interval.low, measured.interval.high
    assert low is not None
    assert high is not None
    return Leaf(
        id=f"{average.id}.{place}",
        sort=Sort.AVERAGE,
        low=low,
        value=(low + high) / 2,
        high=high,
        type=powers / counted("person"),
        label=f"{average.id.replace('-', ' ')} a person",
        unit=measured.unit,
        factor=low / measured.low if measured.low else high / measured.high,
        estimate=True,
        entity=place,
        measure=average.id,
    )


def _places(average: Average, who: list[Who]) -> list[tuple[str, float, Places]]:
    """The places for which it is known: those that are named, else everybody, else the first it is known of."""
    named = [(one.id, one.cost, one.places) for one in who if one.id in average.each]
    if named:
        return named[:2]
    anywhere = next((ident for ident in defaults().everybody if ident in average.each), next(iter(average.each)))
    cost = ELSEWHERE if any(one.places for one in who) or anywhere not in defaults().everybody else EVERYBODY
    return [(anywhere, cost, frozenset())]
