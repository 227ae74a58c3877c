"""Fetching updates from Telegram, for as long as it takes."""

from __future__ import annotations

import asyncio

import structlog
from sqlalchemy.exc import SQLAlchemyError
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from handlers.app.application import UPDATES, TokenRefused
from handlers.services import App
from handlers.state.update_inbox import UpdateInbox

log = structlog.get_logger(__name__)

_TIMEOUT = 30
_LONGEST_PAUSE = 30.0


class Backoff:
    """How long to wait before the next try: a second, then twice that. Trouble is logged once, and its end."""

    def __init__(self) -> None:
        self._pause = 0.0

    async def lose(self, error: Exception) -> None:
        wait = error.retry_after if isinstance(error, RetryAfter) else min(_LONGEST_PAUSE, 2 * self._pause or 1.0)
        if not self._pause:
            log.warning(_trouble(error), reason=str(error)[:200])
        self._pause = min(_LONGEST_PAUSE, 2 * self._pause or 1.0)
        await asyncio.sleep(wait if isinstance(wait, float | int) else wait.total_seconds())

    def regain(self) -> None:
        if self._pause:
            log.info("Telegram is within reach again")
        self._pause = 0.0


async def reach(application: App, *, stays_hooked: bool = False) -> None:
    """Connects, however long there is no network. Raises TokenRefused."""
    patience = Backoff()
    while True:
        try:
            await application.initialize()
            if not stays_hooked:
                await application.bot.delete_webhook()  # while there is one, Telegram refuses to be asked
        except InvalidToken:
            raise TokenRefused from None  # the library's own message has the token in it
        except TelegramError as error:
            await patience.lose(error)
        else:
            patience.regain()
            return


async def poll(application: App, intake: UpdateInbox) -> None:
    """Fetches updates until cancelled. Telegram is told that they arrived only after they are written down.

    Raises TokenRefused if the token is revoked.
    """
    patience, offset = Backoff(), None
    while True:
        try:
            updates = await application.bot.get_updates(offset, timeout=_TIMEOUT, allowed_updates=UPDATES)
            fresh = await intake.accept(updates)
        except InvalidToken:
            raise TokenRefused from None
        except (TelegramError, SQLAlchemyError) as error:
            await patience.lose(error)
            continue
        patience.regain()
        for update in fresh:
            await application.update_queue.put(update)
        if updates:
            offset = updates[-1].update_id + 1


def _trouble(error: Exception) -> str:
    if isinstance(error, Conflict):
        return "another copy of this bot is running with the same token; trying again"
    if isinstance(error, SQLAlchemyError):
        return "the database can't be written; trying again"
    return "Telegram can't be reached; trying again"
