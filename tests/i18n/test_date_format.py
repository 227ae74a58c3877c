"""Dates and times as each language writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from i18n.date_format import date_and_time, long_date, short_date
from i18n.language import use_language

DAY = date(2017, 1, 9)


@pytest.mark.parametrize(
    ("language", "long", "short"), [("en", "9 January 2017", "9 Jan 2017"), ("es", "9 de enero de 2017", "9 ene 2017")]
)
def test_a_date_is_written_as_the_language_writes_it(language: str, long: str, short: str) -> None:
    with use_language(language):
        assert (long_date(DAY), short_date(DAY)) == (long, short)


def test_a_time_is_in_utc() -> None:
    one_hour_east = datetime(2017, 1, 10, 0, 30, tzinfo=timezone(timedelta(hours=1)))
    assert date_and_time(one_hour_east) == "9 Jan 2017, 23:30 UTC"
    assert date_and_time(one_hour_east.astimezone(UTC)) == "9 Jan 2017, 23:30 UTC"
