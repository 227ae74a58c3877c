"""Words for the numbers from nought to ninety, from data/number_words.yaml."""

from __future__ import annotations

from quantities.word_tables import numbers, word_class

ONES = numbers("number_words", "ones")
TEENS = numbers("number_words", "teens")
TENS = numbers("number_words", "tens")
ZEROS = word_class("number_words", "zeros")
# Digits as they are said after "point".
DIGITS = {**ONES, **dict.fromkeys(ZEROS | word_class("number_words", "zeros_after_point"), 0)}
LEADING = frozenset([*ONES, *TEENS, *TENS, *ZEROS])  # words that a cardinal may begin with
