"""The size of a number that a question asks for: "how big is $4 trillion?", "is 1 million jobs a lot for Spain?"."""

from __future__ import annotations

from datetime import date

from knowledge import Library
from reasoning.data.tables import defaults
from reasoning.explaining.asked import tell_asked
from reasoning.explaining.size import is_sizable, place_meant
from reasoning.grounding.context import figure_on
from reasoning.grounding.stated import base_units
from reasoning.grounding.types import measure_type
from reasoning.model.answer import Finding
from reasoning.model.claim import Claim, single
from reasoning.model.leaf import Leaf, Sort
from reasoning.reading.passage import read_passage
from reasoning.requests.phrases import pattern
from reasoning.serialization.known_leaves import known_leaf
from reasoning.serialization.stored_claim import StoredClaim, known_type, said_leaf, wordless

OPENING = r"^(?:<greetings> )*<size_openings> "
WHETHER = r"^(?:<greetings> )*<is_or_are> .*\b<size_words>\b"


def tell_size(text: str, library: Library, as_of: date) -> Finding | None:
    """The finding that sets a number beside the wholes of a place; None where no size of one large number is asked."""
    if not pattern(OPENING).match(text) and not pattern(WHETHER).match(text):
        return None
    sentences = read_passage(text, library).sentences
    if len(sentences) != 1 or len(sentences[0].stated) != 1:
        return None
    quantity = sentences[0].stated[0].quantity
    place = place_meant(sentences[0], quantity, library) or next(iter(defaults().nobody_named))
    if not is_sizable(quantity) or place not in library.entities:
        return None
    people = figure_on(library, place, defaults().wholes["person"], as_of)
    typed = base_units(quantity, library, as_of)
    if people is None or typed is None:
        return None
    factor, of = typed
    number = wordless(quantity, library)
    value = quantity.value * factor
    left = said_leaf(Leaf("", Sort.STATED, value, value, value, known_type(of), factor=factor), 0, number)
    right = known_leaf(people.id, measure_type(people.unit, None)[1], library, as_of)
    claim = Claim(single(left), "~", single(right), "size")
    found = tell_asked(StoredClaim(claim, (number,), 0, 0), library, as_of)
    return found if found.comparisons else None
