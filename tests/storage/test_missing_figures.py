"""Missing figures are counted, without who asked."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from storage import MissingFigure, Storage
from storage.database_schema import missing_figures

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


class TestMissingFigures:
    DAY = NOW.date()

    async def test_are_counted_most_wanted_first(self, storage: Storage) -> None:
        gdp, staff = ("MX", "gdp"), ("zorblax", "employees")
        await storage.missing_figures.count_requests([gdp], self.DAY)
        await storage.missing_figures.count_requests([staff, gdp, gdp], self.DAY + timedelta(days=1))
        later = self.DAY + timedelta(days=1)
        assert await storage.missing_figures.most_requested() == (
            MissingFigure(*gdp, 2, later),
            MissingFigure(*staff, 1, later),
        )
        await storage.missing_figures.delete([gdp])
        assert await storage.missing_figures.most_requested() == (MissingFigure(*staff, 1, later),)

    async def test_of_those_wanted_as_often_the_latest_comes_first(self, storage: Storage) -> None:
        for day, entity in enumerate(("MX", "AR", "US")):
            await storage.missing_figures.count_requests([(entity, "gdp")], self.DAY + timedelta(days=day))
        assert [one.entity for one in await storage.missing_figures.most_requested()] == ["US", "AR", "MX"]

    async def test_asked_at_once_are_all_counted(self, storage: Storage) -> None:
        await asyncio.gather(*(storage.missing_figures.count_requests([("MX", "gdp")], self.DAY) for _ in range(50)))
        assert [one.asked for one in await storage.missing_figures.most_requested()] == [50]

    async def test_are_forgotten_after_a_year(self, storage: Storage) -> None:
        await storage.missing_figures.count_requests([("MX", "gdp")], self.DAY)
        await storage.expire(NOW + timedelta(days=365))
        assert len(await storage.missing_figures.most_requested()) == 1
        await storage.expire(NOW + timedelta(days=366))
        assert await storage.missing_figures.most_requested() == ()

    def test_hold_no_text_and_nobody(self) -> None:
        assert {column.name for column in missing_figures.columns} == {"entity", "measure", "asked", "last"}
