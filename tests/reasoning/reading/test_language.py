"""The word classes of the reasoning: what the code asks for is listed, and what is listed is asked for."""

from __future__ import annotations

import re
from pathlib import Path

import reasoning
from reasoning.reading.language import words

SOURCES = sorted(Path(reasoning.__file__).parent.rglob("*.py"))


def _names(pattern: str) -> set[str]:
    return {name for path in SOURCES for name in re.findall(pattern, path.read_text(encoding="utf-8"))}


def test_each_class_that_is_asked_for_is_listed() -> None:
    assert _names(r"\bwords\(\)\.([a-z_]+)") <= {*vars(words()), "empty"}


def test_each_class_that_is_listed_is_asked_for() -> None:
    assert set(vars(words())) - {"empty"} <= _names(r"\.([a-z_]+)")
