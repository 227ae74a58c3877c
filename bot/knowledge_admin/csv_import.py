"""Taking in a table: read, shown with what is odd in it, agreed to, written. A mistake changes nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

import typer

from bot.errors import UserError
from bot.knowledge_admin.figure_edit import committed
from bot.knowledge_admin.library_loader import open_library
from bot.terminal.console import bar, show_table
from knowledge import KnowledgeError, Library, packaged_folder
from knowledge.editing.diff import format_percent
from knowledge.editing.staging import stage
from knowledge.listing import in_words
from knowledge.problem import EditConflictError, Problem, did_you_mean
from knowledge.tables.columns import ColumnSelection, dated_of, read_cells
from knowledge.tables.csv_file import LARGEST, CsvTable, read_csv
from knowledge.tables.table_import import ImportOptions, ImportResult, import_cells

_SHOWN = 20  # of each list


@dataclass(frozen=True, slots=True)
class ImportFlags:
    """How the person wants it: `unit` is what the table is in, "" where that isn't said."""

    unit: str = ""
    skip_unknown: bool = False
    yes: bool = False


def import_table(
    file: Path, plan: ImportOptions, choice: ColumnSelection, changes: Path, today: date, manner: ImportFlags
) -> None:
    """Raises Failure where nothing is written."""
    library = open_library(changes)
    _check(library, plan, choice, manner.unit)
    try:
        found = _gathered(_sheet(file), choice, library, plan)
        _refuse(found, skip_unknown=manner.skip_unknown)
        _show(found)
        if not found.rows:
            print("Nothing to write: all of it is there already.")
            return
        staged = stage(found.document, file.name, (packaged_folder(), changes), today)
    except KnowledgeError as error:
        raise UserError(_listed(error.problems, "nothing written")) from error
    _agree(found, yes=manner.yes)
    try:
        paths = committed(staged, changes)
    except EditConflictError as error:
        raise UserError(_listed(error.problems, "nothing written")) from error
    print(f"{len(staged.changes):,} figures written to {', '.join(map(str, paths))}")


def _check(library: Library, plan: ImportOptions, choice: ColumnSelection, unit: str) -> None:
    """Raises Failure for ids that nothing has, a unit that isn't the measure's, and a date that is none."""
    for what, ident, known in (
        ("measure", plan.measure, library.measures),
        ("source", plan.source, library.sources),
        *([("entity", choice.only, library.entities)] if choice.only else []),
    ):
        if ident not in known:
            raise UserError(f"unknown {what} {ident!r}.{did_you_mean(ident, known)}")
    measure = library.measures[plan.measure]
    if unit and unit != measure.unit:
        raise UserError(
            f"the table is in {unit}, but {measure.id} is in {measure.unit}: convert it, or name its measure"
        )
    if choice.year and dated_of(choice.year) is None:
        raise UserError(f"{choice.year!r} is no date: write a year, 2016-03, 2016-03-31 or FY2016")
    if library.sources[plan.source].estimate:
        raise UserError(f"{plan.source} marks estimates, which need low and high: a table needs a published source")


def _sheet(file: Path) -> CsvTable:
    try:
        with file.open("rb") as opened:
            return read_csv(file.name, opened.read(LARGEST + 1))  # of a larger one, enough to see that it is
    except OSError as error:
        raise UserError(f"cannot read {file}: {(error.strerror or 'it cannot be read').lower()}") from error


def _gathered(sheet: CsvTable, choice: ColumnSelection, library: Library, plan: ImportOptions) -> ImportResult:
    with bar() as progress:
        read = progress.track(list(read_cells(sheet, choice)), description=f"reading {sheet.name}")
        return import_cells(sheet, read, library, plan)


def _refuse(found: ImportResult, *, skip_unknown: bool) -> None:
    """Raises Failure for cells that can't be read, and for names that nobody has."""
    unknown = [] if skip_unknown else list(found.unknown.values())
    if found.problems or unknown:
        hint = "\nMend the names, or leave them out with --skip-unknown." if unknown else ""
        raise UserError(_listed([*found.problems, *unknown], "nothing written") + hint)
    if not (found.new or found.changed or found.same):
        raise UserError("the table has no figure of anybody known")


def _show(found: ImportResult) -> None:
    counts = (len(found.new), len(found.changed), found.same, found.empty, len(found.unknown))
    print("{:,} new, {:,} changed, {:,} the same, {:,} cells without a figure, {:,} names left out".format(*counts))
    if found.changed:
        rows = [
            (new.id, in_words(old.value), in_words(new.value), _change(old.value, new.value))
            for old, new in found.changed
        ]
        print("\nChanged:")
        _show_some(("id", "before", "after", "change"), rows)
    if found.suspicious:
        print("\nSuspicious, look at them before you agree:")
        _show_some(("id", "value", "why"), [(one.id, in_words(one.value), why) for one, why in found.suspicious])


def _change(old: Fraction, new: Fraction) -> str:
    return format_percent((new - old) / abs(old) * 100) if old and new != old else ""


def _show_some(heading: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    show_table(heading, rows[:_SHOWN])
    if len(rows) > _SHOWN:
        print(f"... and {len(rows) - _SHOWN:,} more")


def _agree(found: ImportResult, *, yes: bool) -> None:
    """Raises Failure where the person doesn't."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise UserError("nothing written: --yes writes it without asking")
    count = len(found.new) + len(found.changed)
    if not typer.confirm(f"Write {count:,} figures?"):
        raise UserError("nothing written")


def _listed(problems: Iterable[Problem], head: str) -> str:
    lines = [str(problem) for problem in problems]
    rest = [f"... and {len(lines) - _SHOWN:,} more"] if len(lines) > _SHOWN else []
    return "\n  ".join([f"{head}:", *lines[:_SHOWN], *rest])
