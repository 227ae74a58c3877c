"""Handles the updates of a chat one after another, and different chats side by side."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from handlers.state.update_inbox import UpdateInbox
from i18n.language import use_language

_MOST_WAITING = 100_000  # far above `width`: an update that waits for its chat must not hold up others


class ChatQueues(BaseUpdateProcessor):
    """Handles at most `width` updates at once, so that no edit overtakes its message.

    `find_language` returns the language of an update, which all texts are in while it is handled.
    """

    def __init__(self, width: int, update_inbox: UpdateInbox, find_language: Callable[[object], str]) -> None:
        super().__init__(max_concurrent_updates=_MOST_WAITING)
        self._places = asyncio.Semaphore(width)
        self._update_inbox = update_inbox
        self._find_language = find_language
        self._turns: dict[int, asyncio.Lock] = {}
        self._queued: Counter[int] = Counter()

    async def do_process_update(self, update: object, coroutine: Awaitable[object]) -> None:
        """Runs the handlers of an update in its chat's turn, and marks it as handled."""
        async with self._take_turn(_find_chat_id(update)), self._places:
            if self._update_inbox.is_closed:
                _close_coroutine(coroutine)
                return
            with use_language(self._find_language(update)):
                await coroutine
            if isinstance(update, Update):
                await self._update_inbox.mark_handled(update.update_id)

    @asynccontextmanager
    async def _take_turn(self, chat_id: int) -> AsyncIterator[None]:
        self._queued[chat_id] += 1
        try:
            async with self._turns.setdefault(chat_id, asyncio.Lock()):
                yield
        finally:
            self._queued[chat_id] -= 1
            if not self._queued[chat_id]:
                del self._queued[chat_id], self._turns[chat_id]

    async def initialize(self) -> None:
        """Does nothing: the library asks for it."""

    async def shutdown(self) -> None:
        """Does nothing: the library asks for it."""


def _close_coroutine(coroutine: Awaitable[object]) -> None:
    if isinstance(coroutine, Coroutine):
        coroutine.close()


def _find_chat_id(update: object) -> int:
    if not isinstance(update, Update):
        return 0
    if update.effective_chat is not None:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user is not None else 0
