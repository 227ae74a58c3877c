"""Ignores numbers that count nothing: addresses, clock times, phone numbers, scores, versions, names, ordinals."""

from __future__ import annotations

import re

from quantities.filters import alphanumeric_codes, numbered_names
from quantities.numerals.number_words import LEADING
from quantities.numerals.scale_words import SCALES
from quantities.parse_state import SentenceState
from quantities.text.lexicon import FUNCTION_WORDS, is_plural
from quantities.word_tables import word_class

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
_PAIR = re.compile(r"(?<![\d/.,])\d{2,3}/\d{2,3}(?![\d/%=]|[.,]\d| =)")  # "a pressure of 120/80", "a 205/55 tyre"
_LARGEST_OF_MORE = 32  # the largest number below a line that more than one is written over: inches go down to 32nds
_SPANS = (("phone", _PHONE), ("phone", _CALL), ("clock", _CLOCK), ("name", _IDIOM), ("address", _IP), ("score", _PAIR))
_WON = word_class("names", "winning")
_STREETS = word_class("names", "streets")


def ignore_non_quantities(sentence: SentenceState) -> None:
    """Ignores the numbers of the sentence that are no quantities; each keeps the reason."""
    _ignore_spans(sentence)
    for i in range(sentence.size):
        if i in sentence.taken:
            continue
        kind = sentence.tokens[i].kind
        if kind == "number":
            _ignore_number(sentence, i)
        elif kind == "word" and sentence.lower[i] in numbered_names.LABELS and sentence.lower[i + 1] in LEADING:
            numbered_names.ignore_label_in_words(sentence, i)
        elif sentence.lower[i] == "grand" and sentence.lower[i - 1] in ("a", "the") and _is_adjective(sentence, i):
            sentence.taken[i] = "adjective"


def _is_adjective(sentence: SentenceState, i: int) -> bool:
    """Whether a noun follows the word, as in "a grand piano"."""
    after = sentence.tokens[i + 1]
    return i + 1 < sentence.size and after.kind == "word" and after.lower not in FUNCTION_WORDS


def _ignore_spans(sentence: SentenceState) -> None:
    start, end = sentence.span(0, sentence.size - 1)
    text = sentence.plain[start:end]
    if "@" in text or "." in text or "/" in text:
        for chunk in _CHUNK.finditer(text):
            if ("." in chunk.group() or "@" in chunk.group()) and _ADDRESS.search(chunk.group()[:400]):
                _take(sentence, start + chunk.start(), start + chunk.end(), "address")
    for why, pattern in _SPANS:
        for match in pattern.finditer(sentence.plain, start, end):
            _take(sentence, match.start(), match.end(), why)


def _take(sentence: SentenceState, start: int, end: int, why: str) -> None:
    places = range(sentence.place(start), sentence.place(end))
    if places and not any(i in sentence.taken for i in places) and any(sentence.is_number(i) for i in places):
        if why == "clock" and _is_ratio_or_price(sentence, places):
            return
        if why == "score" and not _is_pair(sentence.plain[start:end]):
            return
        sentence.ignore(places[0], places[-1], why)


def _is_pair(written: str) -> bool:
    """Whether two numbers with a slash are no fraction: the first is larger, and the second none that is divided by."""
    first, second = map(int, written.split("/"))
    return first > second > _LARGEST_OF_MORE


def _is_ratio_or_price(sentence: SentenceState, places: range) -> bool:
    before, after = sentence.tokens[places[0] - 1].text, sentence.tokens[places[-1] + 1].text
    return before in ("$", "\u20ac", "\u00a3", "ratio") or after == "%" or (before == ":" and sentence.glued(places[0]))


def _ignore_number(sentence: SentenceState, i: int) -> None:
    for rule in (
        _ignore_footnote_mark,
        _ignore_list_number,
        _ignore_ordinal,
        alphanumeric_codes.ignore_code,
        _ignore_score,
        _ignore_version,
        _ignore_address,
        numbered_names.ignore_label,
        numbered_names.ignore_in_brackets,
        numbered_names.ignore_hyphened,
    ):
        if rule(sentence, i):
            return


