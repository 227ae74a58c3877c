"""How large a number is, is told by the wholes of the place meant; what claims something is no such question."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning.requests.sizes import tell_size

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("how big is $4 trillion?", ["57 %", "for each of the 340 million people of the US"]),
        ("is €100 billion a lot for Germany?", ["for each of the 83.5 million people of Germany"]),
        ("How much is £20 billion", ["people of the UK"]),
        ("is 1M jobs a lot for the US?", ["1 in 170", "1 in 340"]),
        ("so how many are 3 million people in Spain?", ["1 in 16 of the population of Spain"]),
    ],
)
def test_a_large_number_is_set_beside_what_fits_its_place_and_kind(
    text: str, lines: list[str], library: Library
) -> None:
    found = tell_size(text, library, DAY)
    assert found is not None
    shown = "\n".join(line.text for line in found.comparisons)
    assert all(line in shown for line in lines)
    assert len(found.comparisons) <= 3


@pytest.mark.parametrize(
    "text",
    [
        "how big is Mexico?",
        "how big is 12 km?",
        "is 40 a lot?",
        "Mexico has 700 million people",
        "how much is $4 billion a week?",
        "is it true that 5 million people live in Spain?",
    ],
)
def test_otherwise_none(text: str, library: Library) -> None:
    assert tell_size(text, library, DAY) is None
