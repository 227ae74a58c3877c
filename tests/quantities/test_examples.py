"""Every example file, one test a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from quantities import read
from tests.quantities import examples

_HERE = Path(__file__).parent


CASES = [
    pytest.param(case, id=case.place, marks=[pytest.mark.xfail(strict=True)] if case.gap else [])
    for case in examples.load(_HERE)
]


@pytest.mark.parametrize("case", CASES)
def test_reads_as_written(case: examples.Example) -> None:
    assert [examples.describe(quantity) for quantity in read(case.text).quantities] == list(case.expected)
