"""Times of day in a sentence: "22:30", "6.15 am", "10pm", "noon"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from reasoning.reading.language import words
from reasoning.reading.passage import Sentence

HOUR, DAY = Fraction(3600), Fraction(86400)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?:[:.](\d\d))?\s*(?:([ap])\.?m)?")


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day in seconds since midnight. `half` is whether the half of the day is said, or clear."""

    seconds: Fraction
    half: bool
    places: frozenset[int]
    text: str


def clock_times(sentence: Sentence) -> list[ClockTime]:
    """The times of day that a sentence says, in their order."""
    start = sentence.span[0]
    found = []
    for span, why in sentence.reading.ignored:
        if why == "clock":
            text = sentence.text[span[0] + start : span[1] + start]
            read = _read(text)
            if read is not None:
                found.append(ClockTime(*read, sentence.places_of(span[0] + start, span[1] + start), text.strip()))
    for word in sentence.words:
        for hour, names in ((0, words().midnight), (12, words().noon)):
            if word.low in names:
                found.append(ClockTime(hour * HOUR, half=True, places=frozenset({word.place}), text=f"{hour}:00"))
    return sorted(found, key=lambda one: min(one.places, default=0))


def _read(text: str) -> tuple[Fraction, bool] | None:
    """The seconds since midnight of a time in digits, and whether its half of the day is clear."""
    match = _CLOCK.match(text.lower())
    if match is None:
        return None
    hour, minute, second = (int(group or 0) for group in match.groups()[:3])
    half = match[4]
    if hour > (12 if half else 24) or minute > 59 or second > 59:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * HOUR + minute * 60 + second, bool(half) or hour > 12 or text.startswith("0")
