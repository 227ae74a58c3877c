"""The sign or code of a currency before an amount: $, US$, HK $, $A, Y=, Rs., EUR."""

from __future__ import annotations

from quantities.model.quantity import Unit
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.units.currencies import CODES, IN_CAPITALS, SIGNS

LEAST_NAIRA = 1000
FoundUnit = tuple[Unit, int]  # the unit and its outermost token


def find_before(sentence: SentenceState, draft: QuantityDraft, floor: int, *, before_first: bool) -> FoundUnit | None:
    """Returns the currency whose sign or code stands before the draft, and its first token; None if there is none.

    Tokens up to `floor` belong to the quantity before; `before_first` says that signs stand before numbers here.
    """
    i = draft.first - 1
    if i <= floor:
        return None
    if i > 0 and sentence.tokens[i].text == "-" and sentence.tokens[i - 1].text in SIGNS and sentence.glued(i):
        i -= 1  # "$-7.3bn"; the minus is part of the numeral already
    found = _sign_ending(sentence, draft, i, floor) or _code(sentence, i)
    if found is None:
        return None
    after_number = found[1] - 1 == floor and floor >= 0
    if after_number and not before_first and not sentence.glued(draft.first):
        return None
    return found


def _sign_ending(sentence: SentenceState, draft: QuantityDraft, i: int, floor: int) -> FoundUnit | None:
    """Returns the longest sign that ends at token i: "$", "US$", "HK $", "$A", "u.s $", "Y="."""
    if i < 0 or not (
        sentence.tokens[i].text[0] in "$\u20ac\u00a3\u00a5\u00a2=."
        or sentence.tokens[i].lower in SIGNS
        or sentence.tokens[i].lower in _AFTER_DOLLAR
    ):
        return None
    for length in (3, 2, 1):
        first = i - length + 1
        if first <= floor or first < 0:
            continue
        mark = "".join(sentence.lower[first : i + 1])
        unit = SIGNS.get(mark)
        if mark == "n" and not _is_sum(draft):
            continue
        if unit is not None and not _is_word(sentence, i, mark) and not _is_article(sentence, first, i):
            return unit, first
    return None


def _is_sum(draft: QuantityDraft) -> bool:
    """Whether a number is as large as sums in naira are: "N6.06 trillion", but not the mask "N95"."""
    return abs(draft.low) >= LEAST_NAIRA


def _is_article(sentence: SentenceState, first: int, i: int) -> bool:
    """Whether the letter before a dollar sign is no part of it: "a $ 90 million pier"; "c $ 90" is Canadian."""
    return (
        i > first
        and len(sentence.lower[first]) == 1
        and sentence.lower[first] not in "cy$"
        and not sentence.glued(first + 1)
    )


_AFTER_DOLLAR = frozenset(["a", "us", "c", "hk", "nz"])


def _is_word(sentence: SentenceState, i: int, mark: str) -> bool:
    """Whether a sign of plain letters ("r", "ps", "rm", "kn") is a word here.

    It is money in capitals, or as "Rs", and glued or near.
    """
    if not mark.isalpha():
        return mark[0].isalpha() and mark[-1] == "." and mark != "rs."
    if mark in ("rs", "re", "rp", "nis", "dhs", "dm", "rm", "cfa", "fcfa", "ksh", "kshs", "tsh", "ush", "kd", "rmb"):
        return sentence.tokens[i].text.islower() and not sentence.glued(i + 1) and mark not in ("rs", "rp", "rmb")
    if mark in ("sh", "shs"):  # a shilling, of Kenya if nothing else is said: "Sh1.8 trillion"
        return not (sentence.tokens[i].text[0].isupper() and sentence.glued(i + 1))
    return not (sentence.tokens[i].text.isupper() and sentence.glued(i + 1))


def _code(sentence: SentenceState, i: int) -> FoundUnit | None:
    word = sentence.lower[i]
    if word == "." and sentence.lower[i - 1] == "rs":
        return SIGNS["rs"], i - 1
    unit = CODES.get(word)
    if unit is None or (word in IN_CAPITALS and not (sentence.tokens[i].text.isupper() and sentence.glued(i + 1))):
        return None
    return unit, i
