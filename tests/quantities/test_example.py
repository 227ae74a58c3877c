"""Every example file, one test a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from quantities import read
from tests.quantities import example

_HERE = Path(__file__).parent


CASES = [
    pytest.param(case, id=case.place, marks=[pytest.mark.xfail(strict=True)] if case.gap else [])
    for case in example.load(_HERE / "examples")
]


@pytest.mark.parametrize("case", CASES)
def test_reads_as_written(case: example.Example) -> None:
    assert [example.describe(quantity) for quantity in read(case.text).quantities] == list(case.expected)
