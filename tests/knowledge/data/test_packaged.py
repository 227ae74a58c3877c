"""The numbers that come with the program: all of them are right, by the rules of the format."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import check, load, packaged_folder


@pytest.mark.skipif(not (packaged_folder() / "sources.yaml").exists(), reason="no figures are packaged yet")
def test_the_packaged_knowledge_has_no_problems(today: date) -> None:
    assert [str(problem) for problem in check([packaged_folder()], today)] == []


@pytest.mark.skipif(not (packaged_folder() / "sources.yaml").exists(), reason="no figures are packaged yet")
def test_the_packaged_knowledge_knows_the_us() -> None:
    library = load()
    reference = library.reference("US", "population", date(2016, 6, 1))
    assert reference is not None
    assert 320_000_000 < reference.value < 328_000_000
