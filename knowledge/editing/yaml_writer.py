"""Writes a knowledge file anew with its comments, where it can't be changed line by line, such as in flow style."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from knowledge.editing.yaml_comments import read_comments
from knowledge.files.folder import FigureRow, row_of
from knowledge.files.yaml_document import Document

_BARE = re.compile(r"[A-Za-z][A-Za-z0-9_-]*\Z|-?[0-9][0-9,.]*(?: ?[a-z]+)?\Z")
_WORDS_OF_YAML = frozenset(["yes", "no", "true", "false", "on", "off", "null", "y", "n"])
Figures = dict[str, dict[str, FigureRow]]  # entity, date


def write_figures(document: Document, head: dict[str, Any], figures: Figures) -> bytes:
    """Returns a file of figures: `head` is what stands before `figures`, `document` the file whose comments stay."""
    old: Any = document.tree
    standing = old.get("figures") if isinstance(old, dict) else None
    starts = {
        (entity, dated): document.line(("figures", entity, dated))
        for entity, dates in (standing or {}).items()
        for dated in dates
    }
    kept = read_comments(document.content, starts, document.line(("figures",)))
    lines = [*kept.top, *dump_yaml(head).decode().splitlines(), "figures:"]
    for entity in sorted(figures):
        lines.append(f"  {key_text(entity)}:")
        for dated in sorted(figures[entity]):
            at = (entity, dated)
            beside = "".join(f"  {text}" for text in kept.beside.get(at, ()))
            lines += [f"    {text}" for text in kept.above.get(at, ())]
            lines.append(f"    {key_text(dated)}: {row_text(figures[entity][dated], head.get('source', ''))}{beside}")
    return "\n".join([*lines, *kept.end, ""]).encode()


def write_entries(document: Document, entries: dict[str, Any]) -> bytes:
    """Returns a file of entries; the comments of an entry that goes stay above the next."""
    old: Any = document.tree
    kept = read_comments(document.content, {key: document.line((key,)) for key in old if key in entries})
    lines = [*kept.top]
    for key, entry in entries.items():
        block = dump_yaml({key: entry}).decode().splitlines()
        block[0] += "".join(f"  {text}" for text in kept.beside.get(key, ()))
        lines += [*kept.above.get(key, ()), *block]
    return "\n".join([*lines, *kept.end, ""]).encode()


def rows_of(figures: dict[str, Any], default: str) -> Figures | None:
    """Returns a file's figures, each row as a list; None if they don't have the shape of figures."""
    if not all(isinstance(dates, dict) for dates in figures.values()):
        return None
    return {
        entity: {dated: row if isinstance(row, list) else row_of(row, default) for dated, row in dates.items()}
        for entity, dates in figures.items()
    }


def row_text(row: FigureRow, default: str, *, in_flow: bool = False) -> str:
    """Returns a row as YAML: "159.2 million", or {value: ..., low: ..., source: ...} if it has more than a value."""
    fields = dict(zip(("value", "low", "high", "source", "note"), row, strict=True))
    if fields["source"] == default:
        fields["source"] = ""
    said = {key: text for key, text in fields.items() if text}
    if set(said) == {"value"}:
        return _scalar(row[0], in_flow=in_flow)
    return "{" + ", ".join(f"{key}: {_scalar(text, in_flow=True)}" for key, text in said.items()) + "}"


def key_text(key: str) -> str:
    """Returns an id or a date as a YAML key, quoted if YAML would read something else."""
    return f'"{key}"' if key.lower() in _WORDS_OF_YAML or key[0].isdigit() else key


def dump_yaml(tree: Any) -> bytes:
    """Returns any tree of text as YAML in block style."""
    return yaml.safe_dump(tree, sort_keys=False, allow_unicode=True, width=120).encode()


def _scalar(text: str, *, in_flow: bool = False) -> str:
    plain = _BARE.match(text) and text.lower() not in _WORDS_OF_YAML and not (in_flow and "," in text)
    return text if plain else "".join(map(_character, json.dumps(text, ensure_ascii=False)))


def _character(one: str) -> str:
    """Returns a character, escaped if YAML takes it for the end of a line or doesn't allow it."""
    return one if one.isprintable() else f"\\u{ord(one):04x}" if ord(one) < 0x10000 else f"\\U{ord(one):08x}"
