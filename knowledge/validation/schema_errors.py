"""Checks the shape of a document; what pydantic finds is said in words of the file's format."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from knowledge.files import schema
from knowledge.files.yaml_document import Document, NodePath
from knowledge.problem import Problem, did_you_mean

_TAGS = {"plain", "full", "[key]"}
_SAID = {
    "missing": "is missing",
    "string_too_short": "is empty",
    "dict_type": "expected a mapping of keys to values",
    "model_type": "expected a mapping of keys to values",
    "model_attributes_type": "expected a mapping of keys to values",
    "list_type": "expected a list, such as [one, two]",
    "string_type": "expected plain text",
}
_EXPECTED = {
    "[yY]es": "expected yes or no",
    "[0-9]{4}(": "is not a date, expected a year, 2016-03, 2016-03-31 or FY2016",
    "FY[0-9]": "is not a date, expected a year, 2016-03, 2016-03-31 or FY2016",
    "[A-Z]{3}": "expected an ISO currency code such as USD",
    "[A-Za-z0-9][": "expected an id of letters, digits, - and _",
    "^[0-9]{1,4}$": "expected a whole number of years",
    "1[0-2]": "expected a month from 1 to 12",
}


def check_shape(document: Document, kind: str) -> bool:
    """Whether the document has the shape of its kind; if not, its problems say what is wrong."""
    if document.problems:
        return False
    try:
        schema.adapter(kind).validate_python(document.tree)
    except ValidationError as error:
        document.problems.extend(_problem(document, kind, dict(fault)) for fault in error.errors(include_url=False))
        return False
    return True


def _problem(document: Document, kind: str, fault: dict[str, Any]) -> Problem:
    path = _path(document, fault["loc"])
    return document.problem(path, _message(kind, path, fault))


def _path(document: Document, loc: tuple[Any, ...]) -> NodePath:
    """Returns pydantic's location without the tags it puts in for unions and keys."""
    path: list[str] = []
    tree: Any = document.tree
    for step in map(str, loc):
        if step in _TAGS and not (isinstance(tree, dict) and step in tree):
            continue
        path.append(step)
        tree = _below(tree, step)
    return tuple(path)


def _below(tree: Any, step: str) -> Any:
    if isinstance(tree, dict):
        return tree.get(step)
    return tree[int(step)] if isinstance(tree, list) and step.isdigit() and int(step) < len(tree) else None


def _message(kind: str, path: NodePath, fault: dict[str, Any]) -> str:
    what, given = fault["type"], fault["input"]
    shown = f"'{str(given)[:60]}' " if isinstance(given, str) and given else ""
    if what == "extra_forbidden":
        allowed = schema.known_keys(kind, top=len(path) == 1)
        return f"unknown key '{path[-1]}'.{did_you_mean(path[-1], allowed)}" + f" Keys are {', '.join(allowed)}"
    if what == "enum":
        expected = str(fault["ctx"]["expected"])
        names = expected.replace("'", "").replace(" or ", ", ").split(", ")
        return f"{shown}is not known, expected {expected}.{did_you_mean(str(given), names)}"
    if what == "string_pattern_mismatch":
        return shown + _pattern(fault["ctx"]["pattern"], str(given))
    if what == "string_too_long":
        return f"is longer than {fault['ctx']['max_length']} characters"
    return shown + str(_SAID.get(what, fault["msg"]))


def _pattern(pattern: str, given: str) -> str:
    if "FY[0-9]" in pattern:
        from knowledge.model.dates import DateFormatError, parse_date

        try:
            parse_date(given)
        except DateFormatError as error:
            return str(error).split("' ", 1)[1]
    return next((said for mark, said in _EXPECTED.items() if mark in pattern), f"expected the form {pattern}")
