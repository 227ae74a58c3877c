"""Every package is in every list of pyproject.toml: forgotten in one, it is not installed, checked or tested."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"benchmarks"}  # the one not installed
TOOL: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
CONTRACTS: dict[str, dict[str, Any]] = {one["name"]: one for one in TOOL["importlinter"]["contracts"]}


def test_the_packages_of_the_house_are_found() -> None:
    assert {"bot", "handlers", "i18n", "knowledge", "quantities", "storage"} <= PACKAGES


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("the wheel", TOOL["hatch"]["build"]["targets"]["wheel"]["packages"]),
        (
            "the source archive",
            [path.removeprefix("/") for path in TOOL["hatch"]["build"]["targets"]["sdist"]["include"]],
        ),
        ("mypy", TOOL["mypy"]["packages"]),
        ("pytest, for doctests", TOOL["pytest"]["ini_options"]["testpaths"]),
        ("import-linter", TOOL["importlinter"]["root_packages"]),
        (
            "the floors",
            [
                name.strip()
                for layer in CONTRACTS["Each floor imports only from the floors below"]["layers"]
                for name in layer.split("|")
            ],
        ),
    ],
)
def test_every_package_is_listed(name: str, listed: list[str]) -> None:
    assert PACKAGES - set(listed) == set(), f"not in the list of {name}"


def test_every_package_says_that_it_is_typed() -> None:
    assert {name for name in PACKAGES if not (ROOT / name / "py.typed").exists()} == set()


def test_every_package_has_layers_inside() -> None:
    inside = {name for contract in CONTRACTS.values() for name in contract.get("containers", ())}
    flat = {"i18n"}  # three modules
    assert PACKAGES - inside - flat == set()
