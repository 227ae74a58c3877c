"""Compiles the word tables quantities/data/*.yaml into quantities/data/tables.json: `python -m scripts.compile_tables`.

Reading YAML and checking it takes longer than importing all of quantities may, and needs libraries that quantities does
without; so what it reads is compiled and committed. A test tells if it is out of date. All problems of all files are
printed at once; nothing is written then.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from knowledge.files import yaml_document
from knowledge.files.yaml_document import Document
from knowledge.problem import KnowledgeError, Problem
from scripts.table_schema import NESTED, TABLES

FOLDER = Path(__file__).parents[1] / "quantities" / "data"
COMPILED = FOLDER / "tables.json"


def compile_tables(folder: Path = FOLDER) -> str:
    """Returns the compiled tables of a folder as JSON. Raises KnowledgeError with all that is wrong in it."""
    compiled: dict[str, Any] = {}
    problems = [
        Problem(path.name, 0, "", "not a file of scripts.table_schema.TABLES")
        for path in folder.glob("*.yaml")
        if path.stem not in TABLES
    ]
    for name, model in TABLES.items():
        path = folder / f"{name}.yaml"
        document = yaml_document.read_document(path.name, path.read_bytes())
        problems += document.problems
        if document.tree is None:
            continue
        try:
            compiled[name] = model.model_validate(document.tree).compiled()
        except ValidationError as error:
            problems += [_problem(document, name, found) for found in error.errors()]
    if problems:
        raise KnowledgeError(problems)
    return _lines(compiled)


def _problem(document: Document, name: str, found: ErrorDetails) -> Problem:
    path = found["loc"][1:] if name in NESTED else found["loc"]
    place = tuple(str(part) for part in path if part != "[key]")
    return document.problem(place, found["msg"].removeprefix("Value error, "))


def _lines(compiled: dict[str, Any]) -> str:
    """JSON with one line for each table, so that a change shows as the line it is."""
    files = []
    for name, tables in compiled.items():
        rows = (f"  {_json(key)}: {_json(value)}" for key, value in tables.items())
        files.append(f"{_json(name)}: {{\n" + ",\n".join(rows) + "\n}")
    return "{\n" + ",\n".join(files) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def main() -> int:
    """Writes the compiled tables; returns 1 if the tables have problems."""
    try:
        compiled = compile_tables()
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return 1
    COMPILED.write_text(compiled, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
