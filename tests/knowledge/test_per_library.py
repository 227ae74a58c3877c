"""What is made of a library is made once, and goes with it."""

from __future__ import annotations

import gc
import weakref
from copy import copy

from knowledge import Library
from knowledge.per_library import once_per_library


def test_it_is_made_once_for_each_library_and_goes_with_it(library: Library) -> None:
    made: list[str] = []

    @once_per_library
    def version(one: Library) -> str:
        made.append(one.version)
        return one.version

    other = copy(library)
    assert {version(one) for one in (library, other, library, other)} == {library.version}
    assert len(made) == 2
    gone = weakref.ref(other)
    del other
    gc.collect()
    assert gone() is None
    assert version(library) == library.version
    assert len(made) == 2
