"""Quantities as leaves: what a unit means in speech, and what else it may mean."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning.grounding.context import Context
from reasoning.grounding.stated import stated_leaves
from reasoning.reading.passage import read_passage

JOULES_IN_A_KILOCALORIE = 4184


@pytest.mark.parametrize(
    "text", ["a sandwich has 2 calories", "a sandwich has 2 kcal", "a sandwich has 2 kilocalories"]
)
def test_the_calorie_of_food_is_a_kilocalorie(text: str, library: Library) -> None:
    sentence = read_passage(text, library).sentences[0]
    (leaves,) = stated_leaves(Context(sentence, library, date(2026, 11, 24), ()))
    cheapest = min(leaves, key=lambda leaf: leaf.cost)
    assert cheapest.value == 2 * JOULES_IN_A_KILOCALORIE


def test_the_calorie_of_physics_stays_a_reading(library: Library) -> None:
    sentence = read_passage("that is 2 calories", library).sentences[0]
    (leaves,) = stated_leaves(Context(sentence, library, date(2026, 11, 24), ()))
    assert [float(leaf.value) for leaf in leaves] == [8368, 8.368]
