"""What the handlers work with, as one bundle; they find it through their context."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from telegram.ext import Application, ContextTypes

from handlers.state.admins import Admins
from handlers.state.chart_worker import ChartWorker
from handlers.state.chat_settings import ChatPreferencesCache
from handlers.state.live_library import LiveLibrary
from handlers.state.message_parts import MessageParts
from handlers.state.pending_changes import OpenQuestion, PendingChange, PendingChanges
from handlers.state.rate_limit import RateLimit
from handlers.state.sent_charts import SentCharts
from handlers.state.update_inbox import UpdateInbox
from handlers.state.watch_limit import WatchLimit
from knowledge import Library
from reckoning.answer import Answer
from storage import Storage

App = Application[Any, Any, Any, Any, Any, Any]
Context = ContextTypes.DEFAULT_TYPE
KEY = "services"
TYPED = 90  # queries a minute: Telegram asks at every pause in the typing


class Redo(Protocol):
    """reckoning.redo: an answer again with what the person adds to it, in a language."""

    def __call__(self, old: Answer, given: tuple[str, ...], library: Library, /, *, locale: str = ...) -> Answer: ...


class Reckon(Protocol):
    """reckoning.answer: what is said of a text for a day, in a language."""

    def __call__(self, text: str, library: Library, as_of: date, /, *, locale: str = ...) -> Answer: ...


class Wording(Protocol):
    """reckoning.wording: an Answer as Telegram HTML."""

    def title(self, answer: Answer) -> str: ...

    def reply(self, answer: Answer) -> str: ...

    def working(self, answer: Answer) -> str: ...

    def sources(self, answer: Answer) -> str: ...


@dataclass(frozen=True, slots=True)
class Services:
    """`answer` is reckoning's one function, `redo` does an answer again with what the person adds to it.

    `clock` gives the time, with its zone. `typed` is the budget of what is asked while somebody types.
    """

    storage: Storage
    choices: ChatPreferencesCache
    shelf: LiveLibrary
    answer: Reckon
    redo: Redo
    wording: Wording
    clock: Callable[[], datetime]
    intake: UpdateInbox
    owners: frozenset[int] = frozenset()
    admins: Admins = field(default_factory=Admins)
    restraint: WatchLimit = field(default_factory=WatchLimit)
    budget: RateLimit = field(default_factory=RateLimit)
    typed: RateLimit = field(default_factory=lambda: RateLimit(person=TYPED, chat=TYPED))
    studio: ChartWorker = field(default_factory=ChartWorker)
    gallery: SentCharts = field(default_factory=SentCharts)
    seam: MessageParts = field(default_factory=MessageParts)
    tray: PendingChanges[PendingChange] = field(default_factory=PendingChanges)
    asking: PendingChanges[OpenQuestion] = field(default_factory=PendingChanges)

    @property
    def today(self) -> date:
        return self.clock().date()


def of(context: Context) -> Services:
    services: Services = context.bot_data[KEY]
    return services
