"""Figures that people asked for and the bot had not: counted, without who asked or in which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.tables import wanted_figures
from storage.upsert import insert
from storage.writer import Writer

KEPT = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class MissingFigure:
    """How often a measure of an entity was asked for, and on which day last."""

    entity: str
    measure: str
    asked: int
    last: date


class MissingFigures:
    def __init__(self, engine: AsyncEngine, writer: Writer) -> None:
        self._engine = engine
        self._writer = writer

    async def note(self, figures: Iterable[tuple[str, str]], today: date) -> None:
        """Counts one more asking for each of these, entity and measure."""
        for entity, measure in dict.fromkeys(figures):
            statement = insert(wanted_figures, self._engine.dialect.name).values(
                entity=entity, measure=measure, asked=1, last=today
            )
            one_more = {"asked": wanted_figures.c.asked + 1, "last": today}
            key = [wanted_figures.c.entity, wanted_figures.c.measure]
            await self._writer.write(statement.on_conflict_do_update(index_elements=key, set_=one_more))

    async def most(self, limit: int = 1000) -> tuple[MissingFigure, ...]:
        """The most asked for first, then the latest."""
        c = wanted_figures.c
        query = select(wanted_figures).order_by(c.asked.desc(), c.last.desc(), c.entity, c.measure).limit(limit)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(query)).mappings().all()
        return tuple(MissingFigure(**row) for row in rows)

    async def drop(self, figures: Iterable[tuple[str, str]]) -> None:
        """Forgets these: they are known by now."""
        for entity, measure in figures:
            is_it = (wanted_figures.c.entity == entity) & (wanted_figures.c.measure == measure)
            await self._writer.write(delete(wanted_figures).where(is_it))

    async def expire(self, today: date) -> None:
        """Forgets what nobody has asked for in a year."""
        await self._writer.write(delete(wanted_figures).where(wanted_figures.c.last < today - KEPT))
