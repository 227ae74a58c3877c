"""Sums, conversions and look-ups as people type them; and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning import Verdict, answer
from reasoning.presenting.answer_json import answer_to_json
from reasoning.requests import answer_request

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("2+2", "4"),
        ("2 + 2 =", "4"),
        ("what is 7 x 8", "56"),
        ("4000*25", "100,000"),
        ("20% off 80", "64"),
        ("90+10%", "99"),
        ("(3 + 4) * 2", "14"),
        ("10 divided by 4", "2.5"),
        ("2^10", "1,024"),
        ("1 mile in km", "1.60934 kilometres"),
        ("how many metres is 3 km?", "3,000 metres"),
        ("100 km/h to mph", "62.1371 miles per hour"),
        ("what is 15 percent of 240", "36"),
        ("half of 3/4", "0.375"),
        ("sqrt(2)", "1.414214"),
        ("square root of 144", "12"),
        ("2 million times 3", "6,000,000"),
        ("increase 80 by 15%", "92"),
        ("what percentage of 80 is 20", "25 %"),
        ("300 is what percent of 1200", "25 %"),
        ("10 to the power of 6", "1,000,000"),
        ("5 feet 10 in cm", "177.8 centimetres"),
        ("6ft 2 in cm", "187.96 centimetres"),
        ("10 stone 4 in kg", "65.3173 kilograms"),
        ("2 hours and 15 minutes to seconds", "8,100 seconds"),
        ("3 days in minutes", "4,320 minutes"),
        ("350 f in c", "176.667 celsius"),
        ("-40 c to f", "-40 fahrenheit"),
    ],
)
def test_a_sum_or_a_conversion_is_worked_out(text: str, result: str, library: Library) -> None:
    found = answer_request(text, library, DAY)
    assert found is not None
    assert (found.kind, found.headline) == ("calculation", result)


@pytest.mark.parametrize(
    "text",
    ["5 km in 20 minutes", "5 people in km", "350 degrees in c", "2 metres and 3 hours in feet", "sqrt(-4)", "1/0"],
)
def test_what_does_not_go_together_is_not_converted(text: str, library: Library) -> None:
    assert answer_request(text, library, DAY) is None


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("2+2=4", Verdict.ADDS_UP),
        ("2+2=5", Verdict.DOESNT_ADD_UP),
        ("2 plus 2 is 5", Verdict.DOESNT_ADD_UP),
        ("80 + 45 = 135", Verdict.DOESNT_ADD_UP),
        ("50 out of 200 is 25%", Verdict.ADDS_UP),
        ("50 out of 200 is 30%", Verdict.DOESNT_ADD_UP),
        ("1 in 10 is 1%", Verdict.DOESNT_ADD_UP),
        ("7 x 8 = 54", Verdict.STRETCH),  # within 5 %
    ],
)
def test_an_equation_is_right_or_wrong(text: str, verdict: Verdict, library: Library) -> None:
    assert answer(text, library, DAY).verdict is verdict


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("what is the population of Canada?", "CA.population.2024"),
        ("whats the population of mexico", "MX.population.2024"),
        ("walmart employees", "walmart.employees"),
        ("us population 2016", "US.population.2016"),
    ],
)
def test_a_figure_that_is_asked_for_is_looked_up(text: str, figure: str, library: Library) -> None:
    found = answer(text, library, DAY)
    assert [one.kind for one in found.findings] == ["look_up"]
    assert found.findings[0].comparisons[0].rests[0].id.startswith(figure)
    assert answer_to_json(found)["status"] == "looked_up"


@pytest.mark.parametrize(
    "text",
    ["", "i love canada", "3-2 win for us", "call me at 555-1234", "12/11/2026", "hello", "what is love?", "24/7", "5"],
)
def test_what_asks_for_nothing_known_gets_nothing(text: str, library: Library) -> None:
    assert answer_request(text, library, DAY) is None


@pytest.mark.parametrize(
    "text", ["9^9^9", "9**9**9**9", "1/0", "((((((((((((((1))))))))))))))", "2^999", "1" * 100 + "+1"]
)
def test_hostile_sums_come_to_nothing(text: str, library: Library) -> None:
    assert answer_request(text, library, DAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "US population larger than that of Germany",
        "Two-fifths of the area of Canada",
        "Walmart employees: half of Delaware",
    ],
)
def test_a_headline_that_claims_something_is_no_look_up(text: str, library: Library) -> None:
    assert answer_request(text, library, DAY) is None


@pytest.mark.parametrize(
    ("text", "kind", "result"),
    [
        ("how many people live in Mexico", "look_up", "131 million people"),
        ("what percent of the world lives in India?", "calculation", "17.8 %"),
        ("which has more people, Mexico or Canada?", "look_up", "population of Mexico: 3.17× population of Canada"),
        ("who has fewer people: Mexico or Canada", "look_up", "population of Canada: 0.316× population of Mexico"),
        ("population of Mexico vs Canada", "look_up", "population of Mexico: 3.17× population of Canada"),
    ],
)
def test_a_question_is_a_claim_with_a_hole(text: str, kind: str, result: str, library: Library) -> None:
    found = answer_request(text, library, DAY)
    assert found is not None
    assert (found.kind, found.headline) == (kind, result)


@pytest.mark.parametrize(
    "text",
    [
        "how many more people live in Mexico than in Canada",
        "how many teachers live in Mexico",
        "how many friends do I have",
        "how many people live in both Mexico and Canada",
        "what percent of Canada speaks Klingon",
    ],
)
def test_a_question_for_more_than_is_known_gets_no_number(text: str, library: Library) -> None:
    assert answer_request(text, library, DAY) is None
