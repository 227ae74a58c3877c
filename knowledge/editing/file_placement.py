"""Decides, by what a document holds, which file of the owners' folder it belongs to, and lays it over that file."""

from __future__ import annotations

import re
from typing import Any

from knowledge.editing.line_patch import put_entries, put_rows, remove_entries
from knowledge.editing.yaml_writer import Figures
from knowledge.files import schema
from knowledge.files.folder import FILES, FOLDERS, SourceFile, row_of
from knowledge.files.yaml_document import Document, read_document

_PLACES = {kind: file for file, kind in FILES.items()}
NewFiles = dict[str, bytes]  # path below the owners' folder -> new content
Holding = list[tuple[SourceFile, dict[str, Any]]]


def kind_of(tree: Any) -> str | None:
    """Returns the kind of file that a document is, by the keys it holds; None if it is no knowledge file."""
    if not isinstance(tree, dict) or not tree:
        return None
    if "figures" in tree or "measure" in tree:
        return "figures"
    entries = [entry for entry in tree.values() if isinstance(entry, dict)]
    keys = {key for entry in entries for key in entry}
    telling = {
        "entities": {"kind"},
        "measures": {"nature", "nouns", "unit"},
        "sources": {"producer", "title"},
        "caveats": {"text"},
        "averages": {"each"},
        "limits": {"most", "least"},
        "things": {"has", "called"},
    }
    for kind, marks in telling.items():
        if marks & keys:
            return kind
    if all(
        isinstance(entry, list) or (isinstance(entry, dict) and all(isinstance(w, list) for w in entry.values()))
        for entry in tree.values()
    ):
        return "ambiguous"
    scores = {kind: len(keys & set(schema.known_keys(kind))) for kind in telling}
    best = max(scores, key=lambda kind: scores[kind])
    return best if scores[best] else None


def kind_of_file(place: str) -> str:
    """Returns the kind of a file, by its path below the folder."""
    return FILES.get(place) or place.partition("/")[0]


def place_figures(given: Document, own: list[SourceFile]) -> NewFiles:
    """Returns the owners' files of the measure with the document's rows, each where it already stands."""
    body: Any = given.tree
    default, measure = body.get("source", ""), body["measure"]
    holding = _holding(measure, own)
    if not holding and given.content:
        return {f"figures/{measure}.yaml": given.content}
    rows: dict[str, Figures] = {}
    for ident, dates in body["figures"].items():
        for dated, row in dates.items():
            place = _place(measure, ident, dated, holding)
            rows.setdefault(place, {}).setdefault(ident, {})[dated] = row_of(row, default)
    before = {leaf.file: leaf.content for leaf, _ in holding}
    return {place: put_rows(before.get(place, figures_header(measure)), measure, new) for place, new in rows.items()}


def figures_header(measure: str) -> bytes:
    """Returns the comment at the top of a file of figures that the program creates."""
    return f"""\
{schema.schema_comment(f"figures/{measure}.yaml", "figures")}
# Figures of {measure}, laid over those that come with addsup.
# entity -> date -> value: "2016": 159.2 million, or {{value: ..., low: ..., high: ..., source: ..., note: ...}}.
# A date is 2016, 2016-03, 2016-03-31 or FY2016 (a fiscal year by its end). `addsup knowledge check` finds mistakes.

""".encode()


def _place(measure: str, entity: str, dated: str, holding: Holding) -> str:
    for leaf, figures in holding:
        if dated in figures.get(entity, {}):
            return leaf.file
    return holding[0][0].file if holding else f"figures/{measure}.yaml"


def _holding(measure: str, own: list[SourceFile]) -> Holding:
    """Returns the owners' files of a measure, with their figures."""
    found = []
    for leaf in own:
        tree = read_document(leaf.file, leaf.content).tree if leaf.kind == "figures" else None
        if isinstance(tree, dict) and tree.get("measure") == measure and isinstance(tree.get("figures"), dict):
            found.append((leaf, tree["figures"]))
    return found


def place_entries(given: Document, kind: str, own: list[SourceFile]) -> NewFiles:
    """Returns the owners' files with the document's entries in one of them, and in no other."""
    assert isinstance(given.tree, dict)
    place = _PLACES.get(kind) or f"{kind if kind in FOLDERS else 'entities'}/{_slug(next(iter(given.tree)))}.yaml"
    files: NewFiles = {}
    for leaf in own:
        if leaf.kind == kind and leaf.file != place:
            left = remove_entries(leaf.content, set(given.tree))
            if left != leaf.content:
                files[leaf.file] = left
    old = next((leaf.content for leaf in own if leaf.file == place), None)
    return {**files, place: given.content if old is None else put_entries(old, given.content)}


def _slug(key: str) -> str:
    return re.sub(r"[^a-z0-9-]+", "-", key.lower()).strip("-")[:60] or "own"
