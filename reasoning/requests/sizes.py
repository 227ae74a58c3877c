"""The size of a number that a question asks for: "how big is $4 trillion?", "is 1 million jobs a lot for Spain?"."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from i18n.language import say
from knowledge import Library
from reasoning.data.tables import defaults
from reasoning.explaining.amounts import said
from reasoning.explaining.size import SCALE, is_sizable, place_meant, size_lines
from reasoning.model.answer import Finding, Verdict
from reasoning.reading.passage import read_passage
from reasoning.requests.phrases import pattern

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
    lines = size_lines(quantity, place, library, as_of)
    number = said(quantity, library)
    reading = say("how much is {number}", number=number)
    return Finding(SCALE, reading, Verdict.CANT_TELL, number, lines, weight=Fraction(1, 2)) if lines else None
