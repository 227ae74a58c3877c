"""Updates taken to the bot's webhook, one after another, each until the bot has taken it."""

from __future__ import annotations

import asyncio

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.botapi.world import WebhookSettings, World


async def deliver_updates(world: World) -> None:
    """Goes on until it is cancelled."""
    async with ClientSession(timeout=ClientTimeout(40)) as session:
        while True:
            async with world.news:
                await world.news.wait_for(lambda: world.hook is not None and world.updates)
            hook, update = world.hook, world.updates[0]
            if hook is None:
                continue
            if (hook.allowed and not set(update) & set(hook.allowed)) or await _is_taken(session, hook, update):
                world.updates.remove(update)
                await world.tell()
            else:
                await asyncio.sleep(0.1)


async def _is_taken(session: ClientSession, hook: WebhookSettings, update: dict[str, object]) -> bool:
    headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret}
    try:
        async with session.post(hook.url, json=update, headers=headers) as response:
            return response.status == 200
    except (ClientError, TimeoutError):
        return False