def _ignore_list_number(sentence: SentenceState, i: int) -> bool:
    """Ignores the number that opens a line: "1. First", "3) Third", "(2) Second"."""
    opening = i == 1 and sentence.tokens[0].text == "("
    mark, after = sentence.tokens[i + 1], sentence.tokens[i + 2]
    if i > opening or not numbered_names.is_short_number(sentence, i) or len(sentence.tokens[i].text) > 3:
        return False
    if (
        mark.text not in (".", ")")
        or not sentence.glued(i + 1)
        or sentence.glued(i + 2)
        or not after.text[:1].isalpha()
    ):
        return False
    sentence.ignore(i, i, "list")
    return True


def _ignore_footnote_mark(sentence: SentenceState, i: int) -> bool:
    """Ignores the number of a footnote behind a word: "company[3]"."""
    if i < 2 or sentence.tokens[i - 1].text != "[" or sentence.tokens[i + 1].text != "]":
        return False
    marked = sentence.tokens[i - 2].kind != "sign" or sentence.tokens[i - 2].text in "%)].,;\"'"
    if not marked or not sentence.glued(i - 1) or not numbered_names.is_short_number(sentence, i):
        return False
    sentence.ignore(i - 1, i + 1, "footnote")
    return True


def _ignore_ordinal(sentence: SentenceState, i: int) -> bool:
    """Ignores ordinals (7th, 88th-minute) and the plurals of names ("80s", "Model 3s")."""
    suffix = sentence.tokens[i + 1]
    if not sentence.glued(i + 1) or suffix.kind != "word":
        return False
    if suffix.lower in numbered_names.ORDINAL_ENDS:
        sentence.ignore(i, i + 1, "ordinal")
        return True
    if suffix.text == "s" and sentence.lower[i + 2] == "of" and sentence.tokens[i].text.strip("0,") == "1":
        sentence.ignore(i, i + 1, "vague")
        return True
    if (
        suffix.text == "s"
        and numbered_names.is_short_number(sentence, i)
        and numbered_names.is_capitalized(sentence, i - 1)
    ):
        sentence.ignore(i, i + 1, "name")
        return True
    return False


def _ignore_score(sentence: SentenceState, i: int) -> bool:
    """Ignores a score: two small numbers that fall, are equal, or stand beside a word of winning (3-2, 71-71)."""
    dash, second = sentence.tokens[i + 1], sentence.tokens[i + 2]
    if dash.text != "-" or second.kind != "number" or not (sentence.glued(i + 1) and sentence.glued(i + 2)):
        return False
    a, b = sentence.tokens[i].text, second.text
    if not (a.isdigit() and b.isdigit() and len(a) <= 3 and len(b) <= 3) or (
        sentence.tokens[i - 1].text in "$\u20ac\u00a3" and i
    ):
        return False
    after = sentence.tokens[i + 3]
    counted = after.text == "%" or (after.kind == "word" and (is_plural(after.lower) or after.lower in SCALES))
    if counted or (after.text == "-" and not sentence.glued(i + 3)):
        return False
    if int(a) >= int(b) or any(word in _WON for word in sentence.lower[max(0, i - 8) : i + 8]) or after.text == "-":
        sentence.ignore(i, i + 2, "score")
        return True
    return False


def _ignore_version(sentence: SentenceState, i: int) -> bool:
    text = sentence.tokens[i].text
    if text.count(".") >= 2 and not re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        sentence.ignore(i, i, "version")
        return True
    if sentence.lower[i - 1] in ("v", "ver", "version") and i and sentence.tokens[i].text.replace(".", "").isdigit():
        sentence.ignore(i, i, "version")
        return True
    return False


def _ignore_address(sentence: SentenceState, i: int) -> bool:
    """Ignores "7 W 3rd St", "4-6 Harbour Road": a number, capitalised words, a word for a street."""
    if not sentence.tokens[i].text.isdigit() or len(sentence.tokens[i].text) > 5:
        return False
    at = i + 3 if sentence.tokens[i + 1].text == "-" and sentence.is_number(i + 2) else i + 1
    first = at
    while at < first + 5 and sentence.tokens[at].text[:1].isupper() | sentence.is_number(at) | (
        sentence.lower[at] in numbered_names.ORDINAL_ENDS
    ):
        if sentence.lower[at] in _STREETS and (at > first or sentence.tokens[at + 1].text[:1].isupper()):
            sentence.ignore(i, at, "address")
            return True
        at += 1
    return False
