"""Which way a sentence compares: by the nearest comparing word, denied or passive."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning.derivation.comparatives import read_comparisons
from reasoning.grounding.context import Context
from reasoning.reading.passage import read_passage


@pytest.mark.parametrize(
    ("text", "ahead", "comparator", "behind"),
    [
        ("Mexico is bigger than Spain", "Mexico", ">", "Spain"),
        ("Spain is now smaller than Mexico", "Spain", "<", "Mexico"),
        ("spain isnt bigger than mexico", "spain", "<", "mexico"),
        ("Mexico is no longer smaller than Spain", "Mexico", ">", "Spain"),
        ("Mexico has not only more people than Spain", "Mexico", ">", "Spain"),
        ("India overtook China", "India", ">", "China"),
        ("China was overtaken by India", "China", "<", "India"),
        ("Spain trails Italy and France combined", "Spain", "<", "Italy France"),
        ("Spain and Italy together have fewer people than Mexico", "Spain Italy", "<", "Mexico"),
        ("Italy has as many people as France", "Italy", "=", "France"),
        ("Italy does not have as many people as France", "Italy", "<", "France"),
        ("Mexico has more people than Spain even tho Russia is 9 times bigger", "Mexico", ">", "Spain"),
        ("In Europe, Germany has more people than France", "Germany", ">", "France"),
    ],
)
def test_a_comparison_has_two_sides_and_a_direction(
    text: str, ahead: str, comparator: str, behind: str, library: Library
) -> None:
    context = Context(read_passage(text, library).sentences[0], library, date(2026, 11, 24))
    (found, *_) = read_comparisons(context)
    assert " ".join(name.text for name in found.ahead) == ahead
    assert found.comparator == comparator
    assert " ".join(name.text for name in found.behind) == behind


@pytest.mark.parametrize("text", ["Mexico has more than 100 million people", "Walmart tops 2 million employees"])
def test_a_bounded_number_sets_nothing_in_order(text: str, library: Library) -> None:
    context = Context(read_passage(text, library).sentences[0], library, date(2026, 11, 24))
    assert list(read_comparisons(context)) == []
