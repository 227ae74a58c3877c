"""What the handlers work with, as one bundle; they find it through their context."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from telegram.ext import Application, ContextTypes

from handlers.admin import Admins
from handlers.budget import Budget
from handlers.choice import Choices
from handlers.gallery import Gallery
from handlers.intake import Intake
from handlers.restraint import Restraint
from handlers.seam import Seam
from handlers.shelf import Shelf
from handlers.studio import Studio
from handlers.tray import Asking, Tray, Waiting
from knowledge import Library
from reckoning.answer import Answer
from storage import Storage

App = Application[Any, Any, Any, Any, Any, Any]
Context = ContextTypes.DEFAULT_TYPE
KEY = "services"
_TYPED = 90  # queries a minute: Telegram asks at every pause in the typing


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
    choices: Choices
    shelf: Shelf
    answer: Reckon
    redo: Redo
    wording: Wording
    clock: Callable[[], datetime]
    intake: Intake
    owners: frozenset[int] = frozenset()
    admins: Admins = field(default_factory=Admins)
    restraint: Restraint = field(default_factory=Restraint)
    budget: Budget = field(default_factory=Budget)
    typed: Budget = field(default_factory=lambda: Budget(person=_TYPED, chat=_TYPED))
    studio: Studio = field(default_factory=Studio)
    gallery: Gallery = field(default_factory=Gallery)
    seam: Seam = field(default_factory=Seam)
    tray: Tray[Waiting] = field(default_factory=Tray)
    asking: Tray[Asking] = field(default_factory=Tray)

    @property
    def today(self) -> date:
        return self.clock().date()


def of(context: Context) -> Services:
    services: Services = context.bot_data[KEY]
    return services
