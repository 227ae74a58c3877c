"""Opens the library: the packaged knowledge with the owners' folder laid over it."""

from __future__ import annotations

from pathlib import Path

from bot.errors import UserError
from bot.settings import KnowledgeSettings, load_settings
from knowledge import KnowledgeError, Library, load, packaged_folder
from knowledge.files.cache import user_folder


def layer_folders(changes: Path) -> tuple[Path, ...]:
    """Returns the packaged folder and, where it exists, the owners' folder."""
    return (packaged_folder(), changes) if changes.is_dir() else (packaged_folder(),)


def open_library(changes: Path | None = None) -> Library:
    """Returns the packaged knowledge with an owners' folder on top, by default that of the settings.

    Raises UserError with the first mistake in it.
    """
    return load_folders(*layer_folders(changes or load_settings(KnowledgeSettings).changes_folder))


def load_folders(*layers: Path) -> Library:
    """Returns the knowledge of the folders, each laid over those before it. Raises UserError with the first mistake."""
    try:
        return load(*layers, cache=cache_folder())
    except KnowledgeError as error:
        more = len(error.problems) - 1
        rest = f" ({more} more: addsup knowledge check)" if more else ""
        raise UserError(f"the knowledge has a mistake: {error.problems[0]}{rest}") from error


def cache_folder() -> Path | None:
    """Returns the folder of the cache; None for a user without a home, such as that of a service."""
    try:
        return user_folder()
    except RuntimeError:
        return None
