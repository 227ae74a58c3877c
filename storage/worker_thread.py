"""A thread with its own connection to a SQLite file.

The asyncio driver changes threads for every step: to begin, to execute, to fetch, to commit. Each change can cost
milliseconds while the program computes. Here a whole transaction costs one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import Connection, Engine

T = TypeVar("T")


class WorkerThread:
    """Runs functions one at a time, in the order given, each in a transaction of its own."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=name)

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Returns what the function returns, once its transaction is committed."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._transact, work)

    def close(self) -> None:
        """Waits for the function in progress and ends the thread."""
        self._thread.shutdown()
        self._engine.dispose()

    def _transact(self, work: Callable[[Connection], T]) -> T:
        with self._engine.begin() as connection:
            return work(connection)
