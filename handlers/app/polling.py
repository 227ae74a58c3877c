"""Fetches updates from Telegram by long polling, and waits out its failures."""

from __future__ import annotations

import asyncio

import structlog
from sqlalchemy.exc import SQLAlchemyError
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from handlers.app.application import UPDATE_KINDS, TokenRefusedError
from handlers.services import App
from handlers.state.update_inbox import UpdateInbox

log = structlog.get_logger(__name__)

_TIMEOUT = 30
_LONGEST_PAUSE = 30.0


class Backoff:
    """Waits between tries: a second, then twice that each time, to 30. Logs the first failure, and the end of them."""

    def __init__(self) -> None:
        self._pause = 0.0

    async def wait_after(self, error: Exception) -> None:
        """Waits before the next try, as long as Telegram asks for if it does."""
        wait = error.retry_after if isinstance(error, RetryAfter) else min(_LONGEST_PAUSE, 2 * self._pause or 1.0)
        if not self._pause:
            log.warning(_describe_error(error), reason=str(error)[:200])
        self._pause = min(_LONGEST_PAUSE, 2 * self._pause or 1.0)
        await asyncio.sleep(wait if isinstance(wait, float | int) else wait.total_seconds())

    def reset(self) -> None:
        """Begins anew at a second after a try that went well."""
        if self._pause:
            log.info("Telegram is within reach again")
        self._pause = 0.0


async def connect(application: App, *, keep_webhook: bool = False) -> None:
    """Connects, however long there is no network. Raises TokenRefusedError."""
    backoff = Backoff()
    while True:
        try:
            await application.initialize()
            if not keep_webhook:
                await application.bot.delete_webhook()  # Telegram refuses polling while there is one
        except InvalidToken:
            raise TokenRefusedError from None  # the library's own message has the token in it
        except TelegramError as error:
            await backoff.wait_after(error)
        else:
            backoff.reset()
            return


async def poll_updates(application: App, update_inbox: UpdateInbox) -> None:
    """Fetches updates until cancelled. Telegram is told that they arrived only after they are stored.

    Raises TokenRefusedError if the token is revoked.
    """
    backoff, offset = Backoff(), None
    while True:
        try:
            updates = await application.bot.get_updates(offset, timeout=_TIMEOUT, allowed_updates=UPDATE_KINDS)
            fresh = await update_inbox.accept(updates)
        except InvalidToken:
            raise TokenRefusedError from None
        except (TelegramError, SQLAlchemyError) as error:
            await backoff.wait_after(error)
            continue
        backoff.reset()
        for update in fresh:
            await application.update_queue.put(update)
        if updates:
            offset = updates[-1].update_id + 1


def _describe_error(error: Exception) -> str:
    if isinstance(error, Conflict):
        return "another copy of this bot is running with the same token; trying again"
    if isinstance(error, SQLAlchemyError):
        return "the database can't be written; trying again"
    return "Telegram can't be reached; trying again"
