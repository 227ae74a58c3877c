"""Updates in hand: written down before Telegram is told that they arrived, so that a kill loses none of them.

An update's text is kept until it is handled, and then deleted; its number stays for two days, so that an update that
comes again is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.tables import updates
from storage.upsert import insert
from storage.writer import Writer

KNOWN = timedelta(days=2)
FRESH = timedelta(days=1)  # Telegram itself keeps what it could not deliver for a day
ATTEMPTS = 3  # an update that ended the program this often is not tried again
_FINISH = update(updates).where(updates.c.id == bindparam("number")).values(body=None)


class PendingUpdates:
    def __init__(self, engine: AsyncEngine, writer: Writer) -> None:
        self._engine = engine
        self._writer = writer

    async def receive(self, bodies: Mapping[int, str], now: datetime) -> frozenset[int]:
        """Writes down updates (number -> JSON) and gives the numbers of those that had not come before."""
        if not bodies:
            return frozenset()
        values = [{"id": number, "body": body, "attempts": 1, "received": now} for number, body in bodies.items()]
        statement = insert(updates, self._engine.dialect.name).values(values).on_conflict_do_nothing()
        return frozenset(row.id for row in await self._writer.write(statement.returning(updates.c.id)))

    async def finish(self, number: int) -> None:
        """The update is handled: its text goes."""
        await self._writer.write(_FINISH, {"number": number})

    async def waiting(self, now: datetime) -> tuple[str, ...]:
        """The updates that were in hand when the program ended, in order, once more; each at most three times."""
        given_up = (updates.c.attempts >= ATTEMPTS) | (updates.c.received < now - FRESH)
        await self._writer.write(update(updates).where(given_up).values(body=None))
        held = updates.c.body.is_not(None)
        await self._writer.write(update(updates).where(held).values(attempts=updates.c.attempts + 1))
        async with self._engine.connect() as connection:
            rows = (await connection.execute(select(updates.c.body).where(held).order_by(updates.c.id))).all()
        return tuple(row.body for row in rows)

    async def expire(self, now: datetime) -> None:
        await self._writer.write(delete(updates).where(updates.c.received < now - KNOWN))
