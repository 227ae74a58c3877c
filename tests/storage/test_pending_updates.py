"""Pending updates: each is handed out once, and again only where it was not finished."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import text

from storage import Storage

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


class TestPendingUpdates:
    async def test_lets_each_update_through_once(self, storage: Storage) -> None:
        assert await storage.pending_updates.add({1: "a", 2: "b"}, NOW) == {1, 2}
        assert await storage.pending_updates.add({2: "b", 3: "c"}, NOW) == {3}
        await storage.pending_updates.finish(3)
        assert await storage.pending_updates.add({3: "c"}, NOW) == frozenset()
        assert await storage.pending_updates.add({}, NOW) == frozenset()

    async def test_keeps_what_is_not_finished_in_order(self, storage: Storage) -> None:
        await storage.pending_updates.add({3: "c", 1: "a", 2: "b"}, NOW)
        await storage.pending_updates.finish(2)
        assert await storage.pending_updates.unfinished(NOW) == ("a", "c")

    async def test_keeps_no_text_of_what_is_finished(self, storage: Storage) -> None:
        await storage.pending_updates.add({1: "secret"}, NOW)
        await storage.pending_updates.finish(1)
        async with storage.engine.connect() as connection:
            assert (await connection.execute(text("SELECT id, body FROM updates"))).all() == [(1, None)]

    async def test_nor_a_trace_of_it_on_the_disk(self, storage: Storage, tmp_path: Path) -> None:
        await storage.pending_updates.add({number: f"secret {number} " * 50 for number in range(100)}, NOW)
        for number in range(100):
            await storage.pending_updates.finish(number)
        await storage.expire(NOW)
        on_disk = b"".join(path.read_bytes() for path in tmp_path.iterdir())  # noqa: ASYNC240
        assert b"secret" not in on_disk

    async def test_gives_an_update_three_chances(self, storage: Storage) -> None:
        await storage.pending_updates.add({1: "deadly"}, NOW)
        assert [len(await storage.pending_updates.unfinished(NOW)) for _ in range(4)] == [1, 1, 0, 0]

    async def test_gives_up_after_a_day_and_forgets_after_two(self, storage: Storage) -> None:
        await storage.pending_updates.add({1: "old"}, NOW)
        assert await storage.pending_updates.unfinished(NOW + timedelta(days=1, seconds=1)) == ()
        assert await storage.pending_updates.add({1: "old"}, NOW) == frozenset()
        await storage.expire(NOW + timedelta(days=2, seconds=1))
        assert await storage.pending_updates.add({1: "old"}, NOW) == {1}
