"""Checks things, averages and limits: numbers in their units, names that exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from knowledge.files.folder import EntryTree
from knowledge.files.yaml_document import Document
from knowledge.model.estimation import property_exponents
from knowledge.model.measured_range import MeasuredRangeError, parse_measured_range
from knowledge.problem import Problem
from knowledge.validation.references import check_id


def check_estimation(document: Document, kind: str, tree: EntryTree) -> Iterator[Problem]:
    """Yields the problems of the entries of one document of things, averages or limits."""
    body: Any = document.tree
    for ident, entry in body.items():
        if "source" in entry:
            yield from check_id(document, (ident, "source"), entry["source"], "sources", tree)
        if kind == "things":
            yield from _thing(document, ident, entry)
        elif kind == "averages":
            yield from _average(document, ident, entry, tree)
        else:
            yield from _limit(document, ident, entry)


def _thing(document: Document, ident: str, entry: dict[str, Any]) -> Iterator[Problem]:
    for name, text in entry.get("has", {}).items():
        wanted = property_exponents(name)
        try:
            extent = parse_measured_range(text)
        except MeasuredRangeError as error:
            yield document.problem((ident, "has", name), str(error))
            continue
        if wanted is not None and extent.powers != wanted:
            yield document.problem((ident, "has", name), f"'{text}' is measured in {extent.powers}, not {wanted}")


def _average(document: Document, ident: str, entry: dict[str, Any], tree: EntryTree) -> Iterator[Problem]:
    if not entry.get("does") and not entry.get("what"):
        yield document.problem((ident,), "has neither does nor what: no sentence could mean it")
    if "item" in entry and tree.complete and entry["item"] not in tree.entries["things"]:
        yield document.problem((ident, "item"), f"unknown thing '{entry['item']}'")
    found = []
    for place, text in entry["each"].items():
        yield from check_id(document, (ident, "each", place), place, "entities", tree)
        try:
            found.append(parse_measured_range(text).powers)
        except MeasuredRangeError as error:
            yield document.problem((ident, "each", place), str(error))
    if len(set(found)) > 1:
        yield document.problem((ident, "each"), "is measured differently from place to place")


def _limit(document: Document, ident: str, entry: dict[str, Any]) -> Iterator[Problem]:
    said = [end for end in ("most", "least") if end in entry]
    if len(said) != 1:
        yield document.problem((ident,), "has neither most nor least, or both: it is one of them")
    for end in said:
        try:
            parse_measured_range(entry[end])
        except MeasuredRangeError as error:
            yield document.problem((ident, end), str(error))
