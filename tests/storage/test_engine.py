"""The engine: points in time, inserts of two dialects, two programs on one file."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy.dialects.postgresql.base import PGDialect
from sqlalchemy.exc import StatementError

from storage import Check, Storage, new_check_id
from storage.database_schema import checks
from storage.upsert import insert as upsert

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
CHECK = Check("c1", -1001234567890, 5, 6, 7_000_000_000, "v1", '{"findings": []}', NOW, "Forwarded from Bo", 2)


async def test_moments_keep_their_place_in_time(storage: Storage) -> None:
    east = datetime(2026, 11, 23, 14, tzinfo=timezone(timedelta(hours=2)))
    await storage.checks.add(replace(CHECK, created=east))
    found = await storage.checks.find("c1")
    assert found is not None
    assert found.created == NOW
    with pytest.raises(StatementError, match="time zone"):
        await storage.checks.add(replace(CHECK, id="c2", created=NOW.replace(tzinfo=None)))


def test_an_insert_gives_way_in_postgresql_too() -> None:
    statement = upsert(checks, "postgresql").values(id="c1").on_conflict_do_nothing()
    assert "ON CONFLICT DO NOTHING" in str(statement.compile(dialect=PGDialect()))  # type: ignore[no-untyped-call]


async def test_two_programs_may_make_the_same_database_at_once(tmp_path: Path) -> None:
    for number in range(5):
        url = f"sqlite+aiosqlite:///{tmp_path}/{number}.db"
        opened = await asyncio.gather(*(Storage.open(url) for _ in range(4)))
        for writer, reader in pairwise([*opened, opened[0]]):
            check = replace(CHECK, id=new_check_id())
            await writer.checks.add(check)
            assert await reader.checks.find(check.id) == check
        for one in opened:
            await one.close()
