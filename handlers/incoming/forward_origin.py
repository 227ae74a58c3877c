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

from handlers.outgoing import texts
from handlers.outgoing.telegram_html import inert
from i18n import dates
from i18n.language import say


@dataclass(frozen=True, slots=True)
class ForwardOrigin:
    name: str
    day: date

    def line(self) -> str:
        """The line that names it in a reply."""
        return say(texts.FORWARDED, name=inert(self.name), day=dates.day(self.day))


def of(message: Message) -> ForwardOrigin | None:
    """None for a message that was written where it stands."""
    origin = message.forward_origin
    return None if origin is None else ForwardOrigin(_name(origin), origin.date.date())


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
