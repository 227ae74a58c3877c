"""Claims without a number of their own, and chat that only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning import answer
from reasoning.model.answer import Verdict

TODAY = date(2026, 11, 23)

CLAIMS = [
    ("Spain has more people than Italy", "stretch"),
    ("Italy has more people than Spain", "plausible"),
    ("India has more people than China", "plausible"),
    ("Canada is bigger than the US", "plausible"),
    ("the US economy is larger than those of China and Japan combined", "adds_up"),
    ("more people live in Germany than in France and the UK together", "doesnt_add_up"),
    ("India is larger than Russia", "doesnt_add_up"),
    ("Germany has the largest population in Europe", "adds_up"),
    ("Germany has the third largest population of all EU countries", "doesnt_add_up"),
    ("the second largest country in the world is Canada", "adds_up"),
    ("no country has more people than China", "stretch"),
    ("India does not have more people than China", "stretch"),
    ("did you know that India is the most populous country in the world?", "plausible"),
    ("india has biggest population lol", "plausible"),
]


@pytest.mark.parametrize(("text", "verdict"), CLAIMS)
def test_a_comparison_is_settled_by_the_figures(text: str, verdict: str, library: Library) -> None:
    assert answer(text, library, TODAY).verdict == verdict


LEFT_IN_PEACE = [
    "I have more friends than you",
    "better late than never",
    "Germany is bigger than I thought",
    "Germany has more to offer than sausages",
    "The US has the best doctors in the world",
    "Spain won more games than Italy",
    "Walmart delivers faster than Amazon",
    "India is in second place",
    "Japan has the highest taxes",
    "Canada has more lakes than any other country",
    "Tesla is better than Walmart",
    "Russia is colder than Canada",
    "the most expensive thing in Italy is the coffee",
    "Together we are more than Germany",
    "I wish Spain had more people than Italy",
    "France is bigger than a football pitch to a dog",
    "it is the size of an elephant",
]


@pytest.mark.parametrize("text", LEFT_IN_PEACE)
def test_chat_that_compares_is_left_in_peace(text: str, library: Library) -> None:
    found = answer(text, library, TODAY)
    assert found.is_silent
    assert found.verdict is Verdict.CANT_TELL


OWN_SUMS_LEFT_IN_PEACE = [
    "it's 5 km or 10 minutes by car",
    "the bag holds 20 kg or 30 litres",
    "he weighs 80 kg, 2 kg more than me",
    "I paid $20 in 2019 and have $30 now",
    "he made $1,000 in 2005 and $2,000 in 2006",
    "£20 or €25",
    "cost €50 (was $70)",
    "my car costs $20,000 and saves me $500 a year, after 2 years I sold it",
    "we pay 3% a year and have been here for 20 years",
]


@pytest.mark.parametrize("text", OWN_SUMS_LEFT_IN_PEACE)
def test_numbers_side_by_side_are_no_sum(text: str, library: Library) -> None:
    assert answer(text, library, TODAY).verdict is Verdict.CANT_TELL
