"""The same text gives the same Answer, whatever was asked before and in whichever process; a figure that moves within
its range never moves the verdict by two labels.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import Figure, Library
from reasoning import answer
from reasoning.model.answer import Verdict
from tests.claims import Row, ask, rows
from tests.packaged import packaged_library

ROWS = list(rows())

# The way from a yes to a no. Can't tell lies between the two sides.
LADDER = {
    Verdict.ADDS_UP: Fraction(0),
    Verdict.PLAUSIBLE: Fraction(1),
    Verdict.CANT_TELL: Fraction(3, 2),
    Verdict.STRETCH: Fraction(2),
    Verdict.DOESNT_ADD_UP: Fraction(3),
}


def _dump(row: Row) -> str:
    return ask(row).dump()


# --- the same everywhere

ASK = """
import json, sys
from datetime import date
from knowledge import load
from knowledge.files.cache import user_folder
from reasoning import answer
library = load(cache=user_folder())
for text, day in json.load(sys.stdin):
    print(json.dumps(answer(text, library, date.fromisoformat(day)).dump()))
"""


@pytest.mark.parametrize(("seed", "order"), [("0", ROWS[::-2]), ("1", ROWS[::2])])
def test_another_process_says_the_same(seed: str, order: list[Row]) -> None:
    questions = json.dumps([(row.text, row.as_of.isoformat()) for row in order])
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        input=questions,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(said) == len(order)
    assert [row.text for row, dump in zip(order, said, strict=True) if dump != _dump(row)] == []


@settings(max_examples=12)
@given(st.lists(st.sampled_from(ROWS), min_size=10, max_size=40))
def test_what_was_asked_before_changes_nothing(some: list[Row]) -> None:
    fresh = Library(packaged_library().tree, packaged_library().version)
    for row in some:
        assert answer(row.text, fresh, row.as_of).dump() == _dump(row)


# --- a figure moves within its range

# What may be said of a figure, to ask how far off the verdict changes.
SAID = {
    "population": "{name} has {number} people.",
    "employees": "{name} has {number} employees.",
    "gdp": "The GDP of {name} is ${number}.",
    "users": "{name} has {number} users.",
    "births": "{number} babies were born in {name} last year.",
}


@cache
def _ranged() -> list[tuple[Row, Figure]]:
    """Each claim with each figure that it rests on and that has a range."""
    return [(row, figure) for row in ROWS for figure in _rests(row) if figure.low < figure.high]


def _rests(row: Row) -> Iterator[Figure]:
    found = ask(row)
    for ident in sorted({rest.id for f in found.findings for c in f.comparisons for rest in c.rests}):
        figure = packaged_library().figure_of(ident)
        if figure is not None:
            yield figure


@cache
def _sayable() -> list[Figure]:
    """The figures with a range that one of the sentences fits."""
    library = packaged_library()
    known = [f for measure in SAID for entity in library.holders(measure) for f in library.series(entity, measure)]
    return [figure for figure in known if figure.low < figure.high]


parts = st.fractions(-1, 1, max_denominator=100)


def test_there_are_figures_with_a_range() -> None:
    assert _ranged()
    assert len(_sayable()) > 50


@given(st.data(), parts)
def test_a_claim_stays_within_two_labels(data: st.DataObject, part: Fraction) -> None:
    row, figure = data.draw(st.sampled_from(_ranged()))
    _stays(row.text, row.as_of, figure, part)


@given(st.data(), parts, st.fractions(Fraction(1, 4), 4, max_denominator=100))
def test_a_level_stays_within_two_labels(data: st.DataObject, part: Fraction, times: Fraction) -> None:
    figure = data.draw(st.sampled_from(_sayable()))
    name = packaged_library().entities[figure.entity].name
    text = SAID[figure.measure].format(name=name, number=f"{round(figure.value * times):,}")
    _stays(text, figure.end, figure, part)


def _stays(text: str, day: date, figure: Figure, part: Fraction) -> None:
    """Whether the verdict stays within two labels of what it was, the figure being another one of its range, and the
    whole range being moved by a part of what it reaches to either side.
    """
    width = figure.high - figure.low
    within = replace(figure, value=min(max(figure.value + part * width, figure.low), figure.high))
    by = part * width / 2
    moved = replace(figure, low=figure.low + by, value=figure.value + by, high=figure.high + by)
    was = answer(text, packaged_library(), day).verdict
    for other in (within, moved):
        now = answer(text, _Moved(other), day).verdict
        assert abs(LADDER[now] - LADDER[was]) < 2, (text, figure.id, part, was, now)


class _Moved(Library):
    """The packaged library with another figure in the place of the one with its id. What it says of names is shared."""

    def __init__(self, other: Figure) -> None:
        self.__dict__.update(packaged_library().__dict__)
        self._other = other

    def series(self, entity_id: str, measure_id: str) -> tuple[Figure, ...]:
        known = super().series(entity_id, measure_id)
        return tuple(self._other if figure.id == self._other.id else figure for figure in known)
