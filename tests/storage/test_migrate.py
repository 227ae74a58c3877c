"""The schema: made, brought up to date, the same by steps and by its tables."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.command import upgrade
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.dialects.postgresql.base import PGDialect
from sqlalchemy.schema import CreateTable

import storage.migrations
from storage import SchemaError, Storage
from storage.database_schema import HEAD, metadata

OPEN = """
import asyncio, sys
from storage import Storage

async def main():
    await (await Storage.open(sys.argv[1])).close()

asyncio.run(main())
"""


def test_head_is_the_last_step() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(storage.migrations.__path__[0])))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


async def test_the_steps_lead_to_the_tables(storage: Storage) -> None:
    def difference(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    async with storage.engine.connect() as connection:
        assert await connection.run_sync(difference) == []


async def test_a_second_opening_keeps_what_is_there_and_needs_no_alembic(url: str) -> None:
    await (await Storage.open(url)).close()
    told = await asyncio.to_thread(
        subprocess.check_output, [sys.executable, "-c", f"{OPEN}\nprint('alembic' in sys.modules)", url], text=True
    )
    assert told.strip() == "False"


async def test_two_programs_that_start_at_once(url: str) -> None:
    made = [await asyncio.create_subprocess_exec(sys.executable, "-c", OPEN, url) for _ in range(2)]
    assert [await process.wait() for process in made] == [0, 0]


async def test_a_newer_database_is_refused(url: str) -> None:
    storage = await Storage.open(url)
    await storage.writer.write(text("UPDATE alembic_version SET version_num = '9999'"))
    await storage.close()
    with pytest.raises(SchemaError, match="9999"):
        await Storage.open(url)


async def test_a_migration_cut_short_leaves_nothing_half_done(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("alembic.op.create_index", _fail)
        with pytest.raises(ZeroDivisionError):
            await Storage.open(url)
    await (await Storage.open(url)).close()


async def test_a_database_of_the_first_program_is_brought_on_with_what_it_holds(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("alembic.command.upgrade", lambda config, _: upgrade(config, "0001"))
        old = await Storage.open(url)
    await old.writer.write(
        text("INSERT INTO knowledge_changes VALUES (1, 7, 'old.yaml', 'MX.population.2016', '2026-11-01 12:00:00')")
    )
    await old.close()
    storage = await Storage.open(url)
    (change,) = await storage.knowledge_changes.latest()
    assert (change.file, change.user_id, change.can_be_undone) == ("old.yaml", 7, False)
    await storage.missing_figures.count_requests([("MX", "gdp")], change.created.date())
    assert len(await storage.missing_figures.most_requested()) == 1
    await storage.close()


@pytest.mark.parametrize("url", ["", "nonsense", "sqlite+aiosqlite:////nowhere/at/all.db"])
async def test_an_address_that_leads_nowhere(url: str) -> None:
    with pytest.raises(Exception, match=r"address|unable to open"):
        await Storage.open(url)


async def test_sqlite_is_set_up_for_one_writer_and_many_readers(storage: Storage) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1}
    async with storage.engine.connect() as connection:
        for name, setting in wanted.items():
            assert (await connection.execute(text(f"PRAGMA {name}"))).scalar() == setting


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_the_tables_can_be_made_in_postgresql(table: object) -> None:
    assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=PGDialect()))  # type: ignore[arg-type, no-untyped-call]


def _fail(*_: object, **__: object) -> None:
    raise ZeroDivisionError
