"""What the handlers work with, as one bundle; they find it through their context."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from telegram.ext import Application, ContextTypes

from handlers.admin import Admins
from handlers.intake import Intake
from handlers.seam import Seam
from handlers.shelf import Shelf
from handlers.tray import Asking, Tray, Waiting
from knowledge import Library
from reckoning.answer import Answer
from storage import Storage

App = Application[Any, Any, Any, Any, Any, Any]
Context = ContextTypes.DEFAULT_TYPE
KEY = "services"


class Wording(Protocol):
    """reckoning.wording: an Answer as Telegram HTML."""

    def reply(self, answer: Answer) -> str: ...

    def working(self, answer: Answer) -> str: ...

    def sources(self, answer: Answer) -> str: ...


@dataclass(frozen=True, slots=True)
class Services:
    """`answer` is reckoning's one function; `clock` gives the time, with its zone."""

    storage: Storage
    shelf: Shelf
    answer: Callable[[str, Library, date], Answer]
    wording: Wording
    clock: Callable[[], datetime]
    intake: Intake
    owners: frozenset[int] = frozenset()
    admins: Admins = field(default_factory=Admins)
    seam: Seam = field(default_factory=Seam)
    tray: Tray[Waiting] = field(default_factory=Tray)
    asking: Tray[Asking] = field(default_factory=Tray)

    @property
    def today(self) -> date:
        return self.clock().date()


def of(context: Context) -> Services:
    services: Services = context.bot_data[KEY]
    return services
