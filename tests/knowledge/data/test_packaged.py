"""The numbers that come with the program: all of them are right, by the rules of the format."""

from __future__ import annotations

from datetime import date

from knowledge import Library, check, packaged_folder

READ_LAST = date(2026, 11, 30)  # the newest day on which a source was read


def test_the_packaged_knowledge_has_no_problems() -> None:
    assert [str(problem) for problem in check([packaged_folder()], READ_LAST)] == []


def test_the_packaged_knowledge_knows_the_us(packaged: Library) -> None:
    reference = packaged.figure_at("US", "population", date(2016, 6, 1))
    assert reference is not None
    assert 320_000_000 < reference.value < 328_000_000
