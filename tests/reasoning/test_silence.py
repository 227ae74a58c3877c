"""Claims that look like ones the program can settle, and are not: what it must never be sure of."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning import answer
from reasoning.model.answer import Verdict

TODAY = date(2026, 11, 23)
SURE = (Verdict.ADDS_UP, Verdict.DOESNT_ADD_UP)

OPEN = [
    # a part is not the whole
    "Italy has 30 million poor people",
    "Japan has 70 million men",
    "Denmark has 1 million people over 70",
    "12 million people in Spain watched the final",
    "Amazon has 50,000 workers in Germany",
    "Amazon Germany has 36,000 employees",
    # another measure, another time
    "Germany spends €1000 billion on schools each year",
    "Italy will have 30 million people by 2100",
    "Mexico had 5 million people",
    "100 million people in Spain by 2100",
    # not said, or the other way round
    "If Mexico had 700 million people it would be rich",
    "It is a lie that Mexico has 700 million people",
    "Neither Spain nor Italy has 80 million people",
    "Alibaba did not create 1 million US jobs",
    "Germany, France and Italy have 210 million people",
    # sums with more in them than they say
    "3 tickets at $20 each plus fees come to $70",
    "1,000 officers at $100,000 each over 10 years is $1 billion",
    "Wages grew 5% a year from €30,000 to €36,000",
    "Wages rose from $10 to $12, but prices rose 25%",
    "€10 for each Italian under 18 costs €500 million",
    # people of a country that are not in it
    "100 million Germans live abroad",
    "95 million Germans and Danes voted",
    "The national debt is $4,000 or so, not $3,000 for every American",
    "55% own a car, 30% own a bike, 25% own both",
]


@pytest.mark.parametrize("text", OPEN)
def test_it_is_not_sure(text: str, library: Library) -> None:
    assert answer(text, library, TODAY).verdict not in SURE


@pytest.mark.parametrize(
    "text",
    [
        "Zorblaxia has 3.7 million people",
        "Grumbelville has 14 million residents",
        "Gondor's army has 1.2 million soldiers",
        "Mordor's population is 14 million",
        "Wakandia got 50 million people",
    ],
)
def test_of_a_name_that_nobody_knows_nothing_is_told(text: str, packaged: Library) -> None:
    found = answer(text, packaged, TODAY)
    assert found.verdict is Verdict.CANT_TELL
    assert found.readings == ()


@pytest.mark.parametrize("text", ["SoftBank will create 0 jobs in the US", "Split among all Germans, €0 gives each €5"])
def test_naught_is_no_number_to_reckon_with(text: str, library: Library) -> None:
    assert answer(text, library, TODAY).verdict not in SURE
