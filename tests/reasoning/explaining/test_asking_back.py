"""What is asked back of a claim whose readings come to different sides, or that is not surely the likeliest."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning import answer

DAY = date(2026, 11, 30)
TWO_WAYS = "I can read it in two ways that don't come to the same:"


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "Amazon has about 300,000 employees",
            "“employees in the United States of Amazon: 300,000 employees”",
            "“employees of Amazon: 300,000 employees”",
        ),
        (
            "New York City has about 21 million residents, not counting suburbs",
            "“people in the urban area of New York City: 21 million residents”",
            "“population of New York City: 21 million residents”",
        ),
    ],
)
def test_two_readings_of_different_sides_are_named(packaged: Library, text: str, one: str, other: str) -> None:
    found = answer(text, packaged, DAY)
    assert found.is_silent
    assert f"{TWO_WAYS} {one} or {other}. Which is meant?" in found.note


@pytest.mark.parametrize("text", ["Mexico has 700 million people", "my cat weighs 4 kg", "hello"])
def test_what_has_one_reading_or_none_is_not_asked_for_another(packaged: Library, text: str) -> None:
    assert TWO_WAYS not in answer(text, packaged, DAY).note
