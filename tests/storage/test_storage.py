"""What the bot remembers, and when it forgets."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.dialects.postgresql.base import PGDialect
from sqlalchemy.exc import IntegrityError, StatementError

from storage import ChatSetting, Check, KnowledgeChange, MissingFigure, Storage, new_check_id
from storage.tables import checks, missing_figures
from storage.upsert import insert as upsert

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


class TestInbox:
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


class TestChatSettings:
    WATCH, LIMIT = ChatSetting("watch", default=False), ChatSetting("limit", default=3)

    async def test_have_defaults_and_keep_their_types(self, storage: Storage) -> None:
        assert await storage.chats.get(-1, self.WATCH) is False
        await storage.chats.set(-1, self.WATCH, True)
        await storage.chats.set(-1, self.LIMIT, 5)
        await storage.chats.set(-1, self.LIMIT, 6)
        assert await storage.chats.get(-1, self.WATCH) is True
        assert await storage.chats.get(-1, self.LIMIT) == 6
        assert await storage.chats.get(-2, self.LIMIT) == 3

    async def test_are_forgotten_with_the_chat(self, storage: Storage) -> None:
        await storage.chats.set(-1, self.LIMIT, 5)
        await storage.chats.delete(-1)
        assert await storage.chats.get(-1, self.LIMIT) == 3

    async def test_of_another_type_count_as_not_set(self, storage: Storage) -> None:
        await storage.chats.set(-1, ChatSetting("limit", default="text"), "five")
        assert await storage.chats.get(-1, self.LIMIT) == 3
        with pytest.raises(TypeError, match="limit is a int"):
            await storage.chats.set(-1, self.LIMIT, True)


class TestChanges:
    CHANGE = KnowledgeChange(
        7, "MX.population.2016", "a\nb", NOW, {"f.yaml": None}, {"f.yaml": "größer"}, "v2", undoes=1
    )

    async def test_are_listed_newest_first_and_paged(self, storage: Storage) -> None:
        for number in range(3):
            await storage.changes.add(KnowledgeChange(7, f"{number}.yaml", "a\nb", NOW + timedelta(minutes=number)))
        assert [change.file for change in await storage.changes.latest(2)] == ["2.yaml", "1.yaml"]
        assert [change.file for change in await storage.changes.latest(2, skip=2)] == ["0.yaml"]
        assert await storage.changes.count() == 3

    async def test_are_found_with_what_the_files_were(self, storage: Storage) -> None:
        number = await storage.changes.add(self.CHANGE)
        assert await storage.changes.find(number) == replace(self.CHANGE, id=number)
        assert await storage.changes.find(number + 1) is None
        (listed,) = await storage.changes.latest()
        assert listed.can_be_undone

    async def test_too_large_to_keep_cant_be_undone(self, storage: Storage) -> None:
        number = await storage.changes.add(replace(self.CHANGE, before={"f.yaml": "x" * 2_000_000}))
        found = await storage.changes.find(number)
        assert found is not None
        assert not found.can_be_undone
        assert not (await storage.changes.latest())[0].can_be_undone


class TestWantedFigures:
    DAY = NOW.date()

    async def test_are_counted_most_wanted_first(self, storage: Storage) -> None:
        gdp, staff = ("MX", "gdp"), ("zorblax", "employees")
        await storage.missing_figures.count_requests([gdp], self.DAY)
        await storage.missing_figures.count_requests([staff, gdp, gdp], self.DAY + timedelta(days=1))
        later = self.DAY + timedelta(days=1)
        assert await storage.missing_figures.most_requested() == (
            MissingFigure(*gdp, 2, later),
            MissingFigure(*staff, 1, later),
        )
        await storage.missing_figures.delete([gdp])
        assert await storage.missing_figures.most_requested() == (MissingFigure(*staff, 1, later),)

    async def test_asked_at_once_are_all_counted(self, storage: Storage) -> None:
        await asyncio.gather(*(storage.missing_figures.count_requests([("MX", "gdp")], self.DAY) for _ in range(50)))
        assert [one.asked for one in await storage.missing_figures.most_requested()] == [50]

    async def test_are_forgotten_after_a_year(self, storage: Storage) -> None:
        await storage.missing_figures.count_requests([("MX", "gdp")], self.DAY)
        await storage.expire(NOW + timedelta(days=365))
        assert len(await storage.missing_figures.most_requested()) == 1
        await storage.expire(NOW + timedelta(days=366))
        assert await storage.missing_figures.most_requested() == ()

    def test_hold_no_text_and_nobody(self) -> None:
        assert {column.name for column in missing_figures.columns} == {"entity", "measure", "asked", "last"}


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
