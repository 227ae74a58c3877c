"""The project's own claims: what people, politicians and papers say, with the verdict that is right.

One file a kind, each a list of rows:

    text      the claim, in the words and the typing of somebody who does not know the program
    as_of     the day for which it is judged, where that matters
    accept    the verdicts that are right; `[cant_tell]` where there is nothing to settle
    ratio     claimed over true, reckoned by hand; where two things are only set in order, the first over the second;
              none where no single ratio is meant
    why       the arithmetic in short
    answered  yes: the program gives a right verdict and shows the ratio, and must go on doing so
    gap       the wrong verdict that it gives so far; the row fails strictly, and tells us when it works

`REWRITE=1 pytest tests/claims/test_claims.py` writes the last two anew, never the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import yaml

from quantities import Form, read
from reasoning import answer
from reasoning.model.answer import Answer, Verdict
from tests.packaged import packaged_library

FOLDER = Path(__file__).parent
DAY = date(2026, 11, 24)  # for the rows that name no day
SURE = frozenset({Verdict.ADDS_UP, Verdict.DOESNT_ADD_UP})
NEAR = Fraction(15, 100)  # how far a ratio of the program may be from the one reckoned by hand


@dataclass(frozen=True, slots=True)
class Row:
    """One claim. `ratio` is None where none is given."""

    kind: str
    text: str
    as_of: date
    accept: frozenset[Verdict]
    ratio: Fraction | None
    why: str
    answered: bool
    gap: Verdict | None

    @property
    def open(self) -> bool:
        """Whether it must be left in peace."""
        return self.accept == {Verdict.CANT_TELL}

    def right(self, verdict: Verdict) -> bool:
        """Whether the verdict is right. Can't tell is right only where nothing else is."""
        return verdict in self.accept

    def wrong(self, verdict: Verdict) -> bool:
        """Whether the verdict says what is not so. Can't tell never does."""
        return verdict not in self.accept and verdict is not Verdict.CANT_TELL


def rows() -> Iterator[Row]:
    """All claims, file by file."""
    for file in files():
        for row in yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader):
            yield _row(file.stem, row)


def key(row: dict[str, str]) -> tuple[str, date]:
    """What tells a row from all others: its text and its day."""
    return row["text"], date.fromisoformat(row["as_of"]) if "as_of" in row else DAY


def files() -> list[Path]:
    """The files, one a kind."""
    return sorted(FOLDER.glob("*.yaml"))


@cache
def ask(row: Row) -> Answer:
    """What the program says of it, asked once in a process."""
    return answer(row.text, packaged_library(), row.as_of)


def has_ratio(answer: Answer, row: Row) -> bool:
    """Whether one of the comparisons shows the ratio; where none is meant, it does."""
    return row.ratio is None or _shows(answer, row.text, row.ratio)


def _shows(answer: Answer, text: str, ratio: Fraction) -> bool:
    """Whether a comparison came to the ratio or its inverse, or to a value that a number of the text has it to.

    Shares of a whole are said against 1, percentages that must sum against 100. An estimate's range may hold the ratio.
    """
    quantities = read(text).quantities
    said = [Fraction(1), Fraction(100), *(quantity.value for quantity in quantities)]
    said += [quantity.value / 100 for quantity in quantities if quantity.form is Form.PERCENT]
    comparisons = [comparison for finding in answer.findings for comparison in finding.comparisons]
    reached = [c.result.middle if c.value is None else c.value for c in comparisons]
    values = [value for value in reached if value is not None]
    values += [100 * (value - 1) for value in values]  # "up 57 %" for 1.57×
    if any(_near(one, ratio * other) or _near(other, ratio * one) for one in said for other in values if other):
        return True
    ranges = [c.result for c in comparisons if not c.result.is_point and None not in (c.result.low, c.result.high)]
    return any(ratio in reckoned or 1 / ratio in reckoned for reckoned in ranges)


def _near(value: Fraction, aim: Fraction) -> bool:
    return abs(abs(value) - abs(aim)) <= NEAR * abs(aim)


def _row(kind: str, row: dict[str, str]) -> Row:
    unknown = row.keys() - {"text", "as_of", "accept", "ratio", "why", "answered", "gap"}
    if unknown:
        raise ValueError(f"{kind}.yaml: {row['text']!r} has {', '.join(sorted(unknown))}")
    return Row(
        kind=kind,
        text=row["text"],
        as_of=key(row)[1],
        accept=frozenset(map(Verdict, row["accept"])),
        ratio=Fraction(row["ratio"]) if "ratio" in row else None,
        why=row["why"],
        answered=row.get("answered") == "yes",
        gap=Verdict(row["gap"]) if "gap" in row else None,
    )
