"""Characters brought to one form, one for one: what comes back is as long as the text, so places in it stay places."""

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


def normalize(text: str) -> str:
    """Returns the text with one kind each of digits (ASCII), dashes, quotes, slashes and spaces, and NFKC forms.

    Letters keep their case and accents; a form of several characters ("½", "㎞", raised digits) stays as it is.

    >>> normalize("\uff11\uff12 \u0663\u0665 10\u00b2")
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
    compatible = unicodedata.normalize("NFKC", character)
    return compatible if len(compatible) == 1 and not compatible.isdigit() else character


class _Folding(dict[int, str]):
    """A table for str.translate that works out each character when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded(chr(code))
        return folded


def _folded(letter: str) -> str:
    if letter in "’‘ʼ`´":
        return "'"
    if letter.isspace():
        return " "
    if unicodedata.category(letter) == "Pd":
        return "-"
    small = unicodedata.normalize("NFD", letter.lower())
    return small[0] if small and not unicodedata.combining(small[0]) else letter


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Returns the text in small letters without accents, with straight apostrophes and hyphens: how names are found.

    >>> fold("São Paulo’s")
    "sao paulo's"
    """
    if text.isascii():
        return text.lower().replace("\n", " ").replace("\t", " ").replace("\r", " ").replace("`", "'")
    return text.translate(_FOLDING)
