"""Being called by Telegram instead of asking it, where WEBHOOK_URL is set."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlparse

from telegram import Update
from telegram.error import InvalidToken
from telegram.ext import Updater

from handlers.app.application import UPDATES, TokenRefused
from handlers.services import App
from handlers.state.update_inbox import UpdateInbox


@dataclass(frozen=True, slots=True)
class WebhookConfig:
    """`url` is the public address; what arrives there is to be passed on to `listen`:`port`, path and all."""

    url: str
    secret: str | None = field(default=None, repr=False)
    listen: str = "127.0.0.1"
    port: int = 8443


class WebhookQueue(asyncio.Queue[object]):
    """Where the server puts updates. Once `put` returns, Telegram hears that they came; so they are written first."""

    def __init__(self, intake: UpdateInbox, queue: asyncio.Queue[object]) -> None:
        super().__init__()
        self._intake = intake
        self._queue = queue

    async def put(self, item: object) -> None:
        if isinstance(item, Update):
            for update in await self._intake.accept([item]):
                if not self._intake.closed:  # one that comes while the bot stops waits for the next start
                    await self._queue.put(update)


@asynccontextmanager
async def listening(application: App, intake: UpdateInbox, hook: WebhookConfig) -> AsyncIterator[None]:
    """Takes calls from Telegram meanwhile. Raises TokenRefused, and OSError if the port is taken."""
    updater = Updater(application.bot, WebhookQueue(intake, application.update_queue))
    await updater.initialize()
    try:
        await updater.start_webhook(
            listen=hook.listen,
            port=hook.port,
            url_path=urlparse(hook.url).path.lstrip("/"),
            webhook_url=hook.url,
            secret_token=hook.secret,
            bootstrap_retries=-1,
            allowed_updates=UPDATES,
        )
        yield
    except InvalidToken:
        raise TokenRefused from None
    finally:
        if updater.running:
            await updater.stop()
