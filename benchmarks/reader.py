"""The number reader: time a sentence, time against length, start, and installable peers beside it.

`python -m benchmarks.reader` prints the measurements and the table of peers. The sentences are the project's own
(tests/quantities/examples). A peer that is not installed is named as such; none is a dependency:
`pip install quantulum3 text2num recognizers-text-suite` into a throw-away environment brings them.
"""

from __future__ import annotations

import importlib
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from benchmarks.sample import Row, best_of, milliseconds, timed
from quantities import read

_EXAMPLES = Path(__file__).parent.parent / "tests" / "quantities" / "examples"
_LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
_ROUNDS = 5


class Sentence(NamedTuple):
    text: str
    values: tuple[Fraction, ...]  # both ends of a range


Peer = Callable[[str], list[Fraction]]


def sentences() -> list[Sentence]:
    """The example sentences with the values that must be read from them; known gaps are left out."""
    found: list[Sentence] = []
    for path in sorted(_EXAMPLES.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("    "):
                if line.strip() != "none":
                    found[-1] = Sentence(found[-1].text, found[-1].values + _values(line))
            elif line and not line.startswith("#"):
                found.append(Sentence(line, ()))
    return [sentence for sentence in found if not sentence.text.startswith("xfail: ")]


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


def _ours(text: str) -> list[Fraction]:
    found: list[Fraction] = []
    for quantity in read(text).quantities:
        low, high = quantity.stated.low, quantity.stated.high
        found += [end for end in ([low, high] if quantity.is_range else [low]) if end is not None]
    return found


def _quantulum() -> Peer:
    parser = importlib.import_module("quantulum3.parser")
    return lambda text: [_exact(quantity.value) for quantity in parser.parse(text)]


def _text2num() -> Peer:
    module = importlib.import_module("text_to_num")
    import re

    number = re.compile(r"-?\d+(?:,\d{3})*(?:\.\d+)?")
    return lambda text: [_exact(n.replace(",", "")) for n in number.findall(module.alpha2digit(text, "en"))]


def _recognizers() -> Peer:
    module = importlib.import_module("recognizers_number")
    model = module.NumberRecognizer("en-us").get_number_model()
    return lambda text: [_exact(result.resolution["value"]) for result in model.parse(text)]


def _exact(value: object) -> Fraction:
    return Fraction(str(value))


_PEERS: dict[str, Callable[[], Peer]] = {
    "this reader": lambda: _ours,
    "quantulum3": _quantulum,
    "text2num + a regex": _text2num,
    "Recognizers-Text": _recognizers,
}


def compared() -> Iterator[Row]:
    """Each reader's values on the example sentences: F1 and median time, or that it is not installed."""
    cases = sentences()
    for name, load in _PEERS.items():
        try:
            peer = load()
        except ImportError:
            yield Row(name, "not installed", "", "")
            continue
        times = [timed(lambda text=case.text, peer=peer: _tried(peer, text)) for case in cases]
        yield Row(name, f"F1 {100 * _f1(peer, cases):.1f}", "", f"{milliseconds(statistics.median(times))} a sentence")


def _tried(peer: Peer, text: str) -> list[Fraction]:
    try:
        return peer(text)
    except Exception:  # noqa: BLE001 -- a peer that fails on a sentence has read nothing from it
        return []


def _f1(peer: Peer, cases: list[Sentence]) -> float:
    right = given = wanted = 0
    for case in cases:
        read_values, left = _tried(peer, case.text), list(case.values)
        given, wanted = given + len(read_values), wanted + len(left)
        for value in read_values:
            same = next((w for w in left if abs(w - value) <= abs(w) / 100_000), None)
            if same is not None:
                left.remove(same)
                right += 1
    return 2 * right / (given + wanted) if given + wanted else 0.0


if __name__ == "__main__":
    for row in (*measured(), *compared()):
        print(f"{row.what:32}{row.measured:18}{row.aim:10}{row.how}")
