"""Where in the owners' folder a document belongs: decided by what it holds, and laid over what stands there."""

from __future__ import annotations

import re
from typing import Any

from knowledge import schema
from knowledge.document import Document, read
from knowledge.folder import FILES, Leaf, row_of
from knowledge.splice import put_entries, put_rows, without_entries

_PLACES = {kind: file for file, kind in FILES.items()}
Files = dict[str, bytes]  # path below the owners' folder -> new content


def kind_of(tree: Any) -> str | None:
    """What kind of file a document is, from the keys it holds; None where it is none."""
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
    }
    for kind, marks in telling.items():
        if marks & keys:
            return kind
    if all(
        isinstance(entry, list) or (isinstance(entry, dict) and all(isinstance(w, list) for w in entry.values()))
        for entry in tree.values()
    ):
        return "ambiguous"
    scores = {kind: len(keys & set(schema.keys(kind))) for kind in telling}
    best = max(scores, key=lambda kind: scores[kind])
    return best if scores[best] else None


def kind_of_file(place: str) -> str:
    """The kind of a file, from its path below the folder."""
    return FILES.get(place) or place.partition("/")[0]


def with_figures(given: Document, own: list[Leaf]) -> Files:
    """The owners' file of the measure with the rows of the document in it."""
    body: Any = given.tree
    default = body.get("source", "")
    rows = {
        ident: {dated: row_of(row, default) for dated, row in dates.items()} for ident, dates in body["figures"].items()
    }
    holding = _holding(body["measure"], own)
    if holding is None:
        place = f"figures/{body['measure']}.yaml"
        return {place: given.content or put_rows(b"", body["measure"], rows)}
    return {holding.file: put_rows(holding.content, body["measure"], rows)}


def _holding(measure: str, own: list[Leaf]) -> Leaf | None:
    """The owners' file of a measure."""
    for leaf in own:
        tree = read(leaf.file, leaf.content).tree if leaf.kind == "figures" else None
        if isinstance(tree, dict) and tree.get("measure") == measure:
            return leaf
    return None


def with_entries(given: Document, kind: str, own: list[Leaf]) -> Files:
    """The owners' files with the entries of the document in one of them, and in no other."""
    assert isinstance(given.tree, dict)
    place = _PLACES.get(kind) or f"entities/{_slug(next(iter(given.tree)))}.yaml"
    files: Files = {}
    for leaf in own:
        if leaf.kind == kind and leaf.file != place:
            left = without_entries(leaf.content, set(given.tree))
            if left != leaf.content:
                files[leaf.file] = left
    old = next((leaf.content for leaf in own if leaf.file == place), None)
    return {**files, place: given.content if old is None else put_entries(old, given.content)}


def _slug(key: str) -> str:
    return re.sub(r"[^a-z0-9-]+", "-", key.lower()).strip("-")[:60] or "own"
