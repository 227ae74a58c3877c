"""Changing a knowledge file's text line by line, so that its comments and its order stay.

What comes out is read again and compared with what it must say; where lines can't do it (flow style, odd indents), the
whole file is written anew and its comments are lost.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from typing import Any

import yaml

from knowledge.document import Document, Path, read
from knowledge.folder import Row, row_of

_BARE = re.compile(r"[A-Za-z][A-Za-z0-9_-]*\Z|-?[0-9][0-9,.]*(?: ?[a-z]+)?\Z")
_WORDS_OF_YAML = frozenset(["yes", "no", "true", "false", "on", "off", "null", "y", "n"])


def put_rows(content: bytes, measure: str, rows: dict[str, dict[str, Row]], source: str = "") -> bytes:
    """The figures file with these rows in it; rows of equal entity and date are replaced, others keep their lines."""
    before: Any = read("", content).tree if content.strip() else None
    if not before:
        before = {"measure": measure, **({"source": source} if source else {}), "figures": {}}
        content = _dump(before).replace(b"figures: {}", b"figures:")
    default = before.get("source", "")
    for entity, dates in rows.items():
        for dated, row in dates.items():
            content = _put_row(content, entity, dated, row_text(row, default))
    wanted = {entity: dict(dates) for entity, dates in before["figures"].items()}
    for entity, dates in rows.items():
        wanted.setdefault(entity, {}).update(dates)
    return content if _says(content, default, wanted) else _dump_figures(before, wanted, default)


def put_entries(content: bytes, addition: bytes) -> bytes:
    """A file of entries with those of another laid over it: an id's old block goes, the new one is put at the end."""
    old, new = read("", content), read("", addition)
    assert isinstance(old.tree, dict)
    assert isinstance(new.tree, dict)
    kept = without_entries(content, set(new.tree))
    joined = kept.rstrip(b"\n") + b"\n" * bool(kept.strip()) + addition.lstrip(b"\xef\xbb\xbf")
    wanted = {key: entry for key, entry in old.tree.items() if key not in new.tree} | new.tree
    return joined if read("", joined).tree == wanted else _dump(wanted)


def without_entries(content: bytes, keys: set[str]) -> bytes:
    """The file without the blocks of these ids; the comments above a block stay."""
    document = read("", content)
    assert isinstance(document.tree, dict)
    wanted = {key: entry for key, entry in document.tree.items() if key not in keys}
    if wanted == document.tree:
        return content
    lines = content.decode().splitlines(keepends=True)
    starts = sorted(document.line((key,)) for key in document.tree)
    for key in sorted(document.tree, key=lambda key: -document.line((key,))):
        if key in keys:
            start = document.line((key,))
            del lines[start - 1 : _block_end(lines, start, starts)]
    left = "".join(lines).encode()
    return left if (read("", left).tree or {}) == wanted else _dump(wanted)


def row_text(row: Row, default: str) -> str:
    """A row as YAML: "159.2 million", or {value: ..., low: ..., source: ...} where there is more to say."""
    fields = dict(zip(("value", "low", "high", "source", "note"), row, strict=True))
    if fields["source"] == default:
        fields["source"] = ""
    said = {key: text for key, text in fields.items() if text}
    if set(said) == {"value"}:
        return _scalar(row[0])
    return "{" + ", ".join(f"{key}: {_scalar(text, in_flow=True)}" for key, text in said.items()) + "}"


def _put_row(content: bytes, entity: str, dated: str, text: str) -> bytes:
    document = read("", content)
    tree: Any = document.tree
    if not isinstance(tree, dict) or not isinstance(tree.get("figures") or {}, dict):
        return content
    lines = content.decode().splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    figures = tree["figures"] or {}
    row = f'"{dated}": {text}\n' if dated[0].isdigit() else f"{dated}: {text}\n"
    if entity in figures:
        _put_below(document, lines, ("figures", entity), list(figures[entity]), dated, row)
    else:
        key = entity if entity.lower() not in _WORDS_OF_YAML and not entity[0].isdigit() else f'"{entity}"'
        _put_below(document, lines, ("figures",), list(figures), entity, f"{key}:\n\0{row}")
    return "".join(lines).encode()


