"""Replaces the text of one row of a file of figures: comments, order and style stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yaml import events
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from knowledge.editing.yaml_writer import key_text, row_text
from knowledge.files.yaml_document import NodePath


@dataclass(frozen=True, slots=True)
class PatchedValue:
    """Where a value stands, in characters; `flow` for {...} and [...], `inside` for what stands in such a one."""

    start: int
    end: int
    flow: bool
    inside: bool


def patch_value(content: bytes, entity: str, dated: str, row: list[str], default: str) -> bytes | None:
    """Returns the file with the row in place of the old one, or in the entity's {...}; None if the file has neither."""
    text = content.decode("utf-8")
    if text.startswith("\ufeff"):
        return None  # the parser leaves it out of its count
    spans = _spans(text)
    old, dates = spans.get(("figures", entity, dated)), spans.get(("figures", entity))
    if old is not None:
        new = row_text(row, default, in_flow=old.inside)
        return (text[: old.start] + new + text[old.end :]).encode()
    if dates is None or not dates.flow:
        return None
    before = text[: dates.end - 1].rstrip()
    joint = "" if before.endswith(("{", ",")) else ","
    space = "" if before.endswith("{") else " "
    row_there = f"{joint}{space}{key_text(dated)}: {row_text(row, default, in_flow=True)}"
    return (before + row_there + text[dates.end - 1 :]).encode()


def _spans(text: str) -> dict[NodePath, PatchedValue]:
    """Returns the values of a file by their paths: scalars, and what stands in braces or brackets."""
    spans: dict[NodePath, PatchedValue] = {}
    above: list[tuple[Any, NodePath, str | None]] = []  # event, path and the waiting key of each container
    parser = CParser(text)
    key: str | None = None
    path: NodePath = ()
    while (event := parser.get_event()) is not None:
        inside = bool(above) and bool(above[-1][0].flow_style)
        if isinstance(event, events.ScalarEvent):
            if above and isinstance(above[-1][0], events.MappingStartEvent) and key is None:
                key = event.value
                continue
            spans[(*path, key or "")] = PatchedValue(
                _at(event.start_mark), _at(event.end_mark), flow=False, inside=inside
            )
            key = None
        elif isinstance(event, events.CollectionStartEvent):
            above.append((event, path, key))
            path, key = ((*path, key) if key is not None else path), None
        elif isinstance(event, events.CollectionEndEvent):
            begin, before, name = above.pop()
            if begin.flow_style:
                outer = bool(above) and bool(above[-1][0].flow_style)
                spans[(*before, name or "")] = PatchedValue(
                    _at(begin.start_mark), _at(event.end_mark), flow=True, inside=outer
                )
            path, key = before, None
    return spans


def _at(mark: Any) -> int:
    return int(mark.index)  # the C parser always says where
