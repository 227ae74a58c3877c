"""Letters after a number that are a scale to some and a unit to others: 10m, 1.2b, 60t, 5k."""

from __future__ import annotations

from fractions import Fraction

from quantities.model.quantity import Unit
from quantities.numerals.scale_words import LETTERS
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.text.lexicon import words
from quantities.units import counted_nouns, physical_units
from quantities.word_tables import word_class

_PLAIN = words("M MM b B K bn T")  # a scale unless a sign of the unit follows
_DOUBTFUL = frozenset(["m", "mm", "t", "G"])
_PLENTY = word_class("topics", "plenty")
_LENGTHS = word_class("topics", "lengths")
_LENGTHS_BEFORE = _LENGTHS - {"from", "above", "below"}  # "3m from the wall", but "sales went from 2m to 3m"


def resolve_scale_letters(sentence: SentenceState) -> None:
    """Reads the letter after each draft as a scale or a unit, and keeps the other reading beside it."""
    later: QuantityDraft | None = None
    for draft in reversed(sentence.drafts):
        at = draft.last + 1
        token = sentence.tokens[at]
        follower, later = later, draft
        if draft.unit_first >= 0 or draft.scale > 1 or token.kind != "word" or token.text not in LETTERS:
            continue
        if follower is not None and _is_pair(sentence, draft, follower):
            _scale(draft, follower.scale, at)
            continue
        if (
            token.text in _PLAIN
            and (sentence.glued(at) or token.text in ("M", "MM", "B"))
            and sentence.tokens[at + 1].text not in ("/", "\u00b2")
        ):
            _scale(draft, LETTERS[token.text], at)
        elif token.text in _DOUBTFUL:
            _decide(sentence, draft, at)
    _take_alike(sentence)


def _take_alike(sentence: SentenceState) -> None:
    """Reads all numbers in brackets with one doubtful letter as one of them is: "Chile (20m), Peru (~34m)"."""
    bracketed = [draft for draft in sentence.drafts if "(" in sentence.lower[max(draft.first - 2, 0) : draft.first]]
    letters = {sentence.tokens[draft.last].text for draft in bracketed if draft.scale > 1 and draft.other_units}
    for draft in bracketed:
        at = draft.last + 1
        text = sentence.tokens[at].text
        if draft.scale == 1 and draft.other_units and text in letters:
            _scale(draft, LETTERS[text], at)
            draft.other_units = ((Fraction(1, LETTERS[text]), physical_units.SYMBOLS[text]),)


def _is_pair(sentence: SentenceState, draft: QuantityDraft, follower: QuantityDraft) -> bool:
    """Whether the letter is what it is after the second number: "1m-2m people"."""
    at = draft.last + 1
    joined = sentence.lower[at + 1] in ("-", "to", "or", "and") and follower.start == at + 2
    return joined and follower.scale > 1 and sentence.tokens[follower.last].text == sentence.tokens[at].text


def _scale(draft: QuantityDraft, factor: int, at: int) -> None:
    draft.multiply(factor)
    draft.scale, draft.last, draft.end = factor, at, max(draft.end, at)


def _decide(sentence: SentenceState, draft: QuantityDraft, at: int) -> None:
    text, factor = sentence.tokens[at].text, LETTERS[sentence.tokens[at].text]
    unit = physical_units.SYMBOLS.get(text)
    if text == "G":
        if draft.low >= 10 or draft.low.denominator > 1:
            _scale(draft, factor, at)
        return
    if sentence.tokens[at + 1].text in ("/", "2", "3", "\u00b2", "\u00b3") or unit is None:
        return
    if _is_scale(sentence, draft, at):
        before = draft.low
        _scale(draft, factor, at)
        if text == "m" and before < 10000:
            draft.other_units = ((Fraction(1, factor), unit),)
    elif text == "m" and sentence.glued(at) and draft.low < 10000:
        draft.other_units = ((Fraction(factor), Unit()),)  # metres, the likelier reading, are attach_units' work


def _is_scale(sentence: SentenceState, draft: QuantityDraft, at: int) -> bool:
    if not sentence.glued(at) and sentence.tokens[at].text in ("t", "mm"):
        return False
    behind = at + 1 + (sentence.tokens[at + 1].text == "+")
    head = counted_nouns.find_head_noun(sentence, behind, Fraction(2))
    if head is not None and head.plural and sentence.lower[head.last] not in _LENGTHS:
        return True
    if sentence.tokens[at].text != "m":
        return False
    nearby = sentence.lower[max(0, draft.first - 10) : draft.first]
    after = sentence.lower[at + 1]
    if after in _LENGTHS:
        return False
    unit_next = after in physical_units.FIRST_WORDS and after != "m"
    return unit_next or (
        any(word in _PLENTY for word in nearby) and not any(word in _LENGTHS_BEFORE for word in nearby)
    )
