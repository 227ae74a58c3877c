"""Which pictures hang under their replies already."""

from __future__ import annotations

from collections import OrderedDict

_MOST = 10_000


class SentCharts:
    """The buttons whose picture has been sent. Forgotten at the end of the program: then it is sent once more."""

    def __init__(self) -> None:
        self._shown: OrderedDict[str, None] = OrderedDict()

    def add(self, token: str) -> bool:
        """Whether it was not there yet."""
        if token in self._shown:
            return False
        self._shown[token] = None
        if len(self._shown) > _MOST:
            self._shown.popitem(last=False)
        return True

    def remove(self, token: str) -> None:
        self._shown.pop(token, None)
