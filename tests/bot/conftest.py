"""The command line, as a person has it and as quickly as the tests need it."""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import pytest

from bot.main import main

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]
UNSET = (
    *("TELEGRAM_BOT_TOKEN", "DATABASE_URL", "KNOWLEDGE_DIR", "LOG_LEVEL", "BOT_OWNERS"),
    *("LC_ALL", "LC_MESSAGES", "LANG"),  # the chat speaks the language of the terminal
)


@pytest.fixture
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in, with nothing of this machine's settings."""
    for name in UNSET:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def addsup_process(surroundings: Path) -> Run:
    """Runs `addsup` as a process, for what only a process shows."""

    def run(*line: str, said: str | bytes = "", **settings: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "bot", *line],
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])} | settings,
            input=_encoded(said),
            capture_output=True,
            timeout=180,
            check=False,
        )
        return Done(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def addsup(surroundings: Path) -> Run:
    """Runs `addsup` from its first line to its last within this process: a start takes as long as twenty such runs."""

    def run(*line: str, said: str | bytes = "", **settings: str) -> Done:
        piped = [io.TextIOWrapper(io.BytesIO(content), encoding="utf-8") for content in (_encoded(said), b"", b"")]
        with mock.patch.dict(os.environ, settings), _streams(*piped), mock.patch("sys.argv", ["addsup", *line]):
            status = _status()
        out, err = (_written(stream) for stream in piped[1:])
        return Done(line, status, out, err)

    return run


@contextmanager
def _streams(stdin: io.TextIOWrapper, stdout: io.TextIOWrapper, stderr: io.TextIOWrapper) -> Iterator[None]:
    with mock.patch("sys.stdin", stdin), mock.patch("sys.stdout", stdout), mock.patch("sys.stderr", stderr):
        yield


def _status() -> int:
    """The status that the program ends with; it leaves the garbage collector, which it switches off, as it was."""
    try:
        main()
    except SystemExit as end:
        return int(end.code or 0)
    finally:
        gc.enable()
        gc.unfreeze()
    return 0


def _encoded(said: str | bytes) -> bytes:
    return said.encode() if isinstance(said, str) else said


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode()
