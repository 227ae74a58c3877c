"""Words and letters that multiply the number before them, from data/number_words.yaml."""

from __future__ import annotations

from quantities.word_tables import numbers

SCALES = numbers("number_words", "scales")
LETTERS = numbers("number_words", "scale_letters")  # scales where the context allows
HUNDREDS = frozenset(word for word, factor in SCALES.items() if factor == 100)
DOZENS = frozenset(word for word, factor in SCALES.items() if factor == 12)
