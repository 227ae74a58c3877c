"""Sentences as a synonym spinner leaves them: the senses stand in one general table, no phrase is special."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from knowledge import Library
from reasoning import answer
from reasoning.model.answer import Verdict

TODAY = date(2026, 11, 23)

SPUN = [
    ("Walmart competence emanate 500,000 jobs in a U.S. over 10 years", Fraction(50_000), Verdict.PLAUSIBLE),
    ("Tesla pronounced it will beget 8 million U.S. gigs", Fraction(8_000_000, 125_665), Verdict.DOESNT_ADD_UP),
    ("Walmart employs reduction than 300,000 people around a world", Fraction(1, 7), Verdict.DOESNT_ADD_UP),
    ("Tesla designed to deposit $20 billion in a U.S., formulating 10,000 jobs", Fraction(2_000_000), None),
    ("a distance of a German labor force is about 45 million", None, Verdict.ADDS_UP),
    ("Spain houses some-more than 40 million inhabitants", None, Verdict.ADDS_UP),
    ("Walmart is study a origination of 2 million jobs over 4 years", Fraction(500_000), None),
    ("Italy possesses 590 million souls", Fraction(590_000, 58_953), Verdict.DOESNT_ADD_UP),
    (
        (
            "Tesla will sink $12 billion into a factory, spawning 6,000 jobs. "
            "A third of that money had been affianced earlier."
        ),
        Fraction(8_000_000_000),
        None,
    ),
]


@pytest.mark.parametrize(("text", "result", "verdict"), SPUN, ids=[row[0] for row in SPUN])
def test_spun(text: str, result: Fraction | None, verdict: Verdict | None, library: Library) -> None:
    found = answer(text, library, TODAY)
    lines = [line for finding in found.findings for line in finding.comparisons]
    assert lines
    if result is not None:
        assert any(line.result.middle == result for line in lines)
    if verdict is not None:
        assert found.verdict is verdict
