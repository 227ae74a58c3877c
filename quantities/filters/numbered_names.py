"""Ignores numbers that are part of a name: Game 7, S&P 500, iPhone 14, B-52, Covid-19."""

from __future__ import annotations

import re

from quantities.filters import alphanumeric_codes
from quantities.model.quantity import Dimension
from quantities.numerals.scale_words import SCALES
from quantities.parse_state import SentenceState
from quantities.text.lexicon import FUNCTION_WORDS, VERB_NOUNS, is_plural, words
from quantities.units import currencies, physical_units
from quantities.word_tables import word_class

ORDINAL_ENDS = frozenset(["st", "nd", "rd", "th", "ers", "er"])


LABELS = word_class("names", "labels")
_WEAK_LABELS = word_class("names", "weak_labels")


def is_capitalized(sentence: SentenceState, i: int) -> bool:
    """Whether token i is a word in capitals that does not merely open the sentence."""
    token = sentence.tokens[i]
    opens = i == 0 and not (token.text.isupper() and 2 <= len(token.text) <= 4)
    return (
        i >= 0
        and not opens
        and not token.lower.endswith("'s")
        and token.kind == "word"
        and token.text[0].isupper()
        and token.lower not in FUNCTION_WORDS
    )


def ignore_label(sentence: SentenceState, i: int) -> bool:
    """Ignores a number that names what stands before it: Game 7, S&P 500, iPhone 14, ISO 3888-2, Herrera: 4."""
    if not is_short_number(sentence, i) and not re.fullmatch(r"\d{1,2}\.\d", sentence.tokens[i].text):
        return False
    before = sentence.lower[i - 1] if i else ""
    at = i - 2 if before in (".", "#", "-") and i > 1 and sentence.lower[i - 2] in LABELS else i - 1
    if at < 0:
        return False
    named = sentence.lower[at] in LABELS
    sure = (
        named
        and sentence.lower[at] not in _WEAK_LABELS
        and sentence.tokens[at].text[0].isupper()
        and sentence.tokens[i + 1].text != "%"
    )
    if not sure and _is_counted(sentence, i):
        return False
    if sentence.tokens[i - 1].text == "#":
        named, at = True, i - 1
    proper = (
        at == i - 1
        and is_short_number(sentence, i)
        and is_capitalized(sentence, at)
        and not alphanumeric_codes.is_currency_code(sentence.lower[at])
    )
    if not named and (
        not proper or _is_headline(sentence) or _counts_in_headline(sentence, i) or _is_listed(sentence, i)
    ):
        return False
    last = i + 2 if sentence.tokens[i + 1].text == "-" and sentence.is_number(i + 2) and sentence.glued(i + 2) else i
    sentence.ignore(at if named else i, last, "name")
    return True


def _is_listed(sentence: SentenceState, i: int) -> bool:
    """Whether a number is what one of several has, and a number of another stands before: "Norway won 6, Sweden 4"."""
    earlier = any(sentence.is_number(j) and j not in sentence.taken for j in range(i - 2))
    return earlier and sentence.lower[i - 2] in (",", "and") and sentence.lower[i + 1] in (",", ".", "and", ";", "")


def _is_headline(sentence: SentenceState) -> bool:
    """Whether every word is capitalised, so that a capital letter says nothing."""
    words = [t.text for t in sentence.tokens[: min(sentence.size, 12)] if t.kind == "word"]
    return len(words) > 2 and all(word[0].isupper() for word in words) and all(word.isupper() for word in words[:3])


_BEGINNING = 24


def _is_title_case(sentence: SentenceState) -> bool:
    """Whether most longer words of the sentence begin with a capital, as in a headline."""
    longer = [
        token.text
        for token in sentence.tokens[: min(sentence.size, _BEGINNING)]
        if token.kind == "word" and len(token.text) > 3 and token.lower not in FUNCTION_WORDS
    ]
    small = sum(word.islower() for word in longer)
    return len(longer) > 1 and small * 4 <= len(longer)


_REACH = 5


