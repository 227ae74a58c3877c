"""Limits how often the bot replies unasked in a group."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

HOUR = 3600.0
_MOST = 10_000


@dataclass
class WatchLimit:
    """Keeps, in memory, the times of the unasked replies in each group."""

    clock: Callable[[], float] = monotonic
    _replies: dict[int, deque[float]] = field(default_factory=dict)

    def allows(self, chat_id: int, hourly: int) -> bool:
        """Whether there were fewer than `hourly` replies in the last hour."""
        times = self._replies.get(chat_id, deque())
        while times and self.clock() - times[0] >= HOUR:
            times.popleft()
        return len(times) < hourly

    def count_reply(self, chat_id: int) -> None:
        """Counts a reply sent now."""
        if len(self._replies) >= _MOST:
            self._replies.clear()
        self._replies.setdefault(chat_id, deque(maxlen=100)).append(self.clock())
