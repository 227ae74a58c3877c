"""Days and times as they are written in the language spoken."""

from __future__ import annotations

from datetime import UTC, date, datetime

from babel.dates import format_date, format_time

from i18n.language import current

_WRITTEN = {"en": "en_GB"}  # "9 January 2017", as the verdicts have it


def day(one: date) -> str:
    """
    >>> day(date(2017, 1, 9))
    '9 January 2017'
    """
    return str(format_date(one, "long", locale=_locale()))


def short(one: date) -> str:
    """
    >>> short(date(2017, 1, 9))
    '9 Jan 2017'
    """
    return str(format_date(one, "medium", locale=_locale()))


def minute(one: datetime) -> str:
    """
    >>> minute(datetime(2017, 1, 9, 12, 30, tzinfo=UTC))
    '9 Jan 2017, 12:30 UTC'
    """
    utc = one.astimezone(UTC)
    return f"{short(utc.date())}, {format_time(utc, 'HH:mm', tzinfo=UTC, locale=_locale())} UTC"


def _locale() -> str:
    return _WRITTEN.get(current(), current())
