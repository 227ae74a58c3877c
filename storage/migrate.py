"""Bringing a database to the schema of this program."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine import WRITES
from storage.tables import HEAD


class SchemaError(Exception):
    """A database that this program can't bring to its schema, such as one that a newer program has written."""


async def upgrade(engine: AsyncEngine) -> None:
    """Runs the steps that are missing, all in one transaction. Costs one query where there is none.

    Raises SchemaError.
    """
    async with engine.connect() as connection:
        current = await connection.run_sync(_revision)
    if current != HEAD:
        async with engine.execution_options(**{WRITES: True}).begin() as connection:
            # Asked again, as another program may have run them while this one waited for the lock.
            await connection.run_sync(_run, await connection.run_sync(_revision))


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def _run(connection: Connection, current: str | None) -> None:
    # Imported here: Alembic takes a fifth of a second, and nearly every start finds the database at its head.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise SchemaError(f"the database is at version {current}, and this program knows only up to {HEAD}") from error
