"""A library that needs no bot around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import Library, load
from tests.handlers.conftest import KNOWLEDGE


@pytest.fixture
def library(tmp_path: Path) -> Library:
    for name, content in KNOWLEDGE.items():
        path = tmp_path / "packaged" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return load(tmp_path / "packaged")
