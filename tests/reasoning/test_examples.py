"""Examples of every kind of claim: none is told the other side, most are settled, what is open is left open."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge import Library
from reasoning import Verdict, answer

TODAY = date(2026, 11, 23)
SIDES = {
    Verdict.ADDS_UP: "yes",
    Verdict.PLAUSIBLE: "yes",
    Verdict.STRETCH: "no",
    Verdict.DOESNT_ADD_UP: "no",
    Verdict.CANT_TELL: "",
}
EXAMPLES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "examples.yaml").read_text(encoding="utf-8"))
MOST_OPEN = 29  # of those that could be settled; it only goes down


def _side(row: dict[str, Any], library: Library) -> str:
    return SIDES[answer(row["text"], library, row.get("as_of", TODAY)).verdict]


@pytest.mark.parametrize("row", EXAMPLES["settled"], ids=lambda row: row["text"])
def test_an_example_is_not_told_the_other_side(row: dict[str, Any], library: Library) -> None:
    assert _side(row, library) in (row["side"], "")


def test_most_examples_are_settled(library: Library) -> None:
    open_ones = [row["text"] for row in EXAMPLES["settled"] if not _side(row, library)]
    assert len(open_ones) <= MOST_OPEN, open_ones


@pytest.mark.parametrize("row", EXAMPLES["quiet"], ids=lambda row: row["text"])
def test_what_leaves_it_open_is_left_open(row: dict[str, Any], library: Library) -> None:
    assert _side(row, library) == ""
