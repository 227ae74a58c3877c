"""Reads the comments of a knowledge file, so that they stay with their rows when it is written anew."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from yaml import events
from yaml.cyaml import CParser  # type: ignore[attr-defined]

Key = TypeVar("Key")
_HASH = re.compile(r"(?:^|(?<=\s))#")


@dataclass(slots=True)
class YamlComments(Generic[Key]):
    """Comments, each with its #: those before everything, above a row, beside a row and after everything."""

    top: list[str] = field(default_factory=list)
    above: dict[Key, list[str]] = field(default_factory=dict)
    beside: dict[Key, list[str]] = field(default_factory=dict)
    end: list[str] = field(default_factory=list)


def read_comments(content: bytes, starts: Mapping[Key, int], head: int = 0) -> YamlComments[Key]:
    """Returns the comments of a readable file, by the rows they belong to.

    `starts` are the rows' lines, `head` is the last line of what stands before them all.
    """
    ordered = sorted(starts, key=lambda key: starts[key])
    lines = [starts[key] for key in ordered]
    found: YamlComments[Key] = YamlComments()
    for line, text, alone in _comments(content):
        if not lines or (line < lines[0] and (line <= head or not alone)):
            found.top.append(text)
        elif alone:
            after = bisect_left(lines, line)
            into = found.above.setdefault(ordered[after], []) if after < len(lines) else found.end
            into.append(text)
        else:
            found.beside.setdefault(ordered[bisect_left(lines, line + 1) - 1], []).append(text)
    return found


def _comments(content: bytes) -> list[tuple[int, str, bool]]:
    """Returns the comments as line, text, and whether nothing else stands on the line."""
    text = content.decode("utf-8-sig")
    scalars = _scalars(text)
    found = []
    for number, line in enumerate(text.splitlines()):
        for mark in _HASH.finditer(line):
            if not any(start <= (number, mark.start()) < end for start, end in scalars.get(number, ())):
                found.append((number + 1, line[mark.start() :].rstrip(), not line[: mark.start()].strip()))
                break
    return found


def _scalars(text: str) -> dict[int, list[tuple[tuple[int, int], tuple[int, int]]]]:
    """Returns start and end of every scalar, by each line it stands on: no comment begins there."""
    spans: dict[int, list[tuple[tuple[int, int], tuple[int, int]]]] = {}
    parser = CParser(text)
    while (event := parser.get_event()) is not None:
        if isinstance(event, events.ScalarEvent):
            start, end = event.start_mark, event.end_mark
            assert start is not None  # the C parser always says where
            assert end is not None
            for line in range(start.line, end.line + 1):
                spans.setdefault(line, []).append(((start.line, start.column), (end.line, end.column)))
    return spans
