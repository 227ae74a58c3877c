"""Runs the bot as a process of its own, with the real figures and reasoning, against the Bot API server over HTTP."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio

from tests.botapi import TOKEN, Telegram, run_server
from tests.ports import free_port

OWNER = 7
ROOT = Path(__file__).parents[2]
START = 180  # seconds; on a busy machine, with a cold cache


@dataclass
class Program:
    """The process of `addsup run`, and its log so far."""

    process: asyncio.subprocess.Process
    log: list[str] = field(default_factory=list)

    async def wait_until_ready(self) -> None:
        async with asyncio.timeout(START):
            while not any("ready" in line for line in self.log):
                assert self.process.returncode is None, "".join(self.log)
                await asyncio.sleep(0.02)

    async def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        with suppress(ProcessLookupError):
            self.process.send_signal(how)
        return await asyncio.wait_for(self.process.wait(), START)


@asynccontextmanager
async def run_program(folder: Path, telegram: Telegram, **settings: str) -> AsyncIterator[Program]:
    """Runs the bot until the block ends; at the start it is ready."""
    given = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": telegram.url, "BOT_OWNERS": str(OWNER)}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"} | given | settings,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    started = Program(process)
    listening = asyncio.create_task(_listen(started))
    try:
        await started.wait_until_ready()
        yield started
    finally:
        if process.returncode is None:
            await started.stop(signal.SIGKILL)
        await listening


async def _listen(started: Program) -> None:
    assert started.process.stderr is not None
    async for line in started.process.stderr:
        started.log.append(line.decode())


def make_webhook_settings() -> dict[str, str]:
    """Returns settings for a webhook at a free port."""
    port = str(free_port())
    return {"WEBHOOK_URL": f"http://127.0.0.1:{port}/hook", "WEBHOOK_PORT": port, "WEBHOOK_SECRET": "s3cret"}


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=["polling", "webhook"])
async def tg(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Telegram]:
    """A Telegram with the bot in it, which in the end stops when it is told to, without an error in its log."""
    settings = make_webhook_settings() if request.param == "webhook" else {}
    async with (
        run_server() as telegram,
        run_program(tmp_path_factory.mktemp("bot"), telegram, **settings) as started,
    ):
        yield telegram
        assert await started.stop() == 0
    log = "".join(started.log)
    assert "Traceback" not in log, log
    assert "[error" not in log, log
    assert TOKEN not in log
