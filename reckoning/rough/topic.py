"""The measures that a sentence speaks of: by their names, by what is counted, and by words that stand apart.

"Guns kill over 100 of us daily" is of deaths by guns, though no phrase of it says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge import Library
from knowledge.text.inflection import plural, singular, verb_forms
from quantities import Dimension, Form, Span
from reckoning.lasting import once_for_each
from reckoning.physical import PERCENT, fits
from reckoning.reading.case import Case
from reckoning.reading.scene import Sentence, Word
from reckoning.reading.statement import Statement
from reckoning.rough.home import homes

SHORT = 14  # words: a longer sentence says by itself what it is of
COUNTED = (
    Dimension.MONEY,
    Dimension.COUNT,
    Dimension.NONE,
    Dimension.VOLUME,
    Dimension.MASS,
    Dimension.LENGTH,
    Dimension.AREA,
)
NOT = -1  # the slot of words that must not stand there
FARTHEST = 500  # characters: words farther away say nothing of a number
# What any verb of its sort would mean: "spend", "earn".
OF_VERBS = frozenset(
    "government_spending federal_outlays public_spending_gbp budget budget_gbp average_wage median_wage".split()
)
# Nouns that are of a country, whoever is said to have made them.
OF_A_COUNTRY = frozenset({"job"})
# Of these is said only what nothing else of the sentence is about.
GENERAL = frozenset({"population", "deaths"})
PEOPLED = re.compile(r"population|inhabitants|residents", re.IGNORECASE)
PLEDGES = ("pledged_jobs", "pledged_investment")


@dataclass(frozen=True, slots=True)
class Topic:
    """A measure with the places of the words that speak for it."""

    measure: str
    places: frozenset[int]

    def is_in(self, span: Span) -> bool:
        return any(span[0] <= place < span[1] for place in self.places)


@dataclass(frozen=True, slots=True)
class _Cues:
    """`slots` tells for a word which slot of which cue it fills; `sizes` how many slots each cue has, and of what."""

    slots: dict[str, tuple[tuple[int, int], ...]]
    sizes: tuple[tuple[int, str], ...]


def topics(case: Case, statement: Statement) -> tuple[Topic, ...]:
    """The measures spoken of around a quantity that somebody meant has figures of.

    Those of its clause, and only without any those of its sentence.
    """
    return case.remembered(topics, statement, lambda: _topics(case, statement))


def _topics(case: Case, statement: Statement) -> tuple[Topic, ...]:
    reach = statement.span[0] - FARTHEST, statement.span[1] + FARTHEST
    cued, barred = _cued(case.library, statement.sentence.between(*reach))
    every = [topic for topic in (*_named(statement.sentence, reach), *cued) if topic.measure not in barred]
    counted = statement.measures if statement.via in ("counted", "verb") else ()
    if statement.via == "counted" and not counted and statement.noun in OF_A_COUNTRY:
        counted = case.library.counted(statement.noun)  # its subject, a person, has none
    own = [topic for topic in every if topic.is_in(statement.clause)]
    own += [Topic(measure, frozenset({statement.span[0]})) for measure in counted if measure not in OF_VERBS]
    if not own and not every and not statement.noun:
        every = _before(case, statement)
    fitting = [topic for topic in own or every if _may_be(case, statement, topic)]
    held = [topic for topic in fitting if not _is_beyond(statement, topic)] or fitting
    kept = _fullest_of_both(case, statement, held)
    named = {m for mention in statement.mentions if PEOPLED.search(mention.text) for m in mention.measures}
    special = [topic for topic in kept if topic.measure not in GENERAL - named]
    return tuple(special if any(len(topic.places) > 1 for topic in special) else kept)


def around(case: Case, statement: Statement) -> list[Topic]:
    """The measures that the whole sentence speaks of, whatever their unit."""
    reach = statement.span[0] - FARTHEST, statement.span[1] + FARTHEST
    cued, barred = _cued(case.library, statement.sentence.between(*reach))
    return [topic for topic in (*_named(statement.sentence, reach), *cued) if topic.measure not in barred]


def _fullest_of_both(case: Case, statement: Statement, held: list[Topic]) -> list[Topic]:
    """Measures that are shares themselves are no rivals of the counts that a share may be of."""
    if statement.quantity.form is Form.AMOUNT:
        return _fullest(held)
    shares = [topic for topic in held if case.measure(topic.measure).unit in PERCENT]
    return [*_fullest(shares), *_fullest([topic for topic in held if topic not in shares])]


def _is_beyond(statement: Statement, topic: Topic) -> bool:
    """Whether another number stands between the quantity and all the words of the topic: they are rather its own.

    What is counted stands within the quantity, and tells only whom: "22 million veterans, and 20 commit suicide".
    """
    start, end = statement.span
    places = frozenset(place for place in topic.places if not start <= place < end) or topic.places
    others = [q.span for q in statement.sentence.quantities if q is not statement.quantity and q.form is Form.AMOUNT]
    return all(
        any((end <= first and last <= place) or (place < first and last <= start) for first, last in others)
        for place in places
    )


def _may_be(case: Case, statement: Statement, topic: Topic) -> bool:
    """Whether somebody meant has figures of it, in a unit that an amount can be of."""
    quantity = statement.quantity
    if topic.measure in case.library.measures and quantity.form is Form.AMOUNT and quantity.unit.dimension in COUNTED:
        unit = case.measure(topic.measure).unit
        if statement.is_money and unit != statement.currency:
            return False  # the pounds of one country are not set against the dollars of another
        if not (fits(quantity, unit) or quantity.unit.name == singular(unit)) or (
            unit in PERCENT and quantity.unit.dimension is not Dimension.NONE
        ):
            return False
    return bool(homes(case, statement, topic.measure))


def _before(case: Case, statement: Statement) -> list[Topic]:
    """What the sentence before speaks of, if of a number of the same sort: "It was 1.7 %. Now it is over 8 %."."""
    unit, number = statement.quantity.unit, statement.sentence.number - 1
    if number < 0 or len(statement.sentence.words) > SHORT:
        return []
    sentence = case.scene.sentences[number]
    if not any(q.unit.dimension is unit.dimension and q.form is statement.quantity.form for q in sentence.quantities):
        return []
    return [*_named(sentence, sentence.span), *_cued(case.library, sentence.words[: SHORT * 3])[0]]


def _named(sentence: Sentence, reach: Span) -> Iterator[Topic]:
    """Measures called by a noun: "the national debt"."""
    for mention in sentence.mentions:
        if mention.via == "noun" and reach[0] <= mention.span[0] < reach[1]:
            places = frozenset(word.span[0] for word in sentence.between(*mention.span)) or {mention.span[0]}
            yield from (Topic(m, frozenset(places)) for m in mention.measures if m not in PLEDGES)


def _cued(library: Library, words: tuple[Word, ...]) -> tuple[list[Topic], frozenset[str]]:
    """Measures whose words all stand there, and those that another word there bars."""
    cues = _cues(library)
    filled: dict[int, dict[int, set[int]]] = {}
    for word in words:
        for cue, slot in cues.slots.get(word.lower.removesuffix("'s").removesuffix("’s"), ()):
            filled.setdefault(cue, {}).setdefault(slot, set()).add(word.span[0])
    found = [
        Topic(cues.sizes[cue][1], frozenset(place for places in slots.values() for place in places))
        for cue, slots in filled.items()
        if len(slots) == cues.sizes[cue][0] and NOT not in slots
    ]
    return found, frozenset(cues.sizes[cue][1] for cue, slots in filled.items() if NOT in slots)


def _fullest(found: list[Topic]) -> list[Topic]:
    """Without those whose words another topic has too, and more: "deaths" beside "deaths by guns"."""
    merged: dict[str, frozenset[int]] = {}
    for topic in found:
        merged[topic.measure] = merged.get(topic.measure, frozenset()) | topic.places
    kept = [Topic(measure, places) for measure, places in merged.items()]
    return [topic for topic in kept if not any(topic.places < other.places for other in kept)]


@once_for_each
def _cues(library: Library) -> _Cues:
    slots: dict[str, list[tuple[int, int]]] = {}
    sizes: list[tuple[int, str]] = []
    for measure in library.measures.values():
        for cue in measure.cues:
            words = [word for word in cue.lower().split() if word[0] != "-"]
            barred = [(NOT, word[1:]) for word in cue.lower().split() if word[0] == "-"]
            for slot, word in (*enumerate(words), *barred):
                for form in {form for one in word.split("|") for form in (*verb_forms(one), plural(one))}:
                    slots.setdefault(form, []).append((len(sizes), slot))
            sizes.append((len(words), measure.id))
    return _Cues({word: tuple(found) for word, found in slots.items()}, tuple(sizes))
