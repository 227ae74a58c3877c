"""Numbers that count nothing: addresses, clock times, phones, scores, versions, models, names, ordinals."""

from __future__ import annotations

import re

from quantities.filters import alphanumeric_codes, numbered_names
from quantities.numerals.number_words import LEADING
from quantities.numerals.scale_words import SCALES
from quantities.parse_state import SentenceState
from quantities.text.lexicon import is_plural, words

_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(r"https?://|www\.|@\w|\w\.(?:com|org|net|gov|edu|io|co|html?|php)(?:[/?#]|\b)", re.IGNORECASE)
_OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_IP = re.compile(rf"(?<![\d.]){_OCTET}(?:\.{_OCTET}){{3}}(?![\d.]\d)(?!\d)")
_PHONE = re.compile(
    r"(?:\+|(?<![\d.,])(?<!\d )\b00)\d{1,3}(?:[ \-/.]?\(?\d{1,4}\)?){2,6}\b|\(\d{3}\) ?\d{3}[\- ]\d{4}"
    r"|(?<![\d.,])\b\d{3}[\-.]\d{3}[\-.]\d{4}\b|(?<![\d.,])(?<!\d )\b0\d{2,4}[ \-/]\d{3,4}[ \-]?\d{3,4}\b"
)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)? ?(?:[ap]\.?m\b\.?|o'clock|h\b)|\b\d{1,2} ?(?:[ap]\.?m\b\.?|o'clock)"
    r"|\b\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?(?![\d:])|\b12 (?:noon|midnight)\b"
    r"|\b(?:[01]\d|2[0-3])[0-5]\d (?:GMT|UTC|BST|CET|E[SD]T)\b",
    re.IGNORECASE,
)
_IDIOM = re.compile(r"\b(?:24/7|9/11|50/50|20/20|7/7|4x4|4WD|360-degree)\b")
_CALL = re.compile(
    r"\b(?:call|phone|tel|telephone|ring|dial|fax|text|hotline|whatsapp)\b\D{0,12}?\d[\d \-/.]{4,16}\d\b", re.IGNORECASE
)
_SPANS = (("phone", _PHONE), ("phone", _CALL), ("clock", _CLOCK), ("name", _IDIOM), ("address", _IP))
_WON = words(
    """won win wins beat beats lost lose loses defeat defeated victory draw drew drawn aggregate tied ties tie score
    scored lead led leads leading trailed trailing match game set final half-time ahead"""
)
_STREETS = words(
    """street st avenue ave road rd drive dr lane ln boulevard blvd way court ct place square terrace crescent island
    parkway"""
)


def find(line: SentenceState) -> None:
    """Takes the numbers that are no quantities out of the sentence."""
    _find_spans(line)
    for i in range(line.size):
        if i in line.taken:
            continue
        kind = line.tokens[i].kind
        if kind == "number":
            _number(line, i)
        elif kind == "word" and line.lows[i] in numbered_names.LABELS and line.lows[i + 1] in LEADING:
            numbered_names.spelt_label(line, i)


def _find_spans(line: SentenceState) -> None:
    start, end = line.span(0, line.size - 1)
    text = line.plain[start:end]
    if "@" in text or "." in text or "/" in text:
        for chunk in _CHUNK.finditer(text):
            if ("." in chunk.group() or "@" in chunk.group()) and _ADDRESS.search(chunk.group()[:400]):
                _take(line, start + chunk.start(), start + chunk.end(), "address")
    for why, pattern in _SPANS:
        for match in pattern.finditer(line.plain, start, end):
            _take(line, match.start(), match.end(), why)


def _take(line: SentenceState, start: int, end: int, why: str) -> None:
    places = range(line.place(start), line.place(end))
    if places and not any(i in line.taken for i in places) and any(line.is_number(i) for i in places):
        if why == "clock" and _is_ratio_or_price(line, places):
            return
        line.ignore(places[0], places[-1], why)


def _is_ratio_or_price(line: SentenceState, places: range) -> bool:
    before, after = line.tokens[places[0] - 1].text, line.tokens[places[-1] + 1].text
    return before in ("$", "\u20ac", "\u00a3", "ratio") or after == "%" or (before == ":" and line.glued(places[0]))


