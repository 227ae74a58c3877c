"""What the program knows of the world stands in data: no measure, entity or thing is named in reasoning's code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import reasoning
from knowledge import load, packaged_folder

FOLDER = Path(reasoning.__file__).parent
FILES = sorted(FOLDER.rglob("*.py"))
# Names of costs, of bases, of a basis, that are ids in the knowledge by chance.
OWN_WORDS = frozenset(
    {"person", "household", "distance", "percent", "envelope", "year", "day", "change", "share", "second"}
)


def strings(file: Path) -> Iterator[str]:
    """The string literals of a file that are no docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


@pytest.fixture(scope="module")
def known() -> frozenset[str]:
    """The ids of the packaged knowledge, without words that mean something else in code."""
    library = load(packaged_folder())
    return (
        frozenset({*library.measures, *library.entities, *library.things, *library.averages, *library.limits})
        - OWN_WORDS
    )


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(FOLDER).as_posix())
def test_no_id_of_the_knowledge_stands_in_code(file: Path, known: frozenset[str]) -> None:
    assert sorted(set(strings(file)) & known) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(FOLDER).as_posix())
def test_no_list_of_words_stands_in_code(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    lists = [
        [element.value for element in node.elts if isinstance(element, ast.Constant) and isinstance(element.value, str)]
        for node in ast.walk(tree)
        if isinstance(node, ast.Set | ast.List | ast.Tuple)
    ]
    assert [
        words for words in lists if sum(word.isalpha() and word.islower() and len(word) > 2 for word in words) > 3
    ] == []


def keys(node: yaml.Node) -> Iterator[list[str]]:
    """The keys of a mapping, and of each mapping in it."""
    if isinstance(node, yaml.MappingNode):
        yield [key.value for key, _ in node.value]
        for _, value in node.value:
            yield from keys(value)


@pytest.mark.parametrize("file", sorted(FOLDER.rglob("*.yaml")), ids=lambda file: file.name)
def test_nothing_stands_twice_in_a_table(file: Path) -> None:
    node = yaml.compose(file.read_text(encoding="utf-8"))
    assert node is not None
    assert [sorted(one) for one in keys(node) if len(one) != len(set(one))] == []


def test_there_are_files() -> None:
    assert len(FILES) > 20
