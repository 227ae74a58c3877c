"""A small library, frozen: every number in it is relied on by a test."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge import Library, load
from knowledge.files.cache import user_folder

SMALL = Path(__file__).parent / "small"
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def library() -> Library:
    return load(SMALL)


@pytest.fixture(scope="session")
def packaged() -> Library:
    """All that comes with the program."""
    return load(cache=user_folder())


@pytest.fixture
def small_folder() -> Path:
    return SMALL


@pytest.fixture
def today() -> date:
    return TODAY
