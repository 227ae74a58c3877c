"""Missing figures: what people asked for and the knowledge lacks. Counted, without who asked or in which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.database_schema import missing_figures
from storage.upsert import insert
from storage.writer import Writer

RETENTION_OF_MISSING = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class MissingFigure:
    """How often a measure of an entity was asked for, and on which day last."""

    entity: str
    measure: str
    asked: int
    last: date


class MissingFigures:
    """Reads and writes missing figures."""

    def __init__(self, engine: AsyncEngine, writer: Writer) -> None:
        self._engine = engine
        self._writer = writer

    async def count_requests(self, figures: Iterable[tuple[str, str]], today: date) -> None:
        """Adds one request for each (entity, measure) of `figures`."""
        for entity, measure in dict.fromkeys(figures):
            statement = insert(missing_figures, self._engine.dialect.name).values(
                entity=entity, measure=measure, asked=1, last=today
            )
            one_more = {"asked": missing_figures.c.asked + 1, "last": today}
            key = [missing_figures.c.entity, missing_figures.c.measure]
            await self._writer.write(statement.on_conflict_do_update(index_elements=key, set_=one_more))

    async def most_requested(self, limit: int = 1000) -> tuple[MissingFigure, ...]:
        """Returns up to `limit` missing figures, most requested first, then the latest."""
        c = missing_figures.c
        query = select(missing_figures).order_by(c.asked.desc(), c.last.desc(), c.entity, c.measure).limit(limit)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(query)).mappings().all()
        return tuple(MissingFigure(**row) for row in rows)

    async def delete(self, figures: Iterable[tuple[str, str]]) -> None:
        """Deletes each (entity, measure) of `figures`: the knowledge has them by now."""
        for entity, measure in figures:
            is_it = (missing_figures.c.entity == entity) & (missing_figures.c.measure == measure)
            await self._writer.write(delete(missing_figures).where(is_it))

    async def expire(self, today: date) -> None:
        """Deletes what nobody has asked for in a year."""
        await self._writer.write(delete(missing_figures).where(missing_figures.c.last < today - RETENTION_OF_MISSING))
