"""Vague numbers as ranges: dozens, tens of thousands, hundreds of millions, a couple of."""

from __future__ import annotations

from fractions import Fraction

from quantities.numerals.scale_words import SCALES
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.word_tables import tables, word_class

_LOW_HIGH: dict[str, tuple[int, int]] = tables("number_words")["vague"]
_UNCOUNTED = word_class("number_words", "uncounted")
STARTS = frozenset(_LOW_HIGH) | _UNCOUNTED


def read_vague_number(sentence: SentenceState, i: int) -> QuantityDraft | None:
    """Returns the range that a vague number at token i stands for.

    None if there is no vague number; "millions" alone stands for no range and is ignored.
    """
    word = sentence.lower[i]
    if word in ("a", "an"):
        return _couple(sentence, i)
    if word not in STARTS:
        return None
    in_notes = sentence.lower[i - 1] == "in" and sentence.lower[i + 1] != "of"  # "a million dollars in hundreds"
    if word in _UNCOUNTED or in_notes:
        if word == "scores" and sentence.lower[i + 1] != "of":
            return None
        sentence.ignore(i, i, "vague")
        return None
    least, most = _LOW_HIGH[word]
    scale = SCALES.get(sentence.lower[i + 2], 1) if sentence.lower[i + 1] == "of" else 1
    if scale == 1 and word == "tens":
        return None
    last = i + 2 if scale > 1 else i
    top = Fraction((most + 1) * scale - 1) if scale > 1 else Fraction(most)
    return QuantityDraft(i, last, Fraction(least * scale), top, scale=scale, in_words=True)


def _couple(sentence: SentenceState, i: int) -> QuantityDraft | None:
    if sentence.lower[i + 1] != "couple" or sentence.lower[i + 2] not in (
        "of",
        "more",
        "hundred",
        "thousand",
        "million",
        "dozen",
    ):
        return None
    at = i + 3 if sentence.lower[i + 2] == "of" else i + 2
    scale = SCALES.get(sentence.lower[at], 1)
    last = at if scale > 1 else i + 1
    return QuantityDraft(i, last, Fraction(2 * scale), Fraction(3 * scale), scale=scale, in_words=True)
