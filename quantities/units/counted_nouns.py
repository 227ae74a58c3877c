"""Counted nouns: "1 million new US jobs" counts jobs; new and US are said of them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from quantities.model.quantity import SECONDS, Dimension, Form, Unit
from quantities.numerals.number_words import LEADING
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.text.lexicon import (
    ATTRIBUTIVE,
    COMPARATIVES,
    FUNCTION_WORDS,
    IRREGULAR,
    PREPOSITIONS,
    VERB_NOUNS,
    VERBS,
    is_plural,
    singular,
    words,
)

_REACH = 7
_SKIPPED = words(
    """more additional extra further other new combined total full annual long separate daily weekly monthly"""
)
_NOT_HEADS = words("percent per cent later ago old apiece alone total long more such")


class HeadNoun(NamedTuple):
    """The head of a noun phrase: its first and last tokens, and whether the head is a plural."""

    first: int
    last: int
    plural: bool


def find(line: SentenceState) -> None:
    """Gives drafts without a unit the noun they count."""
    starts = {draft.first for draft in line.drafts} | {draft.start for draft in line.drafts}
    for draft in line.drafts:
        if draft.unit_first < 0 and draft.form in (Form.AMOUNT, Form.RATIO):
            _find_one(line, draft, starts)
        elif draft.form in (Form.PERCENT, Form.MULTIPLE):
            _find_whole(line, draft, starts)
    line.drafts[:] = [draft for draft in line.drafts if line.taken.get(draft.last) != "name"]


_OF_WHOM = (("of",), ("as", "many"), ("as", "much"), ("the", "number", "of"), ("more",), ("fewer",))


def _find_whole(line: SentenceState, draft: QuantityDraft, starts: set[int]) -> None:
    """What a share or a multiple is of ("40 % of Americans", "three times as many people"): the noun, not the unit's
    name.
    """
    at = draft.end + 1
    for phrase in _OF_WHOM:
        if tuple(line.lows[at : at + len(phrase)]) == phrase:
            place = at + len(phrase)
            while line.lows[place] in _BETWEEN and line.lows[place] not in ("of", "or", "so"):
                place += 1
            found = head(line, place, Fraction(1), starts)
            if found is not None:
                named = _unit(line, found, place)
                draft.unit = replace(draft.unit, noun=named.noun or named.name, modifiers=named.modifiers)
            return


def _find_one(line: SentenceState, draft: QuantityDraft, starts: set[int]) -> None:
    at = draft.end + 1
    if line.lows[at] in ("odd", "ish") or (line.tokens[at].text in ("+", "-") and line.lows[at + 1] in ("odd", "plus")):
        at += 1 if line.lows[at] in ("odd", "ish") else 2
    elif line.tokens[at].text == "+":
        at += 1
    if line.tokens[at].text in ("'", '"') and line.tokens[draft.start - 1].text == line.tokens[at].text:
        at += 1  # a number in quotation marks still counts what follows them
    if line.tokens[at].text == "-" and line.glued(at):
        _leave_name(line, draft)
        return
    while line.lows[at] in _BETWEEN and not (line.lows[at] == "of" and not _takes_of(draft)):
        at += 1
    if line.lows[at - 1] in ("a", "an") and line.lows[at] in SECONDS and draft.low >= 1 and not draft.is_fraction:
        return  # "1,000 a week" is no thousand weeks
    if at - draft.end > 1 and line.lows[at - 1] in ("more", "of", "or") and line.lows[at] == "than":
        return
    found = head(line, at, draft.high if draft.form is Form.AMOUNT else Fraction(1), starts)
    if found is None or _is_lone_singular(line, draft, found):
        return
    draft.unit = _unit(line, found, at)
    if draft.form is Form.RATIO:
        draft.unit = Unit(draft.unit.name, Dimension.RATIO, noun=draft.unit.noun, modifiers=draft.unit.modifiers)
    draft.unit_first, draft.end = at, found.last


def _is_lone_singular(line: SentenceState, draft: QuantityDraft, found: HeadNoun) -> bool:
    """So many of something stand in the plural: "2.7 billion cook with wood" names nothing counted."""
    return not found.plural and draft.scale >= 1000 and draft.form is Form.AMOUNT and line.lows[found.last].isascii()


def _leave_name(line: SentenceState, draft: QuantityDraft) -> None:
    """A number hyphened to a word that is no unit describes and counts nothing: "four-door", "six-speed"."""
    if (
        line.tokens[draft.end + 2].kind == "word"
        and line.glued(draft.end + 2)
        and draft.scale == 1
        and not draft.is_fraction
        and line.lows[draft.end + 2] not in LEADING
        and line.lows[draft.end + 2] != "strong"
        and line.lows[draft.end + 2] not in PREPOSITIONS
    ):
        line.ignore(draft.first, draft.end + 2, "name")


_BETWEEN = words("of the my his her its their our your all these those such more or so an a")


def _takes_of(draft: QuantityDraft) -> bool:
    return draft.in_words or draft.scale > 1 or draft.form is Form.RATIO or draft.high < 100


def head(
    line: SentenceState, at: int, count: Fraction, starts: set[int] | frozenset[int] = frozenset()
) -> HeadNoun | None:
    """The head of the noun phrase that starts at token `at`; None if no noun stands there.

    The first plural is the head; without one the first word, which the number then describes ("a 9 verse hymn"),
    or for a single thing the last.
    """
    place = at
    run: list[int] = []
    while place < at + _REACH and place < line.size and place not in starts:
        token = line.tokens[place]
        if token.kind == "sign":
            if token.text == "-" and line.glued(place) and line.glued(place + 1) and run:
                place += 1
                continue
            break
        if token.low in VERB_NOUNS and count != 1:
            return HeadNoun(at, place, plural=True)
        if token.kind == "number" or place in line.taken or _closes(line, place, inside=bool(run)):
            break
        if is_plural(token.low) and not (token.low in ATTRIBUTIVE and is_plural(line.lows[place + 1])):
            return HeadNoun(at, place, plural=True)
        run.append(place)
        place += 1
    return _singular_head(line, at, run, count)


def _closes(line: SentenceState, place: int, *, inside: bool) -> bool:
    low, text = line.lows[place], line.tokens[place].text
    if low in ("us", "it", "who") and ((text.isupper() and len(text) > 1) or is_plural(line.lows[place + 1])):
        return False
    if low == "and" and inside:
        return not (
            is_plural(line.lows[place + 1]) or (is_plural(line.lows[place + 2]) and not line.is_number(place + 1))
        )
    if low in _SKIPPED:
        return False
    if low in VERBS or low in COMPARATIVES:
        return not (low == "own" or is_plural(line.lows[place + 1]))
    return low in FUNCTION_WORDS


def _singular_head(line: SentenceState, at: int, run: list[int], count: Fraction) -> HeadNoun | None:
    nouns = [i for i in run if line.lows[i] not in _SKIPPED]
    if (
        not nouns
        or _is_letter(line.lows[nouns[0]])
        or line.lows[nouns[0]] in _NOT_HEADS
        or line.lows[nouns[0]].endswith(("ly", "ing"))
    ):
        return None
    if line.lows[nouns[-1]].endswith("'s"):
        return None
    if count == 1:
        stop = nouns[-1]
        return HeadNoun(at, stop, plural=False)
    first = nouns[0]
    low = line.lows[first]
    if low.endswith("ed") and len(low) > 4 and not low.endswith("eed"):
        return None
    return HeadNoun(at, first, plural=False)


def _is_letter(low: str) -> bool:
    return len(low) == 1 and low.isascii()


def _unit(line: SentenceState, found: HeadNoun, at: int) -> Unit:
    word = line.tokens[found.last]
    low = word.low.removesuffix("'s")
    noun = singular(low) if found.plural or low in IRREGULAR else low
    modifiers = tuple(
        line.tokens[i].text
        for i in range(at, found.last)
        if line.tokens[i].kind == "word" and line.lows[i] not in ("and", "of")
    )
    if noun in SECONDS:
        return Unit(noun, Dimension.TIME, SECONDS[noun])
    return Unit(noun, Dimension.COUNT, noun=noun, modifiers=modifiers)
