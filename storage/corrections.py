"""Corrections: figures that were changed after replies had used them. The list is public."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.database_schema import corrections
from storage.writer import Writer


@dataclass(frozen=True, slots=True)
class Correction:
    """One corrected figure.

    `figure` is in words ("population of Mexico, 2024"), `before` and `after` are its values, and `replies` says
    how many replies it changed.
    """

    figure: str
    before: str
    after: str
    replies: int
    day: date


class Corrections:
    """Reads and writes corrections."""

    def __init__(self, engine: AsyncEngine, writer: Writer) -> None:
        self._engine = engine
        self._writer = writer

    async def add(self, correction: Correction) -> None:
        """Stores a correction."""
        values = {name: getattr(correction, name) for name in Correction.__dataclass_fields__}
        await self._writer.write(insert(corrections).values(**values))

    async def count(self) -> int:
        """Returns how many corrections there are."""
        async with self._engine.connect() as connection:
            return int((await connection.execute(select(func.count()).select_from(corrections))).scalar_one())

    async def latest(self, limit: int = 20, skip: int = 0) -> tuple[Correction, ...]:
        """Returns up to `limit` corrections, newest first, after the first `skip`."""
        query = select(corrections).order_by(corrections.c.id.desc()).limit(limit).offset(skip)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(query)).mappings().all()
        return tuple(Correction(**{name: row[name] for name in Correction.__dataclass_fields__}) for row in rows)
