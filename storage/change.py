"""Who changed the knowledge, when, and what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.schema import changes
from storage.writer import Writer


@dataclass(frozen=True, slots=True)
class Change:
    """`file` is the file's name in the owners' folder, `summary` what changed, a line for each row."""

    user_id: int
    file: str
    summary: str
    created: datetime


class Changes:
    def __init__(self, engine: AsyncEngine, writer: Writer) -> None:
        self._engine = engine
        self._writer = writer

    async def keep(self, change: Change) -> None:
        values = {name: getattr(change, name) for name in Change.__dataclass_fields__}
        await self._writer.write(insert(changes).values(**values))

    async def latest(self, limit: int = 20) -> tuple[Change, ...]:
        """The newest first."""
        columns = (changes.c.user_id, changes.c.file, changes.c.summary, changes.c.created)
        query = select(*columns).order_by(changes.c.id.desc()).limit(limit)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(query)).mappings().all()
        return tuple(Change(**row) for row in rows)
