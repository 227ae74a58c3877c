"""Where a forwarded message comes from, and when it was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from telegram import (
    Message,
    MessageOrigin,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
)

from handlers import moment, sentence
from handlers.markup import inert
from reckoning.language import say


@dataclass(frozen=True, slots=True)
class Origin:
    name: str
    day: date

    def line(self) -> str:
        """The line that names it in a reply."""
        return say(sentence.FORWARDED, name=inert(self.name), day=moment.day(self.day))


def of(message: Message) -> Origin | None:
    """None for a message that was written where it stands."""
    origin = message.forward_origin
    return None if origin is None else Origin(_name(origin), origin.date.date())


def _name(origin: MessageOrigin) -> str:
    if isinstance(origin, MessageOriginUser):
        return origin.sender_user.full_name
    if isinstance(origin, MessageOriginHiddenUser):
        return origin.sender_user_name
    if isinstance(origin, MessageOriginChat):
        return origin.sender_chat.effective_name or say("a chat")
    if isinstance(origin, MessageOriginChannel):
        return origin.chat.effective_name or say("a channel")
    return say("elsewhere")
