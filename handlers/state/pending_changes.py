"""What waits for an owner: changes for Apply or Discard, figures for their source. Kept in memory, for an hour."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Generic, Protocol, TypeVar

from knowledge.editing.edit import Edit

_KEPT = timedelta(hours=1)
_MOST = 20  # items at a time; the oldest make room


@dataclass(frozen=True, slots=True)
class ParsedFigure:
    """A figure as an owner wrote it: ids, a date, and the value as a file of figures has it.

    `value` has the keys "value", or "low" and "high", or all three; `source` and `note` are in the owner's words.
    `others` are ids of series that the words may mean too.
    """

    entity: str
    measure: str
    dated: str
    value: dict[str, str]
    source: str = ""
    note: str = ""
    others: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of the figure, such as "US.population.2026"."""
        return f"{self.entity}.{self.measure}.{self.dated}"

    @property
    def number(self) -> str:
        """The value as it was written: "342.5 million", "340 million to 345 million"."""
        span = f"{self.value['low']} to {self.value['high']}" if "low" in self.value else ""
        value = self.value.get("value", "")
        return f"{value} ({span})" if value and span else value or span


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
    """What needs a source: a figure in words, or a table from a file with the `options` of its caption.

    `sources` are the ids on the buttons of the question, which is message `message_id`.
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
        """The ids of entity and measure; for a table "" and the measure's."""
        if self.figure is None:
            return "", self.options["measure"]
        return self.figure.entity, self.figure.measure


class OwnedItem(Protocol):
    """Something of one owner's that has been waiting since a time."""

    @property
    def owner_id(self) -> int: ...

    @property
    def since(self) -> datetime: ...


Item = TypeVar("Item", bound=OwnedItem)


class PendingItems(Generic[Item]):
    """Items by their tokens, which stand in the data of buttons."""

    def __init__(self) -> None:
        self._items: dict[str, Item] = {}

    def add(self, token: str, item: Item) -> None:
        """Adds an item, and drops those that are too old or too many."""
        self._items = {key: one for key, one in self._items.items() if item.since - one.since < _KEPT}
        while len(self._items) >= _MOST:
            del self._items[next(iter(self._items))]
        self._items[token] = item

    def find_token(self, fits: Callable[[Item], bool]) -> str | None:
        """Returns the token of the first item that fits."""
        return next((token for token, item in self._items.items() if fits(item)), None)

    def take(self, token: str, owner_id: int, now: datetime) -> Item | None:
        """Removes and returns an item; None if it is not there, not this owner's, or too old."""
        item = self._items.get(token)
        if item is None or item.owner_id != owner_id or now - item.since >= _KEPT:
            return None
        return self._items.pop(token)


def find_question_token(questions: PendingItems[OpenQuestion], owner_id: int, message_id: int) -> str | None:
    """Returns the token of the question that an owner was asked in this message."""
    return questions.find_token(lambda one: one.owner_id == owner_id and one.message_id == message_id)
