"""Feedback: what people found wrong with a reply, as one of three buttons, without words of theirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.checks import RETENTION
from storage.database_schema import checks, feedback
from storage.upsert import insert
from storage.writer import Writer


@dataclass(frozen=True, slots=True)
class Feedback:
    """What one person found wrong with one check.

    `wrong` is "misread", "figure" or "reasoning". `reading` is how the claim was read, as the reply shows it.
    """

    check_id: str
    user_id: int
    wrong: str
    reading: str
    verdict: str
    library_version: str
    created: datetime


@dataclass(frozen=True, slots=True)
class FeedbackCount:
    """How many people found the same wrong with the same reading, and when the last of them did."""

    reading: str
    verdict: str
    wrong: str
    people: int
    last: datetime


class Feedbacks:
    """Reads and writes feedback."""

    def __init__(self, engine: AsyncEngine, writer: Writer) -> None:
        self._engine = engine
        self._writer = writer

    async def add(self, one: Feedback) -> None:
        """Stores feedback. There is one for each person and check: a second tap replaces the first."""
        values = {name: getattr(one, name) for name in Feedback.__dataclass_fields__}
        statement = insert(feedback, self._engine.dialect.name).values(**values)
        key = [feedback.c.check_id, feedback.c.user_id]
        await self._writer.write(statement.on_conflict_do_update(index_elements=key, set_=values))

    async def latest(self, limit: int = 20, skip: int = 0) -> tuple[Feedback, ...]:
        """Returns up to `limit` feedbacks, newest first, after the first `skip`."""
        query = select(feedback).order_by(feedback.c.created.desc(), feedback.c.check_id).limit(limit).offset(skip)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(query)).mappings().all()
        return tuple(Feedback(**row) for row in rows)

    async def delete_of_person(self, user_id: int) -> int:
        """Deletes a person's feedback, and others' on what the person asked; returns the number of the person's own."""
        asked = select(checks.c.id).where(checks.c.asker_id == user_id)
        gone = (feedback.c.user_id == user_id) | feedback.c.check_id.in_(asked)
        rows = await self._writer.write(delete(feedback).where(gone).returning(feedback.c.user_id))
        return sum(row.user_id == user_id for row in rows)

    async def counts(self) -> tuple[FeedbackCount, ...]:
        """Returns the number of people by reading, verdict and what is wrong; the latest feedback first."""
        same = (feedback.c.reading, feedback.c.verdict, feedback.c.wrong)
        last = func.max(feedback.c.created).label("last")
        query = select(*same, func.count().label("people"), last).group_by(*same).order_by(last.desc(), *same)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(query)).mappings().all()
        return tuple(FeedbackCount(**row) for row in rows)

    async def expire(self, now: datetime) -> None:
        """Deletes feedback older than RETENTION, like the checks it is about."""
        await self._writer.write(delete(feedback).where(feedback.c.created < now - RETENTION))
