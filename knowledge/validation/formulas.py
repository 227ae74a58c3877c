"""Checks things, averages and formulas: numbers in their units, the grammar, names that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from knowledge.files.folder import EntryTree
from knowledge.files.yaml_document import Document
from knowledge.model.estimation import property_exponents
from knowledge.model.expression import ExpressionError, list_terms, parse_expression
from knowledge.model.measured_range import MeasuredRangeError, parse_measured_range
from knowledge.model.units import KINDS
from knowledge.problem import Problem, did_you_mean
from knowledge.validation.references import check_id

NAME = re.compile(r"[a-z][a-z_]*")
WHOLE = re.compile(r"[0-9]{1,30}(?:\.[0-9]{1,30})?")
PLACES = ("people", "distance", "life")  # what the reading of a sentence gives of itself
GIVEN = re.compile(r"given (?P<kind>[a-z]+)(?: of (?P<role>[a-z_]+))?")
CLAIM = re.compile(r"(?P<kind>[a-z]+)(?: of (?P<role>[a-z_]+))?")


def check_estimation(document: Document, kind: str, tree: EntryTree) -> Iterator[Problem]:
    """Yields the problems of the entries of one document of things, averages or formulas."""
    body: Any = document.tree
    for ident, entry in body.items():
        if "source" in entry:
            yield from check_id(document, (ident, "source"), entry["source"], "sources", tree)
        if kind == "things":
            yield from _thing(document, ident, entry)
        elif kind == "averages":
            yield from _average(document, ident, entry, tree)
        else:
            yield from _formula(document, ident, entry, tree)


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


def _formula(document: Document, ident: str, entry: dict[str, Any], tree: EntryTree) -> Iterator[Problem]:
    try:
        names = {term.text for term in list_terms(parse_expression(entry["expression"]))}
    except ExpressionError as error:
        yield document.problem((ident, "expression"), f"'{entry['expression']}' can't be read: {error}")
        return
    roles, needs = set(entry.get("roles", {})), entry["needs"]
    for name in sorted(names - set(needs)):
        if not WHOLE.fullmatch(name):
            yield document.problem((ident, "expression"), f"'{name}' is not in needs.{did_you_mean(name, needs)}")
    for name in sorted(set(needs) - names):
        yield document.problem((ident, "needs", name), f"'{name}' is not in the expression")
    claim = CLAIM.fullmatch(entry["estimates"])
    if claim is None or claim["kind"] not in (*KINDS, "any") or (claim["role"] and claim["role"] not in roles):
        yield document.problem((ident, "estimates"), f"expected any, {', '.join(KINDS)}, or count of a role")
    for name, text in needs.items():
        if complaint := _complaint(text, roles, tree):
            yield document.problem((ident, "needs", name), complaint)


def _complaint(text: str, roles: set[str], tree: EntryTree) -> str:
    """Returns what is wrong with the origin of a name, "" for nothing."""
    if text in PLACES:
        return ""
    if found := GIVEN.fullmatch(text):
        good = found["kind"] in (*KINDS, "age") and (found["role"] is None or found["role"] in roles)
        return "" if good else f"'{text}': expected given and one of {', '.join(KINDS)}"
    if text[:1].isdigit():
        try:
            parse_measured_range(text)
        except MeasuredRangeError as error:
            return str(error)
        return ""
    for choice in text.split(" or "):
        owner, dot, _ = choice.partition(".")
        known = {*roles, "average", *tree.entries["things"], *tree.entries["entities"]}
        if not dot or (tree.complete and owner not in known):
            return f"'{choice}' is of nothing known.{did_you_mean(owner, sorted(known))}"
    return ""
