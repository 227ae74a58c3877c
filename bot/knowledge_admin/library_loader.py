"""The library as every door opens it: the packaged knowledge with the owners' folder laid over it."""

from __future__ import annotations

from pathlib import Path

from bot.errors import UserError
from bot.settings import KnowledgeSettings, loaded
from knowledge import KnowledgeError, Library, load, packaged_folder
from knowledge.files.cache import user_folder


def folders(changes: Path) -> tuple[Path, ...]:
    """The packaged folder, and the owners' where there is one."""
    return (packaged_folder(), changes) if changes.is_dir() else (packaged_folder(),)


def open_library(changes: Path | None = None) -> Library:
    """The knowledge, checked. Raises Failure with the first mistake in it."""
    return opened(*folders(changes or loaded(KnowledgeSettings).changes_folder))


def opened(*laid: Path) -> Library:
    """The knowledge in these folders, each laid over those before. Raises Failure with the first mistake in it."""
    try:
        return load(*laid, cache=cache_folder())
    except KnowledgeError as error:
        more = len(error.problems) - 1
        rest = f" ({more} more: addsup knowledge check)" if more else ""
        raise UserError(f"the knowledge has a mistake: {error.problems[0]}{rest}") from error


def cache_folder() -> Path | None:
    """Where checked knowledge is kept for the next start."""
    # Who has no home, such as a service's user, goes without.
    try:
        return user_folder()
    except RuntimeError:
        return None
