"""The words for the numbers from nought to ninety."""

from __future__ import annotations

from quantities.text.lexicon import words

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

ONES: dict[str, int] = {word: number for number, word in enumerate(_ONES, 1)}
TEENS: dict[str, int] = {word: number for number, word in enumerate(_TEENS, 10)}
TENS: dict[str, int] = {word: 10 * number for number, word in enumerate(_TENS, 2)} | {"fourty": 40}
ZEROS = words("zero nought naught")
DIGITS: dict[str, int] = {**ONES, **dict.fromkeys(ZEROS, 0), "oh": 0}  # as said after "point"
LEADING = frozenset([*ONES, *TEENS, *TENS, *ZEROS])  # words a cardinal may start with
