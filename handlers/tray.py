"""Owners' files that wait for Apply or Discard: in memory only, for an hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

_KEPT = timedelta(hours=1)
_MOST = 20


@dataclass(frozen=True, slots=True)
class Waiting:
    owner_id: int
    name: str
    document: bytes
    since: datetime


class Tray:
    def __init__(self) -> None:
        self._files: dict[str, Waiting] = {}

    def lay(self, token: str, file: Waiting) -> None:
        self._files = {key: one for key, one in self._files.items() if file.since - one.since < _KEPT}
        while len(self._files) >= _MOST:
            del self._files[next(iter(self._files))]
        self._files[token] = file

    def take(self, token: str, owner_id: int, now: datetime) -> Waiting | None:
        """The file, which then waits no longer. None if it is not there, not this owner's, or too old."""
        file = self._files.get(token)
        if file is None or file.owner_id != owner_id or now - file.since >= _KEPT:
            return None
        return self._files.pop(token)