def _put_below(document: Document, lines: list[str], path: Path, siblings: list[str], key: str, text: str) -> None:
    """Put the text among the siblings below a path: in the place of one of the same key, else in sorted order."""
    above = document.line(path)
    at = {sibling: document.line((*path, sibling)) for sibling in siblings}
    starts = sorted([*at.values(), len(lines) + 1])
    indent = _indent(lines[min(at.values()) - 1]) if at else _indent(lines[above - 1]) + 2
    placed = " " * indent + text.replace("\0", " " * (indent + 2))
    if key in at:
        lines[at[key] - 1 : _block_end(lines, at[key], starts)] = [placed]
        return
    later = [at[sibling] for sibling in siblings if sibling > key]
    if later:
        lines.insert(_with_comments(lines, min(later)) - 1, placed)
    else:
        last = max(at.values(), default=above)
        lines.insert(_block_end(lines, last, _all_starts(lines, last, indent)) if at else above, placed)


def _all_starts(lines: list[str], after: int, indent: int) -> list[int]:
    """The numbers of lines after this one that are indented no deeper."""
    return [n for n in range(after + 1, len(lines) + 1) if _speaks(lines[n - 1]) and _indent(lines[n - 1]) <= indent]


def _block_end(lines: list[str], start: int, starts: list[int]) -> int:
    """The number of the last line of the block that starts here, without the comments of the next."""
    index = bisect_right(starts, start)
    end = (starts[index] if index < len(starts) else len(lines) + 1) - 1
    end = min([end, *(n - 1 for n in _all_starts(lines, start, _indent(lines[start - 1])))])
    while end > start and not _speaks(lines[end - 1]):
        end -= 1
    return end


def _with_comments(lines: list[str], start: int) -> int:
    """The first of the comment lines directly above a line."""
    while start > 1 and lines[start - 2].lstrip().startswith("#"):
        start -= 1
    return start


def _speaks(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _scalar(text: str, *, in_flow: bool = False) -> str:
    plain = _BARE.match(text) and text.lower() not in _WORDS_OF_YAML and not (in_flow and "," in text)
    return text if plain else json.dumps(text, ensure_ascii=False)


def _says(content: bytes, default: str, wanted: dict[str, dict[str, Any]]) -> bool:
    document = read("", content)
    tree: Any = document.tree
    if document.problems or not isinstance(tree, dict) or not isinstance(tree.get("figures"), dict):
        return False
    return _rows(tree["figures"], default) == _rows(wanted, default) and tree.get("source", "") == default


def _rows(figures: dict[str, Any], default: str) -> dict[str, dict[str, Row]] | None:
    if not all(isinstance(dates, dict) for dates in figures.values()):
        return None
    return {
        entity: {dated: row if isinstance(row, list) else row_of(row, default) for dated, row in dates.items()}
        for entity, dates in figures.items()
    }


def _dump_figures(before: dict[str, Any], wanted: dict[str, dict[str, Any]], default: str) -> bytes:
    rows = _rows(wanted, default) or {}
    figures = {
        entity: {dated: _short(rows[entity][dated], default) for dated in sorted(rows[entity])}
        for entity in sorted(rows)
    }
    return _dump({**before, "figures": figures})


def _short(row: Row, default: str) -> str | dict[str, str]:
    fields = dict(zip(("value", "low", "high", "source", "note"), row, strict=True))
    said = {key: text for key, text in fields.items() if text and not (key == "source" and text == default)}
    return row[0] if set(said) == {"value"} else said


def _dump(tree: Any) -> bytes:
    return yaml.safe_dump(tree, sort_keys=False, allow_unicode=True, width=120).encode()
