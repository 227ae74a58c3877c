"""How often the bot has spoken up unasked in each group."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

HOUR = 3600.0
_MOST = 10_000


@dataclass
class WatchLimit:
    """When the bot last spoke up in each group."""

    clock: Callable[[], float] = monotonic
    _spoken: dict[int, deque[float]] = field(default_factory=dict)

    def has_room(self, chat_id: int, hourly: int) -> bool:
        times = self._spoken.get(chat_id, deque())
        while times and self.clock() - times[0] >= HOUR:
            times.popleft()
        return len(times) < hourly

    def note(self, chat_id: int) -> None:
        if len(self._spoken) >= _MOST:
            self._spoken.clear()
        self._spoken.setdefault(chat_id, deque(maxlen=100)).append(self.clock())
