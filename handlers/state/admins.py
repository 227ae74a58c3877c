"""Who administers a group: asked of Telegram, and cached for five minutes."""

from __future__ import annotations

from time import monotonic

from telegram import ChatMember
from telegram.error import TelegramError

from handlers.incoming.addressing import ANONYMOUS_ADMIN_ID
from handlers.outgoing.sender import Bot

_KEPT = 300.0  # seconds
_MOST = 10_000
_ADMIN_STATUSES = (ChatMember.ADMINISTRATOR, ChatMember.OWNER)


class Admins:
    """Caches whether a person administers a chat."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], tuple[bool, float]] = {}

    async def is_admin(self, bot: Bot, chat_id: int, user_id: int) -> bool:
        """Whether the person administers the chat; False where Telegram does not answer."""
        if user_id == ANONYMOUS_ADMIN_ID:  # only admins can be anonymous
            return True
        known = self._known.get((chat_id, user_id))
        if known is not None and known[1] > monotonic():
            return known[0]
        try:
            member = await bot.get_chat_member(chat_id, user_id)
        except TelegramError:
            return False
        self._keep(chat_id, user_id, member.status in _ADMIN_STATUSES)
        return member.status in _ADMIN_STATUSES

    def _keep(self, chat_id: int, user_id: int, is_admin: bool) -> None:  # noqa: FBT001
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[chat_id, user_id] = (is_admin, monotonic() + _KEPT)
