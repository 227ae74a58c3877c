"""The arguments and options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.terminal.json_lines import BadLineError, day


def parsed_day(written: str) -> date:
    """As `day`, for an option: a mistake is wrong usage."""
    try:
        return day(written)
    except BadLineError as error:
        raise typer.BadParameter(str(error)) from error


Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[TEXT]...", help="What to read; '-' or nothing reads standard input.", show_default=False),
]
File = Annotated[
    Path | None, typer.Option("--file", "-f", help="Read the text from a file (up to 1 MB; '-' is standard input).")
]
Lines = Annotated[bool, typer.Option("--jsonl", help='One JSON object a line, in and out: {"id", "text", "as_of"?}.')]
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of", metavar="DATE", parser=parsed_day, help="The day to judge by, as 2017-01-09; today if left out."
    ),
]
