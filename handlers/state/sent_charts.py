"""Which charts have been sent already."""

from __future__ import annotations

from collections import OrderedDict

_MOST = 10_000


class SentCharts:
    """The tokens of the buttons whose chart has been sent; in memory, so that a restart allows each once more."""

    def __init__(self) -> None:
        self._shown: OrderedDict[str, None] = OrderedDict()

    def add(self, token: str) -> bool:
        """Adds a token, and returns whether it is new."""
        if token in self._shown:
            return False
        self._shown[token] = None
        if len(self._shown) > _MOST:
            self._shown.popitem(last=False)
        return True

    def remove(self, token: str) -> None:
        """Removes a token, as its chart was not sent after all."""
        self._shown.pop(token, None)
