"""The queries that each message needs: in a thread of their own where the database is a SQLite file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine import thread_engine
from storage.worker_thread import WorkerThread


class QueryRunner:
    """Runs SELECT statements outside the write transactions."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        sync_engine = thread_engine(engine)
        self._worker = None if sync_engine is None else WorkerThread(sync_engine, "storage-reader")

    async def rows(self, query: Select[Any]) -> Sequence[RowMapping]:
        """Returns all rows of a query, by column name."""
        if self._worker is not None:
            return await self._worker.run(lambda connection: _fetch(connection, query))
        async with self._engine.connect() as connection:
            return await connection.run_sync(_fetch, query)

    def close(self) -> None:
        """Waits for the query in progress and ends the thread."""
        if self._worker is not None:
            self._worker.close()


def _fetch(connection: Connection, query: Select[Any]) -> Sequence[RowMapping]:
    return connection.execute(query).mappings().all()
