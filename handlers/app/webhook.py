"""Receives updates by a webhook, where WEBHOOK_URL is set, instead of asking Telegram for them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlparse

from telegram import Update
from telegram.error import InvalidToken
from telegram.ext import Updater

from handlers.app.application import UPDATE_KINDS, TokenRefusedError
from handlers.services import App
from handlers.state.update_inbox import UpdateInbox


@dataclass(frozen=True, slots=True)
class WebhookConfig:
    """`url` is the public address; a proxy passes on what arrives there to `listen`:`port`, with its path."""

    url: str
    secret: str | None = field(default=None, repr=False)
    listen: str = "127.0.0.1"
    port: int = 8443


class WebhookQueue(asyncio.Queue[object]):
    """The queue that the server puts updates into. Telegram hears of it after `put`, so they are stored first."""

    def __init__(self, update_inbox: UpdateInbox, queue: asyncio.Queue[object]) -> None:
        super().__init__()
        self._update_inbox = update_inbox
        self._queue = queue

    async def put(self, item: object) -> None:
        if isinstance(item, Update):
            for update in await self._update_inbox.accept([item]):
                if not self._update_inbox.is_closed:  # while the bot stops, an update waits for the next start
                    await self._queue.put(update)


@asynccontextmanager
async def listen_for_updates(
    application: App, update_inbox: UpdateInbox, webhook: WebhookConfig
) -> AsyncIterator[None]:
    """Receives updates while the block runs. Raises TokenRefusedError, and OSError if the port is taken."""
    updater = Updater(application.bot, WebhookQueue(update_inbox, application.update_queue))
    await updater.initialize()
    try:
        await updater.start_webhook(
            listen=webhook.listen,
            port=webhook.port,
            url_path=urlparse(webhook.url).path.lstrip("/"),
            webhook_url=webhook.url,
            secret_token=webhook.secret,
            bootstrap_retries=-1,
            allowed_updates=UPDATE_KINDS,
        )
        yield
    except InvalidToken:
        raise TokenRefusedError from None
    finally:
        if updater.running:
            await updater.stop()
