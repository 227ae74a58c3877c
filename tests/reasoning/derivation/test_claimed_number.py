"""What speaks against a number being the one that is claimed, asked of the frozen library."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning.derivation.claimed_number import ELLIPTIC, given_cost
from reasoning.grounding.context import Context
from reasoning.reading.passage import read_passage

TODAY = date(2026, 11, 24)


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
