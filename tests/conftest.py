"""What holds for all tests."""

from __future__ import annotations

import gc
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from knowledge import Library
from tests.packaged import packaged_library

# The gate tries the same examples each time, on a machine that may be busy; HYPOTHESIS=search looks for new ones.
settings.register_profile("gate", deadline=None, derandomize=True, database=None)
settings.register_profile("search", deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS", "gate"))

# Whole libraries lie in memory from test to test; the default rounds of the collector took a quarter of all time.
gc.set_threshold(50_000, 20, 100)

_CACHE = pytest.StashKey[tempfile.TemporaryDirectory[str]]()


def pytest_configure(config: pytest.Config) -> None:
    """One cache of the checked knowledge for all tests of a run, their processes and all workers.

    Whoever needs it first fills it. What a person keeps in his home is neither read nor written.
    """
    if not hasattr(config, "workerinput"):  # a worker inherits the environment of the run
        config.stash[_CACHE] = tempfile.TemporaryDirectory(prefix="addsup-tests-")
        os.environ["XDG_CACHE_HOME"] = config.stash[_CACHE].name


def pytest_xdist_auto_num_workers() -> int:
    """Two for each core: half of a conversation with a bot is waiting for it."""
    return 2 * (os.cpu_count() or 1)


def pytest_unconfigure(config: pytest.Config) -> None:
    if _CACHE in config.stash:
        config.stash[_CACHE].cleanup()


@pytest.fixture(scope="session")
def packaged() -> Library:
    """All that comes with the program."""
    return packaged_library()


@pytest.fixture(scope="session")
def cache() -> Path:
    """Where the checked knowledge is kept from one process to the next."""
    return Path(os.environ["XDG_CACHE_HOME"])
