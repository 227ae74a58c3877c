"""Amounts of money: signs, codes and names before or after the number, scales after them, small change."""

from __future__ import annotations

from fractions import Fraction

from quantities.model.quantity import Dimension, Form, Unit
from quantities.numerals.scale_words import LETTERS, SCALES
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.text.lexicon import FUNCTION_WORDS
from quantities.units import currency_signs, physical_units, subunits
from quantities.units.currencies import (
    CODES,
    DOTTED,
    FIRST_WORDS,
    IN_CAPITALS,
    NAMES,
    POUND,
    SIGNS,
    SMALL_CHANGE_FORMS,
    WHOLE,
)
from quantities.units.currency_signs import FoundUnit
from quantities.units.physical_units import BY_NAME
from quantities.word_tables import word_class

_COUNTRY_AFTER = {"us": "USD", "usd": "USD", "canadian": "CAD", "aud": "AUD", "cad": "CAD"}


def attach_money(sentence: SentenceState) -> None:
    """Gives money its unit, before the letters "m" and "b" are read as anything but scales."""
    before_first = _code_comes_first(sentence)
    for n, draft in enumerate(sentence.drafts):
        earlier = sentence.drafts[n - 1] if n else None
        floor = earlier.end if earlier else -1
        before = currency_signs.find_before(sentence, draft, floor, before_first=before_first)
        if before is not None:
            _attach(sentence, draft, *_in_thousands(sentence, draft, before), -1)
        else:
            suffix = _suffix(sentence, draft) or _pounds(sentence, draft)
            if suffix is not None:
                _attach(sentence, draft, *suffix, 1)
        _prefer_whole(sentence, draft)
    subunits.join_small_change(sentence)


def _prefer_whole(sentence: SentenceState, draft: QuantityDraft) -> None:
    """Reads "300.000 VND" as 300,000: amounts of some currencies have no decimals, of others no three but in prices."""
    dotted = draft.unit.currency in DOTTED and draft.low >= 1 and not _is_a_price(sentence, draft)
    whole = draft.unit.currency in WHOLE or dotted
    if whole and draft.scale == 1 and draft.others == (draft.low * 1000,):
        value, draft.others = draft.others[0], (draft.low,)
        draft.low = draft.high = value
        draft.step = Fraction(1)


def _is_a_price(sentence: SentenceState, draft: QuantityDraft) -> bool:
    """Whether an amount is so much for a unit, as fuel is priced to the tenth of a cent: "1.859 euros a litre"."""
    per, unit = sentence.lower[draft.end + 1], sentence.lower[draft.end + 2]
    measured = physical_units.WORDS.get((unit,))
    timed = measured is not None and measured.dimension is Dimension.TIME  # "3.400 euros a month"
    return per in ("a", "an", "per", "/", "the") and unit in physical_units.FIRST_WORDS and not timed


def _in_thousands(sentence: SentenceState, draft: QuantityDraft, found: FoundUnit) -> FoundUnit:
    """Takes the "k" of "k€ 5", which is five thousand, into the draft."""
    unit, at = found
    if at > 0 and sentence.lower[at - 1] == "k" and sentence.glued(at) and draft.scale == 1:
        draft.multiply(1000)
        return unit, at - 1
    return found


_PRICES = word_class("topics", "prices")


def _pounds(sentence: SentenceState, draft: QuantityDraft) -> FoundUnit | None:
    """Returns pounds as money where the sentence speaks of prices or has the sign; otherwise they are a weight."""
    at = draft.last + 1 + (sentence.lower[draft.last + 1] == "of")
    if sentence.lower[at] not in ("pound", "pounds"):
        return None
    paid = sentence.lower[at + 1 : at + 3] in (["an", "hour"], ["per", "hour"])
    if draft.scale < 1000 and not paid and _PRICES.isdisjoint(sentence.words) and "\u00a3" not in sentence.words:
        return None
    draft.other_units = ((Fraction(1), BY_NAME["pound-mass"]),)
    return POUND, at


def _code_comes_first(sentence: SentenceState) -> bool:
    """Whether the first code or sign of the sentence stands before the first number."""
    if not sentence.drafts:
        return False
    first = sentence.drafts[0]
    before = sentence.tokens[first.first - 1]
    return before.text in SIGNS or before.lower in CODES or _is_sign_of_next(sentence, first)


def _is_sign_of_next(sentence: SentenceState, draft: QuantityDraft) -> bool:
    """Whether the sign after a number in words belongs to the number in digits behind it: "two $ 500 checks"."""
    at = draft.last + 1
    return draft.in_words and sentence.tokens[at].text in SIGNS and sentence.is_number(at + 1)


def _suffix(sentence: SentenceState, draft: QuantityDraft) -> FoundUnit | None:
    at = draft.last + 1
    hyphen = sentence.tokens[at].text == "-" and sentence.glued(at)
    if hyphen:
        at += 1
    if _is_sign_of_next(sentence, draft):
        return None
    if sentence.lower[at] == "of" and draft.scale > 1:
        at += 1
    if sentence.lower[at] in ("a", "an") and draft.is_fraction:
        at += 1
    found = _sign_starting(sentence, at) or _named(sentence, at) or _code_after(sentence, at)
    if found is None and sentence.tokens[at].text in LETTERS and sentence.tokens[at].text not in ("t", "g", "G"):
        found = (
            _code_after(sentence, at + 1) or _sign_starting(sentence, at + 1) or _named(sentence, at + 1)
        )  # "12m EUR"; the letter is read as a scale
    return found


