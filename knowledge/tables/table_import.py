"""Turns the cells of a table into figures: names become ids, numbers are read, suspicious values are listed.

Nothing is written; `ImportResult.document` is a file of figures, to be staged like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise

from knowledge.editing.diff import format_percent
from knowledge.editing.file_placement import figures_header
from knowledge.editing.yaml_writer import Figures, write_figures
from knowledge.files import deserialize
from knowledge.files.yaml_document import read_document
from knowledge.library import Library
from knowledge.listing import in_words
from knowledge.model.figure import Figure
from knowledge.problem import Problem, nearest
from knowledge.tables.cell_numbers import has_decimal_comma, is_blank, scaled_number
from knowledge.tables.columns import TableCell
from knowledge.tables.csv_file import CsvTable
from knowledge.tables.entity_lookup import find_entities
from knowledge.validation.consistency import is_jump, ratio_in_words

APART = Fraction(1, 10)  # a value that changes by more is shown as suspicious


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the figures are; `scale` is "", "thousand", "million" or "billion", `decimal` "", "." or ","."""

    measure: str
    source: str
    scale: str = ""
    note: str = ""
    decimal: str = ""


@dataclass(slots=True)
class ImportResult:
    """The figures of a table. `new`, `changed` (old, new) and `same` are figures, `empty` counts cells without one."""

    plan: ImportOptions
    new: list[Figure] = field(default_factory=list)
    changed: list[tuple[Figure, Figure]] = field(default_factory=list)
    same: int = 0
    empty: int = 0
    problems: list[Problem] = field(default_factory=list)
    unknown: dict[str, Problem] = field(default_factory=dict)  # by the name in the table
    suspicious: list[tuple[Figure, str]] = field(default_factory=list)
    rows: Figures = field(default_factory=dict)  # the new and the changed

    @property
    def document(self) -> bytes:
        """The file of the new and the changed figures."""
        head = {"measure": self.plan.measure, "source": self.plan.source}
        return write_figures(read_document("", figures_header(self.plan.measure)), head, self.rows)


def import_cells(sheet: CsvTable, cells: Iterable[TableCell], library: Library, plan: ImportOptions) -> ImportResult:
    """Returns the figures of the cells; what is wrong is in `problems` and `unknown`.

    Raises KnowledgeError as `cells` does.
    """
    return _Gathering(sheet, library, plan).gather(cells)


class _Gathering:
    def __init__(self, sheet: CsvTable, library: Library, plan: ImportOptions) -> None:
        self._sheet, self._library, self._plan = sheet, library, plan
        self._measure, self._source = library.measures[plan.measure], library.sources[plan.source]
        self._comma = plan.decimal == "," if plan.decimal else has_decimal_comma(sheet)
        self._found = ImportResult(plan)
        self._owners: dict[tuple[str, ...], str | None] = {}
        self._given: dict[str, tuple[int, Figure]] = {}  # with the line it stands in

    def gather(self, cells: Iterable[TableCell]) -> ImportResult:
        for cell in cells:
            if cell.names not in self._owners:
                self._owners[cell.names] = self._owner(cell)
            owner = self._owners[cell.names]
            if owner and is_blank(cell.value):
                self._found.empty += 1
            elif owner:
                self._take(cell, owner)
        for _, figure in self._given.values():
            self._compare(figure)
        self._found.suspicious += self._jumps()
        return self._found

    def _owner(self, cell: TableCell) -> str | None:
        meant = {name: find_entities(name, self._library, self._measure) for name in cell.names}
        for ids in meant.values():
            if len(ids) == 1:
                return ids[0]
        for name, ids in meant.items():
            if ids:
                self._unknown(cell, name, f"may be {' or '.join(ids)}: write the id in its place")
                return None
        near = nearest(cell.names[0], self._library.entity_linker, 80)
        hint = (
            f" Did you mean {' or '.join(map(self._named, self._library.entity_linker.exact(near)))}?" if near else ""
        )
        self._unknown(cell, cell.names[0], f"is nobody known.{hint}")
        return None

    def _named(self, ident: str) -> str:
        return f"'{self._library.entities[ident].name}' ({ident})"

    def _unknown(self, cell: TableCell, name: str, message: str) -> None:
        self._found.unknown.setdefault(name, Problem(self._sheet.name, cell.line, "", f"'{name}' {message}"))

    def _take(self, cell: TableCell, owner: str) -> None:
        try:
            text = scaled_number(cell.value, self._measure, self._plan.scale, comma=self._comma)
            row = [text, "", "", self._plan.source, self._plan.note]
            entity = self._library.entities[owner]
            figure = deserialize.figure(entity, self._measure, cell.dated, row, self._source)
        except ValueError as error:
            self._problem(cell, owner, str(error))
            return
        line, before = self._given.setdefault(figure.id, (cell.line, figure))
        if before.value != figure.value:
            self._problem(cell, owner, f"is {cell.value} here and another number in line {line}: leave one out")
        self._found.rows.setdefault(owner, {})[cell.dated] = row

    def _problem(self, cell: TableCell, owner: str, message: str) -> None:
        self._found.problems.append(Problem(self._sheet.name, cell.line, f"{owner}.{cell.dated}", message))

    def _compare(self, new: Figure) -> None:
        old = self._library.figure_of(new.id)
        if old is None:
            self._found.new.append(new)
        elif (old.value, old.source.id) == (new.value, new.source.id):
            self._found.same += 1
            self._leave_out(new)
        else:
            self._found.changed.append((old, new))
            if old.value and abs(new.value / old.value - 1) > APART:
                told = f"stored is {in_words(old.value)} ({format_percent((new.value / old.value - 1) * 100)})"
                self._found.suspicious.append((new, told))

    def _leave_out(self, figure: Figure) -> None:
        dates = self._found.rows[figure.entity]
        del dates[figure.dated]
        if not dates:
            del self._found.rows[figure.entity]

    def _jumps(self) -> Iterator[tuple[Figure, str]]:
        """Yields figures that jump from the year before, in the series as it would be; their rows get a note."""
        coming = {one.id: one for one in (*self._found.new, *(new for _, new in self._found.changed))}
        for entity in sorted(self._found.rows):
            series = {one.id: one for one in self._library.series(entity, self._measure.id)}
            series |= {ident: one for ident, one in coming.items() if one.entity == entity}
            if self._measure.balance:
                continue
            for before, after in pairwise(sorted(series.values(), key=lambda one: (one.end, one.start))):
                if is_jump(before, after) and after.id in coming:
                    row = self._found.rows[entity][after.dated]
                    row[4] = row[4] or f"{ratio_in_words(before, after)}, as in the table it comes from"
                    yield after, f"{ratio_in_words(before, after)} {in_words(before.value)}"
