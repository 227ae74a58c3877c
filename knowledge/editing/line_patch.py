"""Changes a knowledge file's text line by line, so that its comments and its order stay.

What comes out is read again and compared with what it must say; where lines can't do it (flow style, odd indents), the
file is written anew (knowledge.editing.yaml_writer).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from typing import Any

from knowledge.editing.value_patch import patch_value
from knowledge.editing.yaml_writer import dump_yaml, key_text, row_text, rows_of, write_entries, write_figures
from knowledge.files.folder import FigureRow
from knowledge.files.yaml_document import Document, NodePath, read_document

MANY = 100  # rows: from there on it is quicker to write the file anew


def put_rows(content: bytes, measure: str, rows: dict[str, dict[str, FigureRow]], source: str = "") -> bytes:
    """Returns the figures file with these rows; those of equal entity and date are replaced, others keep their line."""
    before: Any = read_document("", content).tree if content.strip() else None
    if not before:
        before = {"measure": measure, **({"source": source} if source else {}), "figures": {}}
        content += dump_yaml(before).replace(b"figures: {}", b"figures:")
    document, default = read_document("", content), before.get("source", "")
    for entity, dates in rows.items() if sum(map(len, rows.values())) <= MANY else ():
        for dated, row in dates.items():
            content = patch_value(content, entity, dated, row, default) or _put_row(
                content, entity, dated, row_text(row, default)
            )
    wanted = rows_of(before["figures"], default) or {}
    for entity, dates in rows.items():
        wanted.setdefault(entity, {}).update(dates)
    if _says(content, default, wanted):
        return content
    return write_figures(document, _head(before), wanted)


def put_entries(content: bytes, addition: bytes) -> bytes:
    """Returns a file of entries with those of another over it: an id's old block goes, the new one goes to the end."""
    old, new = read_document("", content), read_document("", addition)
    assert isinstance(old.tree, dict)
    assert isinstance(new.tree, dict)
    kept = remove_entries(content, set(new.tree))
    joined = kept.rstrip(b"\n") + b"\n" * bool(kept.strip()) + addition.lstrip(b"\xef\xbb\xbf")
    wanted = {key: entry for key, entry in old.tree.items() if key not in new.tree} | new.tree
    return joined if read_document("", joined).tree == wanted else write_entries(old, wanted)


def remove_entries(content: bytes, keys: set[str]) -> bytes:
    """Returns the file without the blocks of these ids; the comments above a block stay."""
    document = read_document("", content)
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
    return left if (read_document("", left).tree or {}) == wanted else write_entries(document, wanted)


def remove_rows(content: bytes, rows: Collection[tuple[str, str]]) -> bytes:
    """Returns the figures file without the rows of these entities and dates; b"" if no row is left."""
    document = read_document("", content)
    tree: Any = document.tree
    figures: dict[str, dict[str, Any]] = tree["figures"]
    kept = {
        entity: left
        for entity, dates in figures.items()
        if (left := {dated: row for dated, row in dates.items() if (entity, dated) not in rows})
    }
    if kept == figures or not kept:
        return content if kept else b""
    gone: list[NodePath] = [("figures", entity) for entity in figures if entity not in kept]
    gone += [("figures", *row) for row in rows if row[0] in kept and row[1] in figures[row[0]]]
    lines = content.decode().splitlines(keepends=True)
    for start in sorted((document.line(path) for path in gone), reverse=True):
        del lines[start - 1 : _block_end(lines, start, [len(lines) + 1])]
    left_over, default = "".join(lines).encode(), tree.get("source", "")
    wanted = rows_of(kept, default) or {}
    return left_over if _says(left_over, default, wanted) else write_figures(document, _head(tree), wanted)


def _put_row(content: bytes, entity: str, dated: str, text: str) -> bytes:
    document = read_document("", content)
    tree: Any = document.tree
    if not isinstance(tree, dict) or not isinstance(tree.get("figures") or {}, dict):
        return content
    lines = content.decode().splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    figures = tree["figures"] or {}
    row = f"{key_text(dated)}: {text}\n"
    if entity in figures:
        _put_below(document, lines, ("figures", entity), list(figures[entity]), dated, row)
    else:
        _put_below(document, lines, ("figures",), list(figures), entity, f"{key_text(entity)}:\n\0{row}")
    return "".join(lines).encode()


def _put_below(document: Document, lines: list[str], path: NodePath, siblings: list[str], key: str, text: str) -> None:
    """Puts the text among the siblings below a path: in place of one of the same key, else in sorted order."""
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
    """Returns the numbers of the lines after this one that are indented no deeper."""
    return [n for n in range(after + 1, len(lines) + 1) if _speaks(lines[n - 1]) and _indent(lines[n - 1]) <= indent]


def _block_end(lines: list[str], start: int, starts: list[int]) -> int:
    """Returns the number of the last line of the block that starts here, without the comments of the next."""
    index = bisect_right(starts, start)
    end = (starts[index] if index < len(starts) else len(lines) + 1) - 1
    end = min([end, *(n - 1 for n in _all_starts(lines, start, _indent(lines[start - 1])))])
    while end > start and not _speaks(lines[end - 1]):
        end -= 1
    return end


def _with_comments(lines: list[str], start: int) -> int:
    """Returns the number of the first comment line directly above a line, or its own."""
    while start > 1 and lines[start - 2].lstrip().startswith("#"):
        start -= 1
    return start


def _speaks(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _says(content: bytes, default: str, wanted: dict[str, dict[str, FigureRow]]) -> bool:
    document = read_document("", content)
    tree: Any = document.tree
    if document.problems or not isinstance(tree, dict) or not isinstance(tree.get("figures"), dict):
        return False
    return rows_of(tree["figures"], default) == wanted and tree.get("source", "") == default


def _head(tree: dict[str, Any]) -> dict[str, Any]:
    return {key: said for key, said in tree.items() if key != "figures"}