def _number(line: SentenceState, i: int) -> None:
    for rule in (
        _list_number,
        _ordinal,
        alphanumeric_codes.code,
        _score,
        _version,
        _street,
        numbered_names.label,
        numbered_names.bracketed,
        numbered_names.hyphened,
    ):
        if rule(line, i):
            return


def _list_number(line: SentenceState, i: int) -> bool:
    """The number that opens a line: "1. First", "3) Third", "(2) Second"."""
    opening = i == 1 and line.tokens[0].text == "("
    mark, after = line.tokens[i + 1], line.tokens[i + 2]
    if i > opening or not numbered_names.is_small(line, i) or len(line.tokens[i].text) > 3:
        return False
    if mark.text not in (".", ")") or not line.glued(i + 1) or line.glued(i + 2) or not after.text[:1].isalpha():
        return False
    line.ignore(i, i, "list")
    return True


def _ordinal(line: SentenceState, i: int) -> bool:
    """7th, 88th-minute, and the plurals of names: "80s", "Model 3s"."""
    suffix = line.tokens[i + 1]
    if not line.glued(i + 1) or suffix.kind != "word":
        return False
    if suffix.low in numbered_names.ORDINAL_ENDS:
        line.ignore(i, i + 1, "ordinal")
        return True
    if suffix.text == "s" and line.lows[i + 2] == "of" and line.tokens[i].text.strip("0,") == "1":
        line.ignore(i, i + 1, "vague")
        return True
    if suffix.text == "s" and line.tokens[i - 1].text == "-" and line.lows[i - 2] in ("under", "over"):
        line.ignore(i, i + 1, "name")  # the under-16s
        return True
    if suffix.text == "s" and numbered_names.is_small(line, i) and numbered_names.is_capital(line, i - 1):
        line.ignore(i, i + 1, "name")
        return True
    return False


def _score(line: SentenceState, i: int) -> bool:
    """3-2, 71-71: two small numbers that fall, are equal, or stand beside a word of winning."""
    dash, second = line.tokens[i + 1], line.tokens[i + 2]
    if dash.text != "-" or second.kind != "number" or not (line.glued(i + 1) and line.glued(i + 2)):
        return False
    a, b = line.tokens[i].text, second.text
    if not (a.isdigit() and b.isdigit() and len(a) <= 3 and len(b) <= 3) or (
        line.tokens[i - 1].text in "$\u20ac\u00a3" and i
    ):
        return False
    after = line.tokens[i + 3]
    counted = after.text == "%" or (after.kind == "word" and (is_plural(after.low) or after.low in SCALES))
    if counted or (after.text == "-" and not line.glued(i + 3)):
        return False
    if int(a) >= int(b) or any(word in _WON for word in line.lows[max(0, i - 8) : i + 8]) or after.text == "-":
        line.ignore(i, i + 2, "score")
        return True
    return False


def _version(line: SentenceState, i: int) -> bool:
    text = line.tokens[i].text
    if text.count(".") >= 2 and not re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        line.ignore(i, i, "version")
        return True
    if line.lows[i - 1] in ("v", "ver", "version") and i and line.tokens[i].text.replace(".", "").isdigit():
        line.ignore(i, i, "version")
        return True
    return False


def _street(line: SentenceState, i: int) -> bool:
    """Such as "7 W 3rd St", "4-6 Harbour Road": a number, capitalised words, a word for a street."""
    if not line.tokens[i].text.isdigit() or len(line.tokens[i].text) > 5:
        return False
    at = i + 3 if line.tokens[i + 1].text == "-" and line.is_number(i + 2) else i + 1
    first = at
    while at < first + 5 and line.tokens[at].text[:1].isupper() | line.is_number(at) | (
        line.lows[at] in numbered_names.ORDINAL_ENDS
    ):
        if line.lows[at] in _STREETS and (at > first or line.tokens[at + 1].text[:1].isupper()):
            line.ignore(i, at, "address")
            return True
        at += 1
    return False
