"""The writer commits in groups; one bad statement harms no other."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from storage import Check, Storage

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
CHECK = Check("c1", -1001234567890, 5, 6, 7_000_000_000, "v1", '{"findings": []}', NOW, "Forwarded from Bo", 2)


class TestWriter:
    async def test_many_at_once_are_all_written(self, storage: Storage) -> None:
        await asyncio.gather(*(storage.checks.add(replace(CHECK, id=f"c{number}")) for number in range(200)))
        async with storage.engine.connect() as connection:
            assert (await connection.execute(text("SELECT count(*) FROM checks"))).scalar() == 200

    async def test_a_bad_statement_spoils_none_of_its_neighbours(self, storage: Storage) -> None:
        keep = storage.checks.add
        outcomes = await asyncio.gather(keep(CHECK), keep(CHECK), keep(replace(CHECK, id="c2")), return_exceptions=True)
        assert [type(outcome) for outcome in outcomes] == [type(None), IntegrityError, type(None)]
        assert await storage.checks.find("c2") is not None

    async def test_who_gives_up_waiting_stops_nobody(self, storage: Storage) -> None:
        task = asyncio.create_task(storage.checks.add(CHECK))
        await asyncio.sleep(0)
        task.cancel()
        await storage.checks.add(replace(CHECK, id="c2"))
        assert await storage.checks.find("c1") is not None

    async def test_closing_waits_for_what_is_under_way(self, url: str) -> None:
        storage = await Storage.open(url)
        writing = asyncio.create_task(storage.checks.add(CHECK))
        await asyncio.sleep(0)
        await storage.close()
        await writing
        again = await Storage.open(url)
        assert await again.checks.find("c1") == CHECK
        await again.close()
