"""Amounts of money: signs, codes and names before or after the number, scales after them, small change."""

from __future__ import annotations

from fractions import Fraction

from quantities.model.quantity import Dimension, Form, Unit
from quantities.numerals.scale_words import LETTERS, SCALES
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.text.lexicon import words
from quantities.units import currency_signs, subunits
from quantities.units.currencies import CENT_FORMS, CENTS, CODES, FIRST_WORDS, IN_CAPITALS, NAMES, POUND, SIGNS
from quantities.units.physical_units import BY_NAME

_COUNTRY_AFTER = {"us": "USD", "usd": "USD", "canadian": "CAD", "aud": "AUD", "cad": "CAD"}

Found = tuple[Unit, int]  # the unit and its outermost token


def find(line: SentenceState) -> None:
    """Gives money its unit, before the letters "m" and "b" are read as anything but scales."""
    before_first = _code_comes_first(line)
    for n, draft in enumerate(line.drafts):
        earlier = line.drafts[n - 1] if n else None
        floor = earlier.end if earlier else -1
        before = currency_signs.find(line, draft, floor, before_first=before_first)
        if before is not None:
            _attach(line, draft, *_in_thousands(line, draft, before), -1)
        else:
            suffix = _suffix(line, draft) or _pounds(line, draft)
            if suffix is not None:
                _attach(line, draft, *suffix, 1)
    subunits.join(line)


def _in_thousands(line: SentenceState, draft: QuantityDraft, found: Found) -> Found:
    """With the "k" of "k€ 5", which is five thousand."""
    unit, at = found
    if at > 0 and line.lows[at - 1] == "k" and line.glued(at) and draft.scale == 1:
        draft.multiply(1000)
        return unit, at - 1
    return found


_PRICES = words(
    """cost costs price prices priced pay pays paid spend spent worth salary wage wages fine fined fee fees bill tax
    taxes earn earns earned debt loan rent budget money bonus pension benefits charge charged savings quid pence
    sterling"""
)


def _pounds(line: SentenceState, draft: QuantityDraft) -> Found | None:
    """Pounds are money where the sentence speaks of prices or has the sign, otherwise a weight (unit.py)."""
    at = draft.last + 1 + (line.lows[draft.last + 1] == "of")
    if line.lows[at] not in ("pound", "pounds"):
        return None
    if draft.scale < 1000 and _PRICES.isdisjoint(line.lows[: line.size]) and "\u00a3" not in line.lows:
        return None
    draft.other_units = ((Fraction(1), BY_NAME["pound-mass"]),)
    return POUND, at


def _code_comes_first(line: SentenceState) -> bool:
    """Whether the first code or sign of the sentence stands before the first number."""
    if not line.drafts:
        return False
    i = line.drafts[0].first
    return line.tokens[i - 1].text in SIGNS or line.lows[i - 1] in CODES


def _suffix(line: SentenceState, draft: QuantityDraft) -> Found | None:
    at = draft.last + 1
    hyphen = line.tokens[at].text == "-" and line.glued(at)
    if hyphen:
        at += 1
    if line.lows[at] == "of" and draft.scale > 1:
        at += 1
    if line.lows[at] in ("a", "an") and draft.is_fraction:
        at += 1
    found = _sign_starting(line, at) or _named(line, at) or _code_after(line, at)
    if found is None and line.tokens[at].text in LETTERS and line.tokens[at].text not in ("t", "g", "G"):
        found = (
            _code_after(line, at + 1) or _sign_starting(line, at + 1) or _named(line, at + 1)
        )  # "12m EUR"; the letter is read as a scale
    return found


def _sign_starting(line: SentenceState, at: int) -> Found | None:
    token = line.tokens[at]
    if token.kind == "number" or not token.text:
        return None
    if token.low[0] == "k" and token.low[1:] in SIGNS:
        return SIGNS[token.low[1:]], at
    unit = SIGNS.get(token.text.lower())
    if unit is None or (
        token.text.isalpha() and token.text not in ("kn", "K\u010d", "z\u0142", "Ft", "kr", "RM", "Rs", "元")
    ):
        return None
    if line.glued(at + 1) and line.is_number(at + 1) and not line.glued(at):
        return None
    return unit, at


