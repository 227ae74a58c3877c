"""`addsup check`: checks a text and prints the reply, or JSON."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.options import AsOfOption, FileOption, JsonLinesOption, TextArgument, today
from bot.terminal.json_lines import answer_lines, format_json_line
from bot.terminal.text_input import NoTextError, open_stream, read_text

if TYPE_CHECKING:
    from reasoning.model.answer import Answer

JsonOption = Annotated[bool, typer.Option("--json", help="The whole answer as one JSON object.")]


def check(
    words: TextArgument = None,
    file: FileOption = None,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
    lines: JsonLinesOption = False,
) -> None:
    """Say whether the numbers in a text add up. The arithmetic and the figures it rests on come with it."""
    if as_json and lines:
        raise typer.BadParameter("give --json or --jsonl, not both")
    if file is not None and words:
        raise typer.BadParameter("give a text or --file, not both")
    if lines and not words:
        answer_lines(open_stream(file), sys.stdout.buffer, _build_json_responder(as_of))
        return
    try:
        text = read_text(words or (), file)
    except NoTextError as nothing:
        raise typer.BadParameter('say what to check: addsup check "Spain has 48 million people"') from nothing
    _print_answer(text, as_of, as_json=as_json, lines=lines)


def _print_answer(text: str, as_of: date | None, *, as_json: bool, lines: bool) -> None:
    from reasoning.presenting import reply
    from reasoning.presenting.answer_json import answer_to_json

    gc.disable()  # this process ends before there is anything to collect: a tenth of its time
    answer = _build_responder()(text, as_of)
    if lines:
        sys.stdout.buffer.write(format_json_line(answer_to_json(answer)))
    elif as_json:
        print(json.dumps(answer_to_json(answer), ensure_ascii=False, indent=2))
    else:
        print(reply.plain(answer))


def _build_json_responder(default: date | None) -> Callable[[str, date | None], dict[str, Any]]:
    from knowledge.loading.load_process import freeze_garbage
    from reasoning.presenting.answer_json import answer_to_json

    answers = _build_responder()
    freeze_garbage()
    return lambda text, as_of: answer_to_json(answers(text, as_of or default))


def _build_responder() -> Callable[[str, date | None], Answer]:
    from bot.knowledge_admin.library_loader import open_library
    from reasoning import answer

    library = open_library()
    return lambda text, as_of: answer(text, library, as_of or today())
