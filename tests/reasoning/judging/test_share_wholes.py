"""A share of some is no share of all: the whole that a text names must be the one that a reading takes."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning.check import check_passage

DAY = date(2026, 11, 24)


def whole_cost(text: str, library: Library) -> float:
    """The cost of what narrows the best reading of a text's share."""
    best = max(check_passage(text, library, DAY), key=lambda one: max(one.sides.yes, one.sides.no)).sides.best[0]
    return best.candidate.cost.get("restriction", 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "32 percent of people in the world live in Mexico.",
        "One in 60 people of the world lives in Mexico.",
        "2% of the world's population lives in Mexico.",
    ],
)
def test_a_share_of_people_is_taken_of_all(text: str, library: Library) -> None:
    assert whole_cost(text, library) == 0


@pytest.mark.parametrize(
    "text",
    [
        "32 percent of union members in the world live in Mexico.",
        "One in 60 left-handed people of the world lives in Mexico.",
        "2% of the world's beekeepers live in Mexico.",
        "2% of people who juggle live in Mexico.",
        "2% of people in the world support Mexico.",
    ],
)
def test_a_share_of_some_is_not_taken_of_all(text: str, library: Library) -> None:
    assert whole_cost(text, library) >= 0.6
