"""What can't be placed gets the size of its number all the same, of the country that its sentence names."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning import answer

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Mexico sent 1 million soldiers to the desert", "For scale: 1 million soldiers is 1 in 130 of the population"),
        ("Mexico wasted $24 billion on umbrellas", "for each of the 131 million people of Mexico"),
    ],
)
def test_a_large_number_with_a_country(library: Library, text: str, says: str) -> None:
    found = answer(text, library, TODAY)
    assert found.is_silent
    assert says in found.note


@pytest.mark.parametrize(
    "text",
    [
        "Mexico lost 200 soldiers to desertion",  # too few to be seen
        "They wasted $24 billion on umbrellas",  # nobody is named
        "Mexico wastes $24 billion a week on umbrellas",  # another time than the figures'
        "Mexico lost 1 million umbrellas to desertion",  # no people
    ],
)
def test_otherwise_none(library: Library, text: str) -> None:
    assert "For scale" not in answer(text, library, TODAY).note
