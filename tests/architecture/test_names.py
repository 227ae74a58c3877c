"""One name, one meaning: no public class and no module of one name stands in two places."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "handlers", "storage", "knowledge", "quantities", "i18n")
SAME_THING = {
    "chat_settings": "what a chat has set: handlers/state keeps in memory what storage keeps on disk",
    "feedback": "what people found wrong with a reply: handlers/checks asks, storage keeps",
    "missing_figures": "what people asked for in vain: handlers/owners shows, storage keeps",
}
"""The modules that share a name, and why: both are about the same thing."""


def modules() -> Iterator[Path]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path.relative_to(ROOT)


def public_names(path: Path) -> Iterator[str]:
    """Yields the public classes that a module defines, and its aliases of types, which are written like classes."""
    for statement in ast.parse((ROOT / path).read_text(encoding="utf-8")).body:
        match statement:
            case ast.Assign(value=ast.Call(func=ast.Name(id="TypeVar"))):
                continue  # a type variable means something in its own file only
            case ast.ClassDef(name=name) | ast.Assign(targets=[ast.Name(id=name)]):
                if name[0].isupper() and not name.isupper():
                    yield name


def test_a_public_class_has_a_name_of_its_own() -> None:
    places = defaultdict(list)
    for path in modules():
        for name in public_names(path):
            places[name].append(path.as_posix())
    assert len(places) > 100
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_a_module_has_a_name_of_its_own() -> None:
    places = defaultdict(list)
    for path in modules():
        if not path.stem.startswith("__"):
            places[path.stem].append(path.as_posix())
    assert len(places) > 100
    assert {name: found for name, found in places.items() if len(found) > 1 and name not in SAME_THING} == {}


def test_every_exception_is_still_one() -> None:
    stems = [path.stem for path in modules()]
    assert {name for name in SAME_THING if stems.count(name) < 2} == set()
