"""Describes a change of the owners' folder: documents laid over it, or an earlier change taken back.

Edit(documents=(("figures.yaml", content),))      what somebody sends
Edit(undone={"figures/gdp.yaml": (before, after)})  what is taken back: the rows that it changed, and no others
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from knowledge.editing.file_placement import NewFiles, kind_of, kind_of_file, place_entries, place_figures
from knowledge.editing.line_patch import put_entries, put_rows, remove_entries, remove_rows
from knowledge.files.folder import FigureRow, SourceFile, row_of
from knowledge.files.yaml_document import Document, read_document
from knowledge.problem import KnowledgeError, Problem
from knowledge.validation.schema_errors import check_shape

Content = str | None  # of a file; None where there is none
EditedRows = dict[tuple[str, str], FigureRow]  # entity and date -> row


@dataclass(frozen=True, slots=True)
class Edit:
    """A change: `documents` are names and contents, `undone` is path -> content before and after what is taken back."""

    documents: tuple[tuple[str, bytes], ...] = ()
    undone: Mapping[str, tuple[Content, Content]] = field(default_factory=dict)

    @property
    def is_sent(self) -> bool:
        """Whether it is one file that somebody sent, so that problems are told with the lines of that file."""
        return len(self.documents) == 1 and not self.undone and "." in self.documents[0][0]

    def files(self, own: Iterable[SourceFile]) -> NewFiles:
        """Returns the changed files of the owners by path; an empty one is to be deleted. Raises KnowledgeError."""
        now = {leaf.file: leaf for leaf in own}
        made: NewFiles = {}
        for name, content in self.documents:
            made |= _laid(_document(name, content), list(now.values()))
            now |= {place: SourceFile(place, kind_of_file(place), made[place]) for place in made}
        for place, (before, after) in self.undone.items():
            made[place] = _taken_back(place, _bytes(before), _bytes(after), now[place].content if place in now else b"")
        return made


def _document(name: str, content: bytes) -> Document:
    given = read_document(name, content)
    if given.problems:
        raise KnowledgeError(given.problems)
    kind = kind_of(given.tree)
    if kind is None or not check_shape(given, kind):
        raise KnowledgeError(given.problems or [Problem(name, 0, "", "is no knowledge file")])
    return given


def _laid(given: Document, own: list[SourceFile]) -> NewFiles:
    kind = kind_of(given.tree)
    assert kind is not None
    return place_figures(given, own) if kind == "figures" else place_entries(given, kind, own)


def _taken_back(place: str, before: bytes, after: bytes, now: bytes) -> bytes:
    """Returns the file as it is now without what changed from before to after; as it was, if nothing else did."""
    if now == after:
        return before
    take_back = _rows_taken_back if kind_of_file(place) == "figures" else _entries_taken_back
    return take_back(before, after, now)


def _rows_taken_back(before: bytes, after: bytes, now: bytes) -> bytes:
    old, new, measure = _rows(before), _rows(after), _measure(after) or _measure(before)
    back: dict[str, dict[str, FigureRow]] = {}
    for (entity, dated), row in old.items():
        if new.get((entity, dated)) != row:
            back.setdefault(entity, {})[dated] = row
    kept = remove_rows(now, set(new) - set(old)) if now.strip() else now
    return put_rows(kept, measure, back) if back else kept


def _entries_taken_back(before: bytes, after: bytes, now: bytes) -> bytes:
    old, new = _tree(before), _tree(after)
    kept = remove_entries(now, set(new) - set(old)) if now.strip() else now
    back = {key: entry for key, entry in old.items() if new.get(key) != entry}
    if not back:
        return kept
    addition = yaml.safe_dump(back, sort_keys=False, allow_unicode=True, width=120).encode()
    return put_entries(kept, addition) if kept.strip() else addition


def _rows(content: bytes) -> EditedRows:
    tree = _tree(content)
    default = tree.get("source", "")
    return {
        (entity, dated): row_of(row, default)
        for entity, dates in (tree.get("figures") or {}).items()
        for dated, row in dates.items()
    }


def _measure(content: bytes) -> str:
    return str(_tree(content).get("measure", ""))


def _tree(content: bytes) -> dict[str, Any]:
    tree: Any = read_document("", content).tree if content.strip() else None
    return tree if isinstance(tree, dict) else {}


def _bytes(content: Content) -> bytes:
    return (content or "").encode()
