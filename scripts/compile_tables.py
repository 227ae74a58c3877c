"""Compiles quantities/data/*.yaml into quantities/data/word_tables.json: `python -m scripts.compile_tables`.

Reading YAML and checking it takes longer than importing all of quantities may, and needs libraries that quantities does
without; so what it reads is compiled and committed. A test tells if it is out of date. All problems of all files are
printed at once; nothing is written then.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scripts.table_schema import NESTED, TABLES

FOLDER = Path(__file__).parents[1] / "quantities" / "data"
COMPILED = FOLDER / "word_tables.json"
Place = tuple[str, ...]


class TableError(Exception):
    """What is wrong with the tables: one line a problem, with file, line and place."""


def compile_tables(folder: Path = FOLDER) -> str:
    """Returns the compiled tables of a folder as JSON. Raises TableError with all that is wrong in it."""
    compiled: dict[str, Any] = {}
    problems = [f"{path.name}: no file of TABLES" for path in folder.glob("*.yaml") if path.stem not in TABLES]
    for name, model in TABLES.items():
        lines: dict[Place, int] = {}
        try:
            node = yaml.compose((folder / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
            compiled[name] = model.model_validate(_tree(node, (), lines)).compiled()
        except ValidationError as error:
            problems += [f"{name}.yaml:{_described(name, found, lines)}" for found in error.errors()]
        except (OSError, yaml.YAMLError, TableError) as error:
            problems.append(f"{name}.yaml: {error}")
    if problems:
        raise TableError("\n".join(problems))
    return _lines(compiled)


def _tree(node: yaml.Node | None, place: Place, lines: dict[Place, int]) -> Any:
    """Returns what stands in a node, all scalars as text; fills `lines` with the line of every place."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_tree(item, (*place, str(n)), lines) for n, item in enumerate(node.value)]
    found: dict[str, Any] = {}
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        inner = (*place, key.value)
        lines[inner] = key.start_mark.line + 1
        if key.value in found:
            raise TableError(f"line {lines[inner]}: {'.'.join(inner)} stands twice")
        found[key.value] = _tree(value, inner, lines)
    return found


def _described(name: str, found: ErrorDetails, lines: dict[Place, int]) -> str:
    path = found["loc"][1:] if name in NESTED else found["loc"]
    place = tuple(str(part) for part in path if part != "[key]")
    above = next((place[:n] for n in range(len(place), 0, -1) if place[:n] in lines), ())
    return f"{lines.get(above, 1)} {'.'.join(place)}: {found['msg'].removeprefix('Value error, ')}"


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
    except TableError as error:
        print(error, file=sys.stderr)
        return 1
    COMPILED.write_text(compiled, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
