"""What is made once of a library, and goes when the library goes: a reload leaves nothing of the old one behind."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from knowledge.library import Library

Made = TypeVar("Made")


def once_per_library(make: Callable[[Library], Made]) -> Callable[[Library], Made]:
    """`make`, asked once for each library. What it makes must not hold the library itself."""
    made: WeakKeyDictionary[Library, Made] = WeakKeyDictionary()

    @wraps(make)
    def asked(library: Library) -> Made:
        known = made.get(library)
        if known is None:
            known = made[library] = make(library)
        return known

    return asked
