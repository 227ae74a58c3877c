"""Reads the dates of figures: a year, a month, a day or a fiscal year."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

PATTERN = r"^(?:[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?|FY[0-9]{4})$"
_DATED = re.compile(PATTERN)


class DateFormatError(ValueError):
    """The text is none of year, year-month, year-month-day and FY2016."""


@lru_cache(maxsize=4096)
def parse_date(text: str, fiscal_year_end: int = 12) -> tuple[date, date]:
    """Returns the first and the last day measured. Raises DateFormatError.

    A fiscal year has the name of the year it ends in; `fiscal_year_end` is its last month.

    >>> parse_date("2016-02")
    (datetime.date(2016, 2, 1), datetime.date(2016, 2, 29))
    >>> parse_date("FY2016", 9)
    (datetime.date(2015, 10, 1), datetime.date(2016, 9, 30))
    """
    if not _DATED.fullmatch(text):
        raise DateFormatError(f"'{text}' is not a date, expected a year, 2016-03, 2016-03-31 or FY2016{_guess(text)}")
    try:
        return _days(text, fiscal_year_end)
    except ValueError as error:
        raise DateFormatError(f"'{text}' is not a day there is: {error}") from None


def _days(text: str, fiscal_year_end: int) -> tuple[date, date]:
    if text.startswith("FY"):
        last = _month_end(int(text[2:]), fiscal_year_end)
        return _year_before(last) + timedelta(days=1), last
    year, month, day = [int(part) for part in text.split("-")] + [0] * (2 - text.count("-"))
    if day:
        return date(year, month, day), date(year, month, day)
    if "-" in text:
        return date(year, month, 1), _month_end(year, month)
    return date(year, 1, 1), date(year, 12, 31)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _year_before(last: date) -> date:
    return _month_end(last.year - 1, last.month)


def _guess(text: str) -> str:
    """Returns a suggestion for "2016/3", "31.3.2016" or "fy2016"; "" if there is none."""
    numbers = re.findall(r"[0-9]+", text)
    if re.fullmatch(r"(?i)fy ?-?[0-9]{4}", text):
        return f". Did you mean 'FY{numbers[0]}'?"
    if (
        2 <= len(numbers) <= 3
        and len(numbers[-1]) == 4
        and re.fullmatch(r"[0-9]{1,2}([./-])(?:[0-9]{1,2}\1)?[0-9]{4}", text)
    ):
        numbers = numbers[::-1]
    elif not re.fullmatch(r"[0-9]{4}[./-][0-9]{1,2}(?:[./-][0-9]{1,2})?", text):
        return ""
    guess = "-".join(number.zfill(2) for number in numbers)
    return f". Did you mean '{guess}'?" if _DATED.fullmatch(guess) else ""
