"""Limits the requests of a person and of a chat in a minute."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from time import monotonic

MINUTE = 60.0
PERSON, CHAT = 20, 40  # a minute; Telegram lets a bot say 20 in a group, and a person reads fewer
_MOST = 20_000  # remembered at a time


class Allowance(Enum):
    """What a request gets: an answer; beyond the limit a warning, once a minute; then nothing."""

    ANSWER = "answer"
    WARNING = "warning"
    NOTHING = "nothing"


@dataclass
class RateLimit:
    """Keeps the times of the requests of the last minute, in memory."""

    clock: Callable[[], float] = monotonic
    per_person: int = PERSON
    per_chat: int = CHAT
    _asked: dict[tuple[str, int], deque[float]] = field(default_factory=dict)
    _warned: dict[tuple[str, int], float] = field(default_factory=dict)

    def count_request(self, user_id: int, chat_id: int) -> Allowance:
        """Counts a request if it is within both limits, and returns what it gets."""
        now = self.clock()
        self._drop_old(now)
        limits = ((("person", user_id), self.per_person), (("chat", chat_id), self.per_chat))
        spent = next((key for key, limit in limits if len(self._list_recent(key, now)) >= limit), None)
        if spent is None:
            for key, _ in limits:
                self._list_recent(key, now).append(now)
            return Allowance.ANSWER
        if now - self._warned.get(spent, -MINUTE) < MINUTE:
            return Allowance.NOTHING
        self._warned[spent] = now
        return Allowance.WARNING

    def _list_recent(self, key: tuple[str, int], now: float) -> deque[float]:
        times = self._asked.setdefault(key, deque())
        while times and now - times[0] >= MINUTE:
            times.popleft()
        return times

    def _drop_old(self, now: float) -> None:
        if len(self._asked) > _MOST:
            self._asked = {key: times for key, times in self._asked.items() if times and now - times[-1] < MINUTE}
        if len(self._warned) > _MOST:
            self._warned = {key: at for key, at in self._warned.items() if now - at < MINUTE}
