"""How soon a change in the owners' folder is in use, and what is left of the figures it replaces."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator

from benchmarks.program import ADDSUP, OWNER, Program, started
from benchmarks.sample import Row, median_and_p99

CHANGES = 6


def measured() -> Iterator[Row]:
    how = f"{CHANGES} changes of a file, each until an owner is told"
    taken, memory = asyncio.run(_changes())
    yield Row("a change in the owners' folder is in use", median_and_p99(taken), "2,000 ms", how)
    yield Row("bot: memory after that", f"{memory / 2**20:.0f} MiB", "", "resident, the old figures gone")


async def _changes() -> tuple[list[float], int]:
    async with started(*ADDSUP) as program:
        program.telegram.private(OWNER)
        (program.own / "figures").mkdir(parents=True)
        return [await _change(program, number) for number in range(CHANGES)], program.memory()


async def _change(program: Program, number: int) -> float:
    before = len(program.telegram.world.calls)
    begun = time.perf_counter()
    (program.own / "figures" / "gdp.yaml").write_text(
        "measure: gdp\nsource: general-knowledge\nfigures:\n"
        f'  MX:\n    "2026": {{value: {1700 + number} billion, low: 1600 billion, high: 1800 billion}}\n'
    )
    async with asyncio.timeout(60), program.telegram.world.news:
        await program.telegram.world.news.wait_for(
            lambda: any(made.chat == OWNER for made in program.telegram.world.calls[before:])
        )
    return time.perf_counter() - begun
