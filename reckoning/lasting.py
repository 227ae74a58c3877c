"""What is worked out of a library once, and goes with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import TypeVar
from weakref import WeakKeyDictionary

from knowledge import Library
from reckoning.added import AddedLibrary

Made = TypeVar("Made")


def once_for_each(make: Callable[[Library], Made]) -> Callable[[Library], Made]:
    """Makes it at the first call for a library; a cache of the last few would keep old libraries after a reload.

    A person's additions for one check share that of the library below. What is made must not hold the library itself.
    """
    made: WeakKeyDictionary[Library, Made] = WeakKeyDictionary()

    def kept(library: Library) -> Made:
        base = library.base if isinstance(library, AddedLibrary) else library
        if base not in made:
            made[base] = make(base)
        return made[base]

    update_wrapper(kept, make)
    return kept
