"""The number reader: time a sentence, time against length, start. The sentences are the project's own
(tests/quantities/**/*.txt); benchmarks/peer.py sets other readers beside it on them.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from benchmarks.sample import Row, best_of, milliseconds, timed
from quantities import read

_EXAMPLES = Path(__file__).parent.parent / "tests" / "quantities"
_LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
_ROUNDS = 5


class Sentence(NamedTuple):
    text: str
    values: tuple[Fraction, ...]  # both ends of a range


def sentences() -> list[Sentence]:
    """The example sentences with the values that must be read from them, those of the known gaps too."""
    found: list[Sentence] = []
    for path in sorted(_EXAMPLES.rglob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("    "):
                if line.strip() != "none":
                    found[-1] = Sentence(found[-1].text, found[-1].values + _values(line))
            elif line and not line.startswith("#"):
                found.append(Sentence(line.removeprefix("xfail: "), ()))
    return found


def _values(line: str) -> tuple[Fraction, ...]:
    return tuple(Fraction(end) for end in line.split("|", maxsplit=1)[0].strip(" []").split(", "))


def measured() -> Iterator[Row]:
    """The rows of `make bench`."""
    texts = [sentence.text for sentence in sentences()]
    times = [best_of(_ROUNDS, lambda text=text: read(text)) for text in texts]
    yield Row(
        "reading a sentence", milliseconds(statistics.median(times)), "0.5 ms", f"median of {len(texts)} examples"
    )
    yield Row(
        "import quantities",
        milliseconds(_start()),
        "200 ms",
        "in a process, best of 5, the interpreter's start not counted",
    )
    long = "\n".join(text for text in texts if text.isascii())
    for length in _LENGTHS:
        text = (long * (length // len(long) + 1))[:length]
        seconds = timed(lambda text=text: read(text))
        yield Row(
            f"reading {length:,} characters", milliseconds(seconds), "", f"{1e9 * seconds / length:.0f} ns a character"
        )


def _start() -> float:
    def run(code: str) -> float:
        return best_of(_ROUNDS, lambda: subprocess.run([sys.executable, "-c", code], check=True))

    return run("import quantities") - run("pass")


if __name__ == "__main__":
    for row in measured():
        print(f"{row.what:32}{row.measured:18}{row.aim:10}{row.how}")
