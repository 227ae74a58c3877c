"""The folder that a command of `addsup knowledge` looks at or changes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.errors import UserError

Folder = Annotated[
    Path | None,
    typer.Option("--dir", help="The folder of your own figures; KNOWLEDGE_DIR, or beside the database, if left out."),
]


def folder_of(given: Path | None, *, there: bool = False) -> Path:
    """The folder named, or that of the settings; with `there`, one that is named must be. Raises Failure."""
    from bot.settings import KnowledgeSettings, loaded

    folder = given or loaded(KnowledgeSettings).changes_folder
    if folder.exists() and not folder.is_dir():
        raise UserError(f"{folder} is no folder")
    if there and given is not None and not folder.exists():
        raise UserError(f"there is no folder {folder}: addsup knowledge add makes one")
    return folder
