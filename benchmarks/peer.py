"""`make peers`: the number readers one can install beside ours, on the example sentences of tests/quantities.

Prints PEERS.md's table: value F1, the median time of a sentence, the start. It runs in .venv-peers, where the versions
of peers.txt are installed, and ours runs there too: reading numbers needs the standard library alone.
"""

from __future__ import annotations

import importlib
import os
import platform
import re
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from fractions import Fraction
from importlib.metadata import version
from typing import NamedTuple

from benchmarks.reader import Sentence, sentences
from benchmarks.sample import best_of, milliseconds

Reader = Callable[[str], list[Fraction]]

_ROUNDS = 5
_HEAD = ("reader", "value F1", "precision", "recall", "median a sentence", "start")


class Peer(NamedTuple):
    name: str
    package: str  # as the package index calls it; empty for ours
    load: Callable[[], Reader]
    first: str  # the program that imports it and reads its first sentence


class Score(NamedTuple):
    right: int
    given: int  # values, by the reader
    wanted: int  # values, by the examples

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """
        >>> Score(right=3, given=4, wanted=6).f1
        0.6
        """
        return 2 * self.right / (self.given + self.wanted) if self.given + self.wanted else 0.0


def ours() -> Reader:
    """Both ends of a range, and the one end of a bound."""
    from quantities import read

    def values(text: str) -> list[Fraction]:
        found: list[Fraction] = []
        for quantity in read(text).quantities:
            low, high = quantity.stated.low, quantity.stated.high
            found += [end for end in ((low, high) if quantity.is_range else (low,)) if end is not None]
        return found

    return values


def quantulum() -> Reader:
    """Without its optional classifier, which chooses between units; a range is its middle and what it may be off by."""
    parser = importlib.import_module("quantulum3.parser")

    def values(text: str) -> list[Fraction]:
        found: list[Fraction] = []
        for quantity in parser.parse(text):
            middle, off = exact(quantity.value), exact(quantity.uncertainty or 0)
            found += [middle - off, middle + off] if off else [middle]
        return found

    return values


_NUMBER = re.compile(r"-?\d+(?:,\d{3})*(?:\.\d+)?")
_SCALED = re.compile(rf"({_NUMBER.pattern})(?: (1000|1000000|1000000000|1000000000000)\b)?")


def text2num() -> Reader:
    """Number words become digits; a regular expression then takes those, and "1.5 1000000" as one number."""
    module = importlib.import_module("text_to_num")

    def values(text: str) -> list[Fraction]:
        digits = _SCALED.findall(module.alpha2digit(text, "en"))
        return [exact(number.replace(",", "")) * int(scale or 1) for number, scale in digits]

    return values


def recognizers() -> Reader:
    """Its model of numbers, for English."""
    model = importlib.import_module("recognizers_number").NumberRecognizer("en-us").get_number_model()
    return lambda text: [exact(found.resolution["value"]) for found in model.parse(text)]


PEERS = (
    Peer("this reader", "", ours, "from quantities import read; read('5 ships')"),
    Peer("quantulum3", "quantulum3", quantulum, "from quantulum3 import parser; parser.parse('5 ships')"),
    Peer("text2num + regex", "text2num", text2num, "import text_to_num as t; t.alpha2digit('5 ships', 'en')"),
    Peer(
        "Recognizers-Text",
        "recognizers-text-suite",
        recognizers,
        "import recognizers_number as r; r.NumberRecognizer('en-us').get_number_model().parse('5 ships')",
    ),
)


def exact(value: object) -> Fraction:
    """
    >>> exact(0.1), exact("1.5e3")
    (Fraction(1, 10), Fraction(1500, 1))
    """
    return Fraction(str(value))


def compared(cases: list[Sentence]) -> Iterator[tuple[str, ...]]:
    """A row for each reader; one that can't be used has the reason in its row."""
    for peer in PEERS:
        try:
            reader = peer.load()
            start = milliseconds(_start(peer))
            name = f"{peer.name} {version(peer.package)}" if peer.package else peer.name
        except Exception as error:  # noqa: BLE001 -- whatever keeps a peer from running is what its row says
            yield (peer.name, f"could not be run: {_reason(error)}", *("" for _ in _HEAD[2:]))
            continue
        score, seconds = _scored(reader, cases)
        rates = (f"{100 * share:.1f}" for share in (score.f1, score.precision, score.recall))
        yield (name, *rates, f"{1000 * statistics.median(seconds):.2f} ms", start)


def _reason(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split()).replace("|", "/")


def _start(peer: Peer) -> float:
    """Seconds from the start of a process to its first reading, the interpreter's own start not counted."""

    def run(program: str) -> float:
        line = [sys.executable, "-W", "ignore", "-c", program]
        return best_of(_ROUNDS, lambda: subprocess.run(line, check=True, capture_output=True))

    return run(peer.first) - run("pass")


def _scored(reader: Reader, cases: list[Sentence]) -> tuple[Score, list[float]]:
    """How well it reads the sentences, and the seconds for each: read once, so that no cache of its own helps it."""
    _tried(reader, "5 ships")  # some load their tables only now: that is part of the start
    right = given = wanted = 0
    seconds: list[float] = []
    for case in cases:
        start = time.perf_counter()
        values = _tried(reader, case.text)
        seconds.append(time.perf_counter() - start)
        right, given, wanted = right + _right(values, case), given + len(values), wanted + len(case.values)
    return Score(right, given, wanted), seconds


def _tried(reader: Reader, text: str) -> list[Fraction]:
    try:
        return reader(text)
    except Exception:  # noqa: BLE001 -- a reader that fails on a sentence has read nothing from it
        return []


def _right(values: list[Fraction], case: Sentence) -> int:
    left = list(case.values)
    for value in values:
        same = next((one for one in left if abs(one - value) <= abs(one) / 100_000), None)
        if same is not None:
            left.remove(same)
    return len(case.values) - len(left)


def main() -> None:
    warnings.simplefilter("ignore")
    cases = sentences()
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    values = sum(len(case.values) for case in cases)
    print(f"{len(cases)} sentences, {values} values; Python {platform.python_version()}, {machine}\n")
    for row in (_HEAD, ("---",) * len(_HEAD), *compared(cases)):
        print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
