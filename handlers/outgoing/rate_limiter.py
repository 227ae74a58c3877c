"""Keeps to Telegram's limits: 30 messages a second in all, 20 a minute in a group, one a second in a private chat.

https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from aiolimiter import AsyncLimiter
from telegram.ext import AIORateLimiter

ApiResult = bool | dict[str, Any] | list[dict[str, Any]]

_BURST = 10  # messages at once in a private chat, which Telegram allows; after them one a second
_RETRIES = 3
_MOST = 512  # chats remembered at a time
_MESSAGE_METHODS = {"sendMessage", "sendPhoto"}
_QUESTION_METHODS = {"getChat", "getChatMember", "getChatAdministrators", "getChatMemberCount", "sendChatAction"}


class ChatRateLimiter(AIORateLimiter):
    """Adds to the library's limits that of private chats; requests that send nothing are not counted for their chat."""

    __slots__ = ("_private",)

    def __init__(self) -> None:
        super().__init__(max_retries=_RETRIES)
        self._private: dict[int, AsyncLimiter] = {}

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, ApiResult]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> ApiResult:
        if endpoint in _QUESTION_METHODS:
            data = {key: value for key, value in data.items() if key != "chat_id"}
        chat_id = data.get("chat_id")
        if endpoint in _MESSAGE_METHODS and isinstance(chat_id, int) and chat_id > 0:
            await self._get_limiter(chat_id).acquire()
        return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)

    def _get_limiter(self, chat_id: int) -> AsyncLimiter:
        if len(self._private) > _MOST:
            self._private = {chat: one for chat, one in self._private.items() if not one.has_capacity(_BURST)}
        return self._private.setdefault(chat_id, AsyncLimiter(_BURST, _BURST))
