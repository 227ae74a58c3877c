"""Dates and times as the language in use writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from babel.dates import format_date, format_time

from i18n.language import current_language

_LOCALES = {"en": "en_GB"}  # "9 January 2017", as in the replies


def long_date(one: date) -> str:
    """Returns a date with its month in full.

    >>> long_date(date(2017, 1, 9))
    '9 January 2017'
    """
    return str(format_date(one, "long", locale=_locale()))


def short_date(one: date) -> str:
    """Returns a date with its month abbreviated.

    >>> short_date(date(2017, 1, 9))
    '9 Jan 2017'
    """
    return str(format_date(one, "medium", locale=_locale()))


def date_and_time(one: datetime) -> str:
    """Returns a point in time, which must have a zone, in UTC.

    >>> date_and_time(datetime(2017, 1, 9, 12, 30, tzinfo=UTC))
    '9 Jan 2017, 12:30 UTC'
    """
    utc = one.astimezone(UTC)
    return f"{short_date(utc.date())}, {format_time(utc, 'HH:mm', tzinfo=UTC, locale=_locale())} UTC"


def _locale() -> str:
    return _LOCALES.get(current_language(), current_language())
