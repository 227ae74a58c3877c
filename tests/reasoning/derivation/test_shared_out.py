"""Numbers that are said as so much for each of something else, asked of the frozen library."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from knowledge import Library
from reasoning.derivation.shared_out import shared_leaves
from reasoning.grounding.context import Context
from reasoning.grounding.ground import ground
from reasoning.reading.passage import read_passage

TODAY = date(2026, 11, 24)


def shared(library: Library, text: str, target: int) -> set[tuple[Fraction, str]]:
    """The value and the type of each leaf that a sentence has as so much for each; nouns by their stems."""
    found = ground(Context(read_passage(text, library).sentences[0], library, TODAY))
    leaves = shared_leaves(found, target, found.stated[target][0])
    return {(leaf.value, " ".join(f"{base}^{power}" for base, power in leaf.type.of)) for leaf in leaves}


@pytest.mark.parametrize(
    ("text", "target", "value", "powers"),
    [
        ("With 20 slices a loaf, 300 slices are 15 loaves.", 1, 20, "loaf^-1 slic^1"),
        ("40 crates of 12 bottles make 480 bottles.", 2, 12, "bottl^1 crat^-1"),
        ("A plane carries 200 people, so 50 flights carry 10,000 people.", 1, 200, "flight^-1 person^1"),
        ("Each of them eats 2 apples, so 130 million apples a day.", 1, Fraction(2, 86400), "appl^1 s^-1"),
    ],
)
def test_so_much_for_each(library: Library, text: str, target: int, value: Fraction | int, powers: str) -> None:
    assert (Fraction(value), powers) in shared(library, text, target)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("40 crates and 12 bottles make 480 bottles.", 2),
        ("The plane has 200 windows and made 50 flights.", 1),
        ("They eat 20 % of the 130 million apples.", 1),
    ],
)
def test_what_only_stands_beside_is_shared_by_nothing(library: Library, text: str, target: int) -> None:
    assert shared(library, text, target) == set()
