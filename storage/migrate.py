"""The schema upgrade, with Alembic."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.database_schema import HEAD
from storage.engine import WRITES


class SchemaError(Exception):
    """The database has a schema that this program can't upgrade, such as one of a newer program."""


async def upgrade(engine: AsyncEngine) -> None:
    """Runs the missing migrations in one transaction. Costs one query where none is missing.

    Raises SchemaError where the database is newer than this program.
    """
    async with engine.connect() as connection:
        current = await connection.run_sync(_current_revision)
    if current != HEAD:
        async with engine.execution_options(**{WRITES: True}).begin() as connection:
            # Asked again, as another program may have run them while this one waited for the lock.
            await connection.run_sync(_run_migrations, await connection.run_sync(_current_revision))


def _current_revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def _run_migrations(connection: Connection, current: str | None) -> None:
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
