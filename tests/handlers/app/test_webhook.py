"""Called by Telegram instead of asking it."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from dataclasses import replace

import aiohttp
import pytest

from handlers import Deployment, WebhookConfig
from tests.botapi import Telegram
from tests.handlers.conftest import run_bot

ANA = 11


@pytest.fixture
async def hook(tg: Telegram, deployment: Deployment) -> AsyncIterator[WebhookConfig]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    hook = WebhookConfig(f"http://127.0.0.1:{port}/in", secret="s3cret", port=port)
    async with run_bot(replace(deployment, webhook=hook)):
        await tg.next_call("setWebhook")
        yield hook


async def post_update(hook: WebhookConfig, update: dict[str, object], secret: str) -> int:
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
    async with aiohttp.ClientSession() as session, session.post(hook.url, json=update, headers=headers) as response:
        return response.status


async def test_an_update_is_answered_once(tg: Telegram, hook: WebhookConfig) -> None:
    update = {"update_id": 1, "message": tg.compose_message(tg.private(ANA), "Mexico has 700 million people")}
    assert await post_update(hook, update, "s3cret") == 200
    assert (await tg.next_reply(ANA))["text"].startswith("Verdict")
    assert await post_update(hook, update, "s3cret") == 200
    probe = {"update_id": 2, "message": tg.compose_message(ANA, "hello")}
    assert await post_update(hook, probe, "s3cret") == 200
    assert not (await tg.next_reply(ANA))["text"].startswith("Verdict")


async def test_without_the_secret_nothing_gets_in(tg: Telegram, hook: WebhookConfig) -> None:
    assert (
        await post_update(hook, {"update_id": 1, "message": tg.compose_message(tg.private(ANA), "hello")}, "wrong")
        == 403
    )
    assert "deleteWebhook" not in [call.method for call in tg.world.calls]
