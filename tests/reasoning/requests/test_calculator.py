"""The calculator on figures: what is reckoned, what is refused, and what is no calculation."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import Library
from reasoning import answer
from reasoning.presenting.reply import plain, reply
from reasoning.requests.calculator.calculation import calculate
from tests.effort import calls

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("5 * 33", "165"),
        ("(2 + 3) * 4^2", "80"),
        ("100 km / 2 hours", "50 kilometres per hour"),
        ("3 km + 500 m", "3.5 kilometres"),
        ("$12 million / 400 people", "$30,000 per person"),
        ("12% of $50 million", "$6 million"),
        ("2.5 kg * 1,000 people", "2,500 kilograms"),
        ("30 people / 12 people", "2.5"),
        ("1 person / 200 people", "0.005 (1 in 200)"),
        ("$300 million / 4 years", "$75 million per year"),
        ("20 tonnes / 4", "5 metric tons"),
    ],
)
def test_numbers_with_units(packaged: Library, text: str, headline: str) -> None:
    reckoned = calculate(text, packaged, TODAY)
    assert reckoned is not None
    assert reckoned.headline == headline


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("us debt / us households", 150_000, 500_000, " per household"),
        ("US debt per household", 150_000, 500_000, " per household"),
        ("us debt per person", 60_000, 200_000, " per person"),
        ("1M / us labour force", 0.004, 0.008, " (1 in "),
        ("walmart employees * 33", 5e7, 9e7, " people"),
        ("gdp of france per person in 1990", 18_000, 26_000, " per person"),
        ("12% of uk gdp", 3e11, 7e11, "$"),
        ("us population * 2.5 kg", 7e8, 1e9, " kilograms"),
        ("(us debt - us debt 2010) / 16 years", 1e12, 3e12, " per year"),
        ("germany population - france population", 1e7, 2e7, " people"),
        ("what is the population of India / the population of Italy?", 20, 30, ""),
        ("5 * population of spain", 2e8, 3e8, " people"),
    ],
)
def test_figures_by_their_names(packaged: Library, text: str, low: float, high: float, unit: str) -> None:
    reckoned = calculate(text, packaged, TODAY)
    assert reckoned is not None
    finding = reckoned
    value = finding.comparisons[0].value
    assert value is not None
    year = 31_557_600 if "year" in text else 1
    assert low <= float(value) * year <= high, finding.headline
    assert unit in finding.headline
    assert finding.comparisons[0].rests


def test_the_working_names_each_figure_with_its_date_and_producer(packaged: Library) -> None:
    reckoned = calculate("gdp of france per person in 1990", packaged, TODAY)
    assert reckoned is not None
    line = reckoned.comparisons[0].text
    assert "GDP of France, World Bank, 1990" in line
    assert "population of France, World Bank, 1990" in line


def test_what_is_reckoned_gets_no_verdict_in_its_label(packaged: Library) -> None:
    said = plain(answer("us debt / us households", packaged, TODAY))
    assert said.startswith("🧮 Calculated: $")
    assert "Can't tell" not in said
    assert "<b>Calculated</b>" in reply(answer("us debt / us households", packaged, TODAY))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("us population + 5 kg", "people and kilograms can't be added"),
        ("us population - us debt", "people and USD can't be subtracted"),
        ("us debt / 0", "nothing can be divided by zero"),
        ("us debt / (5 - 5)", "nothing can be divided by zero"),
        ("us debt ^ 12", "the result is too large"),
    ],
)
def test_what_does_not_go_together_is_said(packaged: Library, text: str, why: str) -> None:
    assert answer(text, packaged, TODAY).note == f"That can't be reckoned: {why}."


@pytest.mark.parametrize(
    "text",
    [
        "24/7",
        "and/or",
        "50/50",
        "2010-2015",
        "US/China trade fell by 5%",
        "Arsenal 2 - 1 Chelsea",
        "12% of Germans smoke",
        "The US debt is $30 trillion",
        "us debt / flurb households",
        "population",
        "call 555-1234",
        "COVID-19 deaths per day rose",
        "3 days a week",
        "join us / them",
        "9^99^99",
        "((((((((((((((((((((1 + 1",
        "",
    ],
)
def test_what_is_no_calculation_is_left_alone(packaged: Library, text: str) -> None:
    assert calculate(text, packaged, TODAY) is None


def test_the_working_can_be_recomputed(packaged: Library) -> None:
    reckoned = calculate("(us debt - us debt 2010) / 16 years", packaged, TODAY)
    assert reckoned is not None
    left, _, right = reckoned.comparisons[0].expression.partition(" = ")
    first, rest = left.strip("(").split(" − ")
    second, below = rest.split(") / ")
    number = [Fraction(part.replace(",", "")) for part in (first, second, below, right)]
    assert abs((number[0] - number[1]) / number[2] - number[3]) <= abs(number[3]) / 10**5


@given(st.text(alphabet="us debt/*+-()^0123456789% .of perkgpopulation", max_size=170))
def test_no_text_makes_it_raise_or_wait(packaged: Library, text: str) -> None:
    calculate("us debt / 3", packaged, TODAY)  # what is made once
    assert calls(lambda: calculate(text, packaged, TODAY)) <= 20_000
