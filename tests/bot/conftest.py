"""A small library in a folder of its own, and the command line as a person has it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the checked knowledge is kept from one process to the next."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def addsup(tmp_path: Path, cache: Path) -> Run:
    """Runs `addsup` as a process, in an empty folder, with nothing of this machine's settings."""
    unset = ("TELEGRAM_BOT_TOKEN", "DATABASE_URL", "KNOWLEDGE_DIR", "LOG_LEVEL", "BOT_OWNERS")
    environment = {name: given for name, given in os.environ.items() if name not in unset}
    environment["XDG_CACHE_HOME"] = str(cache)

    def run(*line: str, said: str | bytes = "", **settings: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "bot", *line],
            cwd=tmp_path,
            env=environment | settings,
            input=said.encode() if isinstance(said, str) else said,
            capture_output=True,
            timeout=60,
            check=False,
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
