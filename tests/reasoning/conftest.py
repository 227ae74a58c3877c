"""The library that the tests of the reasoning ask: a small frozen one, so that new figures change no test."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import Library, load

FROZEN = Path(__file__).parents[1] / "frozen"


@pytest.fixture(scope="session")
def library() -> Library:
    return load(FROZEN)
