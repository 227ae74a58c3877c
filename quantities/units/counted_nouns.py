"""Counted nouns: "1 million new US jobs" counts jobs, of which new and US are said."""

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
from quantities.units import rates
from quantities.word_tables import word_class

_REACH = 7
_SKIPPED = words(
    """more additional extra further other new combined total full annual long separate daily weekly monthly"""
)
_NOT_HEADS = words(
    "percent per cent later ago old apiece alone total long more such yeah yea yep yes right ok okay huh innit lol"
)


class HeadNoun(NamedTuple):
    """The head of a noun phrase: its first and last tokens, and whether the head is a plural."""

    first: int
    last: int
    plural: bool


def attach_counted_nouns(sentence: SentenceState) -> None:
    """Gives drafts without a unit the noun they count."""
    starts = {draft.first for draft in sentence.drafts} | {draft.start for draft in sentence.drafts}
    for draft in sentence.drafts:
        if draft.form is Form.RATIO and sentence.lower[draft.first] == "every":  # "every third person"
            draft.unit = Unit(singular(sentence.lower[draft.last]), Dimension.RATIO)
        elif draft.unit_first < 0 and draft.form in (Form.AMOUNT, Form.RATIO):
            _find_one(sentence, draft, starts)
        elif draft.form in (Form.PERCENT, Form.MULTIPLE):
            _find_whole(sentence, draft, starts)
    sentence.drafts[:] = [draft for draft in sentence.drafts if sentence.taken.get(draft.last) != "name"]


_OF_WHOM = (("of",), ("as", "many"), ("as", "much"), ("the", "number", "of"), ("more",), ("fewer",))


def _find_whole(sentence: SentenceState, draft: QuantityDraft, starts: set[int]) -> None:
    """Adds the noun that a share or a multiple is of: "40 % of Americans", "three times as many people"."""
    at = draft.end + 1
    for phrase in _OF_WHOM:
        if tuple(sentence.lower[at : at + len(phrase)]) == phrase:
            place = at + len(phrase)
            while sentence.lower[place] in _BETWEEN and sentence.lower[place] not in ("of", "or", "so"):
                place += 1
            found = find_head_noun(sentence, place, Fraction(1), starts)
            if found is not None:
                named = count_unit(sentence, found, place)
                draft.unit = replace(draft.unit, noun=named.noun or named.name, modifiers=named.modifiers)
            return


def _find_one(sentence: SentenceState, draft: QuantityDraft, starts: set[int]) -> None:
    at = draft.noun_first if draft.noun_first >= 0 else _behind_marks(sentence, draft)
    if sentence.tokens[at].text == "-" and sentence.glued(at):
        _ignore_compound_adjective(sentence, draft)
        return
    if draft.form is Form.AMOUNT and sentence.lower[at] in _OWNERS:
        return  # "by 70 your heart" counts no hearts
    while sentence.lower[at] in _BETWEEN and not (sentence.lower[at] == "of" and not _takes_of(draft)):
        at += 1
    if _is_price(sentence, draft, at):
        return
    if at - draft.end > 1 and sentence.lower[at - 1] in ("more", "of", "or") and sentence.lower[at] == "than":
        return
    found = find_head_noun(sentence, at, draft.high if draft.form is Form.AMOUNT else Fraction(1), starts)
    if found is not None and draft.scale >= 1000 and sentence.lower[found.last] in _SUMS:
        _attach_sum(sentence, draft, at, found.last)
        return
    if found is None or _is_lone_singular(sentence, draft, found):
        return
    draft.unit = count_unit(sentence, found, at)
    if draft.form is Form.RATIO:
        draft.unit = Unit(draft.unit.name, Dimension.RATIO, noun=draft.unit.noun, modifiers=draft.unit.modifiers)
    draft.unit_first, draft.end = at, max(draft.end, found.last)


_SUMS = word_class("topics", "sums")


def _attach_sum(sentence: SentenceState, draft: QuantityDraft, first: int, last: int) -> None:
    """Keeps "60bn profit" a bare number, of which profit is said: the currency is left out, and nothing is counted."""
    said = tuple(sentence.tokens[i].text for i in range(first, last + 1) if sentence.tokens[i].kind == "word")
    draft.unit, draft.end = Unit(modifiers=said), last


def _is_price(sentence: SentenceState, draft: QuantityDraft, at: int) -> bool:
    """Whether the number is what one of something costs or has: "1,000 a week", "12.80 a kilo"."""
    if sentence.lower[at - 1] not in ("a", "an") or draft.is_fraction or (draft.low < 1 and draft.in_words):
        return False
    return sentence.lower[at] in SECONDS or (at == draft.end + 2 and sentence.lower[at] in rates.SHARED)


def _behind_marks(sentence: SentenceState, draft: QuantityDraft) -> int:
    """Returns the first token behind the number that may be its noun: behind a footnote mark, "odd", "+", a quote."""
    at = draft.end + 1
    if sentence.taken.get(at) == "footnote":
        at += 3
    if sentence.lower[at] in ("odd", "ish"):
        at += 1
    elif sentence.tokens[at].text in ("+", "-") and sentence.lower[at + 1] in ("odd", "plus"):
        at += 2
    elif sentence.tokens[at].text == "+":
        at += 1
    if sentence.tokens[at].text in ("'", '"') and sentence.tokens[draft.start - 1].text == sentence.tokens[at].text:
        at += 1  # a number in quotation marks still counts what follows them
    return at


def _is_lone_singular(sentence: SentenceState, draft: QuantityDraft, found: HeadNoun) -> bool:
    """Whether a large number stands before a singular, which it does not count.

    "2.7 billion cook with wood" names nothing counted; so many of something stand in the plural.
    """
    return (
        not found.plural and draft.scale >= 1000 and draft.form is Form.AMOUNT and sentence.lower[found.last].isascii()
    )


