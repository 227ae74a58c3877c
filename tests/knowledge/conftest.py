"""A small library, frozen: every number in it is relied on by a test."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge import Library, load

SMALL = Path(__file__).parent / "small"
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def library() -> Library:
    return load(SMALL)


@pytest.fixture
def small_folder() -> Path:
    return SMALL


@pytest.fixture
def today() -> date:
    return TODAY