def _counts_in_headline(sentence: SentenceState, i: int) -> bool:
    """Whether something counted stands behind the number of a headline: "Eats 70 Hot Dogs", "Holds 500 Cubic Km"."""
    at = i + 1
    if sentence.lower[at] in physical_units.FIRST_WORDS:
        return _is_title_case(sentence)
    while at < i + _REACH and sentence.tokens[at].kind == "word" and sentence.lower[at] not in FUNCTION_WORDS:
        if is_plural(sentence.lower[at]) and sentence.lower[at] not in VERB_NOUNS:
            return _is_title_case(sentence)
        at += 1
    return False


_UNIT_AFTER = words(
    """percent per pc pct points point bps basis million billion dollars euros pounds yen yuan km kg years year months
    days hours minutes seconds mph people times k m bn lakh crore in to out of"""
)
_EACH = words("a an each every")
_MONEY_AFTER = frozenset(name for (name, *rest) in currencies.NAMES if not rest) - word_class("names", "winning")
_TIMES = frozenset(
    name for (name, *rest), unit in physical_units.WORDS.items() if not rest and unit.dimension is Dimension.TIME
)


def _is_counted(sentence: SentenceState, i: int) -> bool:
    """Whether a unit, a plural or a sign after the number makes it a quantity of its own."""
    after = sentence.tokens[i + 1]
    if after.kind == "word":
        if after.lower in ("in", "to", "of", "out"):
            is_odds = after.lower == "to" and sentence.lower[i + 2] == "1"  # "outnumber Swedes 3 to 1"
            return is_odds or (after.lower not in ("to", "in") and sentence.is_number(i + 2))
        if after.lower in _EACH:  # "a ticket 49 a month"
            return sentence.lower[i + 2] in _TIMES
        unit = after.lower in _UNIT_AFTER or after.lower in SCALES or after.lower in _MONEY_AFTER
        return unit or is_plural(after.lower) or sentence.glued(i + 1)
    return after.text in "%\u20ac$\u00a3\u00b0" and after.kind == "sign"


def ignore_in_brackets(sentence: SentenceState, i: int) -> bool:
    """Ignores a number in brackets after a name, or behind a name and colon: "Moore (9)", "Herrera: 4 Started"."""
    if not is_short_number(sentence, i) or len(sentence.tokens[i].text) > 2 or i < 2:
        return False
    alone = sentence.tokens[i - 1].text == "(" and sentence.tokens[i + 1].text == ")"
    mark = sentence.tokens[i - 1].text == ":" and sentence.tokens[i + 1].text[:1].isupper()
    if not (alone or mark) or not sentence.tokens[i - 2].text[0].isupper():
        return False
    if mark and (_is_counted(sentence, i) or _counts_in_headline(sentence, i)):
        return False
    sentence.ignore(i, i, "name")
    return True


def ignore_hyphened(sentence: SentenceState, i: int) -> bool:
    """Ignores a number behind a name and hyphen: B-52, V-6, Covid-19, TPP-11, PLX-R18."""
    if (
        sentence.tokens[i - 1].text == "-"
        and sentence.taken.get(i - 2) in ("name", "code")
        and sentence.glued(i)
        and sentence.glued(i - 1)
    ):
        sentence.ignore(i, i, "name")
        return True
    if sentence.tokens[i - 1].text != "-" or i < 2 or not (sentence.glued(i) and sentence.glued(i - 1)):
        return False
    word = sentence.tokens[i - 2]
    named = (
        word.kind == "word"
        and (word.text[0].isupper() or word.lower in LABELS)
        and word.lower not in ("sub", "minus", "mid", "under", "over")
    )
    if (
        not named
        or sentence.lower[i - 2] in FUNCTION_WORDS
        or alphanumeric_codes.is_currency_code(word.lower)
        or _is_counted(sentence, i)
    ):
        return False
    sentence.ignore(i - 2, i, "name")
    return True


def ignore_label_in_words(sentence: SentenceState, i: int) -> None:
    """Ignores a number in words behind a capitalised label: "Chapter Seven"."""
    strong = sentence.lower[i] not in _WEAK_LABELS and sentence.lower[i] not in ("game", "match", "no", "q", "question")
    if strong and sentence.tokens[i].text[0].isupper() and not sentence.tokens[i + 1].text[0].islower():
        sentence.ignore(i, i + 1, "name")


def is_short_number(sentence: SentenceState, i: int) -> bool:
    """Whether token i is a whole number of at most four digits."""
    text = sentence.tokens[i].text
    return text.isdigit() and len(text) <= 4
