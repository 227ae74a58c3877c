"""Dates of figures and the days they measure."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.model.dates import DateFormatError, parse_date


@pytest.mark.parametrize(
    ("written", "fiscal_year_end", "start", "end"),
    [
        ("2016", 12, date(2016, 1, 1), date(2016, 12, 31)),
        ("2016", 9, date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-02", 12, date(2016, 2, 1), date(2016, 2, 29)),
        ("2016-12", 12, date(2016, 12, 1), date(2016, 12, 31)),
        ("2016-03-31", 12, date(2016, 3, 31), date(2016, 3, 31)),
        ("FY2016", 12, date(2016, 1, 1), date(2016, 12, 31)),
        ("FY2016", 9, date(2015, 10, 1), date(2016, 9, 30)),
        ("FY2016", 3, date(2015, 4, 1), date(2016, 3, 31)),
        ("FY2016", 2, date(2015, 3, 1), date(2016, 2, 29)),
    ],
)
def test_days(written: str, fiscal_year_end: int, start: date, end: date) -> None:
    assert parse_date(written, fiscal_year_end) == (start, end)


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("16", "expected a year"),
        ("2016-3", "Did you mean '2016-03'?"),
        ("2016/03/31", "Did you mean '2016-03-31'?"),
        ("31.3.2016", "Did you mean '2016-03-31'?"),
        ("fy2016", "Did you mean 'FY2016'?"),
        ("2016-13", "is not a day there is"),
        ("2016-02-30", "is not a day there is"),
        ("0000", "is not a day there is"),
        ("12:30", "is not a date"),
        ("2016\n", "is not a date"),
        ("٢٠١٦", "is not a date"),
    ],
)
def test_refuses(written: str, complaint: str) -> None:
    with pytest.raises(DateFormatError) as raised:
        parse_date(written)
    assert complaint in str(raised.value)