def _ignore_compound_adjective(sentence: SentenceState, draft: QuantityDraft) -> None:
    """Ignores a number hyphened to a word that is no unit, which describes: "four-door", "six-speed"."""
    if (
        sentence.tokens[draft.end + 2].kind == "word"
        and sentence.glued(draft.end + 2)
        and draft.scale == 1
        and not draft.is_fraction
        and sentence.lower[draft.end + 2] not in LEADING
        and sentence.lower[draft.end + 2] != "strong"
        and sentence.lower[draft.end + 2] not in PREPOSITIONS
    ):
        sentence.ignore(draft.first, draft.end + 2, "name")


_OWNERS = words("the my his her its their our your these those this")
_BETWEEN = words("of the my his her its their our your all these those such more or so an a")


def _takes_of(draft: QuantityDraft) -> bool:
    return draft.in_words or draft.scale > 1 or draft.form is Form.RATIO or draft.high < 100


def find_head_noun(
    sentence: SentenceState, at: int, count: Fraction, starts: set[int] | frozenset[int] = frozenset()
) -> HeadNoun | None:
    """Returns the head of the noun phrase that starts at token `at`; None if no noun stands there.

    The first plural is the head; without one the first word, which the number then describes ("a 9 verse hymn"),
    or for a single thing the last.
    """
    place = at
    run: list[int] = []
    while place < at + _REACH and place < sentence.size and place not in starts:
        token = sentence.tokens[place]
        if token.kind == "sign":
            if token.text == "-" and sentence.glued(place) and sentence.glued(place + 1) and run:
                place += 1
                continue
            break
        if token.lower in VERB_NOUNS and count != 1:
            return HeadNoun(at, place, plural=True)
        if token.kind == "number" or place in sentence.taken or _closes(sentence, place, inside=bool(run)):
            break
        if is_plural(token.lower) and not _describes_next(sentence, place, count):
            return HeadNoun(at, place, plural=True)
        run.append(place)
        place += 1
    return _singular_head(sentence, at, run, count)


def _describes_next(sentence: SentenceState, place: int, count: Fraction) -> bool:
    """Whether a plural stands before another as an adjective: "50 sales calls"; not "one in five women works"."""
    after = sentence.lower[place + 1]
    of_a_name = sentence.tokens[place].text[0].isupper() and sentence.tokens[place + 1].text.islower()  # "Gap shops"
    is_verb = count == 1 and after in VERB_NOUNS
    return (of_a_name or sentence.lower[place] in ATTRIBUTIVE) and is_plural(after) and not is_verb


def _closes(sentence: SentenceState, place: int, *, inside: bool) -> bool:
    word, text = sentence.lower[place], sentence.tokens[place].text
    if not inside and sentence.tokens[place + 1].text == "=":
        return False  # "1 like = 2 cents"
    if word in ("us", "it", "who") and ((text.isupper() and len(text) > 1) or is_plural(sentence.lower[place + 1])):
        return False
    if word == "and" and inside:
        return not (
            is_plural(sentence.lower[place + 1])
            or (is_plural(sentence.lower[place + 2]) and not sentence.is_number(place + 1))
        )
    if word in _SKIPPED:
        return False
    if word in VERBS or word in COMPARATIVES:
        return not (word == "own" or is_plural(sentence.lower[place + 1]))
    return word in FUNCTION_WORDS


def _singular_head(sentence: SentenceState, at: int, run: list[int], count: Fraction) -> HeadNoun | None:
    nouns = [i for i in run if sentence.lower[i] not in _SKIPPED]
    if (
        not nouns
        or _is_letter(sentence.lower[nouns[0]])
        or sentence.lower[nouns[0]] in _NOT_HEADS
        or sentence.lower[nouns[0]].endswith(("ly", "ing"))
    ):
        return None
    contracted = ("'ll", "'d", "'re", "'ve", "'m")
    if sentence.lower[nouns[-1]].endswith(("'s", *contracted)) or sentence.lower[nouns[0]].endswith(contracted):
        return None  # "by the time you're 80 you've seen"
    if count == 1:
        stop = nouns[-1]
        return HeadNoun(at, stop, plural=False)
    first = nouns[0]
    word = sentence.lower[first]
    if first + 2 in nouns and sentence.tokens[first + 1].text == "-" and sentence.lower[first + 2] in _BEHIND_VERBS:
        return HeadNoun(at, first + 2, plural=True)  # "push-ups"
    if word.endswith("ed") and len(word) > 4 and not word.endswith("eed"):
        return None
    return HeadNoun(at, first, plural=False)


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.isascii()


_BEHIND_VERBS = words("ups downs ins outs offs overs")  # "push-ups", "check-ins"


def count_unit(sentence: SentenceState, found: HeadNoun, at: int) -> Unit:
    """Returns the unit that a head noun names, with the words from token `at` before it as its modifiers."""
    word = sentence.lower[found.last].removesuffix("'s")
    noun = singular(word) if found.plural or word in IRREGULAR else word
    if found.plural and sentence.tokens[found.last - 1].text == "-" and sentence.lower[found.last] in _BEHIND_VERBS:
        noun = f"{sentence.lower[found.last - 2]}-{noun}"
    modifiers = tuple(
        sentence.tokens[i].text
        for i in range(at, found.last)
        if sentence.tokens[i].kind == "word" and sentence.lower[i] not in ("and", "of")
    )
    if noun in SECONDS:
        return Unit(noun, Dimension.TIME, SECONDS[noun])
    return Unit(noun, Dimension.COUNT, noun=noun, modifiers=modifiers)
