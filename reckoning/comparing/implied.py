"""Claims without a number of their own: "has the largest population", "is bigger than A and B together"."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import islice

from quantities import Bound, Dimension, Form, Interval, Quantity
from quantities.model.quantity import Unit
from reckoning.reading.scene import Scene, Sentence
from reckoning.reading.statement import Statement

IMPLIED = "implied"
# Words with which a sentence compares: looked for first, since most texts have none of them.
CUE = re.compile(
    r"\b(?P<word>than|together|combined|combine|put together|add(?:s|ed)? up to|sum of|total of|"
    r"fits? into|as \w+ as|the size of"
    r"|largest|biggest|greatest|highest|most|smallest|lowest|fewest|least|longest|tallest|heaviest|deepest|fastest"
    r"|number one|no\.? ?1|#1|top|second|third|fourth|fifth)\b",
    re.IGNORECASE,
)
LONGEST = 300  # characters: no pattern fits a longer sentence
LONGEST_TEXT = 20_000  # characters: beyond it only numbers are looked for
MOST = 6  # comparisons of a text: each may ask for the figures of all countries


def imply(scene: Scene) -> tuple[Statement, ...]:
    """One statement for each sentence that compares, about the word it compares with."""
    found = (_implied(sentence, match) for sentence in scene.sentences if (match := _cue(sentence)))
    return tuple(islice(found, MOST))


def compares(text: str) -> bool:
    """Whether anything in a text may compare, though it has no number."""
    return len(text) <= LONGEST_TEXT and CUE.search(text) is not None


def _cue(sentence: Sentence) -> re.Match[str] | None:
    return CUE.search(sentence.text) if sentence.names and len(sentence.text) <= LONGEST else None


def _implied(sentence: Sentence, match: re.Match[str]) -> Statement:
    start = sentence.span[0]
    quantity = Quantity(
        Interval.point(Fraction(1)),
        Unit("time", Dimension.RATIO),
        Form.MULTIPLE,
        Bound.MORE_THAN,
        span=(start + match.start("word"), start + match.end("word")),
        text=match["word"],
    )
    # The dates of a stretch of time ("since 2000") are no day that the claim is judged for.
    clause = (start, start) if "since" in sentence.lowers or len(sentence.dates) > 1 else sentence.span
    return Statement(quantity, sentence, clause, names=sentence.names, via=IMPLIED)
