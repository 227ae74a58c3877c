"""What waits for an owner's word: changes for Apply or Discard, figures for their source. In memory, for an hour."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Generic, Protocol, TypeVar

from handlers.owners.figure_parser import ParsedFigure
from knowledge.editing.edit import Edit

_KEPT = timedelta(hours=1)
_MOST = 20


class Owned(Protocol):
    @property
    def owner_id(self) -> int: ...

    @property
    def since(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class PendingChange:
    """A change that was shown as these `rows`, under a `note`; `undoes` is the id of the change that it takes back."""

    owner_id: int
    name: str
    edit: Edit
    since: datetime
    rows: tuple[str, ...] = ()
    note: str = ""
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What wants a source: a dictated figure, or a table from a file with the `options` of its caption.

    `sources` stand on the buttons of the question, which is message `message_id`.
    """

    owner_id: int
    since: datetime
    figure: ParsedFigure | None = None
    table: bytes = b""
    options: Mapping[str, str] = field(default_factory=dict)
    name: str = ""
    sources: tuple[str, ...] = ()
    message_id: int = 0

    @property
    def series(self) -> tuple[str, str]:
        """Entity and measure; no entity for a table."""
        if self.figure is None:
            return "", self.options["measure"]
        return self.figure.entity, self.figure.measure


W = TypeVar("W", bound=Owned)


def token_of(tray: PendingChanges[OpenQuestion], owner_id: int, message_id: int) -> str | None:
    """Of the question that this message is."""
    return tray.token(lambda one: one.owner_id == owner_id and one.message_id == message_id)


class PendingChanges(Generic[W]):
    def __init__(self) -> None:
        self._things: dict[str, W] = {}

    def lay(self, token: str, thing: W) -> None:
        self._things = {key: one for key, one in self._things.items() if thing.since - one.since < _KEPT}
        while len(self._things) >= _MOST:
            del self._things[next(iter(self._things))]
        self._things[token] = thing

    def token(self, fits: Callable[[W], bool]) -> str | None:
        """Of the first thing that fits."""
        return next((token for token, thing in self._things.items() if fits(thing)), None)

    def take(self, token: str, owner_id: int, now: datetime) -> W | None:
        """The thing, which then waits no longer. None if it is not there, not this owner's, or too old."""
        thing = self._things.get(token)
        if thing is None or thing.owner_id != owner_id or now - thing.since >= _KEPT:
            return None
        return self._things.pop(token)
