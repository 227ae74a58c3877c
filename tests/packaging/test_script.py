"""What `make` runs before there is an environment."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"
HANGS = 180  # seconds; only what hangs takes so long
pytestmark = pytest.mark.skipif(os.name != "posix", reason="the scripts are for a POSIX shell")


def python_for(names: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHON": names} | ({"PATH": path} if path else {})
    return subprocess.run(
        ["/bin/sh", str(SCRIPTS / "python")], env=environment, capture_output=True, text=True, check=False
    )


def test_a_fitting_python_is_found_among_others() -> None:
    found = python_for(f"no-such-python {sys.executable}")
    assert (found.returncode, found.stdout) == (0, f"{sys.executable}\n")


def test_without_one_there_is_one_clear_line() -> None:
    found = python_for("no-such-python")
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr == "addsup needs Python 3.11 or newer, and found none as no-such-python.\n"


def test_one_that_is_too_old_is_not_taken(tmp_path: Path) -> None:
    old = tmp_path / "old-python"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    assert "found none" in python_for(str(old)).stderr


def test_one_that_can_make_no_environment_is_named(tmp_path: Path) -> None:
    bare = tmp_path / "bare-python"
    bare.write_text('#!/bin/sh\ncase "$2" in *venv*) exit 1;; esac\n')
    bare.chmod(0o755)
    said = python_for(str(bare)).stderr
    assert "bare-python cannot make a virtual environment: install its venv module" in said


def test_the_gate_is_one_script_for_people_and_ci() -> None:
    assert "make test" in (SCRIPTS.parent / ".ci" / "run").read_text()
    assert "scripts/check" in (SCRIPTS.parent / "Makefile").read_text()


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with the scripts, and a .venv whose python is a script that each test writes."""
    shutil.copytree(SCRIPTS, tmp_path / "scripts")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    return tmp_path


def fake_python(clone: Path, *lines: str) -> list[str]:
    """Writes .venv/bin/python, whose lines run for each `pip install`; returns the command that prepares the clone."""
    python = clone / ".venv" / "bin" / "python"
    python.write_text("\n".join(["#!/bin/sh", '[ "$1" = -m ] || exit 0', *lines, ""]))
    python.chmod(0o755)
    return ["/bin/sh", str(clone / "scripts" / "prepare"), "requirements.lock"]


def test_an_installation_shows_nothing_of_what_pip_says(clone: Path) -> None:
    prepare = fake_python(clone, "echo Collecting things", "echo WARNING: a location >&2")
    done = subprocess.run(prepare, capture_output=True, text=True, timeout=HANGS, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(
        r"Installing what requirements\.lock pins \(once, about a minute\) \.* done in \d+ s\n", done.stdout
    )
    assert (clone / ".venv" / "install.log").read_text() == "Collecting things\nWARNING: a location\n" * 2


def test_an_installation_that_fails_shows_all_that_pip_says(clone: Path) -> None:
    prepare = fake_python(clone, "echo Collecting things", "echo ERROR: no such package >&2", "exit 3")
    done = subprocess.run(prepare, capture_output=True, text=True, timeout=HANGS, check=False)
    assert done.returncode == 3
    assert "Collecting things\nERROR: no such package\n" in done.stderr
    assert "done" not in done.stdout


def test_a_long_installation_shows_that_it_lives(clone: Path) -> None:
    # pip waits here until the test has seen a dot.
    prepare = fake_python(clone, "while ! [ -e seen ]; do sleep 0.1; done")
    with subprocess.Popen(prepare, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = ""
        while not said.endswith("."):
            one = process.stdout.read(1)
            assert one, f"ended without a dot: {said!r}"
            said += one
        (clone / "seen").touch()
        rest, _ = process.communicate(timeout=HANGS)
    assert process.returncode == 0
    assert rest.endswith(" s\n")


STEPS = {"ruff": ["format", "lint"], "mypy": ["types"], "lint-imports": ["import rules"], "pytest": ["tests"]}


def gate(folder: Path, failing: str = "") -> subprocess.CompletedProcess[str]:
    """The gate in a clone whose tools do nothing but succeed, all but one."""
    (folder / "scripts").mkdir()
    (folder / ".venv" / "bin").mkdir(parents=True)
    shutil.copy(SCRIPTS / "check", folder / "scripts")
    for tool in STEPS:
        made = folder / ".venv" / "bin" / tool
        made.write_text(f"#!/bin/sh\necho {tool} at work\nexit {3 if tool == failing else 0}\n")
        made.chmod(0o755)
    return subprocess.run([folder / "scripts" / "check", "-x"], capture_output=True, text=True, check=False)


def test_every_step_of_the_gate_says_its_name_and_its_time(tmp_path: Path) -> None:
    done = gate(tmp_path)
    names = [name for steps in STEPS.values() for name in steps]
    assert (done.returncode, done.stderr) == (0, "")
    assert re.findall(r"^== (.+) passed in \d+ s$", done.stdout, re.MULTILINE) == names
    assert re.search(r"^== tests: pytest .* -x$", done.stdout, re.MULTILINE)
    last = "== All passed: " + " ".join(rf"{name} \d+ s," for name in names) + r" in all \d+ s"
    assert re.fullmatch(last, done.stdout.splitlines()[-1])


def test_a_step_that_fails_is_named_last_and_ends_the_gate(tmp_path: Path) -> None:
    done = gate(tmp_path, failing="mypy")
    assert done.returncode == 3
    assert re.fullmatch(r"== types FAILED after \d+ s; passed before it: format \d+ s, lint \d+ s\n", done.stderr)
    assert "pytest" not in done.stdout
