"""Sentences that conclude from the one before them: "... in 3 years. That's 30 a day" is one claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reasoning.reading.language import any_of, words

MOST_JOINED = 300  # characters of what is concluded from, with the conclusion
MADE_OF = 2  # numbers
MOST_OPENING = 8  # words before the number that says what others come to
_NUMBERS = re.compile(r"\d[\d.,]*")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d")

Span = tuple[int, int]


def join_conclusions(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans of the sentences of a text; one with a number that opens with a conclusion goes to the one before.

    >>> join_conclusions("9 in 3 days. So 3 a day. 5!", [(0, 12), (13, 24), (25, 27)])
    [(0, 24), (25, 27)]
    """
    joined: list[Span] = []
    for start, end in spans:
        before = joined[-1] if joined else (start, start)
        concludes = _opening().match(text, start, end) and _NUMBER.search(text, start, end)
        if (
            (concludes or _totals(text, (start, end), before))
            and _NUMBER.search(text, *before)
            and end - before[0] <= MOST_JOINED
        ):
            joined[-1] = (before[0], end)
        else:
            joined.append((start, end))
    return joined


def _totals(text: str, span: Span, before: Span) -> bool:
    """Whether a sentence says what two or more numbers before it come to: "The bill will be 30 million"."""
    number = _NUMBER.search(text, *span)
    if number is None or len(_NUMBERS.findall(text, *before)) < MADE_OF:
        return False
    opening = [word.lower() for word in _WORD.findall(text, span[0], number.start())]
    if not 1 < len(opening) <= MOST_OPENING or opening[0] not in words().definite:
        return False
    return not words().totalling.isdisjoint(opening)


@cache
def _opening() -> re.Pattern[str]:
    """What a conclusion opens with: "so", "that's", "that means"."""
    return re.compile(rf"{any_of(words().concluding)}(?!\w)", re.IGNORECASE)
