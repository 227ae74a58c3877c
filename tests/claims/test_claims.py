"""The project's own claims (tests/claims), asked of the real knowledge: nothing wrong, nothing lost that was right.

`REWRITE=1` marks the rows that work (see tests/claims/__init__.py).
"""

from __future__ import annotations

import os
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml

from reasoning.model.answer import Verdict
from tests.claims import SURE, Row, ask, files, has_ratio, key, rows

ROWS = list(rows())
REWRITE = bool(os.environ.get("REWRITE"))

# How many claims of a file get a right verdict, at least. Raised as the program improves, never lowered.
FLOORS = {
    "averages": 8,
    "bad_premise": 5,
    "break_even": 7,
    "chain": 32,
    "change": 23,
    "comparing": 23,
    "compounding": 7,
    "conversion": 14,
    "known_names": 50,
    "left_in_peace": 89,
    "level": 41,
    "multiple": 8,
    "pace": 4,
    "parts": 13,
    "peer": 3,
    "per_head": 20,
    "product_of_shares": 6,
    "rate": 21,
    "scaled_up": 12,
    "share": 28,
    "speech": 36,
    "sum_of_parts": 10,
    "superlative": 12,
    "todays_money": 8,
    "typed": 50,
    "unit_cost": 12,
    "upper_bound": 11,
}

# Of the right verdicts that have a ratio, this share shows it: others are right for another reason than meant.
SHOWN = 0.96


def _works(row: Row) -> bool:
    return row.right(ask(row).verdict) and has_ratio(ask(row), row)


def _case(row: Row) -> object:
    mark = pytest.mark.xfail(reason=f"it says {row.gap}", raises=AssertionError, strict=True)
    return pytest.param(row, marks=mark if row.gap and not REWRITE else (), id=f"{row.kind}: {row.text}")


@pytest.mark.parametrize("row", [_case(row) for row in ROWS])
def test_it_says_nothing_wrong(row: Row) -> None:
    assert REWRITE or not row.wrong(ask(row).verdict)


@pytest.mark.parametrize("file", files(), ids=lambda file: file.stem)
def test_nothing_is_lost(file: Path) -> None:
    here = {(row.text, row.as_of): row for row in ROWS if row.kind == file.stem}
    if REWRITE:
        file.write_text(_marked(file.read_text(encoding="utf-8"), here), encoding="utf-8")
    assert [row.text for row in here.values() if row.answered and not _works(row)] == []


def test_it_is_never_wrong_and_sure() -> None:
    assert [row.text for row in ROWS if row.wrong(verdict := ask(row).verdict) and verdict in SURE] == []


def test_so_many_are_answered_right() -> None:
    right = Counter(row.kind for row in ROWS if row.right(ask(row).verdict))
    assert {kind: right[kind] for kind in FLOORS if right[kind] < FLOORS[kind]} == {}
    assert FLOORS.keys() == {row.kind for row in ROWS}


def test_a_right_verdict_shows_the_ratio() -> None:
    right = [row for row in ROWS if row.ratio is not None and row.right(ask(row).verdict)]
    assert sum(map(_works, right)) >= SHOWN * len(right)


def test_there_are_enough_of_all_sorts() -> None:
    assert len(ROWS) >= 330
    assert sum(row.kind == "left_in_peace" for row in ROWS) >= 60
    assert sum(row.kind == "typed" for row in ROWS) >= 40
    assert len({(row.text, row.as_of) for row in ROWS}) == len(ROWS)
    assert all(row.why for row in ROWS)


def test_half_are_false() -> None:
    sides = Counter(min(row.accept) for row in ROWS if not row.open)
    assert sides[Verdict.ADDS_UP] > sum(sides.values()) / 3
    assert sides[Verdict.DOESNT_ADD_UP] > sum(sides.values()) / 3


# --- the marks


def _marked(text: str, here: dict[tuple[str, date], Row]) -> str:
    """The file with a mark on each row that works, and on each that goes wrong. A mark once won stays."""
    head, *parts = re.split(r"^(?=- text: )", text, flags=re.MULTILINE)
    return head + "".join(part + _marks(part, here) for part in map(_bare, parts))


def _bare(part: str) -> str:
    return re.sub(r"^  (answered|gap): .*\n", "", part, flags=re.MULTILINE)


def _marks(part: str, here: dict[tuple[str, date], Row]) -> str:
    row = here[key(yaml.load(part, yaml.CBaseLoader)[0])]
    verdict = ask(row).verdict
    marks = {
        "answered: yes": row.answered or (_works(row) and not row.open),
        f"gap: {verdict}": row.wrong(verdict),
    }
    return "".join(f"  {mark}\n" for mark, holds in marks.items() if holds)
