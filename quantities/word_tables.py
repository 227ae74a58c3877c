"""The word tables of data/*.yaml, as `python -m scripts.compile_tables` compiles them to data/word_tables.json.

A table is named by its file and its key: `word_class("word_classes", "prepositions")`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_COMPILED: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "data" / "word_tables.json").read_text(encoding="utf-8")
)


def tables(file: str) -> dict[str, Any]:
    """Returns all tables of a file by their keys, as JSON has them. Raises KeyError if there is no such file."""
    return _COMPILED[file]


def word_class(file: str, key: str) -> frozenset[str]:
    """Returns the words of a class.

    >>> "between" in word_class("word_classes", "prepositions")
    True
    """
    return frozenset(_COMPILED[file][key])


def numbers(file: str, key: str) -> dict[str, int]:
    """Returns the number that each word of a table says.

    >>> numbers("number_words", "scales")["lakh"]
    100000
    """
    words: dict[str, int] = _COMPILED[file][key]
    return words


def names(file: str, key: str) -> dict[str, str]:
    """Returns the name that each word of a table stands for.

    >>> names("time_words", "rate_adverbs")["annually"]
    'year'
    """
    words: dict[str, str] = _COMPILED[file][key]
    return words


def first_words(phrases: dict[tuple[str, ...], Any]) -> dict[str, int]:
    """Returns how many words the longest phrase has that begins with each first word.

    >>> first_words({("square", "mile"): 1, ("square",): 2, ("mile",): 3})
    {'square': 2, 'mile': 1}
    """
    longest: dict[str, int] = {}
    for phrase in phrases:
        longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    return longest
