"""The scales of models, maps and drawings: "1:87" is no length and no time of day."""

from __future__ import annotations

import re
from fractions import Fraction

from reasoning.reading.passage import Sentence

_SCALE = re.compile(r"\b1 ?[:/] ?(\d[\d.,]{0,12}\d)\b")


def scale_ratios(sentence: Sentence) -> list[tuple[Fraction, frozenset[int]]]:
    """How many times a model the real thing is, by each scale that is said, with the places of its words."""
    matches = _SCALE.finditer(sentence.text, *sentence.span)
    ratios = [(Fraction(re.sub("[.,]", "", match[1])), sentence.places_of(*match.span())) for match in matches]
    return [(ratio, places) for ratio, places in ratios if ratio > 1]  # but not "at 1:00"
