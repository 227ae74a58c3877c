"""The program as it is, with its own knowledge, for tests of whole conversations."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path

import pytest

import knowledge
from handlers import Deployment

TODAY = datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.fixture
def real(deployment: Deployment, cache: Path) -> Deployment:
    """The program with the packaged knowledge."""
    return replace(
        deployment,
        packaged_folder=knowledge.packaged_folder(),
        cache_folder=cache,
        clock=lambda: TODAY,
        monotonic_clock=partial(next, count(0.0, 60.0)),  # a minute later each time, so that nobody asks too much
        answer=None,
        redo=None,
        wording=None,
    )
