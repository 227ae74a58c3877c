"""Tables and progress bars in the terminal; plain lines in a file or pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

PIPE_WIDTH = 200  # characters a line, in a file or pipe


def print_table(heading: Sequence[str], rows: Iterable[Sequence[str]], *, right: Sequence[int] = ()) -> None:
    """Prints a table. The columns numbered in `right`, from 0, are aligned right, as numbers are."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for index, name in enumerate(heading):
        table.add_column(name, justify="right" if index in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    make_console().print(table)


def make_console() -> Console:
    """Returns a console on standard output, as wide as the terminal; colours only there."""
    return Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, highlight=False)


def progress_bar() -> Progress:
    """Returns a progress bar on standard error, which disappears when done; none where that is no terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())
