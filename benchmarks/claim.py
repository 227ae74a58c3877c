"""Time a claim in process: everyday claims, a long article, hostile texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import yaml

from benchmarks import text
from benchmarks.sample import Row, best_of, median_and_p99, milliseconds, timed
from bot.knowledge_admin.library_loader import open_library
from knowledge.loading.load_process import freeze_garbage
from reasoning import answer

_EXAMPLES = Path(__file__).parents[1] / "tests" / "reasoning" / "examples.yaml"
_DAY = date(2026, 1, 1)
_ROUNDS = 5


def measured() -> Iterator[Row]:
    library = open_library()
    yield Row("knowledge, loaded", milliseconds(best_of(3, open_library)), "", "best of 3")

    ask = partial(answer, library=library, as_of=_DAY)
    claims = [*text.CLAIMS, *examples()]
    for claim in claims:
        ask(claim)
    freeze_garbage()  # as the bot does
    seconds = [timed(partial(ask, claim)) for _ in range(_ROUNDS) for claim in claims]
    yield Row("a claim", median_and_p99(seconds), "2 ms, p99 10 ms", f"{len(claims)} claims, {_ROUNDS} times each")

    article = text.article()
    yield Row("an article", milliseconds(best_of(3, partial(ask, article))), "50 ms", f"{len(article):,} characters")

    yield from _hostile(ask)


def _hostile(ask: Callable[[str], object]) -> Iterator[Row]:
    """The slowest few, and any that fails: a benchmark is also a test of what nobody thought of."""
    worst: dict[str, float] = {}
    for name, hostile in text.hostile().items():
        try:
            worst[name] = max(timed(partial(ask, hostile)) for _ in range(3))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the finding
            yield Row(f"hostile: {name}", f"fails: {type(error).__name__}", "", str(error)[:60])
    for name in sorted(worst, key=worst.__getitem__, reverse=True)[:4]:
        how = f"{text.LONGEST:,} characters, worst of 3; among the slowest of {len(worst)}"
        yield Row(f"hostile: {name}", milliseconds(worst[name]), "100 ms", how)


def examples() -> list[str]:
    """The examples of every kind of claim in the project's tests."""
    table = yaml.load(_EXAMPLES.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return [row["text"] for row in (*table["settled"], *table["quiet"])]
