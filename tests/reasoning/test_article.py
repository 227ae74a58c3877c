"""A whole article, spun as forwarded texts often are: the numbers worth checking are found, each with its sum."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from knowledge import Library
from reasoning import answer
from reasoning.model.answer import Answer, Comparison, Verdict
from reasoning.presenting import reply

ARTICLE = Path(__file__).with_name("article.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def found(library: Library) -> Answer:
    return answer(ARTICLE, library, date(2019, 5, 15))


def _lines(found: Answer, kind: str) -> list[Comparison]:
    return [c for finding in found.findings for c in finding.comparisons if c.kind == kind]


def test_the_main_claim_comes_first_with_its_verdict(found: Answer) -> None:
    main = found.findings[0]
    assert main.reading == "Tesla: 3 million jobs planned in Germany over 6 years"
    assert main.verdict is Verdict.DOESNT_ADD_UP
    assert main.flip


def test_the_pace_is_so_much_a_year(found: Answer) -> None:
    assert _lines(found, "pace")[0].result.middle == 500_000


def test_the_share_is_of_the_labour_force_that_the_message_gives(found: Answer) -> None:
    line = _lines(found, "share")[0]
    assert line.rests[0].id == "message"
    assert Fraction(3, 45) in line.result


def test_the_multiple_is_of_the_staff_that_the_message_gives_with_the_stored_beside(found: Answer) -> None:
    line = _lines(found, "multiple")[0]
    assert line.result.middle == 25
    assert line.rests[0].id == "message"
    assert line.rests[1].id.startswith("tesla.employees.")


def test_a_bound_carries_through(found: Answer) -> None:
    line = _lines(found, "peer")[0]
    assert line.text.startswith("more than 1.4× employees of Walmart")
    assert (line.result.low, line.result.high, line.result.low_open) == (Fraction(30, 22), None, True)


def test_the_cost_of_a_job_and_what_was_pledged_before(found: Answer) -> None:
    assert _lines(found, "unit_cost")[0].result.middle == 500_000
    assert _lines(found, "new_money")[0].result.middle == 20_000_000_000


def test_the_wording_has_its_caveat(found: Answer) -> None:
    assert any("opportunities" in caveat for caveat in found.findings[0].caveats)


def test_a_phone_a_clock_and_a_date_are_no_claims(found: Answer) -> None:
    text = reply.plain(found)
    assert "901820" not in text
    assert "9:30" not in text
