"""The owners' folder is watched: what changes there is in use within two seconds, and what is broken is told once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from weakref import WeakSet

import pytest

from handlers import Deployment
from handlers.state.live_library import FolderSnapshot, LiveLibrary
from knowledge import Library
from storage import FOLDER_USER_ID, Storage
from tests.botapi import Telegram
from tests.botapi.telegram import PATIENCE
from tests.handlers.conftest import OWNER, run_bot
from tests.handlers.owner_chat import BETTER, BROKEN, press_and_read, read_ratio


class LookCounter:
    """Counts how often the folder has been looked at."""

    def __init__(self) -> None:
        self.count = 0
        self._next = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    def note(self) -> None:
        """A look is over. Called in whatever thread it was made."""
        self._loop.call_soon_threadsafe(self._count)

    async def pass_by(self, number: int) -> None:
        """Until so many more have been begun and ended after now, and what the last but one showed is dealt with."""
        end = self.count + number + 1
        async with asyncio.timeout(PATIENCE):
            while self.count < end:
                self._next.clear()
                await self._next.wait()

    def _count(self) -> None:
        self.count += 1
        self._next.set()


@pytest.fixture(autouse=True)
async def looks(monkeypatch: pytest.MonkeyPatch) -> LookCounter:
    counted, glance = LookCounter(), LiveLibrary.scan_folder

    def look(self: LiveLibrary) -> FolderSnapshot:
        found = glance(self)
        counted.note()
        return found

    monkeypatch.setattr(LiveLibrary, "scan_folder", look)
    return counted


@pytest.fixture
async def place(deployment: Deployment) -> AsyncIterator[Path]:
    """Where the owners' population lies, with a bot at work."""
    (deployment.owners_folder / "figures").mkdir(parents=True)
    async with run_bot(deployment):
        yield deployment.owners_folder / "figures" / "population.yaml"


async def test_a_change_is_taken_up_told_and_logged(tg: Telegram, place: Path, deployment: Deployment) -> None:
    assert await read_ratio(tg) == "1.00×"
    tg.private(OWNER)
    place.write_bytes(BETTER)  # noqa: ASYNC240
    assert (await tg.next_reply(OWNER))["text"].startswith("Taken up: 1 figure changed, version ")
    assert await read_ratio(tg) == "2.00×"
    database = await Storage.open(deployment.database_url)
    (change,) = await database.knowledge_changes.latest()
    await database.close()
    assert (change.user_id, change.file) == (FOLDER_USER_ID, "figures/population.yaml")
    assert "in the folder" in (await tg.ask(OWNER, "/log"))["text"]
    await press_and_read(tg, await tg.ask(OWNER, "/undo 1"), "Apply")
    assert await read_ratio(tg) == "1.00×"
    assert not place.exists()  # noqa: ASYNC240


