"""The order of updates: those of one chat one after another, different chats side by side."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from handlers.state.update_inbox import UpdateInbox
from i18n.language import speaking

_WAITING = 100_000  # those that wait for their chat's turn take no place from others


class ChatQueues(BaseUpdateProcessor):
    """At most `width` at once. An edit can't overtake its message, nor a press the reply it is on.

    `heard` tells the language that an update is answered in: all that is said meanwhile is said in it.
    """

    def __init__(self, width: int, intake: UpdateInbox, heard: Callable[[object], str]) -> None:
        super().__init__(max_concurrent_updates=_WAITING)
        self._places = asyncio.Semaphore(width)
        self._intake = intake
        self._heard = heard
        self._turns: dict[int, asyncio.Lock] = {}
        self._queued: Counter[int] = Counter()

    async def do_process_update(self, update: object, coroutine: Awaitable[object]) -> None:
        async with self._turn(_lane(update)), self._places:
            if self._intake.closed:
                _drop(coroutine)
                return
            with speaking(self._heard(update)):
                await coroutine
            if isinstance(update, Update):
                await self._intake.handled(update.update_id)

    @asynccontextmanager
    async def _turn(self, lane: int) -> AsyncIterator[None]:
        self._queued[lane] += 1
        try:
            async with self._turns.setdefault(lane, asyncio.Lock()):
                yield
        finally:
            self._queued[lane] -= 1
            if not self._queued[lane]:
                del self._queued[lane], self._turns[lane]

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to give back."""


def _drop(coroutine: Awaitable[object]) -> None:
    if isinstance(coroutine, Coroutine):
        coroutine.close()


def _lane(update: object) -> int:
    if not isinstance(update, Update):
        return 0
    if update.effective_chat is not None:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user is not None else 0
