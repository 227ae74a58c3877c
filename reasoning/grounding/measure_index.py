"""Words matched to measures: each whose nouns, verbs, counted nouns or cues stand in a sentence, with a cost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import log2

from knowledge import Library, Measure
from knowledge.per_library import once_per_library
from reasoning.data.tables import cues
from reasoning.model.leaf import NOWHERE, Places
from reasoning.reading.language import stem, words
from reasoning.reading.passage import Sentence


class Way(StrEnum):
    """How words point to a measure."""

    NOUN = "noun"
    COUNTED = "counted"
    VERB = "verb"
    CUE = "cue"
    PREFERRED = "preferred"  # an adjective that prefers it


BASE_COST = {Way.NOUN: 0.25, Way.COUNTED: 0.5, Way.VERB: 0.6, Way.CUE: 0.5, Way.PREFERRED: 0.5}
NEARBY = 4  # words between an adjective and the noun that it is said of
OTHER_NAMED = 1.0  # an adjective prefers one measure where a noun names another: "a larger population"

HIDDEN = 0.9  # inside a longer phrase that means another measure
SHARED = 0.12  # for each doubling of the measures that the words may mean
LONGER = 0.1  # less for each further word
MORE_EVIDENCE = 0.1  # less for each further way that words point to it


@dataclass(frozen=True, slots=True)
class MeasureMatch:
    """A measure that words may mean."""

    measure: str
    cost: float
    places: Places
    ways: frozenset[Way]
    phrase: Places = NOWHERE  # the longest noun phrase that means it


@dataclass(frozen=True, slots=True)
class _Phrase:
    stems: tuple[str, ...]
    measure: str
    way: Way


@dataclass(frozen=True, slots=True)
class _Cue:
    groups: tuple[frozenset[str], ...]
    barred: frozenset[str]
    measure: str
    way: Way


class MeasureIndex:
    """All phrases of all measures by their first stem."""

    def __init__(self, measures: dict[str, Measure]) -> None:
        self._phrases: dict[str, list[_Phrase]] = defaultdict(list)
        self._cues: dict[str, list[_Cue]] = defaultdict(list)
        for measure in measures.values():
            for way, texts in (
                (Way.NOUN, (*measure.nouns, measure.name)),
                (Way.COUNTED, measure.counted),
                (Way.VERB, measure.verbs),
            ):
                for text in texts:
                    self._add(_stems(text), measure.id, way)
            for way, texts in ((Way.CUE, measure.cues), (Way.PREFERRED, _property_cue(measure.id))):
                for text in texts:
                    cue = _cue(text, measure.id, way)
                    for one in cue.groups[0] if cue.groups else ():
                        self._cues[one].append(cue)

    def matches(self, sentence: Sentence, held: Callable[[str], bool] = bool) -> tuple[MeasureMatch, ...]:
        """Every measure that words of the sentence may mean, the likeliest first.

        Words that mean several are the dearer; phrases, of those that are `held`: that whom is meant has figures of.
        """
        found: dict[str, list[tuple[Way, Places]]] = defaultdict(list)
        for way, measure, places in self._runs(sentence):
            found[measure].append((way, places))
        stems = {word.stem: word.place for word in reversed(sentence.words)}
        for one in stems:
            for cue in self._cues.get(one, ()):
                if not cue.barred.isdisjoint(stems):
                    continue
                where = [min((stems[w] for w in group if w in stems), default=-1) for group in cue.groups]
                if min(where) >= 0:
                    found[cue.measure].append((cue.way, frozenset(where)))
        return _costed(found, sentence.name_places, held)

    def _add(self, stems: tuple[str, ...], measure: str, way: Way) -> None:
        if stems:
            self._phrases[stems[0]].append(_Phrase(stems, measure, way))

    def _runs(self, sentence: Sentence) -> list[tuple[Way, str, Places]]:
        function = words().function
        content = [word for word in sentence.words if word.low not in function and word.is_word]
        numerals = frozenset(p for one in sentence.stated for p in sentence.places_of(*one.quantity.number_span))
        found = []
        for at, word in enumerate(content):
            for phrase in self._phrases.get(word.stem, ()):
                run = content[at : at + len(phrase.stems)]
                if phrase.way is Way.VERB and len(phrase.stems) > 1:  # "added 2 million jobs"
                    behind = [one for one in content[at + 1 :] if one.place not in numerals]
                    run = [word, *behind[: len(phrase.stems) - 1]]
                if tuple(one.stem for one in run) == phrase.stems and run[-1].place - run[0].place <= 2 * len(run):
                    found.append((phrase.way, phrase.measure, frozenset(one.place for one in run)))
        return found


def _costed(
    found: dict[str, list[tuple[Way, Places]]], names: Places, held: Callable[[str], bool]
) -> tuple[MeasureMatch, ...]:
    sharing: dict[Places, set[str]] = defaultdict(set)
    longest: dict[int, int] = defaultdict(int)
    for measure, runs in found.items():
        for way, places in runs:
            if way is Way.COUNTED or held(measure):
                sharing[places].add(measure)
            if way in (Way.NOUN, Way.COUNTED):
                for place in places:
                    longest[place] = max(longest[place], len(places))
    made = []
    nouns = (places for runs in found.values() for way, places in runs if way in (Way.NOUN, Way.COUNTED))
    named = frozenset().union(*(places for places in nouns if not places <= names))  # "the moon" counts no moons
    for measure, runs in found.items():
        costs = []
        for way, places in runs:
            shared = 0.0 if way is Way.PREFERRED else SHARED * log2(max(len(sharing[places]), 1))
            cost = BASE_COST[way] + shared - LONGER * (len(places) - 1)
            if way in (Way.NOUN, Way.COUNTED) and any(longest[place] > len(places) for place in places):
                cost += HIDDEN
            costs.append(max(cost, 0.05))
        ways = frozenset(way for way, _ in runs)
        if ways == {Way.PREFERRED}:
            near = {place for _, places in runs for at in places for place in range(at - NEARBY, at + NEARBY + 1)}
            costs = [cost + (0.0 if named.isdisjoint(near) else OTHER_NAMED) for cost in costs]
        total = max(min(costs) - MORE_EVIDENCE * (len(ways) - 1), 0.05)
        places = frozenset().union(*(places for _, places in runs))
        phrase = max((run for way, run in runs if way is Way.NOUN), key=len, default=NOWHERE)
        made.append(MeasureMatch(measure, total, places, ways, phrase))
    return tuple(sorted(made, key=lambda match: (match.cost, match.measure)))


def _property_cue(measure: str) -> tuple[str, ...]:
    """The words that prefer a property, for the measure of that name: "tall" for the height."""
    kinds = (f"property.{measure}", f"measure.{measure}")
    return tuple("|".join(sorted(cues()[kind])) for kind in kinds if kind in cues())


def _stems(text: str) -> tuple[str, ...]:
    function = words().function
    parts = [part for part in text.lower().replace("-", " ").split() if part not in function]
    return tuple(stem(part) for part in parts)


def _cue(text: str, measure: str, way: Way) -> _Cue:
    groups, barred = [], set()
    for part in text.split():
        if part.startswith("-"):
            barred |= {stem(one) for one in part[1:].split("|")}
        else:
            groups.append(frozenset(stem(one) for one in part.split("|")))
    return _Cue(tuple(groups), frozenset(barred), measure, way)


@once_per_library
def measure_index(library: Library) -> MeasureIndex:
    """The index of a library's measures."""
    return MeasureIndex(dict(library.measures))
