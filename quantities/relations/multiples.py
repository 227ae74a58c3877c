"""Multiples: three times as many as, 33-fold, doubled, twice; and repetitions, "voted four times"."""

from __future__ import annotations

from fractions import Fraction

from quantities.model.quantity import Dimension, Direction, Form, Role, Unit
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.text.lexicon import words
from quantities.word_tables import numbers, tables, word_class

COUNT = Unit("time", Dimension.COUNT, noun="time")
FACTOR = Unit("time", Dimension.RATIO)
_MULTIPLIED = words("multiplied multiplies multiplying")
_HEDGES = words(
    "about around roughly approximately some nearly almost over under more less than just a little bit well"
)
_TIMES = frozenset(["times", "x", "fold", "-fold"])
_COMPARED = words(
    """as the more less higher greater larger bigger smaller faster lower fewer its their his that those that what worse
    better longer richer cheaper older earnings book sales revenue profit profits gdp"""
)
_MORE = frozenset(["more", "higher", "greater", "larger", "bigger"])
_VERBS = {word: Fraction(*factor) for word, factor in tables("changes")["multiplying"].items()}
_COMPOUND = numbers("changes", "fold")
PARTS, _BEFORE_PARTS = words("halves"), words("two both the in into these those other its their")
TRIGGERS = frozenset([*_VERBS, *_COMPOUND, "twice"])
_AMOUNT_VERBS = word_class("changes", "multiplying_an_amount")
_AFTER_AMOUNT = words("the its their his what that from in by over to since as")


def find_multiples(sentence: SentenceState) -> None:
    """Makes numbers before "times" and "-fold" multiples, and adds drafts for verbs and adverbs of multiplying."""
    for draft in sentence.drafts:
        if draft.unit_first < 0 and not (draft.form is Form.AMOUNT and _read_factor(sentence, draft)):
            _read_times(sentence, draft)
    found = [
        word for i in range(sentence.size) if i not in sentence.taken and (word := _read_word(sentence, i)) is not None
    ]
    if found:
        sentence.drafts.extend(found)
        sentence.drafts.sort(key=lambda draft: draft.first)


def _read_factor(sentence: SentenceState, draft: QuantityDraft) -> bool:
    """Whether a number is a factor, which it is made: "multiplied by 4", "by a factor of 2.5"."""
    first = draft.first
    while sentence.lower[first - 1] in _HEDGES:
        first -= 1
    before = tuple(sentence.lower[max(first - 3, 0) : first])
    grown = before[-1:] == ("by",) and not _MULTIPLIED.isdisjoint(before)
    if not grown and before != ("a", "factor", "of"):
        return False
    draft.unit, draft.form, draft.unit_first = FACTOR, Form.MULTIPLE, draft.last
    if grown:
        draft.direction, draft.role = Direction.UP, Role.BY
    return True


def _read_times(sentence: SentenceState, draft: QuantityDraft) -> None:
    at = draft.last + 1
    if sentence.tokens[at].text == "-":
        at += 1
    word = sentence.lower[at]
    if word not in _TIMES and not (word == "time" and draft.high == 1 and at == draft.last + 1):
        return
    after = sentence.tokens[at + 1]
    if word == "x" and (not sentence.glued(at) or after.kind == "number"):
        return
    compared = word in ("fold", "x") or after.lower in _COMPARED or _is_possessive(sentence, at + 1)
    draft.unit, draft.form = (FACTOR, Form.MULTIPLE) if compared else (COUNT, Form.AMOUNT)
    draft.unit_first, draft.end = at, at
    if compared and word == "times" and after.lower in _MORE and not draft.is_range:
        draft.others = (draft.low + 1,)  # "three times more" is four times as many to some


_WORDS_OF_A_NAME = 4


def _is_possessive(sentence: SentenceState, at: int) -> bool:
    """Whether a name in the genitive stands at token `at`: "six times Germany's GDP", "New York's", "the States' "."""
    for place in range(at, at + _WORDS_OF_A_NAME):
        token, after = sentence.tokens[place], sentence.tokens[place + 1]
        if token.kind != "word" or (place > at and not token.text[0].isupper()):
            return False
        if token.lower.endswith("'s"):
            return True
        if after.text == "'" and sentence.glued(place + 1) and token.lower.endswith("s"):
            return True
        if not token.text[0].isupper():
            return False
    return False


def _read_word(sentence: SentenceState, i: int) -> QuantityDraft | None:
    word, after = sentence.lower[i], sentence.lower[i + 1]
    if _COMPOUND.get(word):
        return _draft(i, Fraction(_COMPOUND[word]), Direction.NONE)
    compared = after in ("as", "the", "its", "their", "what", "that", "more", "his")
    if word == "twice" and (compared or _is_possessive(sentence, i + 1)):
        return _draft(i, Fraction(2), Direction.NONE)
    if word in _VERBS and not _is_counted(sentence, i):
        value = _VERBS[word]
        direction = Direction.UP if value > 1 else Direction.DOWN
        if word not in _AMOUNT_VERBS:
            return _draft(i, value, direction)
        verb = sentence.lower[i - 1] in ("to", "will", "would", "could", "and", "may", "should")
        from_to = after == "," and sentence.lower[i + 2] == "from"
        if (after in _AFTER_AMOUNT or from_to or _is_possessive(sentence, i + 1)) and (
            verb or not sentence.tokens[i].text[0].isupper()
        ):
            return _draft(i, value, direction if verb else Direction.NONE)
    return None


def _is_counted(sentence: SentenceState, i: int) -> bool:
    """Whether a word is the plural of a part, and no verb: "two halves", "both halves of the world"."""
    before, after = sentence.lower[i - 1] if i else "", sentence.lower[i + 1]
    counts = i == 0 or before in _BEFORE_PARTS or sentence.is_number(i - 1) or after == "of"
    return sentence.lower[i] in PARTS and counts


def _draft(i: int, value: Fraction, direction: Direction) -> QuantityDraft:
    role = Role.BY if direction is not Direction.NONE else Role.LEVEL
    return QuantityDraft(
        i, i, value, value, in_words=True, form=Form.MULTIPLE, unit=FACTOR, unit_first=i, direction=direction, role=role
    )
