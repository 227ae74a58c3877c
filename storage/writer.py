"""The only writer. SQLite lets one transaction write at a time, so all writes queue here; they go in groups."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Executable, Row
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine import WRITES, empty_write_ahead_log, thread_engine
from storage.worker_thread import WorkerThread

ReturnedRows = Sequence[Row[Any]]  # of a RETURNING clause


@dataclass(frozen=True, slots=True)
class _Job:
    statement: Executable | None  # None: erase what was deleted
    parameters: dict[str, Any] | None
    done: asyncio.Future[ReturnedRows]


class Writer:
    """Commits all writes requested during one transaction in the next one, in the order requested."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine.execution_options(**{WRITES: True})
        sync_engine = thread_engine(engine)
        self._worker = (
            None
            if sync_engine is None
            else WorkerThread(sync_engine.execution_options(**{WRITES: True}), "storage-writer")
        )
        self._jobs: deque[_Job] = deque()
        self._task: asyncio.Task[None] | None = None

    async def write(self, statement: Executable, parameters: dict[str, Any] | None = None) -> ReturnedRows:
        """Runs and commits a statement; returns the rows of its RETURNING clause. Raises SQLAlchemyError."""
        return await self._enqueue(_Job(statement, parameters, asyncio.get_running_loop().create_future()))

    async def erase_deleted(self) -> None:
        """Erases what was deleted from the disk as well."""
        await self._enqueue(_Job(None, None, asyncio.get_running_loop().create_future()))

    async def close(self) -> None:
        """Waits for the writes in progress and ends the thread."""
        if self._task is not None:
            await self._task
        if self._worker is not None:
            self._worker.close()

    async def _enqueue(self, job: _Job) -> ReturnedRows:
        self._jobs.append(job)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run_queue(), name="storage writer")
        return await asyncio.shield(job.done)

    async def _run_queue(self) -> None:
        while self._jobs:
            jobs = [self._jobs.popleft() for _ in range(len(self._jobs))]
            try:
                await self._commit(jobs)
            except Exception as error:  # noqa: BLE001 it goes to those who asked
                await self._commit_singly(jobs, error)

    async def _commit(self, jobs: Sequence[_Job]) -> None:
        results = await self._transact(jobs)
        if any(job.statement is None for job in jobs):
            await empty_write_ahead_log(self._engine)
        for job, rows in zip(jobs, results, strict=True):
            _resolve(job, rows)

    async def _transact(self, jobs: Sequence[_Job]) -> list[ReturnedRows]:
        if self._worker is not None:
            return await self._worker.run(lambda connection: _execute(connection, jobs))
        async with self._engine.begin() as connection:
            return await connection.run_sync(_execute, jobs)

    async def _commit_singly(self, jobs: Sequence[_Job], error: Exception) -> None:
        # One bad statement must not take its neighbours with it.
        if len(jobs) == 1 or not isinstance(error, SQLAlchemyError):
            for job in jobs:
                _resolve(job, error)
            return
        for job in jobs:
            try:
                await self._commit([job])
            except Exception as own:  # noqa: BLE001
                _resolve(job, own)


def _execute(connection: Connection, jobs: Sequence[_Job]) -> list[ReturnedRows]:
    return [_rows(connection, job) for job in jobs]


def _rows(connection: Connection, job: _Job) -> ReturnedRows:
    if job.statement is None:
        return ()
    result = connection.execute(job.statement, job.parameters)
    return result.all() if result.returns_rows else ()


def _resolve(job: _Job, outcome: ReturnedRows | Exception) -> None:
    if job.done.done():
        return
    if isinstance(outcome, Exception):
        job.done.set_exception(outcome)
    else:
        job.done.set_result(outcome)
