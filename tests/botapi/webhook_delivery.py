"""Delivers updates to the bot's webhook, one after another, each until the bot has taken it."""

from __future__ import annotations

import asyncio

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.botapi.world import WebhookSettings, World


async def deliver_updates(world: World) -> None:
    """Delivers until it is cancelled."""
    async with ClientSession(timeout=ClientTimeout(40)) as session:
        while True:
            async with world.news:
                await world.news.wait_for(lambda: world.webhook is not None and world.updates)
            webhook, update = world.webhook, world.updates[0]
            if webhook is None:
                continue
            if (webhook.allowed and not set(update) & set(webhook.allowed)) or await _is_taken(
                session, webhook, update
            ):
                world.updates.remove(update)
                await world.notify()
            else:
                await asyncio.sleep(0.1)


async def _is_taken(session: ClientSession, webhook: WebhookSettings, update: dict[str, object]) -> bool:
    headers = {"X-Telegram-Bot-Api-Secret-Token": webhook.secret}
    try:
        async with session.post(webhook.url, json=update, headers=headers) as response:
            return response.status == 200
    except (ClientError, TimeoutError):
        return False
