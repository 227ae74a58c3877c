"""The bot as a process against the project's own Bot API server, beside a bare echo bot in the same run."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.sample import Row, median_and_p99, milliseconds
from benchmarks.text import CLAIMS
from tests.botapi import TOKEN, Telegram, running

_BURST, _CHATS = 240, 60
_STEADY, _EVERY = 100, 0.05
_CLAIM = CLAIMS[3]


@dataclass(frozen=True, slots=True)
class Bot:
    """What was seen of a bot, in seconds and bytes."""

    ready: float
    burst: float
    waits: tuple[float, ...]
    memory: int


def measured() -> Iterator[Row]:
    addsup = asyncio.run(_measured("-m", "bot", "run"))
    limited = asyncio.run(_measured("-m", "benchmarks.echo", "{url}", TOKEN, "limited"))
    bare = asyncio.run(_measured("-m", "benchmarks.echo", "{url}", TOKEN))
    names = {"bot": addsup, "echo bot, same limiter": limited, "echo bot, no limiter": bare}
    for name, one in names.items():
        aim = "2,000 ms" if one is addsup else ""
        yield Row(f"{name}: first reply after start", milliseconds(one.ready), aim, "a process, polling")
    for name, one in names.items():
        rate = f"{_BURST / one.burst:.0f} a second"
        yield Row(f"{name}: burst", rate, "", f"{_BURST} messages at once from {_CHATS} chats")
    for name, one in names.items():
        aim = "p99 100 ms" if one is addsup else ""
        yield Row(f"{name}: update to reply", median_and_p99(one.waits), aim, f"{1 / _EVERY:.0f} messages a second")
    yield Row("bot: memory", f"{addsup.memory / 2**20:.0f} MiB", "200 MiB", "resident after all this")


async def _measured(*line: str) -> Bot:
    async with running() as telegram:
        await telegram.say(telegram.private(1), _CLAIM)
        start = time.perf_counter()
        async with _process(telegram, *line) as process:
            await _replies(telegram, 1)
            ready = time.perf_counter() - start
            burst = await _burst(telegram)
            waits = await _steady(telegram)
            return Bot(ready, burst, waits, _resident(process.pid))


@asynccontextmanager
async def _process(telegram: Telegram, *line: str) -> AsyncIterator[asyncio.subprocess.Process]:
    with tempfile.TemporaryDirectory() as folder:
        settings = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": telegram.url,
            "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/bench.db",
            "LOG_LEVEL": "ERROR",
            "PYTHONPATH": str(Path(__file__).parents[1]),
        }
        given = [part.format(url=telegram.url) for part in line]
        process = await asyncio.create_subprocess_exec(sys.executable, *given, cwd=folder, env=os.environ | settings)
        try:
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            await process.wait()


async def _burst(telegram: Telegram) -> float:
    before = _count(telegram)
    start = time.perf_counter()
    for number in range(_BURST):
        await telegram.say(telegram.private(2 + number % _CHATS), CLAIMS[number % len(CLAIMS)])
    await _replies(telegram, before + _BURST)
    return time.perf_counter() - start


async def _steady(telegram: Telegram) -> tuple[float, ...]:
    """Seconds from each update to its reply, when they come one after the other."""
    waits = []
    await asyncio.sleep(2)
    for number in range(_STEADY):
        before = _count(telegram)
        start = time.perf_counter()
        await telegram.say(telegram.private(2 + number % _CHATS), CLAIMS[number % len(CLAIMS)])
        await _replies(telegram, before + 1)
        waits.append(time.perf_counter() - start)
        await asyncio.sleep(max(0.0, _EVERY - waits[-1]))
    return tuple(waits)


async def _replies(telegram: Telegram, wanted: int) -> None:
    async with asyncio.timeout(60), telegram.world.news:
        await telegram.world.news.wait_for(lambda: _count(telegram) >= wanted)


def _count(telegram: Telegram) -> int:
    return sum(made.method.lower() == "sendmessage" and not made.refused for made in telegram.world.calls)


def _resident(process: int) -> int:
    pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
