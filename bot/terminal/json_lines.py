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

from bot.terminal.text_input import MAX_BYTES, replace_surrogates

JsonResponder = Callable[[str, date | None], dict[str, Any]]


class BadLineError(ValueError):
    """A line that can't be answered; the message says why in a sentence."""


@dataclass(frozen=True, slots=True)
class JsonLineRequest:
    """The text of one line, and the day to judge it by."""

    text: str
    as_of: date | None


def answer_lines(incoming: BinaryIO, outgoing: BinaryIO, reply: JsonResponder) -> None:
    """Answers each line as soon as it has come. No line ends the run: what can't be answered gets an error object."""
    for line in _read_lines(incoming):
        outgoing.write(format_json_line(_answer_line(line, reply)))
        outgoing.flush()


def format_json_line(said: dict[str, Any]) -> bytes:
    """Returns a JSON object and a newline, in UTF-8; with \\u escapes where a lone surrogate can't be encoded."""
    try:
        written = json.dumps(said, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError:
        written = json.dumps(said, allow_nan=False).encode()
    return written + b"\n"


def parse_day(written: str) -> date:
    """Returns an ISO date. Raises BadLineError for anything else.

    >>> parse_day("2017-01-09")
    datetime.date(2017, 1, 9)
    """
    try:
        return date.fromisoformat(written.strip())
    except ValueError as error:
        raise BadLineError(f"{written[:40]!r} is not a date: write it as 2017-01-09") from error


def _read_lines(incoming: BinaryIO) -> Iterator[bytes | None]:
    """Yields the lines that are not blank; None for one longer than MAX_BYTES, which is never held in memory."""
    while line := incoming.readline(MAX_BYTES + 2):
        if len(line.rstrip(b"\r\n")) > MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = incoming.readline(MAX_BYTES)
            yield None
        elif line.strip():
            yield line


def _answer_line(line: bytes | None, reply: JsonResponder) -> dict[str, Any]:
    named: dict[str, Any] = {}
    try:
        said = _parse_object(line)
        named = {"id": said["id"]} if "id" in said else {}
        request = _parse_request(said)
        return named | reply(request.text, request.as_of)
    except BadLineError as error:
        return named | {"error": str(error)}
    except Exception as error:
        logging.getLogger("addsup").debug("a line could not be answered", exc_info=True)
        return named | {"error": f"something went wrong inside addsup ({type(error).__name__})"}


def _parse_object(line: bytes | None) -> dict[str, Any]:
    if line is None:
        raise BadLineError(f"the line is longer than {MAX_BYTES // 1_000_000} MB")
    try:
        said = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse_constant, parse_float=_parse_finite)
    except UnicodeDecodeError as error:
        raise BadLineError("the line is not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise BadLineError(f"the line is not JSON: {_describe_json_error(error)}") from error
    if not isinstance(said, dict):
        raise BadLineError('the line is not an object like {"id": 1, "text": "..."}')
    return said


def _parse_request(said: dict[str, Any]) -> JsonLineRequest:
    text, as_of = said.get("text"), said.get("as_of")
    if not isinstance(text, str):
        raise BadLineError('"text" is missing' if text is None else '"text" must be a string')
    if as_of is not None and not isinstance(as_of, str):
        raise BadLineError('"as_of" must be a date like "2017-01-09"')
    return JsonLineRequest(replace_surrogates(text), None if as_of is None else parse_day(as_of))


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no number in JSON")


def _parse_finite(written: str) -> float:
    number = float(written)
    if number in (float("inf"), float("-inf")):
        raise ValueError("a number is too large")
    return number


def _describe_json_error(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at character {error.pos + 1}"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    return str(error).split(";", maxsplit=1)[0]
