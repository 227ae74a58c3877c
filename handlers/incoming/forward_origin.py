"""Who wrote a forwarded message, and when."""

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
from handlers.outgoing.telegram_html import escape_name
from i18n import date_format
from i18n.language import say


@dataclass(frozen=True, slots=True)
class ForwardOrigin:
    """The author of a forwarded message, and the day when it was written."""

    name: str
    day: date

    def format_line(self) -> str:
        """Returns the line (HTML) that stands above a reply."""
        return say(texts.FORWARDED, name=escape_name(self.name), day=date_format.long_date(self.day))


def find_forward_origin(message: Message) -> ForwardOrigin | None:
    """Returns where a message was forwarded from; None if it was not."""
    origin = message.forward_origin
    return None if origin is None else ForwardOrigin(_name_origin(origin), origin.date.date())


def _name_origin(origin: MessageOrigin) -> str:
    if isinstance(origin, MessageOriginUser):
        return origin.sender_user.full_name
    if isinstance(origin, MessageOriginHiddenUser):
        return origin.sender_user_name
    if isinstance(origin, MessageOriginChat):
        return origin.sender_chat.effective_name or say("a chat")
    if isinstance(origin, MessageOriginChannel):
        return origin.chat.effective_name or say("a channel")
    return say("elsewhere")
