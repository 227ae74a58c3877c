"""Checks: which reply answered which message, so that buttons and edits find it again. Never the message's text."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, delete, func, insert, or_, select, update

from storage.database_schema import checks
from storage.query_runner import QueryRunner
from storage.recent_claims import RecentClaims
from storage.writer import Writer

RETENTION = timedelta(days=30)
"""How long a check, and the feedback on it, is kept."""
SENDING_TIMEOUT = 5.0  # seconds that `find` waits for a check whose reply is being sent
_INSERT = insert(checks)


@dataclass(frozen=True, slots=True)
class Check:
    """One answered message.

    `message_id` is the message judged (the first of `parts`), `reply_message_id` the bot's reply to it.

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


def new_check_id() -> str:
    """Returns a random id of 12 characters: it cannot be guessed, and fits into a button's 64 bytes."""
    return secrets.token_urlsafe(9)


class Checks:
    """Reads and writes checks."""

    def __init__(self, reader: QueryRunner, writer: Writer) -> None:
        self._reader = reader
        self._writer = writer
        self._recent_claims = RecentClaims(reader)
        self._being_sent: dict[str, asyncio.Event] = {}

    @asynccontextmanager
    async def sending(self, check_id: str) -> AsyncIterator[None]:
        """Marks a check as being sent, within the block; `find` then waits until the block ends.

        Telegram shows a reply with its buttons before its check is stored. Whoever opens one from another chat in
        that moment must not be told that it is gone.
        """
        done = self._being_sent[check_id] = asyncio.Event()
        try:
            yield
        finally:
            del self._being_sent[check_id]
            done.set()

    async def add(self, check: Check) -> None:
        """Stores a new check."""
        self._recent_claims.add(check.claim)
        await self._writer.write(_INSERT, {name: getattr(check, name) for name in Check.__dataclass_fields__})

    async def replace_answer(self, check_id: str, answer: str, library_version: str, claim: str = "") -> None:
        """Replaces the answer of a check whose message was edited or asked again."""
        self._recent_claims.add(claim)
        new = {"answer": answer, "library_version": library_version, "claim": claim}
        change = update(checks).where(checks.c.id == check_id).values(**new)
        await self._writer.write(change)

    async def find(self, check_id: str) -> Check | None:
        """Returns the check with this id, or None."""
        if (done := self._being_sent.get(check_id)) is not None:
            with suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), SENDING_TIMEOUT)
        return await self._first(select(checks).where(checks.c.id == check_id))

    async def find_by_message(self, chat_id: int, message_id: int) -> Check | None:
        """Returns the latest check of a message, or None."""
        query = select(checks).where(checks.c.chat_id == chat_id, checks.c.message_id == message_id)
        return await self._first(query.order_by(checks.c.created.desc(), checks.c.reply_message_id.desc()))

    async def find_by_reply(self, chat_id: int, reply_message_id: int) -> Check | None:
        """Returns the check that a message of the bot shows, or None."""
        is_it = (checks.c.chat_id == chat_id) & (checks.c.reply_message_id == reply_message_id)
        return await self._first(select(checks).where(is_it))

    async def find_same_claim(self, chat_id: int, claim: str, since: datetime) -> Check | None:
        """Returns the first check in a chat since `since` with this claim digest, or None."""
        if not claim or not await self._recent_claims.may_have(claim, since):
            return None
        is_it = (checks.c.chat_id == chat_id) & (checks.c.claim == claim) & (checks.c.created >= since)
        return await self._first(select(checks).where(is_it).order_by(checks.c.created))

    async def find_using_series(self, series: str, since: datetime) -> tuple[Check, ...]:
        """Returns the checks since `since` whose answer uses a figure of the series ("US.population"), newest first."""
        rests = or_(*(checks.c.answer.contains(f"{before}{series}.", autoescape=True) for before in ('"', " / ")))
        query = select(checks).where(rests, checks.c.created >= since).order_by(checks.c.created.desc())
        return tuple(Check(**row) for row in await self._reader.rows(query))

    async def delete_of_asker(self, asker_id: int) -> int:
        """Deletes the checks that a person asked for; returns how many there were."""
        rows = await self._writer.write(delete(checks).where(checks.c.asker_id == asker_id).returning(checks.c.id))
        return len(rows)

    async def delete_of_chat(self, chat_id: int) -> int:
        """Deletes the checks of a chat; returns how many there were."""
        rows = await self._writer.write(delete(checks).where(checks.c.chat_id == chat_id).returning(checks.c.id))
        return len(rows)

    async def groups_of(self, asker_id: int, limit: int) -> tuple[int, ...]:
        """Returns the ids of the groups that a person has asked in, latest first."""
        asked = (checks.c.asker_id == asker_id) & (checks.c.chat_id < 0)
        query = select(checks.c.chat_id).where(asked).group_by(checks.c.chat_id)
        rows = await self._reader.rows(query.order_by(func.max(checks.c.created).desc()).limit(limit))
        return tuple(row["chat_id"] for row in rows)

    async def replace_reply(self, check: Check) -> None:
        """Replaces the answer of a check and the line above it (`origin`), after a figure was corrected."""
        self._recent_claims.add(check.claim)
        new = {name: getattr(check, name) for name in ("answer", "library_version", "origin", "claim")}
        await self._writer.write(update(checks).where(checks.c.id == check.id).values(**new))

    async def move_chat(self, chat_id: int, new_id: int) -> None:
        """Moves the checks of a group that became a supergroup to its new id."""
        await self._writer.write(update(checks).where(checks.c.chat_id == chat_id).values(chat_id=new_id))

    async def expire(self, now: datetime) -> None:
        """Deletes the checks older than RETENTION."""
        self._recent_claims.clear()
        await self._writer.write(delete(checks).where(checks.c.created < now - RETENTION))

    async def _first(self, query: Select[Any]) -> Check | None:
        found = await self._reader.rows(query.limit(1))
        return Check(**found[0]) if found else None
