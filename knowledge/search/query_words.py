"""The words that a look-up is put in: `knowledge/data/words/query_words.yaml`."""

from __future__ import annotations

from knowledge.files.word_list_reader import load_word_lists
from knowledge.model.word_lists import QueryWords

WORDS = load_word_lists(QueryWords)
