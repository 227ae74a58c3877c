"""Where in the files a figure or an entry stands, for those who are to mend it."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.document import Document
from knowledge.problem import Problem
from knowledge.reference import Reference


class Whereabouts:
    """`documents` with their kinds, in the order of their folders: the folder laid on last counts."""

    def __init__(self, documents: Iterable[tuple[str, Document]]) -> None:
        self._entries: dict[tuple[str, str], Document] = {}
        self._rows: dict[str, list[Document]] = {}
        for kind, document in documents:
            body = document.tree
            assert isinstance(body, dict)
            if kind == "figures":
                self._rows.setdefault(body["measure"], []).insert(0, document)
            else:
                self._entries.update(((kind, ident), document) for ident in body)

    def figure(self, reference: Reference, message: str) -> Problem:
        """A problem of a row of figures."""
        where = f"{reference.entity}.{reference.dated}"
        for document in self._rows.get(reference.measure, ()):
            body = document.tree
            if isinstance(body, dict) and reference.dated in body["figures"].get(reference.entity, {}):
                return document.problem(("figures", reference.entity, reference.dated), message)
        return Problem(f"figures/{reference.measure}.yaml", 0, where, message)

    def entry(self, kind: str, ident: str, key: str, message: str) -> Problem:
        """A problem of an entry, or of one `key` in it."""
        document = self._entries.get((kind, ident))
        path = (ident, key) if key else (ident,)
        return document.problem(path, message) if document else Problem(f"{kind}.yaml", 0, ".".join(path), message)
