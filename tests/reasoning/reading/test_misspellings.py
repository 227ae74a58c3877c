"""A word with one typing error is mended where only one thing can be meant, and left alone else."""

from __future__ import annotations

import pytest

from knowledge import Library
from reasoning.reading.misspellings import mend_misspellings


def mended(text: str, library: Library) -> str:
    return mend_misspellings(text, library.names(text), library)[0]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Germnay has more people than Spain", "Germany has more people than Spain"),
        ("the populaton of Mexcio is 131 million", "the population of Mexico is 131 million"),
        ("walmert has 2 milion emplyoees", "Walmart has 2 million employees"),
        ("Norwegain fish is the best of all", "Norwegian fish is the best of all"),
        ("how big is Canadda's population really", "how big is Canada's population really"),
    ],
)
def test_one_typing_error_is_mended(text: str, meant: str, library: Library) -> None:
    assert mended(text, library) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Mexicali Flores met Germina Torres at the fair",  # two names that nobody has stored
        "la poblacion de Germania es enorme",  # of another language
        "the spine of the book broke",  # a word of the dictionary
        "GERMNAY WINS AGAIN",  # may be an abbreviation
        "my aunt Germaine has 20 million ants",  # a name of the dictionary
    ],
)
def test_what_may_be_something_else_is_left_alone(text: str, library: Library) -> None:
    assert mended(text, library) == text


def test_what_was_mended_is_told_with_its_place(library: Library) -> None:
    text, found = mend_misspellings("Is Germnay larger than Itlay?", (), library)
    assert text == "Is Germany larger than Italy?"
    assert [(one.written, one.meant, text[one.start : one.start + len(one.meant)]) for one in found] == [
        ("Germnay", "Germany", "Germany"),
        ("Itlay", "Italy", "Italy"),
    ]
