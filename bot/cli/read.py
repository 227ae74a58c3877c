"""`addsup read`: the quantities of a text alone."""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

import typer

from bot.cli.options import File, Lines, Words
from bot.terminal.json_lines import as_line, exchange
from bot.terminal.text_input import NoTextError, stream_of, text_of


def read(words: Words = None, file: File = None, lines: Lines = False) -> None:
    """Show the quantities in a text, and the words they came from."""
    if lines and not words:
        exchange(stream_of(file), sys.stdout.buffer, _reply)
        return
    try:
        text = text_of(words or (), file)
    except NoTextError as nothing:
        raise typer.BadParameter('say what to read: addsup read "3.2bn litres a day"') from nothing
    if lines:
        sys.stdout.buffer.write(as_line(_reply(text, None)))
        return
    from bot.terminal.quantity_markup import marked

    print(marked(text))


def _reply(text: str, _as_of: date | None) -> dict[str, Any]:
    import quantities

    return {"quantities": [quantities.to_json(quantity) for quantity in quantities.read(text).quantities]}
