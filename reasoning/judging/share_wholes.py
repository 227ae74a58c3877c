"""The cost of a whole that a share is said to be of, and that is not what a reading takes it of."""

from __future__ import annotations

from itertools import chain

from quantities import Form
from reasoning.data.tables import defaults, root
from reasoning.grounding.context import Context
from reasoning.model.claim import Candidate, Operator, Term
from reasoning.model.leaf import NOWHERE, Leaf, Places, Sort
from reasoning.reading.language import stem, words
from reasoning.reading.passage import Stated, is_share

ANOTHER_WHOLE = 0.8  # "40 % of nurses" is not a share of all people
OTHER_PEOPLE = 1.2  # more where the noun counts some of the people: "one in seven children"
NARROWED = 0.6  # for each word that narrows the whole and is not explained: "of union members"
MOST_NARROWED = 1.2
ASKED = 0.8  # what people think is counted by polls alone
NEAR_NUMBER = 8  # words behind a share in which its whole stands


def another_whole(candidate: Candidate, context: Context) -> float:
    """The cost of taking a share of something else than the text does; 0 where it does not say of what it is."""
    if candidate.target < 0 or candidate.claim.relation != "level":
        return 0.0
    target = context.sentence.stated[candidate.target]
    place = _place_of_whole(target, context)
    if place is None:
        return 0.0
    taken = [leaf for leaf in _wholes(candidate.claim.right) if leaf.sort is not Sort.STATED]
    every = defaults().wholes["person"]  # its places are all nouns for people: of workers it is no whole
    explained = NOWHERE.union(*(_named_places(leaf, context) for leaf in taken if leaf.measure != every))
    noun = context.sentence.words[place].stem
    if any(leaf.percent and noun in map(stem, leaf.label.split()) for leaf in taken):
        explained |= {place}  # "share of electricity from wind" is one of electricity
    people = _is_of_people(place, context)
    peoples = (one.ids for one in context.sentence.names if one.form == "people" and place in one.places)
    named = {"", *chain(*peoples)}
    theirs = (leaf for leaf in taken if len(named) == 1 or leaf.percent or leaf.entity in named)
    is_taken = place in explained or (people and any(map(_is_of_all_people, theirs)))
    is_taken |= target.quantity.unit.currency is not None and any("money" in dict(leaf.type.of) for leaf in taken)
    asked = ASKED if _is_asked(candidate, target, context) else 0.0
    others = OTHER_PEOPLE if not people and root(context.sentence.lows[place]) == "person" else 0.0
    return (0.0 if is_taken else ANOTHER_WHOLE + others) + asked + _narrowed(target, place, explained, context)


def _named_places(leaf: Leaf, context: Context) -> Places:
    """The places of what a leaf is of, without the words that only ask for a property: "land", for an area."""
    return leaf.places - (context.cue(f"property.{leaf.measure}") if leaf.sort is Sort.PROPERTY else NOWHERE)


def _is_asked(candidate: Candidate, target: Stated, context: Context) -> bool:
    """Whether a share is of those who hold an opinion: "60 % of Danes support it"."""
    behind = (place for place in context.cue("opinion") - candidate.places if place > target.last)
    return any(context.sentence.words[place].segment == target.segment for place in behind)


def _place_of_whole(target: Stated, context: Context) -> int | None:
    """The place of the noun that a share is said to be of; None for no share, and for a share of nothing."""
    noun = target.quantity.unit.noun
    if not is_share(target.quantity) or not noun:
        return None
    looked_for = stem(noun.split()[-1])
    near = context.sentence.words[target.first : target.first + NEAR_NUMBER]
    place = next((word.place for word in near if word.stem == looked_for), None)
    if place is None or not words().compared_with.isdisjoint(context.sentence.lows[place + 1 : place + 2]):
        return None  # "half the size of", "1 in 4 dollars of": what it is a share of comes only then
    return place


def _wholes(term: Term) -> tuple[Leaf, ...]:
    """The leaves that a term takes a share of: what stands below a line, and shares that are figures themselves."""
    if term.leaf is not None:
        return (term.leaf,) if term.leaf.percent or term.leaf.sort is Sort.AVERAGE else ()
    if term.operator is Operator.QUOTIENT:
        return (*_wholes(term.parts[0]), *(leaf for part in term.parts[1:] for leaf in part.leaves()))
    return tuple(leaf for part in term.parts for leaf in _wholes(part))


def _is_of_people(place: int, context: Context) -> bool:
    """Whether a noun means people without saying which: "people", "Kenyans", "the population"."""
    word = context.sentence.words[place]
    named = any(name.form == "people" and place in name.places for name in context.sentence.names)
    everybody = place in context.cue("mankind") or word.stem == stem(defaults().wholes["person"])
    return named or word.low in words().people or everybody


def _is_of_all_people(leaf: Leaf) -> bool:
    """Whether a leaf counts all people of a place, or is a share of those it is said of; no figure of some does."""
    every = leaf.percent or leaf.measure == defaults().wholes["person"]
    return every or (leaf.sort is not Sort.FIGURE and any(root(base) == "person" for base, _ in leaf.type.of))


def _narrowed(target: Stated, place: int, explained: Places, context: Context) -> float:
    """The cost of the words between a share and its whole that narrow the whole and are not explained."""
    sentence = context.sentence
    percent = target.quantity.form is Form.PERCENT  # of "40 percent of nurses" the quantity is "40 percent"
    number = target.places if percent else sentence.places_of(*target.quantity.number_span)
    empty = words().empty
    narrowing = [
        word
        for word in sentence.words[max(number, default=place) + 1 : place]
        if word.is_word
        and (word.low not in empty or word.low in words().newness)
        and word.place not in explained | sentence.name_places
    ]
    return min(NARROWED * len(narrowing), MOST_NARROWED)
