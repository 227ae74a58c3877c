"""The one place where text is cut into tokens: numbers, words and signs, in one linear pass.

Whoever needs the words of a text takes them from here:

- `tokenize(text)` gives every token of a text. A token has `text` (characters normalised, see normalization.normalize),
  `lower` (in lower case, an abbreviation without its dots: "U.S." is "us"), `folded` (in lower case, without accents,
  dots kept), and `start` and `end`, which are places in the text as it was given.
- `compound_words(text)` gives the words as a reader counts them: what grew together with hyphens, apostrophes,
  ampersands and inner dots is one word ("Coca-Cola", "AT&T", "F-16", "don't").
- `normalization.fold(text)` is the folding that belongs to `folded`, for keys of look-up tables.

Where words begin and end:
- A word is letters of any script, with an apostrophe and letters after it: "Apple's", "don't", "O'Neill" are one token.
  `Token.base` is `folded` without the "'s".
- A hyphen is a sign between two words: "two-thirds" is three tokens, glued together (`glued`).
- Letters and digits next to each other are two tokens, glued: "5km", "G20", "CO2".
- An abbreviation with dots is one word ("U.S.", "e.g."), a number with its separators and exponent one number
  ("1,234.5", "1e9"), a list of numbers several ("4,8,15").
- Every Han character is a word of its own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from quantities.text.normalization import fold, normalize

NUMBER, WORD, SIGN = "number", "word", "sign"

_RAISED = (
    "\u00bc-\u00be\u2150-\u215e\u00b2\u00b3\u00b9\u2070-\u2079"  # fractions and exponents: \w takes them for letters
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
    """A number, word or sign of a text, from character `start` up to `end`."""

    kind: str
    text: str
    lower: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        """The text in lower case without accents, as names are looked up."""
        return fold(self.text)

    @property
    def base(self) -> str:
        """`folded` without a possessive ending."""
        return self.folded.removesuffix("'s").removesuffix("'")


def tokenize(text: str) -> list[Token]:
    """Returns the tokens of a text in any form, in order.

    >>> [token.folded for token in tokenize("São Paulo’s 1,200 U.S. firms")]
    ['sao', "paulo's", '1,200', 'u.s.', 'firms']
    """
    plain = normalize(text)
    return _tokens(plain, 0, len(plain))


def compound_words(text: str) -> list[Token]:
    """Returns the words of a text, each with what is glued to it by a hyphen, apostrophe, ampersand or dot.

    A compound that has a letter is a word, one without is a number; other signs are left out.

    >>> [word.text for word in compound_words("AT&T's F-16 costs $20 (well-known).")]
    ["AT&T's", 'F-16', 'costs', '20', 'well-known']
    """
    plain = normalize(text)
    tokens = _tokens(plain, 0, len(plain))
    words: list[Token] = []
    place = 0
    while place < len(tokens):
        if tokens[place].kind == SIGN:
            place += 1
            continue
        last = _end_of_compound(tokens, place)
        words.append(_compound(plain, tokens[place : last + 1]) if last > place else tokens[place])
        place = last + 1
    return words


_JOINTS = frozenset("-'&._")


def _end_of_compound(tokens: list[Token], first: int) -> int:
    last = first
    while last + 1 < len(tokens) and glued(tokens, last + 1):
        joint = last + 1
        if tokens[joint].kind != SIGN:
            last = joint
        elif (
            tokens[joint].text in _JOINTS
            and joint + 1 < len(tokens)
            and glued(tokens, joint + 1)
            and tokens[joint + 1].kind != SIGN
        ):
            last = joint + 1
        else:
            break
    return last


def _compound(plain: str, parts: list[Token]) -> Token:
    start, end = parts[0].start, parts[-1].end
    kind = WORD if any(part.kind == WORD for part in parts) else NUMBER
    return Token(kind, plain[start:end], plain[start:end].lower(), start, end)


_NOTHING = Token("", "", "", -9, -1)
PAD = 24
_PADDING = [_NOTHING] * PAD


def tokenize_padded(plain: str, start: int, end: int) -> list[Token]:
    """Returns the tokens of plain[start:end], whose characters are normalised, and PAD empty ones behind them.

    The padding is what a look at most PAD tokens past either end meets (Python counts negative places from the end), so
    that no rule needs to check its bounds.
    """
    found = _tokens(plain, start, end)
    found.extend(_PADDING)
    return found


def _tokens(plain: str, start: int, end: int) -> list[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(plain, start, end):
        kind, word = match.lastgroup or SIGN, match.group()
        if kind == WORD:
            lower = word.lower()
            if "." in lower:
                lower = lower.replace(".", "")
            found.append(Token(WORD, word, lower, match.start(), match.end()))
        elif kind == NUMBER and (word.count(",") > 1 or "'" in word):
            found.extend(_number_tokens(word, match.start()))
        else:
            kind = SIGN if kind == "raised" else kind
            found.append(Token(kind, word, word, match.start(), match.end()))
    return found


_PART = re.compile(r"\d+(?:\.\d+)*|.")


def _number_tokens(word: str, start: int) -> list[Token]:
    """One number if its commas group thousands or lakhs, otherwise a list ("4,8,15") as its members."""
    if _is_grouped(word):
        return [Token(NUMBER, word, word, start, start + len(word))]
    found = []
    for match in _PART.finditer(word):
        kind = NUMBER if match.group()[0].isdigit() else SIGN
        found.append(Token(kind, match.group(), match.group(), start + match.start(), start + match.end()))
    return found


def _is_grouped(word: str) -> bool:
    whole = word.split(".", 1)[0].replace("'", ",")
    first, *groups = whole.split(",")
    if not groups or not (1 <= len(first) <= 3) or len(groups[-1]) != 3:
        return False
    return all(len(g) == 3 for g in groups) or all(len(g) == 2 for g in groups[:-1])


def glued(tokens: list[Token], i: int) -> bool:
    """Whether token i follows the one before it without a space."""
    return tokens[i - 1].end == tokens[i].start
