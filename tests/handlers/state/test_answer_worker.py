"""Long texts in a process of their own: by the library in use, with a limit, and gone when nobody needs it."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from handlers.state import answer_worker
from handlers.state.answer_worker import TOO_LONG, TOO_MANY, AnswerWorker
from i18n.language import use_language
from knowledge import Library
from reasoning.model.answer import Answer
from tests.botapi.telegram import PATIENCE

DAY = date(2026, 11, 30)


@pytest.fixture
def worker() -> Iterator[AnswerWorker]:
    worker = AnswerWorker()
    yield worker
    worker.close()


def quick(text: str, library: Library, as_of: date, /, *, locale: str = "en") -> Answer:
    """Says what reached it."""
    return Answer((), as_of, library.version, f"{text} {locale} {len(library.entities)}")


def endless(text: str, library: Library, as_of: date, /, *, locale: str = "en") -> Answer:
    """Never comes to an end by itself, unless the text is "short"."""
    while text != "short":
        time.sleep(0.01)
    return quick(text, library, as_of, locale=locale)


def failing(text: str, library: Library, as_of: date, /, *, locale: str = "en") -> Answer:
    raise ZeroDivisionError(text)


async def test_the_function_gets_the_text_and_the_library_in_use(worker: AnswerWorker, library: Library) -> None:
    answer = await worker.answer(quick, "words", library, DAY, locale="es")
    assert answer == Answer((), DAY, library.version, f"words es {len(library.entities)}")
    other = Library(library.tree, "another")
    assert (await worker.answer(quick, "words", other, DAY)).library_version == "another"


async def test_beyond_the_limit_the_person_is_told_and_the_next_text_is_answered(
    worker: AnswerWorker, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    await worker.answer(endless, "short", library, DAY)
    monkeypatch.setattr(answer_worker, "ANSWER_TIMEOUT", 0.0)
    with use_language("es"):
        assert (await worker.answer(endless, "long", library, DAY)).note.startswith("Este texto lleva más tiempo")
    assert not worker.process.is_running
    assert (await worker.answer(endless, "long", library, DAY)).note == TOO_LONG
    monkeypatch.setattr(answer_worker, "ANSWER_TIMEOUT", PATIENCE)
    assert (await worker.answer(endless, "short", library, DAY)).note.startswith("short")


async def test_a_process_that_was_killed_is_started_again(worker: AnswerWorker, library: Library) -> None:
    await worker.answer(quick, "words", library, DAY)
    worker.process.kill()
    assert (await worker.answer(quick, "again", library, DAY)).note.startswith("again")


async def test_what_the_function_raises_is_raised(worker: AnswerWorker, library: Library) -> None:
    with pytest.raises(ZeroDivisionError):
        await worker.answer(failing, "words", library, DAY)
    assert (await worker.answer(quick, "again", library, DAY)).note.startswith("again")


class Held:
    """A process in whose place the test says when a text is done."""

    def __init__(self) -> None:
        self.is_running = False
        self.closed = asyncio.Event()
        self.begun = asyncio.Event()
        self.done = asyncio.Event()
        self.asked: list[object] = []

    async def run(self, seconds: float, function: Callable[..., object], *args: object) -> object:
        self.is_running = True
        if function is not answer_worker._answer:
            return None
        self.asked.append(args[1])
        self.begun.set()
        await self.done.wait()
        return Answer((), DAY, "held", str(args[1]))

    def close(self) -> None:
        if self.is_running:
            self.closed.set()
        self.is_running = False


@pytest.fixture
async def held(worker: AnswerWorker, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Held]:
    held = Held()
    monkeypatch.setattr(worker, "process", held)
    yield held
    held.done.set()


async def test_texts_are_worked_out_one_at_a_time_and_too_many_are_told_so(
    worker: AnswerWorker, library: Library, held: Held
) -> None:
    asked = [asyncio.create_task(worker.answer(quick, str(n), library, DAY)) for n in range(answer_worker.MOST_WAITING)]
    await asyncio.wait_for(held.begun.wait(), PATIENCE)
    assert (await worker.answer(quick, "one more", library, DAY)).note == TOO_MANY
    assert held.asked == ["0"]
    held.done.set()
    assert [(await one).note for one in asked] == [str(n) for n in range(answer_worker.MOST_WAITING)]
    assert held.asked == [str(n) for n in range(answer_worker.MOST_WAITING)]


async def test_the_process_ends_when_nobody_needs_it(
    worker: AnswerWorker, library: Library, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    held.done.set()
    await worker.answer(quick, "words", library, DAY)
    assert held.is_running
    monkeypatch.setattr(answer_worker, "IDLE_TIMEOUT", 0.0)
    await worker.answer(quick, "words", library, DAY)
    await asyncio.wait_for(held.closed.wait(), PATIENCE)
    assert not held.is_running


async def test_the_library_leaves_no_file_behind(
    worker: AnswerWorker, library: Library, held: Held, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = tmp_path / "files"
    files.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(files))
    held.done.set()
    await worker.answer(quick, "words", library, DAY)
    assert list(files.iterdir()) == []
