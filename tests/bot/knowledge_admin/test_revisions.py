"""The owners' folder as a git checkout, laid over the packaged knowledge, and what differs between its revisions."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.bot.conftest import Run

HEAD = "measure: population\nsource: world-bank-population\nfigures:\n"


def git(folder: Path, *line: str) -> None:
    about = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b"}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", *line], cwd=folder, env=os.environ | about | alone, check=True, capture_output=True)  # noqa: S607


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with two revisions, a readme, hooks of the forge's, and knowledge in a folder of it."""
    folder = tmp_path / "repository" / "figures of ours"
    (folder / "figures").mkdir(parents=True)
    (folder.parent / ".github").mkdir()
    (folder.parent / ".github/check.yml").write_text("on: push\n")
    (folder / "README.md").write_text("# Our figures\n")
    (folder / ".hooks.yaml").write_text("- not knowledge\n")
    git(folder.parent, "init", "-q")
    for value, tag in (("350 million", "old"), ("350.01 million", "new")):
        (folder / "figures/population.yaml").write_text(f"{HEAD}  US: {{2015-02-03: {value}}}\n")
        git(folder.parent, "add", ".")
        git(folder.parent, "commit", "-q", "-m", tag)
        git(folder.parent, "tag", tag)
    return folder


def test_a_checkout_is_laid_over_the_packaged_knowledge(addsup: Run, checkout: Path) -> None:
    shown = addsup("knowledge", "show", "US.population.2015-02-03", KNOWLEDGE_DIR=str(checkout))
    assert "350.01 million" in shown.stdout
    git(checkout, "checkout", "-q", "old")
    shown = addsup("knowledge", "show", "US.population.2015-02-03", KNOWLEDGE_DIR=str(checkout))
    assert "350 million" in shown.stdout
    assert addsup("knowledge", "check", KNOWLEDGE_DIR=str(checkout)).returncode == 0


def test_a_broken_file_in_a_checkout_is_told_with_its_line(addsup: Run, checkout: Path) -> None:
    (checkout / "figures/population.yaml").write_text("<<<<<<< HEAD\nmeasure: population\n")
    done = addsup("check", "Spain has 48 million people", KNOWLEDGE_DIR=str(checkout))
    assert done.returncode == 1
    assert done.stderr.startswith("addsup: the knowledge has a mistake: figures/population.yaml:")


ROW = ["US.population.2015-02-03", "350 million people", "350.01 million people", "+0.0029 %"]


@pytest.mark.parametrize(("old", "new"), [("old", "new"), ("HEAD~1", "HEAD"), ("old", None)])
def test_two_revisions(addsup: Run, checkout: Path, old: str, new: str | None) -> None:
    done = addsup("knowledge", "diff", old, *([new] if new else []), "--dir", str(checkout))
    assert done.returncode == 0, done.stderr
    _, row = done.stdout.splitlines()
    assert [cell.strip() for cell in row.split("  ") if cell.strip()] == ROW


def test_two_folders(addsup: Run, checkout: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    assert ROW[0] in addsup("knowledge", "diff", str(checkout), str(other)).stdout
    assert addsup("knowledge", "diff", str(other), str(other)).stdout == "There is no difference.\n"


@pytest.mark.parametrize("name", ["nowhere", "--output=x", "HEAD:README.md"])
def test_a_name_that_is_nothing(addsup: Run, checkout: Path, name: str) -> None:
    done = addsup("knowledge", "diff", "--dir", str(checkout), "--", name)
    assert done.returncode == 1
    assert done.stderr.startswith(f"addsup: {name} is no folder")
    assert not (checkout / "x").exists()


def test_no_checkout(addsup: Run, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    done = addsup("knowledge", "diff", "HEAD", "--dir", "own", GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert done.returncode == 1
    assert "HEAD is no folder, and no revision of own" in done.stderr
