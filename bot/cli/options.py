"""Arguments and options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.errors import UserError
from bot.terminal.json_lines import BadLineError, parse_day


def parse_day_option(written: str) -> date:
    """Returns the date of an option. Raises BadParameter, which is wrong usage, for what is no ISO date."""
    try:
        return parse_day(written)
    except BadLineError as error:
        raise typer.BadParameter(str(error)) from error


TextArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[TEXT]...", help="What to read; '-' or nothing reads standard input.", show_default=False),
]
FileOption = Annotated[
    Path | None, typer.Option("--file", "-f", help="Read the text from a file (up to 1 MB; '-' is standard input).")
]
JsonLinesOption = Annotated[
    bool, typer.Option("--jsonl", help='One JSON object a line, in and out: {"id", "text", "as_of"?}.')
]
AsOfOption = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        parser=parse_day_option,
        help="The day to judge by, as 2017-01-09; today if left out.",
    ),
]
FolderOption = Annotated[
    Path | None,
    typer.Option("--dir", help="The folder of your own figures; KNOWLEDGE_DIR, or beside the database, if left out."),
]


def today() -> date:
    """Returns the date where the person is, not in UTC."""
    return date.today()  # noqa: DTZ011


def resolve_folder(given: Path | None, *, must_exist: bool = False) -> Path:
    """Returns the folder of --dir, or that of the settings. With `must_exist`, a folder given must be there.

    Raises UserError where it is missing or is a file.
    """
    from bot.settings import KnowledgeSettings, load_settings

    folder = given or load_settings(KnowledgeSettings).changes_folder
    if folder.exists() and not folder.is_dir():
        raise UserError(f"{folder} is no folder")
    if must_exist and given is not None and not folder.exists():
        raise UserError(f"there is no folder {folder}: addsup knowledge add makes one")
    return folder