async def test_of_the_replaced_figures_nothing_is_left(
    tg: Telegram, deployment: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    alive: WeakSet[Library] = WeakSet()
    make = Library.__init__

    def counted(self: Library, *given: Any, **named: Any) -> None:
        make(self, *given, **named)
        alive.add(self)

    monkeypatch.setattr(Library, "__init__", counted)
    (deployment.owners_folder / "figures").mkdir(parents=True)
    async with run_bot(deployment):
        tg.private(OWNER)
        await read_ratio(tg)
        for value in (b"61", b"62", b"63"):
            (deployment.owners_folder / "figures" / "population.yaml").write_bytes(BETTER.replace(b"61", value))
            assert "Taken up" in (await tg.next_reply(OWNER))["text"]
        async with asyncio.timeout(PATIENCE):
            while len(alive) > 1:  # noqa: ASYNC110 the replies that used the old ones are looked through first
                await asyncio.sleep(0.02)


async def test_it_takes_three_looks_at_most(
    tg: Telegram, place: Path, looks: LookCounter, deployment: Deployment
) -> None:
    """One may be under way, the next sees the change, the one after that sees that it has settled."""
    tg.private(OWNER)
    await read_ratio(tg)
    before = looks.count
    place.write_bytes(BETTER)  # noqa: ASYNC240
    await tg.next_reply(OWNER)
    assert looks.count - before <= 3
    assert 3 * deployment.folder_check_seconds < 2


async def test_a_broken_file_is_told_once_and_changes_nothing(tg: Telegram, place: Path, looks: LookCounter) -> None:
    tg.private(OWNER)
    await read_ratio(tg)
    place.write_bytes(BROKEN)  # noqa: ASYNC240
    told = (await tg.next_reply(OWNER))["text"]
    assert told.startswith("⚠ The knowledge folder has mistakes, so I go on with the figures I had. 2 mistakes:")
    assert "figures/population.yaml:5 MX.2016: '61k3' is not a number. Did you mean '61.3k'?" in told
    place.write_bytes(BROKEN)  # noqa: ASYNC240
    await looks.pass_by(3)
    assert await read_ratio(tg) == "1.00×"
    assert await tg.is_silent(OWNER, OWNER)
    place.write_bytes(BETTER)  # noqa: ASYNC240
    assert (await tg.next_reply(OWNER))["text"].startswith("Taken up: 1 figure changed, version ")
    assert await read_ratio(tg) == "2.00×"


async def test_mended_as_it_was(tg: Telegram, place: Path) -> None:
    tg.private(OWNER)
    await read_ratio(tg)
    place.write_bytes(BROKEN)  # noqa: ASYNC240
    await tg.next_reply(OWNER)
    place.unlink()  # noqa: ASYNC240
    assert (await tg.next_reply(OWNER))["text"].startswith("Taken up: 0 figures changed, version ")


async def test_other_files_that_lie_there(tg: Telegram, place: Path) -> None:
    tg.private(OWNER)
    (place.parent.parent / "figure.yaml").write_text("a: b\n")
    assert "figure.yaml: not a knowledge file" in (await tg.next_reply(OWNER))["text"]
    assert await read_ratio(tg) == "1.00×"


async def test_broken_from_the_start(tg: Telegram, deployment: Deployment) -> None:
    tg.private(OWNER)
    place = deployment.owners_folder / "figures" / "population.yaml"
    place.parent.mkdir(parents=True)
    place.write_bytes(BROKEN)
    async with run_bot(deployment):
        assert "figures/population.yaml:5" in (await tg.next_reply(OWNER))["text"]
        assert await read_ratio(tg) == "1.00×"
        place.write_bytes(BETTER)
        assert "1 figure changed" in (await tg.next_reply(OWNER))["text"]
        assert await read_ratio(tg) == "2.00×"


async def test_what_an_owner_applies_is_not_told_again(tg: Telegram, place: Path, looks: LookCounter) -> None:
    shown = await tg.ask(tg.private(OWNER), "/set Mexico population 2016 61 million source wb")
    await press_and_read(tg, shown, "Apply")
    await looks.pass_by(3)
    assert await tg.is_silent(OWNER, OWNER)


async def test_owners_who_cant_be_told_hinder_nobody(tg: Telegram, deployment: Deployment) -> None:
    (deployment.owners_folder / "figures").mkdir(parents=True)
    async with run_bot(replace(deployment, owners=frozenset({1, OWNER}))):
        tg.private(OWNER)
        await read_ratio(tg)
        (deployment.owners_folder / "figures" / "population.yaml").write_bytes(BETTER)
        assert (await tg.next_reply(OWNER))["text"].startswith("Taken up: 1 figure changed")


async def test_a_folder_that_comes_later(tg: Telegram, deployment: Deployment) -> None:
    async with run_bot(deployment):
        tg.private(OWNER)
        await read_ratio(tg)
        (deployment.owners_folder / "figures").mkdir(parents=True)
        (deployment.owners_folder / "figures" / "population.yaml").write_bytes(BETTER)
        assert (await tg.next_reply(OWNER))["text"].startswith("Taken up: 1 figure changed")
