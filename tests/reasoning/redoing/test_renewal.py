"""An answer is given again by other figures, from its claims alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from knowledge import Library, load
from reasoning import answer
from reasoning.model.answer import Answer
from reasoning.redoing.renewal import renew

TODAY = date(2026, 11, 24)
FROZEN = Path(__file__).parents[2] / "frozen"
LESS = "measure: population\nsource: {source}\nfigures:\n  MX:\n    {dated}: 65 million\n"


@pytest.fixture(scope="module")
def before() -> Library:
    return load(FROZEN)


@pytest.fixture(scope="module")
def after(before: Library, tmp_path_factory: pytest.TempPathFactory) -> Library:
    last = before.series("MX", "population")[-1]
    folder = tmp_path_factory.mktemp("own")
    (folder / "figures").mkdir()
    (folder / "figures" / "population.yaml").write_text(LESS.format(source=last.source.id, dated=f'"{last.dated}"'))
    return load(FROZEN, folder)


def verdicts(one: Answer) -> list[str]:
    return [finding.verdict.value for finding in one.findings]


def test_a_verdict_follows_the_figure(before: Library, after: Library) -> None:
    old = answer("Mexico has 130 million people.", before, TODAY)
    new = renew(old, after)
    assert (verdicts(old), verdicts(new)) == (["adds_up"], ["doesnt_add_up"])
    assert new.findings[0].reading == old.findings[0].reading
    assert new.library_version == after.version


def test_and_back(before: Library, after: Library) -> None:
    old = answer("Mexico has 130 million people.", before, TODAY)
    assert verdicts(renew(renew(old, after), before)) == ["adds_up"]


def test_the_same_figures_change_nothing(before: Library) -> None:
    old = answer("Mexico has 700 million people. The US has 340 million people.", before, TODAY)
    assert renew(old, before) == old


def test_what_has_no_claim_stays(before: Library, after: Library) -> None:
    old = answer("17 * 23", before, TODAY)
    assert renew(old, after).findings == old.findings


def test_what_the_other_library_does_not_have_stays(before: Library) -> None:
    old = answer("Mexico has 130 million people.", before, TODAY)
    gone = replace(old, findings=(replace(old.findings[0], claim=old.findings[0].claim.replace("MX", "ZZ")),))
    assert renew(gone, before).findings == gone.findings
