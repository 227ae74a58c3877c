"""Characters brought to one form without moving any: the result has as many characters as the text."""

from __future__ import annotations

import unicodedata

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_QUOTES = "\u2018\u2019\u02bc\u2032\u00b4"
_SLASHES = "\u2044\u2215\u2215"
_KEPT = frozenset("²³¹⁰⁴⁵⁶⁷⁸⁹⁻")  # an exponent must not turn "10²" into "102"
_FIXED = {
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_QUOTES, "'"),
    **dict.fromkeys(_SLASHES, "/"),
    "\u201c": '"',
    "\u201d": '"',
    "\u2033": '"',
    "\u00d7": "x",
    "\u00b7": ".",
    "\u03bc": "\u00b5",
    "\u00b5": "\u00b5",
    "\u066b": ".",
    "\u066c": ",",
}


def normalise(text: str) -> str:
    """Full-width, Arabic-Indic and other decimal digits become ASCII; dashes, quotes and spaces one kind each.

    >>> normalise("\uff11\uff12 \u0663\u0665 10\u00b2")
    '12 35 10\u00b2'
    """
    if text.isascii():
        return text
    table = {ord(c): _plain(c) for c in set(text) if not c.isascii()}
    return text.translate(table)


def _plain(character: str) -> str:
    if character in _FIXED:
        return _FIXED[character]
    if character in _KEPT:
        return character
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    if character.isspace():
        return "\n" if character in "\u2028\u2029\x85" else " "
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 and not folded.isdigit() else character
