"""Draws charts in a process of its own, so that no reply has to wait for one."""

from __future__ import annotations

from concurrent.futures import BrokenExecutor

import structlog

from handlers.state.worker_process import WorkerProcess
from reasoning.presenting.chart import Chart

log = structlog.get_logger(__name__)

_DRAW_TIMEOUT = 20  # seconds; a chart takes a twentieth of one
_IMPORT_TIMEOUT = 120


class ChartError(Exception):
    """Raised for a chart that could not be drawn."""


class ChartWorker:
    """Starts its process for the first chart, or before that with `warm_up`."""

    def __init__(self) -> None:
        self.process = WorkerProcess()

    async def draw(self, chart: Chart) -> bytes:
        """Returns the chart as a PNG. Raises ChartError."""
        for _ in range(2):  # once more if the process was killed
            try:
                return await self.process.run(_DRAW_TIMEOUT, _draw_chart, chart)
            except (BrokenExecutor, TimeoutError) as error:
                log.warning("the picture process failed", kind=type(error).__name__)
                self.close()
        raise ChartError

    async def warm_up(self) -> None:
        """Has the process import what it draws with, which takes about a second."""
        try:
            await self.process.run(_IMPORT_TIMEOUT, _import_drawing)
        except (BrokenExecutor, TimeoutError):
            self.close()

    def close(self) -> None:
        """Ends the process, and gives up a chart that it is drawing."""
        self.process.close()


def _draw_chart(chart: Chart) -> bytes:
    from reasoning.presenting.picture import draw

    return draw(chart)


def _import_drawing() -> None:
    from reasoning.presenting.picture import warm

    warm()
