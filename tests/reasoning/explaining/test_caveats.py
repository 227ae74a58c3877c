"""Caveats are told with the claims whose measures and entities they are of, once, and not before they were known."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning.check import check_passage
from reasoning.explaining.decision import decide_all
from reasoning.explaining.findings import explain_all
from reasoning.model.answer import Finding, Verdict

PLAN = "Alibaba will create 1 million jobs in the US over 5 years."


def found(text: str, library: Library, day: date) -> tuple[Finding, ...]:
    return explain_all(decide_all(check_passage(text, library, day)), text, library, day)


def test_a_plan_is_told_with_what_was_pledged_before_and_what_would_fit(library: Library) -> None:
    (finding,) = found(PLAN, library, date(2026, 11, 24))
    assert finding.verdict is Verdict.STRETCH
    assert any("January 2017" in one for one in finding.caveats)
    assert finding.fits == '"jobs" means sellers on its site rather than staff'


def test_what_was_pledged_later_is_not_told(library: Library) -> None:
    told = [one for finding in found(PLAN, library, date(2017, 1, 9)) for one in finding.caveats]
    assert told
    assert not any("January 2017" in one or "withdrew" in one for one in told)


@pytest.mark.parametrize("text", ["Mexico has 130 million people.", "10 people at $50 each is $500."])
def test_what_no_caveat_is_of_has_none(text: str, library: Library) -> None:
    assert [finding.caveats for finding in found(text, library, date(2026, 11, 24))] == [()]


def test_what_says_the_same_is_told_once(library: Library) -> None:
    text = "Mexico has 700 million people. I repeat: Mexico has 700 million people."
    assert len(found(text, library, date(2026, 11, 24))) == 1
