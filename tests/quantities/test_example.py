"""Every example file, one test a text."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from quantities import read

_HERE = Path(__file__).parent


def _example() -> ModuleType:
    spec = importlib.util.spec_from_file_location("quantity_example", _HERE / "example.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


example = _example()
CASES = [
    pytest.param(case, id=case.place, marks=[pytest.mark.xfail(strict=True)] if case.gap else [])
    for case in example.load(_HERE / "examples")
]


@pytest.mark.parametrize("case", CASES)
def test_reads_as_written(case) -> None:
    assert [example.describe(quantity) for quantity in read(case.text).quantities] == list(case.expected)
