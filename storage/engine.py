"""The database connection, with the pragmas and transactions that SQLite needs."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from functools import partial
from sqlite3 import OperationalError
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.util import await_only

DEFAULT_URL = "sqlite+aiosqlite:///addsup.db"

_PRAGMA_TRIES, _PRAGMA_PAUSE = 100, 0.05  # seconds

WRITES = "writes"  # an execution option: this connection's transactions write
_PRAGMAS = (
    "PRAGMA busy_timeout=5000",  # first, as the others may have to wait themselves
    "PRAGMA journal_mode=WAL",  # readers and the writer don't wait for each other
    "PRAGMA synchronous=NORMAL",  # a power cut may cost the last moments, never the database
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # what is deleted is overwritten: messages must not stay in free pages
)


def connect(url: str = DEFAULT_URL) -> AsyncEngine:
    """Returns an engine for the address; nothing is opened yet. Raises ValueError for an address that can't be read."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise ValueError("DATABASE_URL is not an address of a database") from error
    if parsed.get_backend_name() != "sqlite":
        return create_async_engine(parsed, pool_pre_ping=True, hide_parameters=True)
    engine = create_async_engine(parsed, hide_parameters=True)  # an error in the log would quote a message
    event.listen(engine.sync_engine, "connect", partial(_set_pragmas, pause=_sleep_in_driver))
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def thread_engine(engine: AsyncEngine) -> Engine | None:
    """Returns a synchronous engine on the same SQLite file, for a WorkerThread; None where there is no such file."""
    if engine.dialect.name != "sqlite" or engine.url.database in (None, "", ":memory:"):
        return None
    other = create_engine(
        engine.url.set(drivername="sqlite"), connect_args={"check_same_thread": False}, hide_parameters=True
    )
    event.listen(other, "connect", partial(_set_pragmas, pause=time.sleep))
    event.listen(other, "begin", _begin)
    return other


async def empty_write_ahead_log(engine: AsyncEngine) -> None:
    """Empties SQLite's write-ahead log, where deleted rows can still be read. Does nothing in PostgreSQL."""
    if engine.dialect.name != "sqlite":
        return
    async with engine.connect() as connection:
        raw = await connection.get_raw_connection()
        if raw.driver_connection is not None:
            # Past SQLAlchemy, which would begin a transaction first.
            await (await raw.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")).close()


def _sleep_in_driver(seconds: float) -> None:
    # The driver runs in a greenlet, from which only await_only reaches the event loop.
    await_only(asyncio.sleep(seconds))


def _set_pragmas(connection: Any, _record: Any, *, pause: Callable[[float], None]) -> None:
    # The driver would open transactions only before INSERT and UPDATE, and so leave half a migration behind a kill;
    # with no isolation level of its own it leaves them to `_begin`.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        _execute_when_unlocked(cursor, pragma, pause)
    cursor.close()


def _execute_when_unlocked(cursor: Any, pragma: str, pause: Callable[[float], None]) -> None:
    # While another program makes the database, or opens it for the first time, SQLite refuses to change the journal at
    # once, however long the timeout is.
    for _ in range(_PRAGMA_TRIES):
        try:
            cursor.execute(pragma)
        except OperationalError as error:
            if "locked" not in str(error):
                raise
            pause(_PRAGMA_PAUSE)
        else:
            return
    cursor.execute(pragma)


def _begin(connection: Any) -> None:
    # Who means to write takes the lock at once: to ask for it halfway fails where another program holds it.
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
