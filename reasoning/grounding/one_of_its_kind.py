"""Whether a noun is said of any of its kind or of a certain one, of which a typical value says little."""

from __future__ import annotations

from knowledge.model.estimation import Thing
from quantities import Dimension
from reasoning.data.tables import cues, root
from reasoning.grounding.context import Context
from reasoning.grounding.types import MONEY
from reasoning.model.leaf import Places
from reasoning.reading.language import words
from reasoning.reading.passage import Sentence, is_time

DEFINITE = 0.8  # "the book" may be one book, "this book" is: a typical value says little of it
SPECIMEN = 1.6  # "the book" may be one book, "this book" is: a typical value says little of it
ADJECTIVES = 2  # that may stand between an article and its noun
POSSESSED = 2.2  # "his book" still more so
NAMED_AT_LENGTH = 0.3  # "the blink of an eye": the longer its name, the less it is one of many
LONG_NAME = 3  # words


def particularity(thing: Thing, places: Places, context: Context) -> float:
    """What speaks against a typical value for what is named at some places: it is one of its kind, not any."""
    sentence = context.sentence
    first = min(places)
    before = sentence.lows[first - 1] if first else ""
    if before in words().possessive:
        return POSSESSED
    if before in words().anyone or is_unique(places, context):
        return 0.0
    if _is_numbered(max(places) + 1, sentence):
        return SPECIMEN
    if is_money(frozenset({first - 1}), sentence) and all(one.powers != MONEY for one in thing.has.values()):
        return 0.0  # "£20 notes" weigh what all do: the price is what they have of their own
    cost = _one_of_its_kind(sentence, first)
    return cost if len(places) < LONG_NAME else min(cost, NAMED_AT_LENGTH)


def is_unique(places: Places, context: Context) -> bool:
    """Whether what stands at some places is a name, of which there is one: "the Eiffel Tower", but not "the fridge"."""
    sentence, entities = context.sentence, context.library.entities
    named = (name for name in sentence.names if not name.places.isdisjoint(places))
    if any(entities[name.ids[0]].name[:1].isupper() for name in named):
        return True
    return min(places) > 0 and all(sentence.words[place].capital for place in places)


def _is_numbered(behind: int, sentence: Sentence) -> bool:
    """Whether a number without a unit stands at a place, which says which one is meant: "bus 42"."""
    units = [one.quantity.unit.dimension for one in sentence.stated if one.first == behind]
    digits = behind < len(sentence.lows) and sentence.lows[behind].isdecimal()
    return digits and units in ([], [Dimension.NONE])


def _one_of_its_kind(sentence: Sentence, at: int) -> float:
    """What speaks for a noun that is said of one of its kind: "the new stadium", "this book", "a 300 page book"."""
    classes = words()
    opens = sentence.lows[at] in classes.function  # "in hundreds"
    if at and at - 1 in sentence.number_places and at not in sentence.number_places and not opens:
        before = next(one for one in sentence.stated if at - 1 in one.places)
        return 0.0 if is_time(before.quantity) else SPECIMEN  # a "two hour call" lasts so long
    named = sentence.name_places
    for word in reversed(sentence.words[max(at - ADJECTIVES - 1, 0) : at]):
        if word.place in named:
            return 0.0  # "everyone in the United States holding hands"
        if word.low in classes.definite:
            if word.place and sentence.words[word.place - 1].stem in cues()["all_of"]:
                return 0.0  # "all the cars"
            return DEFINITE if word.low in classes.article and word.place == at - 1 else SPECIMEN
        is_usual = word.low in classes.typical and root(word.low) in ("person", word.low)
        is_usual |= word.stem in cues()["mean"]
        if word.low in classes.function or word.segment != sentence.words[at].segment or is_usual:
            return 0.0  # "the average car", "the adult giraffe"
    return 0.0


def is_money(places: Places, sentence: Sentence) -> bool:
    """Whether what stands at some places is read as an amount of money: "$5 bills"."""
    return any(
        one.quantity.unit.dimension is Dimension.MONEY and not one.places.isdisjoint(places) for one in sentence.stated
    )
