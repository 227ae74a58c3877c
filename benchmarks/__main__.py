"""`make bench`: every measurement, one after the other, as one table. Names as arguments choose some of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from rich.console import Console
from rich.table import Table

from benchmarks import change, claim, lookup, process, reader, reload, slow_texts, telegram
from benchmarks.sample import Row

MEASUREMENTS: dict[str, Callable[[], Iterable[Row]]] = {
    "reader": reader.measured,
    "claim": claim.measured,
    "lookup": lookup.measured,
    "process": process.measured,
    "reload": reload.measured,
    "slow_texts": slow_texts.measured,
    "change": change.measured,
    "telegram": telegram.measured,
}


def main(chosen: list[str]) -> None:
    unknown = set(chosen) - MEASUREMENTS.keys()
    if unknown:
        sys.exit(f"no benchmark {', '.join(unknown)}: there are {', '.join(MEASUREMENTS)}")
    table = Table("what", "measured", "aim", "how", box=None, pad_edge=False)
    for name in chosen or MEASUREMENTS:
        print(f"measuring {name} ...", file=sys.stderr)
        for row in MEASUREMENTS[name]():
            table.add_row(*row)
    Console(width=None if sys.stdout.isatty() else 150).print(table)


if __name__ == "__main__":
    main(sys.argv[1:])
