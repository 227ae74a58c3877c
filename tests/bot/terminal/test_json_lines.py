"""The contract of JSON lines: one out for one in, in order, with the same id, whatever comes in."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import Any

import pytest

from bot.terminal.json_lines import answer_lines
from bot.terminal.text_input import MAX_BYTES


def echoed(text: str, as_of: date | None) -> dict[str, Any]:
    if text == "explode":
        raise RuntimeError("inside")
    return {"said": text, "day": as_of and as_of.isoformat()}


def said_to(*lines: bytes | str) -> list[dict[str, Any]]:
    incoming = io.BytesIO(b"\n".join(line.encode() if isinstance(line, str) else line for line in lines))
    outgoing = io.BytesIO()
    answer_lines(incoming, outgoing, echoed)
    return [json.loads(line) for line in outgoing.getvalue().splitlines()]


@pytest.mark.parametrize("identity", [7, "seven", None, 1.5, True, [1, "a"], {"a": {"b": 2}}, "\ud83d", 2**70])
def test_an_id_of_any_type_comes_back(identity: Any) -> None:
    assert said_to(json.dumps({"id": identity, "text": "x"})) == [{"id": identity, "said": "x", "day": None}]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("nonsense", "not JSON: Expecting value at character 1"),
        ("[1, 2]", "not an object"),
        ('"text"', "not an object"),
        ('{"text": "a"', "not JSON"),
        ('{"id": NaN, "text": "a"}', "NaN is no number"),
        ('{"id": 1e999, "text": "a"}', "too large"),
        ('{"id": ' + "9" * 5000 + ', "text": "a"}', "not JSON"),
        ("[" * 100_000, "nested too deeply"),
        (b'{"text": "\xff"}', "not UTF-8"),
        ('{"text": "' + "a" * MAX_BYTES + '"}', "longer than 1 MB"),
    ],
)
def test_a_line_that_cannot_be_read_is_answered_with_its_error(line: str | bytes, error: str) -> None:
    refused, next_one = said_to(line, '{"id": 2, "text": "b"}')
    assert set(refused) == {"error"}
    assert error in refused["error"]
    assert next_one == {"id": 2, "said": "b", "day": None}


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({}, '"text" is missing'),
        ({"text": None}, '"text" is missing'),
        ({"text": 5}, '"text" must be a string'),
        ({"text": "a", "as_of": 2017}, '"as_of" must be a date'),
        ({"text": "a", "as_of": "2017-13-01"}, "'2017-13-01' is not a date: write it as 2017-01-09"),
        ({"text": "a", "as_of": ""}, "is not a date"),
        ({"text": "explode"}, "something went wrong inside addsup (RuntimeError)"),
    ],
)
def test_a_request_that_cannot_be_met_keeps_its_id(fields: dict[str, Any], error: str) -> None:
    (refused,) = said_to(json.dumps({"id": 9, **fields}))
    assert refused["id"] == 9
    assert error in refused["error"]


def test_a_line_has_its_own_day() -> None:
    lines = ['{"text": "a", "as_of": "2017-01-09"}', '{"text": "b", "as_of": null}', '{"text": "c"}']
    assert [said["day"] for said in said_to(*lines)] == ["2017-01-09", None, None]


def test_blank_lines_are_no_lines_and_the_last_needs_no_newline() -> None:
    said = said_to("", '{"id": 1, "text": "a"}\r', "   ", '\ufeff{"id": 2, "text": "b"}')
    assert [one["id"] for one in said] == [1, 2]


def test_a_lone_surrogate_in_a_text_keeps_the_places_of_what_follows() -> None:
    assert said_to('{"text": "a\\ud800 5 km"}')[0]["said"] == "a? 5 km"


def test_each_answer_is_out_before_the_next_line_is_read() -> None:
    class Slow(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            seen.append(len(outgoing.getvalue().splitlines()))
            return super().readline(size)

    seen: list[int] = []
    outgoing = io.BytesIO()
    answer_lines(Slow(b'{"text": "a"}\n{"text": "b"}\n'), outgoing, echoed)
    assert seen == [0, 1, 2]
