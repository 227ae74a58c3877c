"""Corrections are kept for good."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from storage import Correction, Storage

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


async def test_corrections_stay(storage: Storage) -> None:
    first = Correction("population of Mexico, 2024", "130 million", "131 million", 2, date(2026, 11, 23))
    await storage.corrections.add(first)
    await storage.corrections.add(replace(first, figure="area of Mexico"))
    await storage.expire(NOW + timedelta(days=400))
    assert [one.figure for one in await storage.corrections.latest()] == ["area of Mexico", first.figure]
