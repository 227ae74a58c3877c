"""Dates in a text, and the days they cover."""

from __future__ import annotations

from datetime import date

import pytest

from quantities import read


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
