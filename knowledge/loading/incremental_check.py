"""Lays the owners' figures over knowledge that was checked before, and checks only what they touch.

Only for what can't make anything else wrong: figures, and sources of new names. For the rest the answer is None, and
everything is to be checked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from knowledge.files.folder import EntryTree, FigureRows, KindedDocuments, SourceFile, lay_document, read_documents
from knowledge.library import Library
from knowledge.problem import Problem
from knowledge.validation import consistency, names_and_dates, value_limits
from knowledge.validation.figures import FigureCheck
from knowledge.validation.locations import Locations
from knowledge.validation.references import check_references


def check_overlay(
    base: EntryTree, own: Iterable[SourceFile], today: date | None = None
) -> EntryTree | tuple[Problem, ...] | None:
    """Returns the tree of `base` with the owners' files over it, checked as `assemble` would, or the problems.

    None where everything has to be checked.
    """
    read = read_documents(own)
    if not _is_simple(read, base):
        return None
    tree = _copied(base, read)
    for kind, document in read:
        lay_document(tree, kind, document)
    figures = FigureCheck(tree)
    wrong = [problem for kind, document in read for problem in check_references(document, kind, tree)]
    wrong += [problem for kind, document in read if kind == "figures" for problem in figures.problems(document)]
    wrong = wrong or _unheld(tree, read, today)
    return tuple(wrong) or tree


def _is_simple(read: KindedDocuments, base: EntryTree) -> bool:
    from knowledge.validation.schema_errors import check_shape

    seen: set[tuple[str, ...]] = set()
    for kind, document in read:
        if kind not in ("figures", "sources") or not check_shape(document, kind):
            return False
        keys = set(_keys(kind, document.tree))
        if keys & seen or any(key[0] in base.entries["sources"] for key in keys if kind == "sources"):
            return False
        seen |= keys
    return True


def _keys(kind: str, body: Any) -> Iterable[tuple[str, ...]]:
    if kind == "sources":
        return ((ident,) for ident in body)
    return ((body["measure"], entity, dated) for entity, dates in body["figures"].items() for dated in dates)


def _copied(base: EntryTree, read: KindedDocuments) -> EntryTree:
    """Returns a copy of the base that shares all but what the files touch."""
    rows: FigureRows = dict(base.rows)
    for measure in _touched(read):
        rows[measure] = {entity: dict(dates) for entity, dates in base.rows.get(measure, {}).items()}
    return replace(base, entries={**base.entries, "sources": dict(base.entries["sources"])}, rows=rows)


def _touched(read: KindedDocuments) -> set[str]:
    bodies: list[Any] = [document.tree for kind, document in read if kind == "figures"]
    return {body["measure"] for body in bodies}


def _unheld(tree: EntryTree, read: KindedDocuments, today: date | None) -> list[Problem]:
    """Returns the problems of the measures touched, their wholes and their parts."""
    measures = tree.entries["measures"]
    near = _touched(read)
    near |= {measures[ident].get("whole", ident) for ident in near} | {
        ident for ident, entry in measures.items() if entry.get("whole") in near
    }
    library = Library(replace(tree, rows={ident: tree.rows[ident] for ident in near if ident in tree.rows}), "")
    where = Locations(read, read)
    wrong = [*consistency.check_parts(library, where)]
    if today and not wrong:
        wrong += [
            *consistency.check_sums(library, where),
            *consistency.check_jumps(library, where),
            *names_and_dates.check_future_dates(library, where, today),
        ]
        wrong += [*value_limits.check_kinds(library, where), *value_limits.check_limits(library, where)]
    return wrong
