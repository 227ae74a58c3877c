"""Loads one side of a comparison: a folder of knowledge, or a git revision of one."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.errors import UserError
from bot.knowledge_admin.library_loader import layer_folders, load_folders
from knowledge import Library

_GIT_TIMEOUT = 60  # seconds for git
_MAX_ARCHIVE = 200_000_000  # bytes of a revision


def load_revision(name: str, checkout: Path) -> Library:
    """Returns the knowledge of the folder `name`, or of the git revision `name` of `checkout`. Raises UserError."""
    if not name.strip():
        raise UserError("an empty name is no folder and no revision")
    if Path(name).is_dir():
        return load_folders(*_layers_of(Path(name)))
    with _extract_revision(name, checkout) as folder:
        return load_folders(*_layers_of(folder))


def _layers_of(folder: Path) -> tuple[Path, ...]:
    """Returns the folder alone where it is a whole knowledge; else the packaged one with it on top."""
    is_whole = (folder / "measures.yaml").exists() and (folder / "entities").is_dir()
    return (folder,) if is_whole else layer_folders(folder)


@contextmanager
def _extract_revision(name: str, checkout: Path) -> Iterator[Path]:
    """Extracts the folder at a revision into a temporary folder, removed after the block."""
    if not checkout.is_dir():
        raise UserError(f"{name} is no folder, and {checkout} is none either, to be a git checkout with that revision")
    if name.startswith("-"):
        raise UserError(f"{name} is no folder and no revision")
    verify = ("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    _run_git(checkout, f"{name} is no folder, and no revision of", *verify)
    packed = _run_git(checkout, f"{name} can't be read from", "archive", "--format=tar", name, ".")
    with TemporaryDirectory(prefix="addsup-") as place, tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(place, filter="data")
        yield Path(place)


def _run_git(checkout: Path, complaint: str, *line: str) -> bytes:
    """Returns the output of git. Raises UserError: the complaint with the folder and git's reason."""
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and a name can't be an option
            ["git", "-C", str(checkout), *line],  # noqa: S607 - git is where the person has it
            capture_output=True,
            timeout=_GIT_TIMEOUT,
            check=False,
        )
    except FileNotFoundError as error:
        raise UserError("git is not installed: give two folders instead") from error
    except subprocess.TimeoutExpired as error:
        raise UserError(f"git took longer than {_GIT_TIMEOUT} seconds in {checkout}") from error
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise UserError(f"{complaint} {checkout}{f' ({reason})' if reason else ''}")
    if len(done.stdout) > _MAX_ARCHIVE:
        raise UserError(f"{complaint} {checkout}: it is too large")
    return done.stdout
