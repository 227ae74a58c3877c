"""Checks rows of figures: number, date, source, the measure's unit, and a range for an estimate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from knowledge.files import deserialize
from knowledge.files.folder import EntryTree, row_of
from knowledge.files.yaml_document import Document
from knowledge.model.entity import Entity, Measure
from knowledge.model.figure import Figure, Source
from knowledge.model.numbers import WORDS, NumberFormatError, parse_amount_with_unit, without_unit
from knowledge.problem import Problem, did_you_mean, nearest
from knowledge.validation.references import check_id

_SAME_UNIT = {"persons": {"people"}, "person": {"people"}}


_LETTER = re.compile(r"[a-zA-Z$%]")
_FEW = 3  # sources that are offered
NOBODY = Source("", "", "")  # stands in while a row without its source is read on
_SCALED = {"k": "thousand", "m": "million", "t": "trillion"}


def is_unit_of(measure: Measure, unit: str) -> bool:
    """Whether a unit that stands after a number is the measure's, or a word of it: "people", "persons"."""
    return unit in {measure.unit, *measure.unit.split()} or measure.unit in _SAME_UNIT.get(unit, ())


def strip_unit(measure: Measure, text: str) -> str:
    """Returns the number without the unit that all figures of the measure have; unchanged if it can't be read."""
    try:
        unit = parse_amount_with_unit(text)[1]
        return without_unit(text) if unit and is_unit_of(measure, unit) else text
    except NumberFormatError:
        return text


class FigureCheck:
    """Reads every row of figures documents, against the entities, measures and sources of the tree.

    `figures` keeps what the rows say, so that they needn't be read twice.
    """

    def __init__(self, tree: EntryTree) -> None:
        entries = tree.entries
        self._tree = tree
        self.figures: dict[str, Figure] = {}  # by id; of rows laid over each other the last
        self._entities = {ident: deserialize.entity(ident, entry) for ident, entry in entries["entities"].items()}
        self._measures = {ident: deserialize.measure(ident, entry) for ident, entry in entries["measures"].items()}
        self._sources = {ident: deserialize.source(ident, entry) for ident, entry in entries["sources"].items()}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yields what is wrong with the rows of one document; rows that have a problem already are left out."""
        body: Any = document.tree
        if not isinstance(body, dict) or not isinstance(body.get("figures"), dict):
            return
        measure = self._measures.get(str(body.get("measure")))
        if measure is None:
            yield from check_id(document, ("measure",), str(body.get("measure")), "measures", self._tree)
            return
        named = {problem.line for problem in document.problems}
        for ident, dates in body["figures"].items():
            entity = self._entities.get(ident)
            if entity is None:
                yield from check_id(document, ("figures", ident), ident, "entities", self._tree)
            elif isinstance(dates, dict):
                yield from self._row_problems(document, entity, measure, named)

    def _row_problems(self, document: Document, entity: Entity, measure: Measure, named: set[int]) -> Iterator[Problem]:
        body: Any = document.tree
        default = body.get("source", "")
        for dated, row in body["figures"][entity.id].items():
            if named and document.line(("figures", entity.id, dated)) in named:
                continue
            for fault in self._faults(entity, measure, dated, row_of(row, default)):
                yield document.problem(("figures", entity.id, dated), fault)

    def _faults(self, entity: Entity, measure: Measure, dated: str, row: list[str]) -> Iterator[str]:
        """Yields all that is wrong with one row; the figure of a row that has a source is kept in `figures`."""
        source = self._sources.get(row[3])
        if source is None and row[3]:
            yield f"unknown source '{row[3]}'.{self._near_source(row[3])}".rstrip(".")
        elif source is None:
            yield "a source is missing"
        try:
            figure = deserialize.figure(entity, measure, dated, row, source or NOBODY)
        except ValueError as error:
            yield str(error)
            return
        if source is not None:
            self.figures[figure.id] = figure
        if source is not None and source.estimate and not (row[1] and row[2]):
            yield f"an estimate (source {source.id}) needs low and high: {{value: {row[0]}, low: ..., high: ...}}"
        if _LETTER.search("".join(row[:3])) and (fault := self._unit_fault(measure, row)):
            yield fault

    def _near_source(self, written: str) -> str:
        """Returns " Did you mean ...": sources with this word in their ids, published ones before estimates."""
        published = [ident for ident, source in self._sources.items() if not source.estimate]
        holding = [ident for ident in published if written.casefold() in ident.split("-")]
        if holding:
            shown = " or ".join(f"'{ident}'" for ident in holding[:_FEW])
            return f" Did you mean {shown}?"
        return did_you_mean(written, published) or did_you_mean(written, self._sources)

    def _unit_fault(self, measure: Measure, row: list[str]) -> str:
        for text in filter(None, row[:3]):
            unit = parse_amount_with_unit(text)[1]
            if text[-1] in _SCALED and measure.unit == text[-1] and not unit:
                return f"'{text}' may be in {measure.unit} or in {_SCALED[text[-1]]}s: leave the unit out"
            if unit and not is_unit_of(measure, unit):
                return f"'{text}' is in {unit}, but {measure.id} is in {measure.unit}{self._hint(text, unit)}"
        return ""

    def _hint(self, text: str, unit: str) -> str:
        """Returns ". Did you mean ...": for a misspelt "million" or a misspelt unit."""
        near = nearest(unit, [*WORDS, *{measure.unit for measure in self._measures.values()}])
        return f". Did you mean '{text[: -len(unit)]}{near}'?" if near and near != unit else ""
