"""Words that are a number where they are the whole text: nil, a pair, a few, point 77, one twenty-two."""

from __future__ import annotations

from fractions import Fraction

from quantities.numerals.digits import MAX_DIGITS
from quantities.numerals.number_words import ONES, TENS
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.word_tables import numbers

_WORDS = numbers("number_words", "whole_texts")
STARTS = frozenset([*_WORDS, "a", "point"])


def read_whole_text(sentence: SentenceState) -> QuantityDraft | None:
    """Returns the number that all the words of the sentence say; None if they are ordinary words."""
    words = [low for low in sentence.lower[: sentence.size] if low != "-"]
    if words[0] == "a" and len(words) > 1:
        words = words[1:]
    if words[-1] == "of" and len(words) == 2:
        words = words[:1]
    value = _value(words)
    return None if value is None else QuantityDraft(0, sentence.size - 1, value, value, in_words=True)


def _value(words: list[str]) -> Fraction | None:
    if len(words) == 1 and words[0] in _WORDS:
        return Fraction(_WORDS[words[0]])
    if (
        len(words) == 2
        and words[0] == "point"
        and words[1].isascii()
        and words[1].isdigit()
        and len(words[1]) <= MAX_DIGITS
    ):
        return Fraction(int(words[1]), 10 ** len(words[1]))
    if len(words) in (2, 3) and words[0] in ONES and words[1] in TENS and all(word in ONES for word in words[2:]):
        return Fraction(100 * ONES[words[0]] + TENS[words[1]] + sum(ONES[word] for word in words[2:]))
    return None
