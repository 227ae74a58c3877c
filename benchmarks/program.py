"""A bot as a process, with a Bot API server of its own and a folder that goes afterwards."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.botapi import TOKEN, Telegram, run_server

ADDSUP = ("-m", "bot", "run")
UNPACED = ("-m", "benchmarks.unpaced")
OWNER = 7
_CLAIM = "Mexico has 700 million people"


@dataclass(frozen=True, slots=True)
class Program:
    """`ready` is the time from its start to its first reply, in seconds; `own` the owners' folder."""

    telegram: Telegram
    number: int
    ready: float
    own: Path

    def memory(self) -> int:
        """Bytes resident now."""
        pages = Path(f"/proc/{self.number}/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")


@asynccontextmanager
async def started(*line: str) -> AsyncIterator[Program]:
    """Once it has given its first reply; told to stop in the end."""
    with tempfile.TemporaryDirectory() as folder:
        async with run_server() as telegram:
            await telegram.say(telegram.private(1), _CLAIM)
            begun = time.perf_counter()
            process = await _process(telegram, folder, *line)
            try:
                async with asyncio.timeout(60), telegram.world.news:
                    await telegram.world.news.wait_for(lambda: any(made.chat == 1 for made in telegram.world.calls))
                ready = time.perf_counter() - begun
                await asyncio.sleep(3)  # what it prepares beside its first reply
                yield Program(telegram, process.pid, ready, Path(folder, "bench.knowledge"))
            finally:
                process.send_signal(signal.SIGTERM)
                await process.wait()


async def _process(telegram: Telegram, folder: str, *line: str) -> asyncio.subprocess.Process:
    settings = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": telegram.url,
        "BOT_OWNERS": str(OWNER),
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/bench.db",
        "LOG_LEVEL": "ERROR",
        "PYTHONPATH": str(Path(__file__).parents[1]),
    }
    given = [part.format(url=telegram.url, token=TOKEN) for part in line]
    return await asyncio.create_subprocess_exec(sys.executable, *given, cwd=folder, env=os.environ | settings)
