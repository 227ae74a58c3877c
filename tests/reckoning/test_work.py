"""No text takes more than so many steps; counted, so that the same text gets the same answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from knowledge import Library
from reckoning import answer, check, work
from reckoning.check import TANGLED

DAY = date(2026, 11, 30)
TWO = "Mexico has 700 million people. Germany has 900 million people."
TANGLES = (
    "budget most debt California 20% wage most Chad ",
    "Jordan, Georgia, US, births, Canada, Alibaba, London, 5 million, ",
    "budget debt most 20% Chad €46bn US most ",
)


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[work.Work]]:
    """The counts of the answers made meanwhile."""
    made: list[work.Work] = []

    class Kept(work.Work):
        def __init__(self, most: int) -> None:
            super().__init__(most)
            made.append(self)

    with monkeypatch.context() as patch:
        patch.setattr(work, "Work", Kept)
        yield made


@pytest.mark.parametrize("pattern", TANGLES)
def test_names_and_measures_heaped_up_are_worked_out_within_the_limit(
    library: Library, monkeypatch: pytest.MonkeyPatch, pattern: str
) -> None:
    with counted(monkeypatch) as made:
        found = answer((pattern * 100)[:4096], library, DAY)
    assert 500 < made[0].spent < work.MOST_STEPS
    assert TANGLED not in found.note


def test_beyond_the_limit_what_was_found_stands_and_a_sentence_says_so(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    with counted(monkeypatch) as made:
        first = answer("Mexico has 700 million people.", library, DAY)
    monkeypatch.setattr(work, "MOST_STEPS", made[0].spent + 20)
    found = answer(TWO, library, DAY)
    assert [finding.reading for finding in found.findings] == [finding.reading for finding in first.findings]
    assert found.note == TANGLED
    assert answer(TWO, library, DAY) == found
    assert answer(TWO, library, DAY, locale="es").note.startswith("Este texto es demasiado")


def test_where_nothing_was_found_before_the_limit_only_the_sentence_is_said(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "MOST_STEPS", 3)
    found = answer(TWO, library, DAY)
    assert not found.findings
    assert found.note == TANGLED


def test_each_answer_counts_for_itself(library: Library) -> None:
    assert check.answer(TWO, library, DAY) == check.answer(TWO, library, DAY)
