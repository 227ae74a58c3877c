"""What `make` runs before there is an environment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"
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
