"""What it costs to take up the knowledge: checked anew, from the cache, and beside a bot that goes on answering."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.sample import Row, best_of, milliseconds
from knowledge import Library, load, packaged_folder
from knowledge.loading.load_process import freeze_garbage, load_command, load_environment, load_without_collector

_RESIDENT = """
import pathlib, sys
from knowledge import load
library = load(cache=pathlib.Path(sys.argv[1]))
library.names("France"), library.measure_mentions("population"), list(library.figures())
print(pathlib.Path("/proc/self/status").read_text().split("VmRSS:")[1].split()[0])
"""


def measured() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        yield Row("load, read and checked", milliseconds(best_of(3, load)), "3,000 ms", "best of 3")
        load(cache=cache)
        yield Row("load, from the cache", milliseconds(best_of(5, partial(load, cache=cache))), "300 ms", "best of 5")
        if Path("/proc/self/status").exists():
            line = [sys.executable, "-c", _RESIDENT, folder]
            told = subprocess.run(line, env=load_environment(), check=True, capture_output=True, text=True).stdout
            yield Row("everything loaded, memory", f"{int(told) / 1024:.0f} MiB", "220 MiB", "every figure made")
        seconds, held = sorted((asyncio.run(_reload()) for _ in range(5)), key=lambda one: one[1])[2]
        yield Row("reload in another process", milliseconds(seconds), "", "with nothing in the cache")
        yield Row("longest hold of the event loop", milliseconds(held), "50 ms", "during a reload, median of 5")


async def _reload() -> tuple[float, float]:
    """How long a reload takes, and the longest that the event loop was held up meanwhile, in seconds."""
    library: Library | None = load()
    freeze_garbage()
    held: list[float] = []
    beat = asyncio.create_task(_beat(held))
    await asyncio.sleep(0.1)
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        child = await asyncio.create_subprocess_exec(*load_command(cache, [packaged_folder()]), env=load_environment())
        await child.wait()
        library = await asyncio.to_thread(load_without_collector, packaged_folder(), cache=cache)
    seconds = time.perf_counter() - begun
    await asyncio.sleep(0.1)
    beat.cancel()
    assert library.version
    return seconds, max(held)


async def _beat(held: list[float]) -> None:
    while True:
        begun = time.perf_counter()
        await asyncio.sleep(0.001)
        held.append(time.perf_counter() - begun - 0.001)


if __name__ == "__main__":
    for row in measured():
        print(*row, sep="  ")
