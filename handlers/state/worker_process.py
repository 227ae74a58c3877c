"""A process beside the bot's for work that nobody else should have to wait for."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar, TypeVarTuple, Unpack

Given = TypeVarTuple("Given")
Result = TypeVar("Result")


class WorkerProcess:
    """Starts its process at the first call, and again at the first one after `close`."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    @property
    def is_running(self) -> bool:
        return self._pool is not None

    async def run(self, seconds: float, function: Callable[[Unpack[Given]], Result], *args: *Given) -> Result:
        """Returns what a module's function gives in the process, which does one thing at a time.

        Raises TimeoutError after so many seconds, and BrokenExecutor if the process has ended. It is to be closed then.
        """
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_initialize_process)
        return await asyncio.wait_for(asyncio.get_running_loop().run_in_executor(self._pool, function, *args), seconds)

    def kill(self) -> None:
        """Kills the process as it is, so that the next call finds it broken; for tests."""
        for process in list((self._pool._processes or {}).values() if self._pool else ()):  # noqa: SLF001
            process.kill()

    def close(self) -> None:
        """Ends the process, and gives up what it is doing."""
        self.kill()  # there is no other way to end one that hangs
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)


def _initialize_process() -> None:
    # Ctrl-C reaches every process of the terminal, but the bot is what ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(AttributeError, OSError):  # Windows
        os.nice(5)  # those who are answered in the bot's own process come first
    Thread(target=_end_with_bot, daemon=True).start()


def _end_with_bot() -> None:
    """Ends this process with the bot's, also where that is killed and can end nothing itself."""
    bot = parent_process()
    if bot is not None:
        bot.join()
        os._exit(0)
