"""`addsup read`: prints the quantities of a text, or JSON."""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

import typer

from bot.cli.options import FileOption, JsonLinesOption, TextArgument
from bot.terminal.json_lines import answer_lines, format_json_line
from bot.terminal.text_input import NoTextError, open_stream, read_text


def read(words: TextArgument = None, file: FileOption = None, lines: JsonLinesOption = False) -> None:
    """Show the quantities in a text, and the words they came from."""
    if lines and not words:
        answer_lines(open_stream(file), sys.stdout.buffer, _quantities_as_json)
        return
    try:
        text = read_text(words or (), file)
    except NoTextError as nothing:
        raise typer.BadParameter('say what to read: addsup read "3.2bn litres a day"') from nothing
    if lines:
        sys.stdout.buffer.write(format_json_line(_quantities_as_json(text, None)))
        return
    from bot.terminal.quantity_markup import mark_quantities

    print(mark_quantities(text))


def _quantities_as_json(text: str, _as_of: date | None) -> dict[str, Any]:
    import quantities

    return {"quantities": [quantities.to_json(quantity) for quantity in quantities.read(text).quantities]}
