"""The log of knowledge changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from storage import KnowledgeChange, Storage

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


class TestKnowledgeChanges:
    CHANGE = KnowledgeChange(
        7, "MX.population.2016", "a\nb", NOW, {"f.yaml": None}, {"f.yaml": "größer"}, "v2", undoes=1
    )

    async def test_are_listed_newest_first_and_paged(self, storage: Storage) -> None:
        for number in range(3):
            await storage.knowledge_changes.add(
                KnowledgeChange(7, f"{number}.yaml", "a\nb", NOW + timedelta(minutes=number))
            )
        assert [change.file for change in await storage.knowledge_changes.latest(2)] == ["2.yaml", "1.yaml"]
        assert [change.file for change in await storage.knowledge_changes.latest(2, skip=2)] == ["0.yaml"]
        assert await storage.knowledge_changes.count() == 3

    async def test_are_found_with_what_the_files_were(self, storage: Storage) -> None:
        number = await storage.knowledge_changes.add(self.CHANGE)
        assert await storage.knowledge_changes.find(number) == replace(self.CHANGE, id=number)
        assert await storage.knowledge_changes.find(number + 1) is None
        (listed,) = await storage.knowledge_changes.latest()
        assert listed.can_be_undone

    async def test_too_large_to_keep_cant_be_undone(self, storage: Storage) -> None:
        number = await storage.knowledge_changes.add(replace(self.CHANGE, before={"f.yaml": "x" * 2_000_000}))
        found = await storage.knowledge_changes.find(number)
        assert found is not None
        assert not found.can_be_undone
        assert not (await storage.knowledge_changes.latest())[0].can_be_undone
