"""Draws charts in a process of its own, so that no reply has to wait for one."""

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

_DRAW_TIMEOUT = 20  # seconds; a chart takes a twentieth of one


class ChartError(Exception):
    """Raised for a chart that could not be drawn."""


class ChartWorker:
    """Starts its process for the first chart, or before that with `warm_up`."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    async def draw(self, chart: Chart) -> bytes:
        """Returns the chart as a PNG. Raises ChartError."""
        for _ in range(2):  # once more if the process was killed
            try:
                return await asyncio.wait_for(
                    asyncio.get_running_loop().run_in_executor(self._open(), _draw_chart, chart), _DRAW_TIMEOUT
                )
            except (BrokenExecutor, TimeoutError) as error:
                log.warning("the picture process failed", kind=type(error).__name__)
                self.close()
        raise ChartError

    async def warm_up(self) -> None:
        """Has the process import what it draws with, which takes about a second."""
        try:
            await asyncio.get_running_loop().run_in_executor(self._open(), _import_drawing)
        except BrokenExecutor:
            self.close()

    def close(self) -> None:
        """Ends the process, and gives up a chart that it is drawing."""
        pool, self._pool = self._pool, None
        if pool is not None:
            for process in list((pool._processes or {}).values()):  # noqa: SLF001 no other way to end one that hangs
                process.kill()
            pool.shutdown(wait=False, cancel_futures=True)

    def _open(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_initialize_process)
        return self._pool


def _initialize_process() -> None:
    # Ctrl-C reaches every process of the terminal, but the bot is what ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_bot, daemon=True).start()


def _end_with_bot() -> None:
    """Ends this process with the bot's, also where that is killed and can end nothing itself."""
    bot = parent_process()
    if bot is not None:
        bot.join()
        os._exit(0)


def _draw_chart(chart: Chart) -> bytes:
    from reckoning.shown.picture import draw

    return draw(chart)


def _import_drawing() -> None:
    from reckoning.shown.picture import warm

    warm()
