"""What speaks against a number being the one that is claimed, asked of the frozen library."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning.derivation.claimed_number import ELLIPTIC, GIVEN_WHOLE, given_cost
from reasoning.grounding.context import Context
from reasoning.reading.passage import read_passage

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("More than half of the 24 chairs are red", True),
        ("A third of our 30 goats are brown", True),
        ("Half of 24 chairs is 12", False),
        ("Half are red, and the 24 chairs are old", False),
        ("A fifth of the guests are over 65 years old", True),
    ],
)
def test_a_number_of_which_a_share_is_claimed_is_given(library: Library, text: str, given: bool) -> None:
    context = Context(read_passage(text, library).sentences[0], library, TODAY)
    assert (given_cost(context, 1) >= GIVEN_WHOLE) is given


@pytest.mark.parametrize(
    ("text", "elliptic"),
    [
        ("Germany makes 8 million bicycles a year, Mexico about 10", True),
        ("Germany makes 8 million bicycles a year, Mexico about 10 bicycles", False),
        ("Germany makes 8 million bicycles a year, and 10 are red", False),
    ],
)
def test_a_bare_number_behind_a_name_leaves_out_what_it_counts(library: Library, text: str, elliptic: bool) -> None:
    context = Context(read_passage(text, library).sentences[0], library, TODAY)
    assert (given_cost(context, 1) >= ELLIPTIC) is elliptic
