"""What a person changes in a claim is read, worked in and told; the changed claim is stored as any other."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from i18n.language import use_language
from knowledge import Library
from reasoning.check import check_passage
from reasoning.explaining.decision import decide_all
from reasoning.explaining.findings import explain
from reasoning.model.answer import Finding, Vote
from reasoning.redoing.changes import change_claim
from reasoning.redoing.evaluation import judge_again, reevaluate
from reasoning.redoing.redone import redo_finding
from reasoning.serialization.claim_json import claim_to_json
from reasoning.serialization.claim_loader import load_claim

DAY = date(2026, 11, 24)
CLAIMS: list[dict[str, Any]] = yaml.load(
    Path(__file__).with_name("changes.yaml").read_text(encoding="utf-8"), yaml.BaseLoader
)
ROWS = [(claim, row) for claim in CLAIMS for row in claim["changes"]]


def first(text: str, library: Library) -> Finding:
    """The finding of the surest claim of a text."""
    checked, decided = decide_all(check_passage(text, library, DAY))[0]
    return explain(checked, decided, library, DAY)


@pytest.mark.parametrize(("claim", "row"), ROWS, ids=lambda value: "; ".join(value.get("given", [])))
def test_a_change_comes_to_what_it_should(claim: dict[str, Any], row: dict[str, Any], library: Library) -> None:
    before = first(claim["claim"], library)
    assert before.verdict.value == claim["was"]
    after, changes, note = redo_finding(before, tuple(row["given"]), library, DAY)
    if row["now"] in ("unread", "lacking"):
        assert after == before
        assert changes == ()
        assert note.startswith("I could not use" if row["now"] == "unread" else "I have no figure")
        return
    assert after.verdict.value == row["now"]
    assert note == row.get("note", "") or (row.get("note") == "unread" and note.startswith("I could not use"))
    if "told" in row:
        assert [one.replace("\xa0", " ") for one in changes] == row["told"]
    if row["now"] == "cant_tell":
        assert after.wanted
        assert after.missing
    if "ratio" in row:
        (ratio,) = (line.value for line in after.comparisons if line.vote is Vote.DECIDES)
        assert ratio is not None
        assert float(ratio) == pytest.approx(float(row["ratio"]), rel=0.01)
    if "says" in row:
        assert row["says"] in [line.text.replace("\xa0", " ") for line in after.comparisons]


@pytest.mark.parametrize(("claim", "row"), ROWS, ids=lambda value: "; ".join(value.get("given", [])))
def test_a_changed_claim_is_stored_as_any_other(claim: dict[str, Any], row: dict[str, Any], library: Library) -> None:
    stored = load_claim(first(claim["claim"], library).claim, library, DAY)
    changed = change_claim(stored, tuple(row["given"]), library, DAY).stored
    assert load_claim(claim_to_json(changed), library, DAY) == changed
    finding = judge_again(changed, library, DAY)
    assert reevaluate(claim_to_json(changed), library, DAY) == finding


def test_one_change_after_another_tells_both(library: Library) -> None:
    before = first("Mexico has 700 million people.", library)
    one, changes, _ = redo_finding(before, ("in India?",), library, DAY)
    _, changes, _ = redo_finding(one, ("if it were 1.4 billion",), library, DAY, changes)
    assert changes == ("in India", "1.4 billion people (your change)")


def test_a_figure_of_the_persons_own_is_kept_for_that_claim_only(library: Library) -> None:
    before = first("Mexico has 700 million people.", library)
    after, _, _ = redo_finding(before, ("Mexico has 690 million people",), library, DAY)
    assert after.comparisons[0].rests[0].producer == "your figure"
    assert first("Mexico has 700 million people.", library) == before


def test_a_changed_claim_is_told_in_spanish(library: Library) -> None:
    before = first("Mexico has 700 million people.", library)
    with use_language("es"):
        after, changes, _ = redo_finding(before, ("in India?", "if it were 1.4 billion"), library, DAY)
    assert after.reading == "población de India: 1,4 mil millones de personas"
    assert changes[0] == "en India"


@pytest.mark.parametrize("said", ["", " ", "?" * 500, "9" * 400, "((((", "if " * 100, "\x00", "-5", "0", "1/0", "٣٥"])
def test_no_words_make_it_raise(said: str, library: Library) -> None:
    for text in ("Mexico has 700 million people.", "$1,000 at 7% a year for 10 years is $1,967"):
        before = first(text, library)
        after, _, _ = redo_finding(before, (said,), library, DAY)
        assert after.kind == "claim"
