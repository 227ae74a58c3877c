"""Numbers that count nothing are ignored, and the reading says why."""

from __future__ import annotations

import pytest

from quantities import read


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("call +49 30 901820", "phone"),
        ("at 07:10", "clock"),
        ("we won 3-2", "score"),
        ("version 2.1.3", "version"),
        ("Boeing 747", "name"),
        ("the 4th", "ordinal"),
        ("1. First", "list"),
        ("see http://a.org/1", "address"),
        ("millions came", "vague"),
    ],
)
def test_an_ignored_number_has_its_reason(text: str, why: str) -> None:
    reading = read(text)
    assert not reading.quantities
    assert [kind for _, kind in reading.ignored] == [why]
