"""Texts that were left open are counted by day and by why, without their words and without who asked."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta

from storage import OpenTextCount, Storage
from storage.database_schema import open_texts

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = NOW.date()


async def test_are_counted_by_day_the_latest_first_then_the_most(storage: Storage) -> None:
    for obstacle, ago in (("unsure", 1), ("no_number", 0), ("two_sides", 0), ("two_sides", 0), ("unsure", 1)):
        await storage.open_texts.count(obstacle, DAY - timedelta(days=ago))
    assert await storage.open_texts.counts(date.min) == (
        OpenTextCount(DAY, "two_sides", 2),
        OpenTextCount(DAY, "no_number", 1),
        OpenTextCount(DAY - timedelta(days=1), "unsure", 2),
    )
    assert len(await storage.open_texts.counts(DAY)) == 2


async def test_at_once_are_all_counted(storage: Storage) -> None:
    await asyncio.gather(*(storage.open_texts.count("unsure", DAY) for _ in range(50)))
    assert await storage.open_texts.counts(DAY) == (OpenTextCount(DAY, "unsure", 50),)


async def test_are_forgotten_after_a_year(storage: Storage) -> None:
    await storage.open_texts.count("unsure", DAY)
    await storage.expire(NOW + timedelta(days=365))
    assert len(await storage.open_texts.counts(date.min)) == 1
    await storage.expire(NOW + timedelta(days=366))
    assert await storage.open_texts.counts(date.min) == ()


def test_hold_no_text_and_nobody() -> None:
    assert {column.name for column in open_texts.columns} == {"day", "obstacle", "texts"}
