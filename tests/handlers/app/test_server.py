"""How the bot starts: with a token, a network and figures, or without."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

import pytest

from handlers import Deployment, TokenRefusedError, serve
from handlers.app.polling import Backoff
from tests.botapi import Telegram, run_server
from tests.botapi.api_error import ApiError
from tests.botapi.telegram import PATIENCE
from tests.handlers.conftest import run_bot
from tests.ports import free_port

ANA, GROUP = 11, -100
CLAIM = "Mexico has 700 million people"


async def test_a_token_that_telegram_refuses(deployment: Deployment) -> None:
    with pytest.raises(TokenRefusedError, match="TELEGRAM_BOT_TOKEN"):
        await serve(replace(deployment, token="123456:WRONG"), asyncio.Event())


@pytest.mark.parametrize("token", ["", "nonsense", "12:a/b", "12:a b"])
async def test_what_cant_be_a_token(deployment: Deployment, token: str) -> None:
    with pytest.raises(TokenRefusedError):
        await serve(replace(deployment, token=token), asyncio.Event())


async def test_without_a_network_it_waits_for_one(deployment: Deployment, monkeypatch: pytest.MonkeyPatch) -> None:
    lost, wait_after = asyncio.Event(), Backoff.wait_after

    async def wait_and_tell(self: Backoff, error: Exception) -> None:
        lost.set()
        await wait_after(self, error)

    monkeypatch.setattr(Backoff, "wait_after", wait_and_tell)
    port = free_port()
    async with run_bot(replace(deployment, api_url=f"http://127.0.0.1:{port}")) as task:
        await asyncio.wait_for(lost.wait(), PATIENCE)
        assert not task.done()
        async with run_server(port) as telegram:
            assert (await telegram.ask(telegram.private(ANA), CLAIM))["text"].startswith("Verdict")


async def test_a_network_that_fails_meanwhile_is_awaited(tg: Telegram, bot: Deployment) -> None:
    tg.fail("getUpdates", ApiError(502, "Bad Gateway"), times=1)
    tg.fail("getUpdates", ApiError(409, "Conflict: terminated by other getUpdates request"), times=1)
    await tg.say(tg.private(ANA), "hello")
    await tg.next_reply(ANA)
    assert (await tg.ask(ANA, CLAIM))["text"].startswith("Verdict")


async def test_owners_figures_with_mistakes_are_left_out(tg: Telegram, deployment: Deployment) -> None:
    (deployment.owners_folder / "figures").mkdir(parents=True)
    (deployment.owners_folder / "figures" / "population.yaml").write_text("measure: nonsense")
    async with run_bot(deployment):
        assert "1.00×" in (await tg.ask(tg.private(ANA), "122 million"))["text"]


async def test_the_token_is_not_logged(
    tg: Telegram, deployment: Deployment, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)
    async with run_bot(deployment):
        await tg.ask(tg.private(ANA), CLAIM)
        await tg.ask(ANA, "crash")
    assert deployment.token not in caplog.text + capsys.readouterr().out
    assert "700 million" not in caplog.text
