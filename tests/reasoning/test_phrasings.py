"""One claim in many phrasings comes to one side, and what only looks like it does not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import Library
from reasoning.check import check_passage
from reasoning.explaining.decision import Decided, decide_all

DAY = date(2026, 11, 24)
FOLDER = Path(__file__).with_name("phrasings")
GROUPS: list[dict[str, Any]] = [
    group
    for file in sorted(FOLDER.glob("*.yaml"))
    for group in yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
]


WORDS = sorted({word for group in GROUPS for text in group["phrasings"] for word in text.split()})
ODD = [
    "0",
    "00",
    "1:00",
    "1:87",
    "0 %",
    "-3",
    "1/0",
    "1 in 0",
    "0 a day",
    "every 0 days",
    "from 0 to 5",
    "5 BC",
    "half",
]


def decided(text: str, library: Library, as_of: date) -> Decided | None:
    """The decided claim of a text that is told first."""
    found = decide_all(check_passage(text, library, as_of))
    return found[0][1] if found else None


def side(one: Decided | None) -> str:
    """yes, no or open."""
    if one is None:
        return "open"
    return "yes" if one.judged.outcome.label < 2 else "no"


def cases(key: str) -> list[tuple[dict[str, Any], Any]]:
    return [(group, row) for group in GROUPS for row in group[key]]


def day(group: dict[str, Any]) -> date:
    return date.fromisoformat(group["as_of"]) if "as_of" in group else DAY


@pytest.mark.parametrize(
    ("group", "text"), cases("phrasings"), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_phrasing_comes_to_the_same_side(group: dict[str, Any], text: str, library: Library) -> None:
    found = decided(text, library, day(group))
    assert side(found) == group["says"]
    if "ratio" in group:
        assert found is not None
        assert float(found.judged.outcome.ratio) == pytest.approx(float(group["ratio"]), rel=0.1)


@pytest.mark.parametrize(("group", "row"), cases("others"), ids=lambda value: value.get("text", ""))
def test_what_only_looks_like_it_does_not(group: dict[str, Any], row: dict[str, Any], library: Library) -> None:
    assert side(decided(row["text"], library, day(group))) in row["may"]


@given(st.lists(st.sampled_from(WORDS) | st.sampled_from(ODD), min_size=3, max_size=14))
@settings(max_examples=200)
def test_no_mix_of_words_and_odd_numbers_makes_it_raise(library: Library, mix: list[str]) -> None:
    assert decide_all(check_passage(" ".join(mix), library, DAY)) is not None
