"""The one writer: SQLite lets only one transaction write, so all writes stand in line here and go in groups."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Executable, Row
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine import WRITES, plain, scrub
from storage.worker_thread import WorkerThread

Rows = Sequence[Row[Any]]


@dataclass(frozen=True, slots=True)
class _Job:
    statement: Executable | None  # none: to scrub
    parameters: dict[str, Any] | None
    done: asyncio.Future[Rows]


class Writer:
    """Whatever was asked for while one transaction ran is committed in the next one, in the order asked."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine.execution_options(**{WRITES: True})
        own = plain(engine)
        self._clerk = None if own is None else WorkerThread(own.execution_options(**{WRITES: True}), "storage-writer")
        self._jobs: deque[_Job] = deque()
        self._task: asyncio.Task[None] | None = None

    async def write(self, statement: Executable, parameters: dict[str, Any] | None = None) -> Rows:
        """Runs the statement; once this returns it is committed. Gives the rows of a RETURNING, else none."""
        return await self._wait(_Job(statement, parameters, asyncio.get_running_loop().create_future()))

    async def scrub(self) -> None:
        """Leaves nothing of what was deleted on the disk."""
        await self._wait(_Job(None, None, asyncio.get_running_loop().create_future()))

    async def close(self) -> None:
        """Waits for what is under way."""
        if self._task is not None:
            await self._task
        if self._clerk is not None:
            self._clerk.close()

    async def _wait(self, job: _Job) -> Rows:
        self._jobs.append(job)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._drain(), name="storage writer")
        return await asyncio.shield(job.done)

    async def _drain(self) -> None:
        while self._jobs:
            jobs = [self._jobs.popleft() for _ in range(len(self._jobs))]
            try:
                await self._commit(jobs)
            except Exception as error:  # noqa: BLE001 it goes to those who asked
                await self._commit_singly(jobs, error)

    async def _commit(self, jobs: Sequence[_Job]) -> None:
        results = await self._transact(jobs)
        if any(job.statement is None for job in jobs):
            await scrub(self._engine)
        for job, rows in zip(jobs, results, strict=True):
            _settle(job, rows)

    async def _transact(self, jobs: Sequence[_Job]) -> list[Rows]:
        if self._clerk is not None:
            return await self._clerk.do(lambda connection: _execute(connection, jobs))
        async with self._engine.begin() as connection:
            return await connection.run_sync(_execute, jobs)

    async def _commit_singly(self, jobs: Sequence[_Job], error: Exception) -> None:
        # One bad statement must not take its neighbours with it.
        if len(jobs) == 1 or not isinstance(error, SQLAlchemyError):
            for job in jobs:
                _settle(job, error)
            return
        for job in jobs:
            try:
                await self._commit([job])
            except Exception as own:  # noqa: BLE001
                _settle(job, own)


def _execute(connection: Connection, jobs: Sequence[_Job]) -> list[Rows]:
    return [_rows(connection, job) for job in jobs]


def _rows(connection: Connection, job: _Job) -> Rows:
    if job.statement is None:
        return ()
    result = connection.execute(job.statement, job.parameters)
    return result.all() if result.returns_rows else ()


def _settle(job: _Job, outcome: Rows | Exception) -> None:
    if job.done.done():
        return
    if isinstance(outcome, Exception):
        job.done.set_exception(outcome)
    else:
        job.done.set_result(outcome)
