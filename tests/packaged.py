"""The library that comes with the program, for the tests that ask it rather than a small frozen one."""

from __future__ import annotations

from functools import cache

from knowledge import Library, load
from knowledge.files.cache import user_folder


@cache
def packaged_library() -> Library:
    """The packaged library, loaded once in a process and from the cache of the run (see tests/conftest.py)."""
    return load(cache=user_folder())
