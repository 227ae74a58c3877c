"""The weights of `reasoning/data/weights.yaml` as a row of numbers with names, and the file written anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from reasoning.judging.posterior import Weights

_NUMBER = re.compile(r"(\w+): (\d[\d.e+-]*)")
_TABLE = re.compile(r"(\w+):(?: \{|\s*$)")


def weights_path() -> Path:
    """Where the weights stand."""
    return Path(str(files("reasoning.data").joinpath("weights.yaml")))


def named(fitted: Weights) -> dict[str, float]:
    """Each number by its name, that of its table before it: {"parts.type": 2.3, "nothing": 3.8, ...}."""
    return dict(_named(fitted.model_dump()))


def _named(tables: Mapping[str, float | dict[str, float]]) -> Iterator[tuple[str, float]]:
    for name, value in tables.items():
        if isinstance(value, dict):
            yield from ((f"{name}.{key}", number) for key, number in value.items())
        else:
            yield name, value


def from_named(numbers: Mapping[str, float]) -> Weights:
    """The weights of such names and numbers."""
    tables: dict[str, float | dict[str, float]] = {}
    for name, value in numbers.items():
        table, dot, key = name.partition(".")
        if dot:
            inner = tables.setdefault(table, {})
            assert isinstance(inner, dict)
            inner[key] = value
        else:
            tables[name] = value
    return Weights.model_validate(tables)


def rewritten(text: str, fitted: Weights) -> str:
    """The text of the file with other numbers, to three digits; its comments and its order stay.

    Raises KeyError with a name that the weights lack.
    """
    numbers, table, lines = named(fitted), "", []
    for line in text.splitlines(keepends=True):
        said, mark, comment = line.partition("#")
        if said.strip() and not said.startswith(" "):
            heading = _TABLE.match(said)
            table = f"{heading[1]}." if heading else ""
        lines.append(_with_numbers(said, table, numbers) + mark + comment)
    return "".join(lines)


def _with_numbers(said: str, table: str, numbers: Mapping[str, float]) -> str:
    return _NUMBER.sub(lambda found: f"{found[1]}: {float(f'{numbers[table + found[1]]:.3g}')}", said)
