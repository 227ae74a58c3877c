"""Open texts: how many were left without a verdict, by day and by why. Nothing of the texts, and nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.database_schema import open_texts
from storage.upsert import insert
from storage.writer import Writer

RETENTION_OF_COUNTS = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class OpenTextCount:
    """How many texts were left open on a day for the same reason, such as "two_sides"."""

    day: date
    obstacle: str
    texts: int


class OpenTexts:
    """Reads and writes the counts of open texts."""

    def __init__(self, engine: AsyncEngine, writer: Writer) -> None:
        self._engine = engine
        self._writer = writer

    async def count(self, obstacle: str, today: date) -> None:
        """Adds one text."""
        statement = insert(open_texts, self._engine.dialect.name).values(day=today, obstacle=obstacle, texts=1)
        key = [open_texts.c.day, open_texts.c.obstacle]
        one_more = {"texts": open_texts.c.texts + 1}
        await self._writer.write(statement.on_conflict_do_update(index_elements=key, set_=one_more))

    async def counts(self, since: date) -> tuple[OpenTextCount, ...]:
        """Returns the counts from a day on, the latest day first, then the most texts."""
        c = open_texts.c
        query = select(open_texts).where(c.day >= since).order_by(c.day.desc(), c.texts.desc(), c.obstacle)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(query)).mappings().all()
        return tuple(OpenTextCount(**row) for row in rows)

    async def expire(self, today: date) -> None:
        """Deletes what is older than a year."""
        await self._writer.write(delete(open_texts).where(open_texts.c.day < today - RETENTION_OF_COUNTS))
