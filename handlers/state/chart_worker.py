"""Where pictures are drawn: a process of its own, so that no reply waits for one."""

from __future__ import annotations

import asyncio
import os
import signal
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from threading import Thread

import structlog

from reckoning.shown.chart import Chart

log = structlog.get_logger(__name__)

_PATIENCE = 20  # seconds; a picture takes a twentieth of one


class ChartError(Exception):
    """It could not be drawn."""


class ChartWorker:
    """Starts its process at the first use; `warm` makes that use beforehand."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    async def draw(self, chart: Chart) -> bytes:
        """The chart as a PNG. Raises NoPicture."""
        for _ in range(2):  # once more if the process was killed
            try:
                return await asyncio.wait_for(
                    asyncio.get_running_loop().run_in_executor(self._open(), _draw, chart), _PATIENCE
                )
            except (BrokenExecutor, TimeoutError) as error:
                log.warning("the picture process failed", kind=type(error).__name__)
                self.close()
        raise ChartError

    async def warm(self) -> None:
        """Has the process load what it draws with, which takes about a second."""
        try:
            await asyncio.get_running_loop().run_in_executor(self._open(), _warm)
        except BrokenExecutor:
            self.close()

    def close(self) -> None:
        """Ends the process; a picture under way is given up."""
        pool, self._pool = self._pool, None
        if pool is not None:
            for process in list((pool._processes or {}).values()):  # noqa: SLF001 no other way to end one that hangs
                process.kill()
            pool.shutdown(wait=False, cancel_futures=True)

    def _open(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_begin)
        return self._pool


def _begin() -> None:
    # Ctrl-C reaches every process of the terminal; it is for the bot to end this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_bot, daemon=True).start()


def _end_with_the_bot() -> None:
    """However that ends: killed, it could not say goodbye."""
    bot = parent_process()
    if bot is not None:
        bot.join()
        os._exit(0)


def _draw(chart: Chart) -> bytes:
    from reckoning.shown.picture import draw

    return draw(chart)


def _warm() -> None:
    from reckoning.shown.picture import warm

    warm()
