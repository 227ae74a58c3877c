"""Chats that let nothing through: what they refused once is not tried again for some minutes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from time import monotonic
from typing import Any

import structlog
from telegram.error import BadRequest, Forbidden, RetryAfter

from handlers.outgoing.rate_limiter import ChatRateLimiter, Result

log = structlog.get_logger(__name__)

CLOSED_FOR = 300.0  # seconds
LONGEST_WAIT = 60.0  # seconds; a slow mode beyond it closes the chat for its time
_TRIES = 3
_MOST = 10_000
# In the words of Telegram, lower case: the chat, or its topic, takes no message from the bot.
_REFUSALS = (
    "not enough rights to send text messages",
    "have no rights to send a message",
    "need administrator rights in the channel chat",
    "chat_write_forbidden",
    "chat_restricted",
    "chat_send_plain_forbidden",
    "user_banned_in_channel",
    "chat not found",
)
_TOPIC = ("topic_closed", "topic_deleted")

Place = tuple[int, int]  # chat and topic; 0 for the whole chat


class ChatUnreachableError(Forbidden):
    """The chat refused a message a moment ago, so this one was not sent."""

    def __init__(self, chat_id: int) -> None:
        super().__init__("not tried: the chat refused a message a moment ago")
        self.chat_id = chat_id


class CircuitBreaker(ChatRateLimiter):
    """Stands between the bot and Telegram. A group's slow mode is waited for here, so that no other chat waits."""

    __slots__ = ("_closed", "clock")

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self.clock = clock
        self._closed: dict[Place, float] = {}

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Result:
        chat_id = data.get("chat_id")
        if not isinstance(chat_id, int) or not endpoint.startswith(("send", "edit")):
            return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)
        topic = int(data.get("message_thread_id") or 1)
        if self.is_closed(chat_id, topic):
            raise ChatUnreachableError(chat_id)

        async def call(*given: Any, **named: Any) -> Result:
            return await self._patiently(chat_id, lambda: callback(*given, **named))

        try:
            return await super().process_request(call, args, kwargs, endpoint, data, rate_limit_args)
        except (Forbidden, BadRequest) as error:
            self._mark(chat_id, topic, error)
            raise

    def is_closed(self, chat_id: int, topic: int = 0) -> bool:
        now = self.clock()
        return any(self._closed.get(place, now) > now for place in ((chat_id, 0), (chat_id, topic)))

    def open(self, chat_id: int) -> None:
        """Something tells that the chat may be written to again."""
        for place in [place for place in self._closed if place[0] == chat_id]:
            del self._closed[place]

    def _mark(self, chat_id: int, topic: int, error: Forbidden | BadRequest) -> None:
        words = error.message.lower()
        if isinstance(error, ChatUnreachableError):
            return
        if isinstance(error, Forbidden) or any(refusal in words for refusal in _REFUSALS):
            self._close((chat_id, 0), CLOSED_FOR)
        elif any(refusal in words for refusal in _TOPIC):
            self._close((chat_id, topic), CLOSED_FOR)

    def _close(self, place: Place, seconds: float) -> None:
        now = self.clock()
        if len(self._closed) >= _MOST:
            self._closed = {one: until for one, until in self._closed.items() if until > now}
        self._closed[place] = now + seconds

    async def _patiently(self, chat_id: int, call: Callable[[], Coroutine[Any, Any, Result]]) -> Result:
        for _ in range(_TRIES):
            try:
                return await call()
            except RetryAfter as error:
                if chat_id > 0:
                    raise  # the whole bot is too fast: all of it waits
                wait = _seconds(error)
                if wait > LONGEST_WAIT:
                    log.info("a chat is in slow mode", chat=chat_id, seconds=wait)
                    self._close((chat_id, 0), wait)
                    raise ChatUnreachableError(chat_id) from None
                await asyncio.sleep(wait + 0.1)
        return await call()


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return float(wait) if isinstance(wait, int | float) else wait.total_seconds()
