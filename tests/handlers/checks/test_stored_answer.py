"""What the database holds of messages: numbers, names that the library has, and no other word of theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.checks.stored_answer import remove_message_words
from knowledge import Library, load
from reasoning.model.answer import Answer, Finding, Verdict
from tests.handlers.conftest import NOW


@pytest.fixture(scope="module")
def packaged(cache: Path) -> Library:
    return load(cache=cache)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("the population of Mexico is 700 million", "the population of Mexico is 700 million"),
        ("9,000 heroin addicts at $500 each", "9,000 … at $500 each"),
        ("2,100,000 employees of Grumbel & Sons", "2,100,000 employees of … & …"),
        ("two dozen elephants weigh 120 tonnes", "two dozen elephants … 120 tonnes"),
        ("I could not use “per furry?”.", "I could not use “per …?”."),
        ("3 °C is 5.4 °F", "3 °C is 5.4 °F"),
        ("a target of ours is Target", "a … of … is Target"),
        ("GDP of the US, $21 trillion", "GDP of the US, $21 trillion"),
    ],
)
def test_only_the_programs_own_words_stay(packaged: Library, said: str, kept: str) -> None:
    finding = Finding("calculation", said, Verdict.CANT_TELL)
    found = remove_message_words(Answer((finding,), NOW.date(), "", said), packaged)
    assert (found.findings[0].reading, found.note) == (kept, kept)
