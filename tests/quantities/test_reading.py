"""Dates, what is left in peace, sentences, precision and the JSON object."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from quantities import Bound, PeriodKind, read, sentences, to_json


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("on Jun 8, 2015 he spoke", "Jun 8, 2015", date(2015, 6, 8), date(2015, 6, 8)),
        ("8 June 2015", "8 June 2015", date(2015, 6, 8), date(2015, 6, 8)),
        ("in April 2018", "April 2018", date(2018, 4, 1), date(2018, 4, 30)),
        ("in 1995", "1995", date(1995, 1, 1), date(1995, 12, 31)),
        ("the 1980s", "1980s", date(1980, 1, 1), date(1989, 12, 31)),
        ("in 2017-18", "2017-18", date(2017, 1, 1), date(2018, 12, 31)),
        ("12/25/2019", "12/25/2019", date(2019, 12, 25), date(2019, 12, 25)),
        ("25.12.2019", "25.12.2019", date(2019, 12, 25), date(2019, 12, 25)),
        ("2019-09-01", "2019-09-01", date(2019, 9, 1), date(2019, 9, 1)),
    ],
)
def test_dates(text: str, words: str, start: date, end: date) -> None:
    (mention,) = read(text).dates
    assert (text[slice(*mention.span)], mention.start, mention.end) == (words, start, end)


@pytest.mark.parametrize(("text", "years"), [("last year", -1), ("this year", 0), ("next year", 1)])
def test_years_from_now(text: str, years: int) -> None:
    (mention,) = read(f"It rose {text}.").dates
    assert mention.years_from_now == years


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("call +49 30 901820", "phone"),
        ("at 07:10", "clock"),
        ("we won 3-2", "score"),
        ("version 2.1.3", "version"),
        ("Boeing 747", "name"),
        ("the 4th", "ordinal"),
        ("1. First", "list"),
        ("see http://a.org/1", "address"),
        ("millions came", "vague"),
    ],
)
def test_what_is_left_in_peace_says_why(text: str, why: str) -> None:
    reading = read(text)
    assert not reading.quantities
    assert [kind for _, kind in reading.ignored] == [why]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Mr. Ma met the U.S. team. It went well.", ["Mr. Ma met the U.S. team.", "It went well."]),
        ("It rose 3.5 %! Did it? Yes…", ["It rose 3.5 %!", "Did it?", "Yes…"]),
        ("the firm de haan b. v. for 6 million.", ["the firm de haan b. v. for 6 million."]),
        ("On Oct. 5 it fell.\n\nThen it rose", ["On Oct. 5 it fell.", "Then it rose"]),
        ("First line\nSecond line", ["First line", "Second line"]),
        ("a line that goes\non here", ["a line that goes\non here"]),
        ("  \n ", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == parts


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("28 million people", 500_000),
        ("1 million people", 50_000),
        ("40,000 people", 2_000),
        ("41,235 people", Fraction(1, 2)),
        ("3 people", 0),
        ("3.25%", Fraction(1, 200)),
        ("20%", Fraction(1, 2)),
        ("two thirds of people", 0),
    ],
)
def test_precision(text: str, precision: Fraction) -> None:
    (quantity,) = read(text).quantities
    assert quantity.precision == precision


def test_the_bound_reaches_the_interval() -> None:
    (quantity,) = read("fewer than 300,000 people").quantities
    assert quantity.bound is Bound.LESS_THAN
    assert quantity.interval.high_open
    assert 300_000 not in quantity.interval


def test_a_period_knows_its_words() -> None:
    text = "1 million jobs over 5 years"
    period = read(text).quantities[0].period
    assert period is not None
    assert period.kind is PeriodKind.OVER
    assert text[slice(*period.span)] == "over 5 years"
    assert period.seconds == 5 * 31_557_600


def test_json() -> None:
    (quantity,) = read("It needs more than 3.350 euros a day").quantities
    assert to_json(quantity) == {
        "value": 3.35,
        "unit": "euro per day",
        "change": ">",
        "bound": "more than",
        "period": {"kind": "per", "count": 1, "unit": "day", "span": [31, 36]},
        "alternatives": [{"value": 3350, "unit": "euro per day"}],
        "span": [9, 36],
    }


def test_the_locale_turns_the_marks_round() -> None:
    (english,), (german,) = read("1.200 Euro").quantities, read("1.200 Euro", locale="de").quantities
    assert (english.value, german.value) == (Fraction(6, 5), Fraction(1200))
