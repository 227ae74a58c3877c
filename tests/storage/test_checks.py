"""Checks: found again by id, message, reply, claim and series; forgotten in time."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage import Check, Storage, new_check_id
from storage.database_schema import checks

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
CHECK = Check("c1", -1001234567890, 5, 6, 7_000_000_000, "v1", '{"findings": []}', NOW, "Forwarded from Bo", 2)


class TestChecks:
    async def test_are_found_by_id_and_by_message(self, storage: Storage) -> None:
        await storage.checks.add(CHECK)
        assert await storage.checks.find("c1") == CHECK
        assert await storage.checks.find_by_message(CHECK.chat_id, 5) == CHECK
        assert await storage.checks.find("c2") is None
        assert await storage.checks.find_by_message(CHECK.chat_id, 6) is None

    async def test_one_whose_reply_is_being_sent_is_waited_for(self, storage: Storage) -> None:
        async with storage.checks.sending("c1"):
            early = asyncio.create_task(storage.checks.find("c1"))
            assert await storage.checks.find("c2") is None  # though asked later
            assert not early.done()
            await storage.checks.add(CHECK)
        assert await early == CHECK

    async def test_one_whose_reply_could_not_be_sent_is_given_up(self, storage: Storage) -> None:
        async with storage.checks.sending("c1"):
            early = asyncio.create_task(storage.checks.find("c1"))
            await asyncio.sleep(0)
        assert await early is None
        assert await storage.checks.find("c1") is None

    async def test_the_latest_of_a_message_counts(self, storage: Storage) -> None:
        await storage.checks.add(CHECK)
        await storage.checks.add(replace(CHECK, id="c2", created=NOW + timedelta(minutes=1)))
        found = await storage.checks.find_by_message(CHECK.chat_id, 5)
        assert found is not None
        assert found.id == "c2"

    async def test_are_revised(self, storage: Storage) -> None:
        await storage.checks.add(CHECK)
        await storage.checks.replace_answer("c1", "{}", "v2")
        assert await storage.checks.find("c1") == replace(CHECK, answer="{}", library_version="v2")

    async def test_are_forgotten_after_thirty_days(self, storage: Storage) -> None:
        await storage.checks.add(CHECK)
        await storage.expire(NOW + timedelta(days=30))
        assert await storage.checks.find("c1") is not None
        await storage.expire(NOW + timedelta(days=30, seconds=1))
        assert await storage.checks.find("c1") is None

    async def test_the_same_claim_is_found_in_its_chat_for_as_long_as_asked(self, storage: Storage) -> None:
        await storage.checks.add(replace(CHECK, claim="abc"))
        await storage.checks.add(replace(CHECK, id="c2", claim="abc", created=NOW + timedelta(hours=1)))
        same = storage.checks.find_same_claim
        assert (await same(CHECK.chat_id, "abc", NOW)) == replace(CHECK, claim="abc")
        assert (await same(CHECK.chat_id, "abc", NOW + timedelta(minutes=1))) is not None
        assert (await same(CHECK.chat_id, "abc", NOW + timedelta(hours=2))) is None
        assert (await same(CHECK.chat_id, "abd", NOW)) is None
        assert (await same(-5, "abc", NOW)) is None
        assert (await same(CHECK.chat_id, "", NOW)) is None

    async def test_the_same_claim_is_found_after_a_restart_and_a_tidying(self, tmp_path: Path) -> None:
        url = f"sqlite+aiosqlite:///{tmp_path}/again.db"
        first = await Storage.open(url)
        await first.checks.add(replace(CHECK, claim="abc"))
        await first.close()
        storage = await Storage.open(url)
        try:
            assert await storage.checks.find_same_claim(CHECK.chat_id, "new", NOW) is None
            assert await storage.checks.find_same_claim(CHECK.chat_id, "abc", NOW) is not None
            await storage.expire(NOW)
            await storage.checks.replace_answer("c1", "{}", "v1", "other")
            assert await storage.checks.find_same_claim(CHECK.chat_id, "abc", NOW) is None
            assert await storage.checks.find_same_claim(CHECK.chat_id, "other", NOW) is not None
        finally:
            await storage.close()

    async def test_the_same_claim_is_found_beyond_what_is_kept_in_memory(
        self, storage: Storage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("storage.recent_claims._CAPACITY", 2)
        assert await storage.checks.find_same_claim(CHECK.chat_id, "claim 0", NOW) is None
        for number in range(4):
            await storage.checks.add(replace(CHECK, id=f"c{number}", claim=f"claim {number}"))
        found = [await storage.checks.find_same_claim(CHECK.chat_id, f"claim {number}", NOW) for number in range(5)]
        assert [one and one.id for one in found] == ["c0", "c1", "c2", "c3", None]
        assert len(storage.checks._recent_claims._known) == 2

    async def test_a_new_claim_asks_the_database_nothing(self, storage: Storage) -> None:
        assert await storage.checks.find_same_claim(CHECK.chat_id, "abc", NOW) is None
        storage.reader.close()  # any further question would fail
        assert await storage.checks.find_same_claim(CHECK.chat_id, "abd", NOW) is None

    async def test_are_found_by_the_figures_they_rest_on(self, storage: Storage) -> None:
        await storage.checks.add(replace(CHECK, answer='{"rests":[{"id":"US.population.2024"}]}'))
        assert len(await storage.checks.find_using_series("US.population", NOW)) == 1
        assert await storage.checks.find_using_series("US.pop", NOW) == ()
        assert await storage.checks.find_using_series("S.population", NOW) == ()
        assert await storage.checks.find_using_series("US_population", NOW) == ()
        assert await storage.checks.find_using_series("US.population", NOW + timedelta(seconds=1)) == ()

    async def test_are_forgotten_for_a_person_at_once(self, storage: Storage) -> None:
        await storage.checks.add(CHECK)
        await storage.checks.add(replace(CHECK, id="c2", asker_id=1))
        assert await storage.checks.delete_of_asker(CHECK.asker_id) == 1
        assert await storage.checks.find("c1") is None
        assert await storage.checks.find("c2") is not None

    async def test_move_with_their_group(self, storage: Storage) -> None:
        await storage.checks.add(CHECK)
        await storage.checks.move_chat(CHECK.chat_id, -7)
        assert await storage.checks.find_by_message(-7, 5) == replace(CHECK, chat_id=-7)

    def test_hold_no_text(self) -> None:
        assert {column.name for column in checks.columns} == {
            "id", "chat_id", "message_id", "reply_message_id", "asker_id", "parts", "origin", "library_version",
            "answer", "created", "inline_id", "claim", "language",
        }  # fmt: skip

    def test_ids_are_short_and_never_the_same(self) -> None:
        ids = {new_check_id() for _ in range(1000)}
        assert len(ids) == 1000
        assert max(map(len, ids)) == 12
