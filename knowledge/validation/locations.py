"""Finds the file and line of a figure or an entry, for those who are to correct it."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.files.yaml_document import Document
from knowledge.model.figure import Figure
from knowledge.problem import Problem


class Locations:
    """The files of figures and entries; `documents` stand in the order of their folders, and the last one counts.

    `own` are those of the owners' folder, who are to be told their own mistakes first.
    """

    def __init__(self, documents: Iterable[tuple[str, Document]], own: Iterable[tuple[str, Document]] = ()) -> None:
        self._own = {id(document) for _, document in own}
        self._entries: dict[tuple[str, str], Document] = {}
        self._rows: dict[str, list[Document]] = {}
        for kind, document in documents:
            body = document.tree
            assert isinstance(body, dict)
            if kind == "figures":
                self._rows.setdefault(body["measure"], []).insert(0, document)
            else:
                self._entries.update(((kind, ident), document) for ident in body)

    def figure(self, figure: Figure, message: str) -> Problem:
        """Returns a Problem of a row of figures."""
        document = self._document(figure)
        if document is not None:
            return document.problem(("figures", figure.entity, figure.dated), message)
        where = f"{figure.entity}.{figure.dated}"
        return Problem(f"figures/{figure.measure}.yaml", 0, where, message)

    def is_own(self, figure: Figure) -> bool:
        """Whether a figure stands in the owners' folder."""
        return id(self._document(figure)) in self._own

    def blames(self, one: Figure, other: Figure) -> bool:
        """Whether the other is to be corrected if the two don't fit: it is the owners', and the first is packaged."""
        return self.is_own(other) and not self.is_own(one)

    def _document(self, figure: Figure) -> Document | None:
        for document in self._rows.get(figure.measure, ()):
            body = document.tree
            if isinstance(body, dict) and figure.dated in body["figures"].get(figure.entity, {}):
                return document
        return None

    def entry(self, kind: str, ident: str, key: str, message: str) -> Problem:
        """Returns a Problem of an entry, or of one `key` in it."""
        document = self._entries.get((kind, ident))
        path = (ident, key) if key else (ident,)
        return document.problem(path, message) if document else Problem(f"{kind}.yaml", 0, ".".join(path), message)
