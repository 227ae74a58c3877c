"""Claims that a figure would settle which is not stored: it is named, asked for, and taken from whoever has it.

What is stored is the claim with a hole for the figure. Of somebody whom nobody knows, it is that of "the one named".
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from knowledge import Library
from quantities import Dimension, Quantity
from reasoning.data.tables import defaults
from reasoning.explaining.findings import WEIGHT_OF_ALL, open_finding
from reasoning.grounding.context import Context
from reasoning.grounding.figures import who_is_meant
from reasoning.grounding.measure_index import Way, measure_index
from reasoning.grounding.stated import base_units
from reasoning.grounding.types import measure_type, quantity_type
from reasoning.model.answer import Finding
from reasoning.model.claim import Candidate, Claim, single
from reasoning.model.leaf import NOWHERE, Leaf, Places, Sort
from reasoning.reading.language import words
from reasoning.reading.passage import Passage, Sentence
from reasoning.reading.strangers import stranger_places
from reasoning.serialization.known_leaves import unstored_leaf
from reasoning.serialization.stored_claim import store_claim

NAMING = frozenset({Way.NOUN, Way.VERB, Way.COUNTED})
OF_A_STRANGER = frozenset({Way.NOUN, Way.VERB})
_Missing = tuple[int, str, str, str]  # the index of a quantity, an entity, a measure, and the relation that it is in


def missing_figure(passage: Passage, library: Library, as_of: date) -> Finding | None:
    """The finding of the first number of which it is said whose and what it is, where that figure is not stored."""
    for sentence in passage.sentences:
        strangers = stranger_places(sentence)
        of_known = _of_somebody_known(sentence, library, as_of)
        of_stranger = _of_a_stranger(sentence, strangers, library) if strangers and not sentence.names else iter(())
        found = next(of_known, None) or next(of_stranger, None)
        if found is not None:
            return _missing(sentence, strangers, found, library, as_of)
    return None


def weighs(quantity: Quantity) -> bool:
    """Whether a number is one that a text may be about: no length of time and no age."""
    return quantity.unit.dimension not in (Dimension.TIME, Dimension.AGE)


def _of_somebody_known(sentence: Sentence, library: Library, as_of: date) -> Iterator[_Missing]:
    """The numbers that are of a measure of somebody who is named, of which nothing is stored."""
    for match in measure_index(library).matches(sentence):
        index = _of_type(sentence, match.measure, library) if match.ways & NAMING else None
        for one in who_is_meant(Context(sentence, library, as_of)) if index is not None else ():
            has_it = library.entities[one.id].kind.value in library.measures[match.measure].kinds
            if index is not None and one.places and has_it and not library.has_figures(one.id, match.measure):
                yield index, one.id, match.measure, "level"


def _of_a_stranger(sentence: Sentence, strangers: Places, library: Library) -> Iterator[_Missing]:
    """The numbers that are of a measure, or of a plan, of somebody whom nobody knows."""
    plan = frozenset(word.place for word in sentence.words if word.low in words().plan)
    if plan and min(strangers) < min(plan):
        for measure in defaults().own_totals.values():
            index = _of_type(sentence, measure, library)
            if index is not None and sentence.stated[index].first > min(plan):
                yield index, "", measure, "plan"
    kinds = set(defaults().own_totals)
    for match in measure_index(library).matches(sentence):
        is_meant = match.ways & OF_A_STRANGER and not kinds.isdisjoint(library.measures[match.measure].kinds)
        index = _of_type(sentence, match.measure, library) if is_meant and not plan else None
        if index is not None:
            yield index, "", match.measure, "level"


def _of_type(sentence: Sentence, measure: str, library: Library) -> int | None:
    """The index of the first quantity of a sentence that may be of a measure."""
    if measure not in library.measures:
        return None
    known = library.measures[measure]
    wanted = measure_type(known.unit, known.period)[1]
    for index, one in enumerate(sentence.stated):
        of = quantity_type(one.quantity) if weighs(one.quantity) else None
        if of is not None and of[1] == wanted:
            return index
    return None


def _missing(sentence: Sentence, strangers: Places, found: _Missing, library: Library, as_of: date) -> Finding | None:
    """The finding of a number that stands beside a figure that is not stored."""
    index, entity, measure, relation = found
    quantity = sentence.stated[index].quantity
    typed = base_units(quantity, library, as_of)
    if typed is None:
        return None
    factor, of = typed
    low, high = quantity.stated.ends
    target = Leaf(
        "", Sort.STATED, low * factor, quantity.value * factor, high * factor, of, unit=quantity.unit_name,
        factor=factor, uses=frozenset({index}),
    )  # fmt: skip
    hole = unstored_leaf(f"{entity}.{measure}", of, library, as_of)
    claim = Claim(single(target), "plan" if relation == "plan" else "=", single(hole), relation)
    candidate = Candidate(claim, {}, NOWHERE, frozenset({index}), frozenset(), index)
    said = [one.quantity for one in sentence.stated]
    stored = store_claim(candidate, said, library, certainty=WEIGHT_OF_ALL, hedged=False)
    return open_finding(stored, [hole], library, called="" if entity else _called(sentence, strangers))


def _called(sentence: Sentence, strangers: Places) -> str:
    """The name of somebody whom nobody knows, as it stands in the text."""
    first = sentence.words[min(strangers)]
    last = first
    for word in sentence.words[first.place + 1 :]:
        if word.place not in strangers:
            break
        last = word
    return sentence.text[first.start : last.end].removesuffix("'s").removesuffix("’s")
