"""Imports a CSV table: reads it, shows what is new and suspicious, asks, writes. A mistake changes nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

import typer

from bot.errors import UserError
from bot.knowledge_admin.figure_edit import commit_change
from bot.knowledge_admin.library_loader import cache_folder, open_library
from bot.terminal.console import print_table, progress_bar
from knowledge import KnowledgeError, Library, packaged_folder
from knowledge.editing.diff import format_percent
from knowledge.editing.staging import stage
from knowledge.listing import in_words
from knowledge.problem import EditConflictError, Problem, did_you_mean
from knowledge.tables.columns import ColumnSelection, dated_of, read_cells
from knowledge.tables.csv_file import LARGEST, CsvTable, read_csv
from knowledge.tables.table_import import ImportOptions, ImportResult, import_cells

_MAX_LINES = 20  # of each list


@dataclass(frozen=True, slots=True)
class ImportFlags:
    """`unit` is the unit of the table, "" where it isn't given; `yes` writes without asking."""

    unit: str = ""
    skip_unknown: bool = False
    yes: bool = False


def import_table(
    file: Path, options: ImportOptions, columns: ColumnSelection, changes: Path, today: date, flags: ImportFlags
) -> None:
    """Imports the table into the folder `changes`. Raises UserError where nothing is written."""
    library = open_library(changes)
    _check_options(library, options, columns, flags.unit)
    try:
        found = _read_figures(_read_table(file), columns, library, options)
        _check_result(found, skip_unknown=flags.skip_unknown)
        _print_result(found)
        if not found.rows:
            print("Nothing to write: all of it is there already.")
            return
        folders = (packaged_folder(), changes)
        staged = stage(found.document, file.name, folders, today, current=library, cache=cache_folder())
    except KnowledgeError as error:
        raise UserError(_join_problems(error.problems, "nothing written")) from error
    _confirm(found, yes=flags.yes)
    try:
        paths = commit_change(staged, changes)
    except EditConflictError as error:
        raise UserError(_join_problems(error.problems, "nothing written")) from error
    print(f"{len(staged.changes):,} figures written to {', '.join(map(str, paths))}")


def _check_options(library: Library, options: ImportOptions, columns: ColumnSelection, unit: str) -> None:
    """Raises UserError for an unknown id, a unit other than the measure's, and a date that can't be read."""
    for what, ident, known in (
        ("measure", options.measure, library.measures),
        ("source", options.source, library.sources),
        *([("entity", columns.only, library.entities)] if columns.only else []),
    ):
        if ident not in known:
            raise UserError(f"unknown {what} {ident!r}.{did_you_mean(ident, known)}")
    measure = library.measures[options.measure]
    if unit and unit != measure.unit:
        raise UserError(
            f"the table is in {unit}, but {measure.id} is in {measure.unit}: convert it, or name its measure"
        )
    if columns.year and dated_of(columns.year) is None:
        raise UserError(f"{columns.year!r} is no date: write a year, 2016-03, 2016-03-31 or FY2016")
    if library.sources[options.source].estimate:
        raise UserError(f"{options.source} marks estimates, which need low and high: a table needs a published source")


def _read_table(file: Path) -> CsvTable:
    try:
        with file.open("rb") as opened:
            return read_csv(file.name, opened.read(LARGEST + 1))  # of a larger one, enough to see that it is
    except OSError as error:
        raise UserError(f"cannot read {file}: {(error.strerror or 'it cannot be read').lower()}") from error


def _read_figures(table: CsvTable, columns: ColumnSelection, library: Library, options: ImportOptions) -> ImportResult:
    with progress_bar() as progress:
        read = progress.track(list(read_cells(table, columns)), description=f"reading {table.name}")
        return import_cells(table, read, library, options)


def _check_result(found: ImportResult, *, skip_unknown: bool) -> None:
    """Raises UserError for cells that can't be read, for unknown names, and where no figure is left."""
    unknown = [] if skip_unknown else list(found.unknown.values())
    if found.problems or unknown:
        hint = "\nMend the names, or leave them out with --skip-unknown." if unknown else ""
        raise UserError(_join_problems([*found.problems, *unknown], "nothing written") + hint)
    if not (found.new or found.changed or found.same):
        raise UserError("the table has no figure of anybody known")


def _print_result(found: ImportResult) -> None:
    counts = (len(found.new), len(found.changed), found.same, found.empty, len(found.unknown))
    print("{:,} new, {:,} changed, {:,} the same, {:,} cells without a figure, {:,} names left out".format(*counts))
    if found.changed:
        rows = [
            (new.id, in_words(old.value), in_words(new.value), _format_change(old.value, new.value))
            for old, new in found.changed
        ]
        print("\nChanged:")
        _print_first_rows(("id", "before", "after", "change"), rows)
    if found.suspicious:
        print("\nSuspicious, look at them before you agree:")
        _print_first_rows(("id", "value", "why"), [(one.id, in_words(one.value), why) for one, why in found.suspicious])


def _format_change(old: Fraction, new: Fraction) -> str:
    return format_percent((new - old) / abs(old) * 100) if old and new != old else ""


def _print_first_rows(heading: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    print_table(heading, rows[:_MAX_LINES])
    if len(rows) > _MAX_LINES:
        print(f"... and {len(rows) - _MAX_LINES:,} more")


def _confirm(found: ImportResult, *, yes: bool) -> None:
    """Raises UserError where the person doesn't agree."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise UserError("nothing written: --yes writes it without asking")
    count = len(found.new) + len(found.changed)
    if not typer.confirm(f"Write {count:,} figures?"):
        raise UserError("nothing written")


def _join_problems(problems: Iterable[Problem], head: str) -> str:
    lines = [str(problem) for problem in problems]
    rest = [f"... and {len(lines) - _MAX_LINES:,} more"] if len(lines) > _MAX_LINES else []
    return "\n  ".join([f"{head}:", *lines[:_MAX_LINES], *rest])
