"""The two sides of a difference: folders of knowledge, or revisions of a folder in a git checkout."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.errors import UserError
from bot.knowledge_admin.library_loader import folders, opened
from knowledge import Library

_PATIENCE = 60  # seconds for git
_LARGEST = 200_000_000  # bytes of a revision


def library_of(name: str, checkout: Path) -> Library:
    """The knowledge in the folder, or in the revision of the checkout, that is named so. Raises Failure."""
    if not name.strip():
        raise UserError("an empty name is no folder and no revision")
    if Path(name).is_dir():
        return opened(*_laid(Path(name)))
    with _revision(name, checkout) as folder:
        return opened(*_laid(folder))


def _laid(folder: Path) -> tuple[Path, ...]:
    """A whole knowledge by itself, the owners' figures over those that come with the program."""
    return (folder,) if (folder / "measures.yaml").exists() and (folder / "entities").is_dir() else folders(folder)


@contextmanager
def _revision(name: str, checkout: Path) -> Iterator[Path]:
    """The folder as it was in a revision, in a place that goes afterwards."""
    if not checkout.is_dir():
        raise UserError(f"{name} is no folder, and {checkout} is none either, to be a git checkout with that revision")
    if name.startswith("-"):
        raise UserError(f"{name} is no folder and no revision")
    _git(checkout, f"{name} is no folder, and no revision of", "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    packed = _git(checkout, f"{name} can't be read from", "archive", "--format=tar", name, ".")
    with TemporaryDirectory(prefix="addsup-") as place, tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(place, filter="data")
        yield Path(place)


def _git(checkout: Path, complaint: str, *line: str) -> bytes:
    """What git says. Raises Failure, the complaint with the folder and git's reason."""
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and a name can't be an option
            ["git", "-C", str(checkout), *line],  # noqa: S607 - git is where the person has it
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except FileNotFoundError as error:
        raise UserError("git is not installed: give two folders instead") from error
    except subprocess.TimeoutExpired as error:
        raise UserError(f"git took longer than {_PATIENCE} seconds in {checkout}") from error
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise UserError(f"{complaint} {checkout}{f' ({reason})' if reason else ''}")
    if len(done.stdout) > _LARGEST:
        raise UserError(f"{complaint} {checkout}: it is too large")
    return done.stdout
