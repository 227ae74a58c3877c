"""Of whom, or of what time, a person asks how much a number is for each: "per household?", "a day?", "per worker?"."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge import Library
from knowledge.text.inflection import singular
from quantities.model.quantity import SECONDS
from reasoning.data.tables import defaults, root
from reasoning.grounding.context import Context
from reasoning.grounding.measure_index import measure_index
from reasoning.grounding.types import count_bases, measure_type
from reasoning.model.leaf import Places
from reasoning.reading.language import words
from reasoning.reading.passage import Word


@dataclass(frozen=True, slots=True)
class Group:
    """What a number is to be shared out by: a unit of time, or the measures that may count the heads.

    `by` has them, the likeliest first. `noun` is its word in the singular, `places` are those of the words that ask.
    """

    noun: str
    by: tuple[str, ...]
    places: Places


def find_group(context: Context) -> Group | None:
    """The group that a sentence asks for; None where it asks for none."""
    sentence, each, a_head = context.sentence, context.cue("each"), context.cue("per_head")
    is_alone = each == frozenset(word.place for word in sentence.words if word.is_word)
    if a_head or (each and is_alone):
        return Group("person", (defaults().wholes["person"],), each | a_head)
    for word in sentence.words[1:]:
        before = sentence.words[word.place - 1]
        if before.place not in each and before.low not in words().singular_one:
            continue
        noun = singular(word.low)
        by = (noun,) if noun in SECONDS else _measures(context, word)
        if by:
            return Group(noun, by, frozenset({word.place}) | each)
    return None


def _measures(context: Context, word: Word) -> tuple[str, ...]:
    """The measures that count a noun: that of all of a place for the plain word, else those that the word means.

    Of workers, or voters, there are not as many as of people; a family is what a household is.
    """
    base = root(word.low)
    whole = defaults().wholes.get(base)
    if whole is not None and (word.low in words().people or singular(word.low) == base):
        return (whole,)
    meant = [
        match.measure
        for match in measure_index(context.library).matches(context.sentence)
        if word.place in match.places and _counts(context.library, match.measure)
    ]
    same = whole is not None and base != root(min(words().people))
    return (*meant, whole) if same and whole is not None else tuple(meant)


def _counts(library: Library, measure: str) -> bool:
    """Whether a measure is a count of what there is, so that a number can be shared out by it."""
    known = library.measures[measure]
    of = measure_type(known.unit, known.period)[1]
    return known.period is None and len(of.of) == 1 and list(count_bases(of).values()) == [1]
