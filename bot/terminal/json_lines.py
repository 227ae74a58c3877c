"""JSON lines: one object in, one object out, in order; a line that can't be read is answered with its error.

In:  {"id": anything, "text": "...", "as_of": "2017-01-09"}     (`id` and `as_of` may be left out)
Out: {"id": the same, ...}, or {"id"?, "error": "..."}
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO

from bot.terminal.text_input import LARGEST, readable

Reply = Callable[[str, date | None], dict[str, Any]]


class BadLineError(ValueError):
    """What is wrong with a line, in a sentence."""


@dataclass(frozen=True, slots=True)
class JsonLineRequest:
    text: str
    as_of: date | None


def exchange(incoming: BinaryIO, outgoing: BinaryIO, reply: Reply) -> None:
    """Answers each line as soon as it has come; nothing in a line stops the run."""
    for line in _lines(incoming):
        outgoing.write(as_line(_answered(line, reply)))
        outgoing.flush()


def as_line(said: dict[str, Any]) -> bytes:
    """One JSON object, ended by a newline; readable where UTF-8 can carry it, escaped where it can't."""
    try:
        written = json.dumps(said, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError:
        written = json.dumps(said, allow_nan=False).encode()
    return written + b"\n"


def day(written: str) -> date:
    """An ISO date.

    >>> day("2017-01-09")
    datetime.date(2017, 1, 9)
    """
    try:
        return date.fromisoformat(written.strip())
    except ValueError as error:
        raise BadLineError(f"{written[:40]!r} is not a date: write it as 2017-01-09") from error


def _lines(incoming: BinaryIO) -> Iterator[bytes | None]:
    """The lines that are not blank; None for one that is too long, which is never held in whole."""
    while line := incoming.readline(LARGEST + 2):
        if len(line.rstrip(b"\r\n")) > LARGEST:
            while line and not line.endswith(b"\n"):
                line = incoming.readline(LARGEST)
            yield None
        elif line.strip():
            yield line


def _answered(line: bytes | None, reply: Reply) -> dict[str, Any]:
    named: dict[str, Any] = {}
    try:
        said = _object(line)
        named = {"id": said["id"]} if "id" in said else {}
        request = _request(said)
        return named | reply(request.text, request.as_of)
    except BadLineError as error:
        return named | {"error": str(error)}
    except Exception as error:
        logging.getLogger("addsup").debug("a line could not be answered", exc_info=True)
        return named | {"error": f"something went wrong inside addsup ({type(error).__name__})"}


def _object(line: bytes | None) -> dict[str, Any]:
    if line is None:
        raise BadLineError(f"the line is longer than {LARGEST // 1_000_000} MB")
    try:
        said = json.loads(line.decode("utf-8-sig"), parse_constant=_no_number, parse_float=_finite)
    except UnicodeDecodeError as error:
        raise BadLineError("the line is not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise BadLineError(f"the line is not JSON: {_reason(error)}") from error
    if not isinstance(said, dict):
        raise BadLineError('the line is not an object like {"id": 1, "text": "..."}')
    return said


def _request(said: dict[str, Any]) -> JsonLineRequest:
    text, as_of = said.get("text"), said.get("as_of")
    if not isinstance(text, str):
        raise BadLineError('"text" is missing' if text is None else '"text" must be a string')
    if as_of is not None and not isinstance(as_of, str):
        raise BadLineError('"as_of" must be a date like "2017-01-09"')
    return JsonLineRequest(readable(text), None if as_of is None else day(as_of))


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number in JSON")


def _finite(written: str) -> float:
    number = float(written)
    if number in (float("inf"), float("-inf")):
        raise ValueError("a number is too large")
    return number


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at character {error.pos + 1}"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    return str(error).split(";", maxsplit=1)[0]
