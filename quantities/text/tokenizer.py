"""A text cut into numbers, words and signs in one linear pass."""

from __future__ import annotations

import re
from typing import NamedTuple

NUMBER, WORD, SIGN = "number", "word", "sign"

_RAISED = (
    "\u00bc-\u00be\u2150-\u215e\u00b2\u00b3\u00b9\u2070-\u2079"  # fractions and exponents: letters to \w, signs to us
)
# Vowel signs and other marks that \w leaves out of the words of Indic and Thai scripts.
_MARKS = (
    "\u0300-\u036f\u093a-\u094f\u09bc-\u09cd\u0a3c-\u0a4d\u0abc-\u0acd\u0bbe-\u0bcd\u0c3e-\u0c4d"
    "\u0cbc-\u0ccd\u0e31-\u0e3a\u0e47-\u0e4e"
)
# Every alternative starts with a different kind of character or is tried once for each start, and no quantifier holds
# another that could match the same characters: the pass is linear whatever the text.
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,']\d+)*(?:[eE][+-]?\d+(?!\w))?|(?<![\w.])\.\d+)"
    rf"|(?P<raised>[{_RAISED}])"
    rf"|(?P<word>[\u3400-\u9fff]|(?<!\w)[A-Za-z]\.(?:[A-Za-z]\.)+(?:[A-Za-z](?!\w))?|(?<!\w)[A-Za-z]\.[A-Za-z](?![\w.])"
    rf"|[^\W\d_][^\W\d_{_MARKS}]*(?:[{_MARKS}]+[^\W\d_]*)*(?:'[^\W\d_]+)?)"
    r"|(?P<sign>[^\s])"
)


class Token(NamedTuple):
    """A piece of the text. `low` is the text in lower case, without the dots of an abbreviation ("u.s." is "us")."""

    kind: str
    text: str
    low: str
    start: int
    end: int


_NOTHING = Token("", "", "", -9, -1)
PAD = 24
_PADDING = [_NOTHING] * PAD


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The tokens of text[start:end], followed by PAD empty ones.

    The padding is what a look at most PAD tokens past either end meets (Python counts negative places from the end), so
    that no rule needs to check its bounds.
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        kind, word = match.lastgroup or SIGN, match.group()
        if kind == WORD:
            low = word.lower()
            if "." in low:
                low = low.replace(".", "")
            found.append(Token(WORD, word, low, match.start(), match.end()))
        elif kind == NUMBER and (word.count(",") > 1 or "'" in word):
            found.extend(_number_tokens(word, match.start()))
        else:
            kind = SIGN if kind == "raised" else kind
            found.append(Token(kind, word, word, match.start(), match.end()))
    found.extend(_PADDING)
    return found


_PART = re.compile(r"\d+(?:\.\d+)*|.")


def _number_tokens(word: str, start: int) -> list[Token]:
    """One number if its commas group thousands or lakhs, otherwise a list ("4,8,15") as its members."""
    if _grouped(word):
        return [Token(NUMBER, word, word, start, start + len(word))]
    found = []
    for match in _PART.finditer(word):
        kind = NUMBER if match.group()[0].isdigit() else SIGN
        found.append(Token(kind, match.group(), match.group(), start + match.start(), start + match.end()))
    return found


def _grouped(word: str) -> bool:
    whole = word.split(".", 1)[0].replace("'", ",")
    first, *groups = whole.split(",")
    if not groups or not (1 <= len(first) <= 3) or len(groups[-1]) != 3:
        return False
    return all(len(g) == 3 for g in groups) or all(len(g) == 2 for g in groups[:-1])


def glued(tokens: list[Token], i: int) -> bool:
    """Whether token i follows the one before it without a space."""
    return tokens[i - 1].end == tokens[i].start
