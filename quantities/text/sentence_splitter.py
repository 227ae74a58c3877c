"""Splits a text into sentences."""

from __future__ import annotations

import re

from quantities.model.quantity import Span
from quantities.text.normalization import normalize
from quantities.word_tables import word_class

_STOP = re.compile(r"[.!?\u2026]+[\"')\]]*(?=\s|$)|\n")
_FIRST_LETTER = re.compile(r"[\W\d_]*[a-z]")
_WORD_BEFORE = 24  # no abbreviation is longer

ABBREVIATIONS = word_class("names", "abbreviations")
_ENDING = word_class("names", "ending_abbreviations")
_LINE_WRAP = re.compile(r"[a-z,;(]")


def split_sentences(text: str) -> tuple[Span, ...]:
    """Returns the spans of the sentences, without the white space around them.

    >>> split_sentences("Sales of the U.S. unit rose 3.5 %. Mr. Ma left!")
    ((0, 34), (35, 47))
    """
    return split_normalized(normalize(text))


def split_normalized(plain: str) -> tuple[Span, ...]:
    """Returns the spans of the sentences of a text whose characters are normalised already."""
    found: list[Span] = []
    start, is_lower = 0, plain.islower() or _FIRST_LETTER.match(plain) is not None
    for match in _STOP.finditer(plain):
        if match.end() <= start:
            continue
        ends = _line_ends(plain, match) if match.group() == "\n" else _ends(plain, match, is_lower=is_lower)
        if ends:
            _add(found, plain, start, match.end())
            start = match.end()
    _add(found, plain, start, len(plain))
    return tuple(found)


def _add(found: list[Span], plain: str, start: int, end: int) -> None:
    piece = plain[start:end]
    stripped = piece.strip()
    if stripped:
        first = start + len(piece) - len(piece.lstrip())
        found.append((first, first + len(stripped)))


def _line_ends(plain: str, match: re.Match[str]) -> bool:
    """Whether a line break ends a sentence.

    It does unless the next line goes on in lower case after a line without an ending.
    """
    after = plain[match.end() : match.end() + 2].lstrip(" \t")
    before = plain[max(0, match.start() - 2) : match.start()].rstrip(" \t\r")
    if not after or after[0] in "\n\r":
        return True
    return not (_LINE_WRAP.match(after[0]) and before and before[-1] not in ".!?:;")


def _ends(plain: str, match: re.Match[str], *, is_lower: bool) -> bool:
    mark = match.group()
    after = plain[match.end() : match.end() + 3].lstrip(" \t")[:1]
    if mark[0] != "." or mark.startswith(".."):
        return not after.islower()
    if not after or after == "\n":
        return True
    before = plain[max(0, match.start() - _WORD_BEFORE) : match.start()]
    word = re.split(r"[\s(\"']", before)[-1].lower()
    if after.islower() or after in ",;:)":
        # Texts that begin in lower case end sentences so too, but not after an abbreviation or initial.
        return after.islower() and len(word) > 3 and word.isalpha() and word not in ABBREVIATIONS and is_lower
    if word in ABBREVIATIONS or "." in word:
        return (word in _ENDING or "." in word) and after.isupper() and _opens(plain, match.end())
    return not (len(word) == 1 and word.isalpha()) and not (
        word.isdigit() and len(word) < 3 and _numbers_a_line(before)
    )


def _numbers_a_line(before: str) -> bool:
    """Whether the number is all there is of its line so far: "3. Third point"."""
    return before.rsplit("\n", 1)[-1].strip().isdigit()


_OPENERS = word_class("names", "sentence_openers")


def _opens(plain: str, place: int) -> bool:
    """Whether the next word is one that starts a sentence, so that the dot of "U.S." ends the one before."""
    words = plain[place : place + 24].split(None, 1)
    return bool(words) and words[0].strip(",\"'") in _OPENERS
