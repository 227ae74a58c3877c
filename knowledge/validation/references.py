"""Checks ids that one file uses and another must define."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from knowledge.files.folder import EntryTree
from knowledge.files.yaml_document import Document, NodePath
from knowledge.problem import Problem, did_you_mean

_LINKS = {
    "part_of": "entities",
    "country": "entities",
    "entities": "entities",
    "measures": "measures",
    "whole": "measures",
    "source": "sources",
}
_ONE = {"entities": "entity", "measures": "measure", "sources": "source"}


def check_references(document: Document, kind: str, tree: EntryTree) -> Iterator[Problem]:
    """Yields the ids in the entries of a document that no file defines."""
    body: Any = document.tree
    for ident, entry in body.items() if kind in ("entities", "measures", "caveats") else ():
        for key in _LINKS.keys() & entry.keys():
            single = isinstance(entry[key], str)
            for index, link in enumerate([entry[key]] if single else entry[key]):
                yield from check_id(
                    document, (ident, key) if single else (ident, key, str(index)), link, _LINKS[key], tree
                )
    for written, rule in body.items() if kind == "ambiguous" else ():
        for ident in rule:
            yield from check_id(document, (written,), ident, "entities", tree)


def check_id(document: Document, path: NodePath, ident: str, kind: str, tree: EntryTree) -> Iterator[Problem]:
    """Yields a problem if no file defines the id."""
    if tree.complete and ident not in tree.entries[kind]:
        yield document.problem(
            path, f"unknown {_ONE[kind]} '{ident}'.{did_you_mean(ident, tree.entries[kind])}".rstrip(".")
        )
