"""The locks: everything pinned by hash, nothing that names a registry or a machine, and no dependency forgotten."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CLONE = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def pinned(lock: str) -> dict[str, str]:
    """Name and version of each entry."""
    entries = re.findall(r"^([a-z0-9-]+)(?:\[[a-z,-]+\])?==(\S+)", (CLONE / lock).read_text(), re.MULTILINE)
    return dict(entries)


def wanted(*groups: str) -> list[Requirement]:
    project = tomllib.loads((CLONE / "pyproject.toml").read_text())
    listed = [entry for group in groups for entry in project["dependency-groups"][group] if isinstance(entry, str)]
    return [Requirement(entry) for entry in [*project["project"]["dependencies"], *listed]]


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address_or_path_stands_in_a_lock(lock: str) -> None:
    text = (CLONE / lock).read_text()
    assert re.findall(r"https?:|file:|index-url|find-links|(?<=[\s=])/\S+", text) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_entry_has_a_hash(lock: str) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", (CLONE / lock).read_text())[1:]
    assert len(entries) > 40
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize(("lock", "groups"), [(LOCKS[0], ("build",)), (LOCKS[1], ("build", "dev"))])
def test_every_dependency_is_pinned_within_its_range(lock: str, groups: tuple[str, ...]) -> None:
    versions = pinned(lock)
    for requirement in wanted(*groups):
        assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)]), requirement


def test_people_and_ci_test_what_people_run() -> None:
    run, test = pinned(LOCKS[0]), pinned(LOCKS[1])
    assert {name: test.get(name) for name in run} == run


def test_every_dependency_has_a_range_with_an_end_or_a_reason() -> None:
    # structlog's versions are years: an end there would say nothing.
    open_ended = {one.name for one in wanted() if not any(part.operator == "<" for part in one.specifier)}
    assert open_ended == {"structlog"}
