"""The services that the handlers work with; each handler gets them from its context."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from telegram.ext import Application, ContextTypes

from handlers.state.admins import Admins
from handlers.state.answer_worker import AnswerFunction, AnswerWorker
from handlers.state.chart_worker import ChartWorker
from handlers.state.chat_settings import ChatPreferencesCache
from handlers.state.live_library import LiveLibrary
from handlers.state.message_parts import MessageParts
from handlers.state.pending_changes import OpenQuestion, PendingChange, PendingItems
from handlers.state.rate_limit import RateLimit
from handlers.state.sent_charts import SentCharts
from handlers.state.update_inbox import UpdateInbox
from handlers.state.watch_limit import WatchLimit
from knowledge import Library
from reasoning.model.answer import Answer
from storage import Storage

App = Application[Any, Any, Any, Any, Any, Any]
Context = ContextTypes.DEFAULT_TYPE
SERVICES_KEY = "services"
INLINE_QUERIES_PER_MINUTE = 90  # Telegram sends one at every pause in the typing


class RedoFunction(Protocol):
    """reasoning.redo: works an answer out again with what a person adds to it, in the language `locale`."""

    def __call__(self, old: Answer, given: tuple[str, ...], library: Library, /, *, locale: str = ...) -> Answer: ...


class Wording(Protocol):
    """reasoning.presenting.reply: puts an Answer into Telegram HTML."""

    def title(self, answer: Answer) -> str:
        """Returns the verdict in a few words of plain text."""

    def reply(self, answer: Answer) -> str:
        """Returns the reply."""

    def working(self, answer: Answer) -> str:
        """Returns the arithmetic, step by step."""

    def sources(self, answer: Answer) -> str:
        """Returns the figures with their dates and publishers."""


@dataclass(frozen=True, slots=True)
class Services:
    """What a handler works with. `clock` returns the time with its zone; `owners` are ids of people.

    `inline_rate_limit` is for inline queries, which come while a person types.
    """

    storage: Storage
    preferences: ChatPreferencesCache
    live_library: LiveLibrary
    answer: AnswerFunction
    redo: RedoFunction
    wording: Wording
    clock: Callable[[], datetime]
    update_inbox: UpdateInbox
    owners: frozenset[int] = frozenset()
    admins: Admins = field(default_factory=Admins)
    watch_limit: WatchLimit = field(default_factory=WatchLimit)
    rate_limit: RateLimit = field(default_factory=RateLimit)
    inline_rate_limit: RateLimit = field(
        default_factory=lambda: RateLimit(per_person=INLINE_QUERIES_PER_MINUTE, per_chat=INLINE_QUERIES_PER_MINUTE)
    )
    answer_worker: AnswerWorker = field(default_factory=AnswerWorker)
    chart_worker: ChartWorker = field(default_factory=ChartWorker)
    sent_charts: SentCharts = field(default_factory=SentCharts)
    message_parts: MessageParts = field(default_factory=MessageParts)
    pending_changes: PendingItems[PendingChange] = field(default_factory=PendingItems)
    open_questions: PendingItems[OpenQuestion] = field(default_factory=PendingItems)

    @property
    def today(self) -> date:
        """The day by the clock."""
        return self.clock().date()


def get_services(context: Context) -> Services:
    """Returns the services that `register_handlers` put into the application."""
    services: Services = context.bot_data[SERVICES_KEY]
    return services
