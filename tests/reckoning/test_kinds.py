"""The examples beside each kind: every phrasing gets its reading and verdict, near misses are not of that kind.

A file `reckoning/kinds/<kind>.yaml` has `examples` (text, and any of as_of, reading, verdict, line), `near_misses`
(text, why, and `numbers: none` where there is none to read) and `gaps` (like examples; known not to work yet,
strictly).
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import reckoning.kinds
from knowledge import Library
from reasoning.presenting.reply import plain
from reckoning import answer
from reckoning.kinds import KINDS
from reckoning.loose import LOOSE

FOLDER = Path(reckoning.kinds.__file__).parent
TODAY = date(2026, 11, 23)
FILES = {kind.__name__.rpartition(".")[2]: kind for kind in (*KINDS, *LOOSE)}  # type: ignore[attr-defined]


def _rows(part: str) -> list[Any]:
    rows = []
    for name, kind in FILES.items():
        table = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
        marks = [pytest.mark.xfail(strict=True)] if part == "gaps" else []
        rows += [pytest.param(kind.NAME, row, id=f"{name}: {row['text']}", marks=marks) for row in table[part]]
    return rows


def _check(kind: str, row: dict[str, Any], library: Library) -> None:
    result = answer(row["text"], library, row.get("as_of", TODAY))
    assert result.findings, "nothing was read"
    finding = result.findings[0]
    assert kind in {c.kind for c in finding.comparisons}
    if "reading" in row:
        assert finding.reading == row["reading"]
    if "verdict" in row:
        assert finding.verdict == row["verdict"]
    if "line" in row:
        assert any(row["line"] in c.text for c in finding.comparisons)


@pytest.mark.parametrize(("kind", "row"), _rows("examples"))
def test_example(kind: str, row: dict[str, Any], library: Library) -> None:
    _check(kind, row, library)


@pytest.mark.parametrize(("kind", "row"), _rows("gaps"))
def test_gap(kind: str, row: dict[str, Any], library: Library) -> None:
    _check(kind, row, library)


@pytest.mark.parametrize(("kind", "row"), _rows("near_misses"))
def test_near_miss(kind: str, row: dict[str, Any], library: Library) -> None:
    result = answer(row["text"], library, TODAY)
    if result.findings:
        kinds = {c.kind for finding in result.findings for c in finding.comparisons}
        assert kinds, "no line was made of what was read"
        assert kind not in kinds
    else:
        # It is missed for what its numbers are said of, not because they were not seen.
        assert plain(result).startswith("There is no number" if row.get("numbers") == "none" else "I read ")


def test_every_kind_has_examples_and_near_misses() -> None:
    for name in FILES:
        table = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
        assert table["examples"], name
        assert table["near_misses"], name
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(FILES)
