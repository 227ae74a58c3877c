"""Checks: what was answered to which message, so that buttons and edits find it again. Never the message itself."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.schema import checks
from storage.writer import Writer

KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Check:
    """`message_id` is the message judged (the first of `parts`), `reply_message_id` the bot's reply to it.

    `asker_id` is the person's id, or the chat's where an anonymous admin or a channel asked. `origin` names whom a
    forwarded message comes from, as the reply shows it. `answer` is the structured Answer as JSON.
    """

    id: str
    chat_id: int
    message_id: int
    reply_message_id: int
    asker_id: int
    library_version: str
    answer: str
    created: datetime
    origin: str = ""
    parts: int = 1


def new_id() -> str:
    """Not to be guessed, and short enough for a button's 64 bytes."""
    return secrets.token_urlsafe(9)


class Checks:
    def __init__(self, engine: AsyncEngine, writer: Writer) -> None:
        self._engine = engine
        self._writer = writer

    async def keep(self, check: Check) -> None:
        values = {name: getattr(check, name) for name in Check.__dataclass_fields__}
        await self._writer.write(insert(checks).values(**values))

    async def revise(self, check_id: str, answer: str, library_version: str) -> None:
        """Puts a new answer in the place of the old one, after the message was edited."""
        change = update(checks).where(checks.c.id == check_id).values(answer=answer, library_version=library_version)
        await self._writer.write(change)

    async def find(self, check_id: str) -> Check | None:
        return await self._first(select(checks).where(checks.c.id == check_id))

    async def of_message(self, chat_id: int, message_id: int) -> Check | None:
        """The latest check of a message."""
        query = select(checks).where(checks.c.chat_id == chat_id, checks.c.message_id == message_id)
        return await self._first(query.order_by(checks.c.created.desc(), checks.c.reply_message_id.desc()))

    async def expire(self, now: datetime) -> None:
        """Deletes what is older than 30 days."""
        await self._writer.write(delete(checks).where(checks.c.created < now - KEPT))

    async def _first(self, query: Select[Any]) -> Check | None:
        async with self._engine.connect() as connection:
            row = (await connection.execute(query.limit(1))).mappings().first()
        return None if row is None else Check(**row)