def _sign_starting(sentence: SentenceState, at: int) -> FoundUnit | None:
    token = sentence.tokens[at]
    if token.kind == "number" or not token.text:
        return None
    if token.lower[0] == "k" and token.lower[1:] in SIGNS and (token.lower,) not in NAMES:
        return SIGNS[token.lower[1:]], at
    unit = SIGNS.get(token.text.lower())
    if unit is None or (
        token.text.isalpha() and token.text not in ("kn", "K\u010d", "z\u0142", "Ft", "kr", "RM", "Rs", "rs", "元")
    ):
        return None
    if sentence.glued(at + 1) and sentence.is_number(at + 1) and not sentence.glued(at):
        return None
    return unit, at


def _named(sentence: SentenceState, at: int) -> FoundUnit | None:
    word = sentence.lower[at]
    for length in range(FIRST_WORDS.get(word, 0), 0, -1):
        unit = NAMES.get(tuple(sentence.lower[at : at + length]))
        if unit is not None:
            return (unit, at + length - 1) if not _means_other(sentence, at, length) else None
    if word in SMALL_CHANGE_FORMS:
        return subunits.read_small_change(sentence, word), at
    if word == "p" and sentence.tokens[at].text == "p":
        return subunits.SMALL_UNITS["penny"], at
    after = sentence.tokens[at + 1]
    if word == "ct" and (after.kind != "word" or after.lower in FUNCTION_WORDS):
        return subunits.SMALL_UNITS["cent"], at  # "18 ct gold" is of carats
    if word == "c" and sentence.tokens[at].text == "c" and sentence.glued(at):
        return subunits.SMALL_UNITS["cent"], at
    return None


def _means_other(sentence: SentenceState, at: int, length: int) -> bool:
    """Whether a name of a currency is another word here: "48 won", "3 real", "1 mark", "2 sterling"."""
    word, after = sentence.lower[at], sentence.tokens[at + 1]
    if length > 1:
        return False
    if word in ("real", "won", "sol", "sen", "som", "top", "dong", "buck", "mil", "kip", "lev", "sterling", "ripple"):
        return after.kind == "word" and after.lower not in (
            "in",
            "a",
            "per",
            "and",
            "to",
            "for",
            "from",
            "of",
            "on",
            "each",
        )
    return False


def _code_after(sentence: SentenceState, at: int) -> FoundUnit | None:
    word, text = sentence.lower[at], sentence.tokens[at].text
    unit = CODES.get(word)
    if unit is None or ((word in IN_CAPITALS or len(text) < 3) and not text.isupper()):
        return None
    return unit, at


def _attach(sentence: SentenceState, draft: QuantityDraft, unit: Unit, edge: int, side: int) -> None:
    draft.unit, draft.form, draft.is_fraction = unit, Form.AMOUNT, False
    draft.unit_first = edge
    if side < 0:
        draft.start = min(draft.start, edge)
        _apply_scale_letter(sentence, draft, draft.last + 1)
        _attach_country(sentence, draft)
    else:
        between = sentence.tokens[draft.last + 1]
        _apply_scale_letter(sentence, draft, draft.last + 1)
        draft.end = max(draft.end, edge)
        if between.lower[0] == "k" and between.lower in {"k" + s for s in ("\u20ac", "$", "\u00a3")}:
            draft.multiply(1000)
    _apply_scale_word(sentence, draft)


def _apply_scale_letter(sentence: SentenceState, draft: QuantityDraft, at: int) -> None:
    """Applies the letter after money, which is a scale there: $1.5m, $4t, £2.7b."""
    token = sentence.tokens[at]
    factor = LETTERS.get(token.text, 0)
    if not factor or draft.scale > 1 or not (sentence.glued(at) or token.text in ("M", "B", "m", "b", "T")):
        return
    draft.multiply(factor)
    draft.scale, draft.last = factor, at
    draft.end = max(draft.end, at)


def _apply_scale_word(sentence: SentenceState, draft: QuantityDraft) -> None:
    """Applies a scale word after the currency: 20 USD million, $-7.3bn."""
    at = draft.end + 1
    factor = SCALES.get(sentence.lower[at], 0)
    if draft.scale == 1 and factor >= 1000 and len(sentence.lower[at]) > 1 and draft.unit_first > draft.last:
        draft.multiply(factor)
        draft.scale, draft.end = factor, at


def _attach_country(sentence: SentenceState, draft: QuantityDraft) -> None:
    """Takes the country after an amount into its unit: "$76 US a barrel", "$50 Canadian"."""
    at = max(draft.end, draft.last) + 1
    if draft.unit.currency == "USD" and sentence.lower[at] in _COUNTRY_AFTER and sentence.tokens[at].text[0].isupper():
        if not (
            sentence.tokens[at + 1].kind == "word"
            and sentence.lower[at + 1].endswith("s")
            and sentence.lower[at + 1] != "us"
        ):
            draft.unit = CODES[_COUNTRY_AFTER[sentence.lower[at]].lower()]
            draft.end = at
    elif sentence.lower[at] in ("dollars", "euros", "pounds", "rupees") and draft.unit.name.endswith(
        sentence.lower[at][:-1]
    ):
        draft.end = at
