"""Pending updates: stored before Telegram is told that they arrived, so that a killed program loses none of them.

An update's JSON is deleted once it is handled. Its number stays for two days, so that a repeated update is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.database_schema import pending_updates
from storage.upsert import insert
from storage.writer import Writer

NUMBER_RETENTION = timedelta(days=2)
MAX_AGE = timedelta(days=1)  # Telegram itself keeps an undelivered update for a day
MAX_ATTEMPTS = 3  # an update that ended the program this often is not tried again
_FINISH = update(pending_updates).where(pending_updates.c.id == bindparam("number")).values(body=None)


class PendingUpdates:
    """Reads and writes pending updates."""

    def __init__(self, engine: AsyncEngine, writer: Writer) -> None:
        self._engine = engine
        self._writer = writer

    async def add(self, bodies: Mapping[int, str], now: datetime) -> frozenset[int]:
        """Stores updates (number -> JSON); returns the numbers of those that had not come before."""
        if not bodies:
            return frozenset()
        values = [{"id": number, "body": body, "attempts": 1, "received": now} for number, body in bodies.items()]
        statement = insert(pending_updates, self._engine.dialect.name).values(values).on_conflict_do_nothing()
        return frozenset(row.id for row in await self._writer.write(statement.returning(pending_updates.c.id)))

    async def finish(self, number: int) -> None:
        """Deletes the JSON of an update that is handled."""
        await self._writer.write(_FINISH, {"number": number})

    async def unfinished(self, now: datetime) -> tuple[str, ...]:
        """Returns the JSON of the updates not finished when the program ended, in order; each at most 3 times."""
        given_up = (pending_updates.c.attempts >= MAX_ATTEMPTS) | (pending_updates.c.received < now - MAX_AGE)
        await self._writer.write(update(pending_updates).where(given_up).values(body=None))
        held = pending_updates.c.body.is_not(None)
        await self._writer.write(update(pending_updates).where(held).values(attempts=pending_updates.c.attempts + 1))
        async with self._engine.connect() as connection:
            rows = (
                await connection.execute(select(pending_updates.c.body).where(held).order_by(pending_updates.c.id))
            ).all()
        return tuple(row.body for row in rows)

    async def expire(self, now: datetime) -> None:
        """Deletes the numbers older than NUMBER_RETENTION."""
        await self._writer.write(delete(pending_updates).where(pending_updates.c.received < now - NUMBER_RETENTION))
