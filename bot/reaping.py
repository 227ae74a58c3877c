"""Taking in a table: read, shown with what is odd in it, agreed to, written. A mistake changes nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

import typer

from bot.failure import Failure
from bot.keeping import committed
from bot.shelf import open_library
from bot.table import bar, show_table
from knowledge import KnowledgeError, Library, packaged_folder
from knowledge.column import Choice, cells, dated_of
from knowledge.difference import in_percent
from knowledge.harvest import Harvest, Plan, gather
from knowledge.overlay import stage
from knowledge.problem import Overtaken, Problem, did_you_mean
from knowledge.sheet import LARGEST, Sheet, read_sheet
from knowledge.showing import plain

_SHOWN = 20  # of each list


@dataclass(frozen=True, slots=True)
class Manner:
    """How the person wants it: `unit` is what the table is in, "" where that isn't said."""

    unit: str = ""
    skip_unknown: bool = False
    yes: bool = False


def reap(file: Path, plan: Plan, choice: Choice, changes: Path, today: date, manner: Manner) -> None:
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
        raise Failure(_listed(error.problems, "nothing written")) from error
    _agree(found, yes=manner.yes)
    try:
        paths = committed(staged, changes)
    except Overtaken as error:
        raise Failure(_listed(error.problems, "nothing written")) from error
    print(f"{len(staged.changes):,} figures written to {', '.join(map(str, paths))}")


def _check(library: Library, plan: Plan, choice: Choice, unit: str) -> None:
    """Raises Failure for ids that nothing has, a unit that isn't the measure's, and a date that is none."""
    for what, ident, known in (
        ("measure", plan.measure, library.measures),
        ("source", plan.source, library.sources),
        *([("entity", choice.only, library.entities)] if choice.only else []),
    ):
        if ident not in known:
            raise Failure(f"unknown {what} {ident!r}.{did_you_mean(ident, known)}")
    measure = library.measures[plan.measure]
    if unit and unit != measure.unit:
        raise Failure(f"the table is in {unit}, but {measure.id} is in {measure.unit}: convert it, or name its measure")
    if choice.year and dated_of(choice.year) is None:
        raise Failure(f"{choice.year!r} is no date: write a year, 2016-03, 2016-03-31 or FY2016")
    if library.sources[plan.source].estimate:
        raise Failure(f"{plan.source} marks estimates, which need low and high: a table needs a published source")


def _sheet(file: Path) -> Sheet:
    try:
        with file.open("rb") as opened:
            return read_sheet(file.name, opened.read(LARGEST + 1))  # of a larger one, enough to see that it is
    except OSError as error:
        raise Failure(f"cannot read {file}: {(error.strerror or 'it cannot be read').lower()}") from error


def _gathered(sheet: Sheet, choice: Choice, library: Library, plan: Plan) -> Harvest:
    with bar() as progress:
        read = progress.track(list(cells(sheet, choice)), description=f"reading {sheet.name}")
        return gather(sheet, read, library, plan)


def _refuse(found: Harvest, *, skip_unknown: bool) -> None:
    """Raises Failure for cells that can't be read, and for names that nobody has."""
    unknown = [] if skip_unknown else list(found.unknown.values())
    if found.problems or unknown:
        hint = "\nMend the names, or leave them out with --skip-unknown." if unknown else ""
        raise Failure(_listed([*found.problems, *unknown], "nothing written") + hint)
    if not (found.new or found.changed or found.same):
        raise Failure("the table has no figure of anybody known")


def _show(found: Harvest) -> None:
    counts = (len(found.new), len(found.changed), found.same, found.empty, len(found.unknown))
    print("{:,} new, {:,} changed, {:,} the same, {:,} cells without a figure, {:,} names left out".format(*counts))
    if found.changed:
        rows = [
            (new.id, plain(old.value), plain(new.value), _change(old.value, new.value)) for old, new in found.changed
        ]
        print("\nChanged:")
        _show_some(("id", "before", "after", "change"), rows)
    if found.suspicious:
        print("\nSuspicious, look at them before you agree:")
        _show_some(("id", "value", "why"), [(one.id, plain(one.value), why) for one, why in found.suspicious])


def _change(old: Fraction, new: Fraction) -> str:
    return in_percent((new - old) / abs(old) * 100) if old and new != old else ""


def _show_some(heading: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    show_table(heading, rows[:_SHOWN])
    if len(rows) > _SHOWN:
        print(f"... and {len(rows) - _SHOWN:,} more")


def _agree(found: Harvest, *, yes: bool) -> None:
    """Raises Failure where the person doesn't."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise Failure("nothing written: --yes writes it without asking")
    count = len(found.new) + len(found.changed)
    if not typer.confirm(f"Write {count:,} figures?"):
        raise Failure("nothing written")


def _listed(problems: Iterable[Problem], head: str) -> str:
    lines = [str(problem) for problem in problems]
    rest = [f"... and {len(lines) - _SHOWN:,} more"] if len(lines) > _SHOWN else []
    return "\n  ".join([f"{head}:", *lines[:_SHOWN], *rest])
