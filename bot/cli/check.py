"""`addsup check`: does what a text says add up?"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.options import AsOf, File, Lines, Words
from bot.terminal.json_lines import as_line, exchange
from bot.terminal.text_input import NoTextError, stream_of, text_of

if TYPE_CHECKING:
    from reckoning import Answer

Json = Annotated[bool, typer.Option("--json", help="The whole answer as one JSON object.")]


def check(
    words: Words = None,
    file: File = None,
    as_of: AsOf = None,
    as_json: Json = False,
    lines: Lines = False,
) -> None:
    """Say whether the numbers in a text add up. The arithmetic and the figures it rests on come with it."""
    if as_json and lines:
        raise typer.BadParameter("give --json or --jsonl, not both")
    if file is not None and words:
        raise typer.BadParameter("give a text or --file, not both")
    if lines and not words:
        exchange(stream_of(file), sys.stdout.buffer, _replies(as_of))
        return
    try:
        text = text_of(words or (), file)
    except NoTextError as nothing:
        raise typer.BadParameter('say what to check: addsup check "Spain has 48 million people"') from nothing
    _show(text, as_of, as_json=as_json, lines=lines)


def _show(text: str, as_of: date | None, *, as_json: bool, lines: bool) -> None:
    from reckoning.shown import wording
    from reckoning.shown.contract import contract

    gc.disable()  # this process ends before there is anything to collect: a tenth of its time
    answer = _answers()(text, as_of)
    if lines:
        sys.stdout.buffer.write(as_line(contract(answer)))
    elif as_json:
        print(json.dumps(contract(answer), ensure_ascii=False, indent=2))
    else:
        print(wording.plain(answer))


def _replies(default: date | None) -> Callable[[str, date | None], dict[str, Any]]:
    from knowledge.loading.load_process import freeze_garbage
    from reckoning.shown.contract import contract

    answers = _answers()
    freeze_garbage()
    return lambda text, as_of: contract(answers(text, as_of or default))


def _answers() -> Callable[[str, date | None], Answer]:
    from bot.knowledge_admin.library_loader import open_library
    from reckoning import answer

    library = open_library()
    return lambda text, as_of: answer(text, library, as_of or today())


def today() -> date:
    """The day where the person is, not in UTC."""
    return date.today()  # noqa: DTZ011
