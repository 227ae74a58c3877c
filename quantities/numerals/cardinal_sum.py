"""A cardinal being added up word by word."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from quantities.numerals.number_words import ONES, TEENS, TENS, ZEROS
from quantities.numerals.scale_words import DOZENS, HUNDREDS, SCALES

ZERO = Fraction(0)


@dataclass(slots=True)
class CardinalSum:
    """A cardinal being added up: whole groups so far, the group under way, and what the last word was."""

    total: Fraction = Fraction(0)
    group: Fraction | None = None
    limit: int = 0  # the scale of the group added last; 0 before any
    last: str = ""
    scale: int = 1

    def result(self) -> Fraction:
        return self.total + (self.group or ZERO)


def add_word(state: CardinalSum, word: str, step: Fraction) -> Fraction:
    if word in ONES:
        state.group, state.last = (state.group or ZERO) + ONES[word], "ones"
    elif word in TEENS or word in TENS:
        state.group = (state.group or ZERO) + (TEENS.get(word) or TENS[word])
        state.last = "teens" if word in TEENS else "tens"
    elif word in ZEROS:
        state.group, state.last = Fraction(0), "zero"
    elif word in ("a", "an"):
        state.group, state.last = Fraction(1), "article"
    elif word in HUNDREDS:
        state.group, state.last, state.scale = (state.group or Fraction(1)) * 100, "hundred", 100
        return step * 100
    else:
        return _add_scale(state, word, step)
    state.scale = 1
    return Fraction(1)


def _add_scale(state: CardinalSum, word: str, step: Fraction) -> Fraction:
    factor, dozen = SCALES[word], word in DOZENS
    if dozen and state.last in ("ones", "teens") and state.group is not None and state.group >= 100:
        state.group += (state.group % 100) * (factor - 1)  # "two hundred and three dozens" is 236
    elif state.group is None:  # "two lakh crore"
        state.total *= factor
    elif state.limit and factor > state.limit:
        state.total, state.group = (state.total + state.group) * factor, None
    else:
        state.total, state.group = state.total + state.group * factor, None
    scale = state.scale * factor if state.last == "scale" else factor
    state.limit, state.last, state.scale = factor, "scale", scale
    return Fraction(0) if dozen else step * factor
