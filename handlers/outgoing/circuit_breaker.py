"""Circuit breaker for chats: after one has refused a message, nothing is sent there for some minutes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from time import monotonic
from typing import Any

import structlog
from telegram.error import BadRequest, Forbidden, RetryAfter

from handlers.outgoing.rate_limiter import ApiResult, ChatRateLimiter

log = structlog.get_logger(__name__)

BLOCKED_SECONDS = 300.0  # seconds
LONGEST_SLOW_MODE = 60.0  # seconds; a longer one is not waited for, but blocks the chat for its time
_TRIES = 3
_MOST = 10_000
# Parts of Telegram's error messages, in lower case, which say that the chat takes no message from the bot.
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
_TOPIC_REFUSALS = ("topic_closed", "topic_deleted")

Place = tuple[int, int]  # chat and topic; 0 for the whole chat


class ChatUnreachableError(Forbidden):
    """Raised instead of sending: the chat refused a message some minutes ago."""

    def __init__(self, chat_id: int) -> None:
        super().__init__("not tried: the chat refused a message a moment ago")
        self.chat_id = chat_id


class CircuitBreaker(ChatRateLimiter):
    """Sends what it is given, unless the chat or topic is blocked. Waits for a group's slow mode beside other chats."""

    __slots__ = ("_blocked_until", "clock")

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self.clock = clock
        self._blocked_until: dict[Place, float] = {}

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, ApiResult]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> ApiResult:
        chat_id = data.get("chat_id")
        if not isinstance(chat_id, int) or not endpoint.startswith(("send", "edit")):
            return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)
        topic = int(data.get("message_thread_id") or 1)
        if self.is_blocked(chat_id, topic):
            raise ChatUnreachableError(chat_id)

        async def call(*given: Any, **named: Any) -> ApiResult:
            return await self._wait_out_slow_mode(chat_id, lambda: callback(*given, **named))

        try:
            return await super().process_request(call, args, kwargs, endpoint, data, rate_limit_args)
        except (Forbidden, BadRequest) as error:
            self._note_refusal(chat_id, topic, error)
            raise

    def is_blocked(self, chat_id: int, topic: int = 0) -> bool:
        """Whether the chat, or this topic of it, has refused a message in the last minutes."""
        now = self.clock()
        return any(self._blocked_until.get(place, now) > now for place in ((chat_id, 0), (chat_id, topic)))

    def unblock(self, chat_id: int) -> None:
        """Lets messages through again to a chat and all its topics."""
        for place in [place for place in self._blocked_until if place[0] == chat_id]:
            del self._blocked_until[place]

    def _note_refusal(self, chat_id: int, topic: int, error: Forbidden | BadRequest) -> None:
        words = error.message.lower()
        if isinstance(error, ChatUnreachableError):
            return
        if isinstance(error, Forbidden) or any(refusal in words for refusal in _REFUSALS):
            self._block((chat_id, 0), BLOCKED_SECONDS)
        elif any(refusal in words for refusal in _TOPIC_REFUSALS):
            self._block((chat_id, topic), BLOCKED_SECONDS)

    def _block(self, place: Place, seconds: float) -> None:
        now = self.clock()
        if len(self._blocked_until) >= _MOST:
            self._blocked_until = {one: until for one, until in self._blocked_until.items() if until > now}
        self._blocked_until[place] = now + seconds

    async def _wait_out_slow_mode(self, chat_id: int, call: Callable[[], Coroutine[Any, Any, ApiResult]]) -> ApiResult:
        for _ in range(_TRIES):
            try:
                return await call()
            except RetryAfter as error:
                if chat_id > 0:
                    raise  # the whole bot is too fast: all of it waits
                wait = _count_wait_seconds(error)
                if wait > LONGEST_SLOW_MODE:
                    log.info("a chat is in slow mode", chat=chat_id, seconds=wait)
                    self._block((chat_id, 0), wait)
                    raise ChatUnreachableError(chat_id) from None
                await asyncio.sleep(wait + 0.1)
        return await call()


def _count_wait_seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return float(wait) if isinstance(wait, int | float) else wait.total_seconds()
