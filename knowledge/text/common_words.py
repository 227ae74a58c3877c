"""Holds English words that are names too, and the words around names: `knowledge/data/words/common_words.yaml`."""

from __future__ import annotations

from knowledge.files.word_list_reader import load_word_lists
from knowledge.model.word_lists import CommonWords

WORDS = load_word_lists(CommonWords)
ORDINARY = WORDS.common | WORDS.capitalised  # names that are ordinary words in small letters
FUNCTION = WORDS.actions | WORDS.function_words  # words beside a name that are no noun
