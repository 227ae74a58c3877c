"""What is asked of the database for each message: in a thread of its own where it is a SQLite file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine import plain
from storage.worker_thread import WorkerThread


class Reader:
    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        own = plain(engine)
        self._clerk = None if own is None else WorkerThread(own, "storage-reader")

    async def rows(self, query: Select[Any]) -> Sequence[RowMapping]:
        if self._clerk is not None:
            return await self._clerk.do(lambda connection: _rows(connection, query))
        async with self._engine.connect() as connection:
            return await connection.run_sync(_rows, query)

    def close(self) -> None:
        if self._clerk is not None:
            self._clerk.close()


def _rows(connection: Connection, query: Select[Any]) -> Sequence[RowMapping]:
    return connection.execute(query).mappings().all()
