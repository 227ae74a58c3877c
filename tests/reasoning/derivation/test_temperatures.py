"""Temperatures in two scales: what each makes of the other, and what only stands beside it."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning import Verdict, answer

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("100 °C is 212 °F", True),
        ("212 °F is 100 °C", True),
        ("Body temperature is 37 °C, or about 98.6 °F", True),
        ("It melts at 0 °C (32 °F)", True),
        ("40 degrees Celsius equals 104 degrees Fahrenheit", True),
        ("30 °C = 86 °F", True),
        ("20 °C is 90 °F", False),
        ("The oven was at 200 °C (300 °F)", False),
    ],
)
def test_two_scales(text: str, holds: bool, library: Library) -> None:
    verdict = answer(text, library, DAY).verdict
    assert verdict is not Verdict.CANT_TELL
    assert (verdict in (Verdict.ADDS_UP, Verdict.PLAUSIBLE)) is holds


@pytest.mark.parametrize(
    "text",
    [
        "It was 20 °C in Rome and 90 °F in Cairo",
        "It fell from 20 °C to 14 °F",
        "between 20 °C and 90 °F",
        "20 °C, 90 °F",
    ],
)
def test_what_only_stands_beside_it(text: str, library: Library) -> None:
    assert answer(text, library, DAY).verdict is Verdict.CANT_TELL
