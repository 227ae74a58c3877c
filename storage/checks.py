"""Checks: what was answered to which message, so that buttons and edits find it again. Never the message itself."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, delete, func, insert, select, update

from storage.reader import Reader
from storage.recent_claims import RecentClaims
from storage.tables import checks
from storage.writer import Writer

KEPT = timedelta(days=30)
PATIENCE = 5.0  # seconds that a look-up waits for a check whose reply is just being sent
_KEEP = insert(checks)


@dataclass(frozen=True, slots=True)
class Check:
    """`message_id` is the message judged (the first of `parts`), `reply_message_id` the bot's reply to it.

    `asker_id` is the person's id, or the chat's where an anonymous admin or a channel asked. `origin` names whom a
    forwarded message comes from, as the reply shows it. `answer` is the structured Answer as JSON. `inline_id` names
    a reply sent where the bot is not (then the chat and its messages have no numbers: 0). `claim` is the digest of what
    was claimed, as it was read; `language` the one the reply is in.
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
    inline_id: str = ""
    claim: str = ""
    language: str = "en"


def new_id() -> str:
    """Not to be guessed, and short enough for a button's 64 bytes."""
    return secrets.token_urlsafe(9)


class Checks:
    def __init__(self, reader: Reader, writer: Writer) -> None:
        self._reader = reader
        self._writer = writer
        self._claims = RecentClaims(reader)
        self._coming: dict[str, asyncio.Event] = {}

    @asynccontextmanager
    async def coming(self, check_id: str) -> AsyncIterator[None]:
        """Around the sending of a reply and the keeping of its check.

        Telegram shows the reply, and its buttons and links, before the check is kept: whoever opens one from another
        chat in that moment is not told that it is gone, but waits until it is kept.
        """
        done = self._coming[check_id] = asyncio.Event()
        try:
            yield
        finally:
            del self._coming[check_id]
            done.set()

    async def keep(self, check: Check) -> None:
        self._claims.add(check.claim)
        await self._writer.write(_KEEP, {name: getattr(check, name) for name in Check.__dataclass_fields__})

    async def revise(self, check_id: str, answer: str, library_version: str, claim: str = "") -> None:
        """Puts a new answer in the place of the old one, after the message was edited or a figure corrected."""
        self._claims.add(claim)
        new = {"answer": answer, "library_version": library_version, "claim": claim}
        change = update(checks).where(checks.c.id == check_id).values(**new)
        await self._writer.write(change)

    async def find(self, check_id: str) -> Check | None:
        if (done := self._coming.get(check_id)) is not None:
            with suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), PATIENCE)
        return await self._first(select(checks).where(checks.c.id == check_id))

    async def of_message(self, chat_id: int, message_id: int) -> Check | None:
        """The latest check of a message."""
        query = select(checks).where(checks.c.chat_id == chat_id, checks.c.message_id == message_id)
        return await self._first(query.order_by(checks.c.created.desc(), checks.c.reply_message_id.desc()))

    async def of_reply(self, chat_id: int, reply_message_id: int) -> Check | None:
        """The check that a message of the bot's shows."""
        is_it = (checks.c.chat_id == chat_id) & (checks.c.reply_message_id == reply_message_id)
        return await self._first(select(checks).where(is_it))

    async def same(self, chat_id: int, claim: str, since: datetime) -> Check | None:
        """The first check of the same claim in a chat since then."""
        if not claim or not await self._claims.may_have(claim, since):
            return None
        is_it = (checks.c.chat_id == chat_id) & (checks.c.claim == claim) & (checks.c.created >= since)
        return await self._first(select(checks).where(is_it).order_by(checks.c.created))

    async def using(self, series: str, since: datetime) -> tuple[Check, ...]:
        """The checks since then whose answer rests on a figure of a series ("US.population"), the newest first."""
        rests = checks.c.answer.contains(f'"id":"{series}.', autoescape=True)
        query = select(checks).where(rests, checks.c.created >= since).order_by(checks.c.created.desc())
        return tuple(Check(**row) for row in await self._reader.rows(query))

    async def forget(self, asker_id: int) -> int:
        """Deletes those a person asked for; gives how many there were."""
        rows = await self._writer.write(delete(checks).where(checks.c.asker_id == asker_id).returning(checks.c.id))
        return len(rows)

    async def forget_chat(self, chat_id: int) -> int:
        """Deletes those of a chat; gives how many there were."""
        rows = await self._writer.write(delete(checks).where(checks.c.chat_id == chat_id).returning(checks.c.id))
        return len(rows)

    async def groups_of(self, asker_id: int, limit: int) -> tuple[int, ...]:
        """The groups that a person has asked in, the latest first."""
        asked = (checks.c.asker_id == asker_id) & (checks.c.chat_id < 0)
        query = select(checks.c.chat_id).where(asked).group_by(checks.c.chat_id)
        rows = await self._reader.rows(query.order_by(func.max(checks.c.created).desc()).limit(limit))
        return tuple(row["chat_id"] for row in rows)

    async def correct(self, check: Check) -> None:
        """Puts another answer, and what is said above it, in the place of those of a check."""
        self._claims.add(check.claim)
        new = {name: getattr(check, name) for name in ("answer", "library_version", "origin", "claim")}
        await self._writer.write(update(checks).where(checks.c.id == check.id).values(**new))

    async def move(self, chat_id: int, new_id: int) -> None:
        """A group has become a supergroup: its chat has another number, and its messages from now on theirs."""
        await self._writer.write(update(checks).where(checks.c.chat_id == chat_id).values(chat_id=new_id))

    async def expire(self, now: datetime) -> None:
        """Deletes what is older than 30 days."""
        self._claims.forget()
        await self._writer.write(delete(checks).where(checks.c.created < now - KEPT))

    async def _first(self, query: Select[Any]) -> Check | None:
        found = await self._reader.rows(query.limit(1))
        return Check(**found[0]) if found else None
