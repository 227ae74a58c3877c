"""Time a look-up by text, with every name that comes with the program loaded: `python -m benchmarks lookup`.

`find` is timed on each look-up of tests/knowledge/search/lookups.txt; those of misspelt words, and those that find
nothing, are timed apart, as only they are compared with every known word. `names` is what each claim asks of
its sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks import text
from benchmarks.sample import Row, percentile, timed
from bot.knowledge_admin.library_loader import open_library
from knowledge import find
from knowledge.loading.load_process import freeze_garbage

_LOOKUPS = Path(__file__).parents[1] / "tests" / "knowledge" / "search" / "lookups.txt"
_ROUNDS = 5


def measured() -> Iterator[Row]:
    library = open_library()
    asked = list(lookups())
    slips = [one for title, one in asked if title.startswith(("Slips", "Nothing"))]
    spelt = [one for _, one in asked if one not in slips]
    for one in (*spelt, *slips):
        find(library, one)
    freeze_garbage()  # as the bot does
    yield _row("a look-up", partial(find, library), spelt, "0.2 ms median")
    yield _row("a look-up, misspelt or of nothing", partial(find, library), slips, "")
    yield _row("the names in a claim", library.names, text.CLAIMS, "")


def lookups() -> Iterator[tuple[str, str]]:
    """Each look-up of the list, with the heading above it."""
    title = ""
    for line in _LOOKUPS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            title = line.removeprefix("# ")
        elif line:
            yield title, line.rpartition(" -> ")[0]


def _row(what: str, look_up: Callable[[str], object], asked: Sequence[str], aim: str) -> Row:
    seconds = [timed(partial(look_up, one)) for _ in range(_ROUNDS) for one in asked]
    median, slow = (f"{percentile(seconds, share) * 1000:.2f} ms" for share in (0.5, 0.99))
    return Row(what, f"{median}, p99 {slow}", aim, f"{len(asked)} look-ups, {_ROUNDS} times each")
