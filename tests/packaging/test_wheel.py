"""The wheel holds all the program needs, and works where there is no clone."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from knowledge.editing.folder_lock import lock_folder

CLONE = Path(__file__).parents[2]
PROJECT = tomllib.loads((CLONE / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]  # all of them: tests/architecture


@pytest.fixture(scope="session")
def wheel(cache: Path) -> Path:
    """The wheel, built once for all workers."""
    folder = cache / "wheel"
    with lock_folder(folder):
        if not list(folder.glob("addsup-*.whl")):
            build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
            subprocess.run(build, cwd=CLONE, check=True, capture_output=True)
    return next(folder.glob("addsup-*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, cache: Path) -> Path:
    """A folder with the project as installed; its dependencies are those of this environment."""
    site = cache / "site"
    with lock_folder(site):
        if not list(site.iterdir()):
            install = [
                sys.executable,
                "-m",
                "pip",
                "install",
                "--no-deps",
                "--no-index",
                "--target",
                str(site),
                str(wheel),
            ]
            subprocess.run([*install, "--quiet", "--disable-pip-version-check"], check=True, capture_output=True)
    return site


def run_outside(installed: Path, folder: Path, *line: str) -> subprocess.CompletedProcess[str]:
    # The path given comes before the environment's own, where the clone may be installed too.
    alone = {"PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1", "XDG_CACHE_HOME": str(installed / "cache")}
    return subprocess.run(
        [sys.executable, *line],
        cwd=folder,
        env=os.environ | alone,
        input="",
        capture_output=True,
        encoding="utf-8",
        timeout=180,
        check=False,
    )


def test_every_source_figure_and_migration_is_in_the_wheel(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        path.relative_to(CLONE).as_posix()
        for package in PACKAGES
        for path in (CLONE / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"
    }
    assert wanted - inside == set()
    assert any(name.startswith("knowledge/data/figures/") for name in inside)
    assert any(name.startswith("storage/migrations/") for name in inside)
    assert {f"{package}/py.typed" for package in PACKAGES} <= inside


def test_nothing_else_is_in_the_wheel(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)


def test_the_licence_and_the_notice_go_with_it(wheel: Path) -> None:
    names = {Path(name).name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" in name}
    assert {"LICENSE", "NOTICE"} <= names


def test_a_claim_is_checked_outside_the_clone(installed: Path, tmp_path: Path) -> None:
    where = run_outside(installed, tmp_path, "-c", "import knowledge; print(knowledge.packaged_folder())")
    assert Path(where.stdout.strip()).is_relative_to(installed)
    done = run_outside(installed, tmp_path, "-m", "bot", "check", "Mexico has 700 million people")
    assert done.returncode == 0, done.stderr
    assert "Mexico" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_the_knowledge_fits_together_outside_the_clone(installed: Path, tmp_path: Path) -> None:
    done = run_outside(installed, tmp_path, "-m", "bot", "knowledge", "check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_database_is_made_outside_the_clone(installed: Path, tmp_path: Path) -> None:
    program = (
        "import asyncio, storage\n"
        "async def once():\n"
        "    opened = await storage.Storage.open('sqlite+aiosqlite:///new.db')\n"
        "    await opened.close()\n"
        "asyncio.run(once())\n"
    )
    done = run_outside(installed, tmp_path, "-c", program)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "new.db").exists()


def test_there_is_a_command(installed: Path) -> None:
    assert (installed / "bin" / "addsup").exists() or (installed / "Scripts" / "addsup.exe").exists()


def test_the_version_is_known_outside_the_clone(installed: Path, tmp_path: Path) -> None:
    done = run_outside(installed, tmp_path, "-m", "bot", "--version")
    assert (done.returncode, done.stdout) == (0, f"addsup {PROJECT['project']['version']}\n")
