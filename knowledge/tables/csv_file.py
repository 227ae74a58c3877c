"""Reads a table from a statistics office: decodes CSV, splits it into cells, finds its heading.

A guess that could be wrong by a factor is never made: such a table is refused, with what to say or to do.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from dataclasses import dataclass

from knowledge.problem import KnowledgeError, Problem

LARGEST = 20_000_000  # bytes
MOST = 200_000  # rows
WIDEST = 2_000  # cells in a row
_DELIMITERS = ",;\t|"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_CODES = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A table; `rows` are line numbers, from 1, and their cells, as many as the heading has."""

    name: str
    delimiter: str
    heading: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def refuse(self, message: str, line: int = 0) -> KnowledgeError:
        """Returns the error to raise for this table."""
        return KnowledgeError([Problem(self.name, line, "", message)])


def read_csv(name: str, content: bytes) -> CsvTable:
    """Returns the table in a CSV file. Raises KnowledgeError, which says what to do."""

    def refuse(message: str) -> KnowledgeError:
        return KnowledgeError([Problem(name, 0, "", message)])

    if len(content) > LARGEST:
        raise refuse(f"{len(content):,} bytes are too many, at most {LARGEST:,}: leave out what isn't needed")
    text = _decoded(content)
    if text is None:
        raise refuse("is no text: save the table as CSV in UTF-8")
    delimiter = _delimiter(text)
    if delimiter is None:
        raise refuse("has no columns: expected cells with commas, semicolons or tabs between")
    try:
        rows = _split(text, delimiter)
    except csv.Error as error:
        raise refuse(f"is no CSV: {error}") from error
    if len(rows) > MOST:
        raise refuse(f"has more than {MOST:,} rows: leave out what isn't needed")
    head = _heading(rows)
    if head is None:
        raise refuse("has a heading and no rows below it, or none at all")
    width = len(rows[head][1])
    below = tuple((line, (*cells, *[""] * (width - len(cells)))[:width]) for line, cells in rows[head + 1 :])
    return CsvTable(name, delimiter, rows[head][1], below)


def _decoded(content: bytes) -> str | None:
    """Returns the text: UTF-8 or UTF-16 by its byte order mark, else UTF-8, else Windows-1252; None for no text."""
    code = next((code for mark, code in _CODES if content.startswith(mark)), "utf-8")
    for attempt in (code, *(["cp1252"] if code == "utf-8" else [])):
        try:
            text = content.decode(attempt)
        except UnicodeDecodeError:
            continue
        return None if _CONTROL.search(text) else text
    return None


def _delimiter(text: str) -> str | None:
    """Returns the sign that splits most of the first lines into equally many cells."""
    lines = [line for line in text.splitlines()[:60] if line.strip()]

    def score(sign: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=sign) if len(row) > 1)
        return max(((times, cells) for cells, times in widths.items()), default=(0, 0))

    try:
        best = max(_DELIMITERS, key=score) if lines else None
    except csv.Error:
        return None
    return best if best and score(best)[0] else None


def _split(text: str, delimiter: str) -> list[tuple[int, tuple[str, ...]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows = []
    for cells in reader:
        if any(cell.strip() for cell in cells):
            rows.append((reader.line_num, tuple(cell.strip() for cell in cells[:WIDEST])))
        if len(rows) > MOST:
            break
    return rows


def _heading(rows: list[tuple[int, tuple[str, ...]]]) -> int | None:
    """Returns the index of the first row as wide as most: offices put titles and notes above it."""
    usual = Counter(len(_filled(cells)) for _, cells in rows[:200]).most_common(1)
    least = max(2, min(usual[0][0], 3)) if usual else 2
    found = next((index for index, (_, cells) in enumerate(rows) if len(_filled(cells)) >= least), None)
    return found if found is not None and found + 1 < len(rows) else None


def _filled(cells: tuple[str, ...]) -> list[str]:
    return [cell for cell in cells if cell]
