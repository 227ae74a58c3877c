"""Who administers a group: asked of Telegram, remembered for some minutes."""

from __future__ import annotations

from time import monotonic

from telegram import ChatMember
from telegram.error import TelegramError

from handlers.incoming.addressing import ANONYMOUS_ADMIN
from handlers.outgoing.sender import Bot

_KEPT = 300.0
_MOST = 10_000
_RANKS = (ChatMember.ADMINISTRATOR, ChatMember.OWNER)


class Admins:
    def __init__(self) -> None:
        self._known: dict[tuple[int, int], tuple[bool, float]] = {}

    async def include(self, bot: Bot, chat_id: int, user_id: int) -> bool:
        """Whether the person administers the chat. False where Telegram does not say."""
        if user_id == ANONYMOUS_ADMIN:  # only a group's admins can act in its name
            return True
        known = self._known.get((chat_id, user_id))
        if known is not None and known[1] > monotonic():
            return known[0]
        try:
            member = await bot.get_chat_member(chat_id, user_id)
        except TelegramError:
            return False
        self._keep(chat_id, user_id, member.status in _RANKS)
        return member.status in _RANKS

    def _keep(self, chat_id: int, user_id: int, is_admin: bool) -> None:  # noqa: FBT001
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[chat_id, user_id] = (is_admin, monotonic() + _KEPT)
