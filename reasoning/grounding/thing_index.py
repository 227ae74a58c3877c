"""Things and averages that a sentence names, found by the stems of their nouns."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from knowledge import EntityKind, Library
from knowledge.model.estimation import Average, Thing
from knowledge.model.units import NUMBER
from knowledge.per_library import once_per_library
from reasoning.data.tables import cues, root
from reasoning.grounding.context import Context
from reasoning.grounding.meant_properties import is_motion
from reasoning.grounding.one_of_its_kind import particularity
from reasoning.model.leaf import Places
from reasoning.reading.language import stem, words
from reasoning.reading.passage import Sentence

VERB_SAID, VERB_NOT_SAID = 0.2, 0.9
OTHER_VERB = 0.7  # more, where another average of the same noun has its verb said
CURRENCY_SIGNS = "$€£"  # the words of a sentence are without them
SPOKEN_OF = 0.3  # in the sentence before, and now only "it"


@dataclass(frozen=True, slots=True)
class ThingMention:
    """A thing named by one of its nouns; `definite` is the cost of taking it for any of its kind."""

    thing: Thing
    name: str
    places: Places
    definite: float


@dataclass(frozen=True, slots=True)
class AverageMention:
    """An average that words may mean; `name` is its noun, `verb_missing` where no verb of it is said."""

    average: Average
    name: str
    nouns: Places
    places: Places
    cost: float
    verb_missing: bool


class ThingIndex:
    """Things and averages by the stems of their nouns."""

    def __init__(self, library: Library) -> None:
        self._things: dict[str, list[tuple[tuple[str, ...], Thing, str]]] = defaultdict(list)
        self._averages: dict[str, list[tuple[tuple[str, ...], Average, str]]] = defaultdict(list)
        for thing in library.things.values():
            for name in thing.called:
                stems = _stems(name)
                if stems:
                    self._things[stems[0]].append((stems, thing, name))
        for average in library.averages.values():
            for name in average.what or average.does:
                stems = _stems(name)
                if stems:
                    self._averages[stems[0]].append((stems, average, name))

    def called(self, name: str) -> Thing | None:
        """The first thing that is called so; None for none."""
        stems = _stems(name) or ("",)
        return next((thing for others, thing, _ in self._things.get(stems[0], ()) if others == stems), None)

    def things(self, context: Context) -> list[ThingMention]:
        """The things that the sentence names, and those of the one before that it still means."""
        return [*self._named(context), *self._spoken_of(context)]

    def _named(self, context: Context) -> list[ThingMention]:
        """The things that the sentence names, the longest name first where two overlap."""
        sentence = context.sentence
        found: list[tuple[int, ThingMention]] = []
        for at, word in enumerate(sentence.words):
            for stems, thing, name in self._things.get(word.stem, ()):
                behind = {*sentence.lows[at + 1 : at + len(stems)]} - {*name.lower().split()}
                if sentence.stems[at : at + len(stems)] != stems or behind & words().function:
                    continue  # "humans are" is no human being
                if len(stems) == 1 and word.low in words().function and sentence.lows[at - 1] not in words().determiner:
                    continue  # "can hold" names no can
                if len(stems) == 1 and _is_done(word.low) and not (_is_done(name) or is_motion(thing)):
                    continue  # "trained" names no train
                if self._only_describes(at + len(stems) - 1, sentence):
                    continue

                places = frozenset(range(at, at + len(stems)))
                other = word.low not in name.lower().split() if thing.unique else word.capital
                if other and _is_somebody(places, context):
                    continue  # "Apple" is no apple, and "Germans" are no German
                definite = 0.0 if thing.unique else particularity(thing, places, context)
                found.append((len(stems), ThingMention(thing, name, places, definite)))
        found.sort(key=lambda one: -one[0])
        kept: list[ThingMention] = []
        for _, mention in found:
            fits = all(mention.places == other.places or mention.places.isdisjoint(other.places) for other in kept)
            if fits and all(mention.thing is not other.thing or mention.places != other.places for other in kept):
                kept.append(mention)
        return kept

    def _spoken_of(self, context: Context) -> list[ThingMention]:
        """The things of the sentence before that a word such as "it" or "the river" still means."""
        earlier, lows = context.sentence.earlier, context.sentence.lows
        one, many = words().stands_for_thing, words().stands_for_things
        said = [
            frozenset({at - 1, at} if low in words().kinds else {at})
            for at, low in enumerate(lows)
            if low in one | many or (low in words().kinds and lows[at - 1] in words().definite)
        ]
        if earlier is None or not said:
            return []
        last = lows[max(said[0])]
        any_of_them = last in many or (last not in one and last.endswith("s"))
        return [
            replace(thing, places=said[0], definite=thing.definite + SPOKEN_OF)
            for thing in self._named(replace(context, sentence=earlier, cue_places={}, known={}))
            if thing.thing.unique or any_of_them
        ]

    def _only_describes(self, at: int, sentence: Sentence) -> bool:
        """Whether a word says of the thing behind it that it is as most are: the adult of "an adult elephant"."""
        behind = next(iter(sentence.words[at + 1 : at + 2]), None)
        if behind is None or sentence.lows[at] not in words().typical or behind.segment != sentence.words[at].segment:
            return False
        return behind.stem in self._things and behind.stem not in cues()["consume"]

    def averages(self, context: Context) -> list[AverageMention]:
        """The averages that the sentence may mean, each once, with the words and the cost."""
        sentence = context.sentence
        places_of = {word.stem: word.place for word in reversed(sentence.words)}
        found: dict[str, AverageMention] = {}
        things = [mention.places for mention in self.things(context)]
        said_of: set[int] = set()  # places of nouns whose average has its verb said
        for at, word in enumerate(sentence.words):
            for stems, average, name in self._averages.get(word.stem, ()):
                if sentence.stems[at : at + len(stems)] != stems:
                    continue
                places = nouns = frozenset(range(at, at + len(stems)))
                within = any(places < longer for longer in things)
                if self._only_describes(max(places), sentence) or (within and not (average.does and average.what)):
                    continue  # the pool of an olympic pool is none of those that people own
                cost, unsaid = VERB_SAID - 0.05 * len(stems), False
                if average.does and average.what:
                    said = _verbs_said(average, places_of, context)
                    if not said:
                        if within or root(average.what[0]) == "person":
                            continue
                        cost = cost if _is_held(average) else VERB_NOT_SAID
                        unsaid = True
                    else:
                        said_of |= places
                    places |= frozenset(said)
                mention = AverageMention(average, name, nouns, places, max(cost, 0.05), verb_missing=unsaid)
                if average.id not in found or mention.cost < found[average.id].cost:
                    found[average.id] = mention
        longest = [one.nouns for one in found.values() if one.average.does and not one.verb_missing]
        return [
            replace(one, cost=one.cost + OTHER_VERB) if one.verb_missing and one.places & said_of else one
            for one in found.values()
            if not any(one.nouns < longer for longer in longest)  # "tap water" is not any water
        ]


def _is_held(average: Average) -> bool:
    """Whether an average is of how many things there are: that somebody has them goes without saying."""
    plain = (measured.powers == NUMBER and not measured.unit for measured in average.each.values())
    return not average.item and all(plain)


def _verbs_said(average: Average, places_of: dict[str, int], context: Context) -> list[int]:
    """The places of the words that say what is done with what an average counts."""
    verbs = [s for verb in average.does for s in _stems(verb)[:1]]
    said = [places_of[s] for s in verbs if s in places_of]
    said += context.cue("get_through") if not cues()["consume"].isdisjoint(verbs) else ()
    return [*said, *(context.cue("happens") if _is_event(average) else ())]


def _is_event(average: Average) -> bool:
    """Whether an average is of how often something happens: so many a time, of no things that could also be made."""
    return not average.item and all(("s", -1) in one.powers.of and not one.unit for one in average.each.values())


def _is_somebody(places: Places, context: Context) -> bool:
    """Whether what stands at some places is part of a name of somebody, or of a place."""
    entities = context.library.entities
    names = (name for name in context.sentence.names if places <= name.places)
    return any(entities[name.ids[0]].kind is not EntityKind.THING for name in names)


def _is_done(low: str) -> bool:
    """Whether a word is what was done with something: "trained"."""
    return low.endswith(tuple(words().participle_endings))


def head_of(name: str) -> str:
    """The noun that a name counts: the sheet of "sheet of paper"."""
    return name.split(" of ", maxsplit=1)[0].rsplit(maxsplit=1)[-1]


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(part.lstrip(CURRENCY_SIGNS)) for part in text.lower().replace("-", " ").split())


@once_per_library
def thing_index(library: Library) -> ThingIndex:
    """The index of a library's things and averages."""
    return ThingIndex(library)
