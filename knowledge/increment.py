"""The owners' figures laid over knowledge that was checked before, so that a change needn't check everything again.

Only for what can't make anything else wrong: figures, and sources of new names. For the rest the answer is None, and
everything is to be checked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from knowledge import bound, invariant, whole
from knowledge.document import Document
from knowledge.folder import Leaf, Rows, Tree, documents, lay
from knowledge.library import Library
from knowledge.link import check_links
from knowledge.problem import Problem
from knowledge.row import FigureCheck
from knowledge.whereabouts import Whereabouts

Documents = list[tuple[str, Document]]


def laid_over(base: Tree, own: Iterable[Leaf], today: date | None = None) -> Tree | tuple[Problem, ...] | None:
    """The tree of `base` with the owners' files over it, checked as `assemble` would, or what is wrong with it.

    None where everything has to be checked.
    """
    read = documents(own)
    if not _is_simple(read, base):
        return None
    tree = _copied(base, read)
    for kind, document in read:
        lay(tree, kind, document)
    figures = FigureCheck(tree)
    wrong = [problem for kind, document in read for problem in check_links(document, kind, tree)]
    wrong += [problem for kind, document in read if kind == "figures" for problem in figures.problems(document)]
    wrong = wrong or _unheld(tree, read, today)
    return tuple(wrong) or tree


def _is_simple(read: Documents, base: Tree) -> bool:
    from knowledge.shape import check_shape  # pydantic is loaded only where files are checked: 0.15 s

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


def _copied(base: Tree, read: Documents) -> Tree:
    """The base, of which only what the files touch is its own."""
    rows: Rows = dict(base.rows)
    for measure in _touched(read):
        rows[measure] = {entity: dict(dates) for entity, dates in base.rows.get(measure, {}).items()}
    return replace(base, entries={**base.entries, "sources": dict(base.entries["sources"])}, rows=rows)


def _touched(read: Documents) -> set[str]:
    bodies: list[Any] = [document.tree for kind, document in read if kind == "figures"]
    return {body["measure"] for body in bodies}


def _unheld(tree: Tree, read: Documents, today: date | None) -> list[Problem]:
    """What must hold of the whole and doesn't: asked of the measures touched, their wholes and their parts."""
    measures = tree.entries["measures"]
    near = _touched(read)
    near |= {measures[ident].get("whole", ident) for ident in near} | {
        ident for ident, entry in measures.items() if entry.get("whole") in near
    }
    library = Library(replace(tree, rows={ident: tree.rows[ident] for ident in near if ident in tree.rows}), "")
    where = Whereabouts(read, read)
    wrong = [*whole.parts(library, where)]
    if today and not wrong:
        wrong += [*whole.sums(library, where), *whole.jumps(library, where), *invariant.future(library, where, today)]
        wrong += [*bound.kinds(library, where), *bound.bounds(library, where)]
    return wrong
