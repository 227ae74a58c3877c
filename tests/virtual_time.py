"""An event loop whose clock jumps to the next timer instead of waiting for it: minutes pass at once, and exactly."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class _JumpingSelector(selectors.SelectSelector):
    """Moves `now` on by the seconds that it is asked to wait."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        assert timeout is not None, "everybody waits for somebody else: no timer is left"
        self.now += max(timeout, 0)
        return super().select(0)


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """For what waits for timers alone: no network, no threads."""

    def __init__(self) -> None:
        self._jumping = _JumpingSelector()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.now


def run(main: Coroutine[Any, Any, T]) -> T:
    """What the coroutine returns, worked out in a `VirtualTimeLoop` that starts at 0 seconds.

    >>> async def wait() -> float:
    ...     await asyncio.sleep(3600)
    ...     return now()
    >>> round(run(wait()))
    3600
    """
    with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner:
        return runner.run(main)


def now() -> float:
    """The seconds of the running loop's clock."""
    return asyncio.get_running_loop().time()
