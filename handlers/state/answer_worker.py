"""Works out long texts in a process of its own, so that no other chat has to wait, and gives up what takes too long.

The process starts for the first long text and ends when there was none for some minutes, as its library takes as much
memory as the bot's. It gets the very library that is in use, through a file, whatever stands in the owners' folder.
"""

from __future__ import annotations

import asyncio
import tempfile
from concurrent.futures import BrokenExecutor
from datetime import date
from pathlib import Path
from typing import Protocol

import structlog

from handlers.state.worker_process import WorkerProcess
from i18n.language import say, translatable
from knowledge import Library
from knowledge.files.cache import read_cache, write_cache
from reasoning.model.answer import Answer, Obstacle

log = structlog.get_logger(__name__)

ANSWER_TIMEOUT = 10.0  # seconds for a text; 50,000 characters take one
IDLE_TIMEOUT = 120.0  # seconds without a long text, after which the process ends
_START_TIMEOUT = 60.0
MOST_WAITING = 8  # texts, that one included which is being worked out

TOO_LONG = translatable("This text takes longer than I may work on one. Send the part that makes the claim, by itself.")
TOO_MANY = translatable("I am working on other long texts just now. Send this one again in a minute.")


class AnswerFunction(Protocol):
    """reasoning.answer: returns the answer to a text as of a day, in the language `locale`.

    It has to be a module's own, since the process imports it by its name.
    """

    def __call__(self, text: str, library: Library, as_of: date, /, *, locale: str = ...) -> Answer: ...


class AnswerWorker:
    """One process, and those who wait for it in the order in which they came."""

    def __init__(self) -> None:
        self.process = WorkerProcess()
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._version = ""  # of the library that the process has
        self._idle: asyncio.TimerHandle | None = None

    async def answer(
        self, function: AnswerFunction, text: str, library: Library, as_of: date, *, locale: str = "en"
    ) -> Answer:
        """Returns what the function answers; one without a finding whose note says so where that takes too long.

        Raises what the function raises, and OSError where the library can't be written for the process.
        """
        if self._waiting >= MOST_WAITING:
            return Answer((), as_of, library.version, say(TOO_MANY), left_open=Obstacle.LENGTH)
        self._waiting += 1
        try:
            async with self._turn:
                self._keep_running()
                for _ in range(2):  # once more if the process was killed
                    try:
                        await self._start(library)
                        return await self.process.run(
                            ANSWER_TIMEOUT, _answer, function, text, library.version, as_of, locale
                        )
                    except BrokenExecutor:
                        log.warning("the process for long texts ended")
                        self.close()
                return Answer((), as_of, library.version, say(TOO_LONG), left_open=Obstacle.LENGTH)
        except TimeoutError:
            log.warning("a long text took too long", characters=len(text))
            self.close()
            return Answer((), as_of, library.version, say(TOO_LONG), left_open=Obstacle.LENGTH)
        finally:
            self._waiting -= 1
            self._end_when_idle()

    def close(self) -> None:
        """Ends the process, and gives up what it is working out."""
        self._keep_running()
        self.process.close()
        self._version = ""

    async def _start(self, library: Library) -> None:
        """Has the process load the library, if it has not done so."""
        if self._version == library.version:
            return
        self.process.close()  # what it had loaded would stay in its memory beside
        with tempfile.TemporaryDirectory(prefix="addsup-") as folder:
            await asyncio.to_thread(write_cache, Path(folder), library.version, library.tree)
            await self.process.run(_START_TIMEOUT, _load, folder, library.version)
        self._version = library.version

    def _end_when_idle(self) -> None:
        self._keep_running()
        if self.process.is_running and not self._waiting:
            self._idle = asyncio.get_running_loop().call_later(IDLE_TIMEOUT, self.close)

    def _keep_running(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None


_loaded: dict[str, Library] = {}  # in the process: the one library that it has, by version


def _load(folder: str, version: str) -> None:
    tree = read_cache(Path(folder), version)
    if tree is None:
        raise OSError("the library could not be handed over")
    _loaded.clear()
    _loaded[version] = Library(tree, version)


def _answer(function: AnswerFunction, text: str, version: str, as_of: date, locale: str) -> Answer:
    return function(text, _loaded[version], as_of, locale=locale)
