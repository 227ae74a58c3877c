"""How much one answer may take: counted in steps and not by a clock, so that the same text gets the same answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

MOST_STEPS = 50_000  # an article of 5,000 characters takes 1,200


class WorkLimitError(Exception):
    """The text takes more steps than it may: what was found so far is kept."""


class Work:
    """The steps of one answer. At `most` it stops once; what is begun may take as many again to be ended."""

    def __init__(self, most: int) -> None:
        self._left, self._most = most, most
        self.is_over = False

    @property
    def spent(self) -> int:
        """The steps so far, until it is over."""
        return self._most - self._left

    def spend(self, steps: int) -> None:
        """Counts; raises WorkLimitError where that was one too many."""
        self._left -= steps
        if self._left < 0:
            self.is_over, self._left = True, self._most
            raise WorkLimitError


_work: ContextVar[Work | None] = ContextVar("work", default=None)


@contextmanager
def limited() -> Iterator[Work]:
    """Within, `spend` counts anew."""
    work = Work(MOST_STEPS)
    token = _work.set(work)
    try:
        yield work
    finally:
        _work.reset(token)


def spend(steps: int = 1) -> None:
    """Counts steps of the answer that is being worked out; raises WorkLimitError where they are too many."""
    work = _work.get()
    if work is not None:
        work.spend(steps)
