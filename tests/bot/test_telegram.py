"""The bot as a process: it starts, says in one line why it can't, keeps its secrets, and stops when told."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import sys
import urllib.request
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.errors import UserError
from bot.settings import BotSettings
from bot.telegram import build_deployment
from tests.botapi import TOKEN, Telegram, methods, run_server
from tests.ports import free_port

PATIENCE = 180  # seconds; only what hangs takes so long
CLAIM = "Mexico has 700 million people"


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    async with run_server() as server:
        yield server


@asynccontextmanager
async def started(folder: Path, **settings: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """`addsup run` with these settings, told to stop in the end."""
    given = {"TELEGRAM_BOT_TOKEN": TOKEN, "LOG_LEVEL": "DEBUG", "PYTHONUNBUFFERED": "1"} | settings
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=folder,
        env=os.environ | given,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def said_until(process: asyncio.subprocess.Process, pattern: str) -> str:
    """The log up to a line like this."""
    assert process.stderr is not None
    log = ""
    async with asyncio.timeout(PATIENCE):
        while line := (await process.stderr.readline()).decode():
            log += line
            if re.search(pattern, line):
                return log
    raise AssertionError(f"never said {pattern!r}:\n{log}")


async def stopped(process: asyncio.subprocess.Process) -> tuple[int, str]:
    process.send_signal(signal.SIGTERM)
    _, log = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode is not None
    return process.returncode, log.decode()


async def test_it_answers_and_stops_when_told(telegram: Telegram, tmp_path: Path) -> None:
    port = str(free_port())
    async with started(tmp_path, TELEGRAM_API_URL=telegram.url, METRICS_PORT=port) as process:
        reply = await telegram.ask(telegram.private(1), CLAIM)
        metrics = await asyncio.to_thread(urllib.request.urlopen, f"http://127.0.0.1:{port}/metrics")
        with metrics:
            assert b"process_" in metrics.read()
        status, log = await stopped(process)
    assert "add up" in reply["text"]
    assert status == 0
    assert "ready" in log
    assert TOKEN not in log
    assert "Traceback" not in log
    assert (tmp_path / "addsup.db").exists()


async def test_it_is_called_by_a_webhook(telegram: Telegram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(methods, "setwebhook", methods.deletewebhook, raising=False)
    port = str(free_port())
    address = f"http://127.0.0.1:{port}/secret-path"
    settings = {"TELEGRAM_API_URL": telegram.url, "WEBHOOK_URL": address, "WEBHOOK_PORT": port}
    async with started(tmp_path, **settings) as process:
        hook = await telegram.next_call("setWebhook")
        status, log = await stopped(process)
    assert hook.parameters["url"] == address
    assert len(hook.parameters["secret_token"]) > 30
    assert hook.parameters["secret_token"] not in log
    assert status == 0


async def test_a_wrong_token_is_one_line(telegram: Telegram, tmp_path: Path) -> None:
    wrong = "123456:not-the-token-of-any-bot-there-is"
    async with started(tmp_path, TELEGRAM_API_URL=telegram.url, TELEGRAM_BOT_TOKEN=wrong, LOG_LEVEL="INFO") as process:
        out, log = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 1
    assert out == b""
    assert log.decode().splitlines()[-1].startswith("addsup: Telegram refuses the token")
    assert wrong not in log.decode()


async def test_without_a_network_it_says_so_and_keeps_trying(tmp_path: Path) -> None:
    async with started(tmp_path, TELEGRAM_API_URL=f"http://127.0.0.1:{free_port()}", LOG_LEVEL="INFO") as process:
        await said_until(process, "Telegram can't be reached; trying again")
        status, log = await stopped(process)
    assert status == 0
    assert "Traceback" not in log


async def test_a_taken_port_is_one_line(telegram: Telegram, tmp_path: Path) -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        one.listen()
        port = one.getsockname()[1]
        settings = {"TELEGRAM_API_URL": telegram.url, "METRICS_PORT": str(port), "LOG_LEVEL": "INFO"}
        async with started(tmp_path, **settings) as process:
            _, log = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 1
    assert log.decode() == f"addsup: METRICS_PORT {port} can't be used: address already in use\n"


async def test_a_database_that_cannot_be_opened_is_one_line(telegram: Telegram, tmp_path: Path) -> None:
    settings = {"TELEGRAM_API_URL": telegram.url, "DATABASE_URL": "sqlite+aiosqlite:///nowhere/x.db"}
    async with started(tmp_path, LOG_LEVEL="INFO", **settings) as process:
        _, log = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 1
    assert log.decode() == "addsup: the database can't be used: unable to open database file\n"


def test_settings_become_a_deployment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    settings = BotSettings(
        telegram_bot_token=TOKEN,
        bot_owners=[7],
        webhook_url="https://example.org/hook/",
        webhook_secret="s",
    )
    deployment = build_deployment(settings)
    assert (deployment.token, deployment.owners) == (TOKEN, frozenset({7}))
    assert deployment.webhook is not None
    assert (deployment.webhook.url, deployment.webhook.secret) == ("https://example.org/hook", "s")
    assert TOKEN not in repr(deployment)


def test_without_a_token_there_is_no_bot() -> None:
    with pytest.raises(UserError, match="TELEGRAM_BOT_TOKEN is not set"):
        build_deployment(BotSettings(telegram_bot_token=None, _env_file=None))
