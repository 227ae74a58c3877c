"""How much one person, and one chat, may ask for in a minute; beyond it one "slow down", then silence."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from time import monotonic

MINUTE = 60.0
PERSON, CHAT = 20, 40  # a minute; Telegram lets a bot say 20 in a group, and a person reads fewer
_MOST = 20_000  # remembered at a time


class RemainingBudget(Enum):
    """What there is room for: an answer, the one request to slow down, or nothing."""

    ANSWER = "answer"
    WARNING = "warning"
    NOTHING = "nothing"


@dataclass
class RateLimit:
    """Keeps times, not texts, and those for a minute."""

    clock: Callable[[], float] = monotonic
    person: int = PERSON
    chat: int = CHAT
    _asked: dict[tuple[str, int], deque[float]] = field(default_factory=dict)
    _warned: dict[tuple[str, int], float] = field(default_factory=dict)

    def room(self, user_id: int, chat_id: int) -> RemainingBudget:
        """Counts one more asking, unless there is no room for it."""
        now = self.clock()
        self._tidy(now)
        limits = ((("person", user_id), self.person), (("chat", chat_id), self.chat))
        spent = next((key for key, limit in limits if len(self._recent(key, now)) >= limit), None)
        if spent is None:
            for key, _ in limits:
                self._recent(key, now).append(now)
            return RemainingBudget.ANSWER
        if now - self._warned.get(spent, -MINUTE) < MINUTE:
            return RemainingBudget.NOTHING
        self._warned[spent] = now
        return RemainingBudget.WARNING

    def _recent(self, key: tuple[str, int], now: float) -> deque[float]:
        times = self._asked.setdefault(key, deque())
        while times and now - times[0] >= MINUTE:
            times.popleft()
        return times

    def _tidy(self, now: float) -> None:
        if len(self._asked) > _MOST:
            self._asked = {key: times for key, times in self._asked.items() if times and now - times[-1] < MINUTE}
        if len(self._warned) > _MOST:
            self._warned = {key: at for key, at in self._warned.items() if now - at < MINUTE}
