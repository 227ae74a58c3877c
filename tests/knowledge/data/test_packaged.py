"""The numbers that come with the program: all of them are right, by the rules of the format."""

from __future__ import annotations

from datetime import date

from knowledge import Library, check, packaged_folder


def test_the_packaged_knowledge_has_no_problems(today: date) -> None:
    assert [str(problem) for problem in check([packaged_folder()], today)] == []


def test_the_packaged_knowledge_knows_the_us(packaged: Library) -> None:
    reference = packaged.figure_at("US", "population", date(2016, 6, 1))
    assert reference is not None
    assert 320_000_000 < reference.value < 328_000_000