def _named(line: SentenceState, at: int) -> Found | None:
    low = line.lows[at]
    for length in range(FIRST_WORDS.get(low, 0), 0, -1):
        unit = NAMES.get(tuple(line.lows[at : at + length]))
        if unit is not None:
            return (unit, at + length - 1) if not _means_other(line, at, length) else None
    if low in CENT_FORMS:
        return _cents(CENT_FORMS[low]), at
    if low == "p" and line.tokens[at].text == "p":
        return _cents("penny"), at
    if low == "c" and line.tokens[at].text == "c" and line.glued(at):
        return _cents("cent"), at
    return None


def _means_other(line: SentenceState, at: int, length: int) -> bool:
    """Such as "48 won", "3 real", "1 mark", "2 sterling": words that are currencies only in the right place."""
    low, after = line.lows[at], line.tokens[at + 1]
    if length > 1:
        return False
    if low in ("real", "won", "sol", "sen", "som", "top", "dong", "buck", "mil", "kip", "lev", "sterling", "ripple"):
        return after.kind == "word" and after.low not in (
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


def _cents(name: str) -> Unit:
    code, _, word = CENTS[name]
    return Unit(word, Dimension.MONEY, Fraction(CENTS[name][1]), currency=code)


def _code_after(line: SentenceState, at: int) -> Found | None:
    low, text = line.lows[at], line.tokens[at].text
    unit = CODES.get(low)
    if unit is None or ((low in IN_CAPITALS or len(text) < 3) and not text.isupper()):
        return None
    return unit, at


def _attach(line: SentenceState, draft: QuantityDraft, unit: Unit, edge: int, side: int) -> None:
    draft.unit, draft.form, draft.is_fraction = unit, Form.AMOUNT, False
    draft.unit_first = edge
    if side < 0:
        draft.start = min(draft.start, edge)
        _scale_letter(line, draft, draft.last + 1)
        _country_after(line, draft)
    else:
        between = line.tokens[draft.last + 1]
        _scale_letter(line, draft, draft.last + 1)
        draft.end = max(draft.end, edge)
        if between.low[0] == "k" and between.low in {"k" + s for s in ("\u20ac", "$", "\u00a3")}:
            draft.multiply(1000)
    _scale_after(line, draft)


def _scale_letter(line: SentenceState, draft: QuantityDraft, at: int) -> None:
    """$1.5m, $4t, £2.7b: after money these letters are scales."""
    token = line.tokens[at]
    factor = LETTERS.get(token.text, 0)
    if not factor or draft.scale > 1 or not (line.glued(at) or token.text in ("M", "B", "m", "b", "T")):
        return
    draft.multiply(factor)
    draft.scale, draft.last = factor, at
    draft.end = max(draft.end, at)


def _scale_after(line: SentenceState, draft: QuantityDraft) -> None:
    """20 USD million, $-7.3bn: a scale word after the currency."""
    at = draft.end + 1
    factor = SCALES.get(line.lows[at], 0)
    if draft.scale == 1 and factor >= 1000 and len(line.lows[at]) > 1 and draft.unit_first > draft.last:
        draft.multiply(factor)
        draft.scale, draft.end = factor, at


def _country_after(line: SentenceState, draft: QuantityDraft) -> None:
    """Such as "$76 US a barrel", "$50 Canadian"."""
    at = max(draft.end, draft.last) + 1
    if draft.unit.currency == "USD" and line.lows[at] in _COUNTRY_AFTER and line.tokens[at].text[0].isupper():
        if not (line.tokens[at + 1].kind == "word" and line.lows[at + 1].endswith("s") and line.lows[at + 1] != "us"):
            draft.unit = CODES[_COUNTRY_AFTER[line.lows[at]].lower()]
            draft.end = at
    elif line.lows[at] in ("dollars", "euros", "pounds", "rupees") and draft.unit.name.endswith(line.lows[at][:-1]):
        draft.end = at
