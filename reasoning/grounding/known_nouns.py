"""The counted nouns that are the program's own, by which a number of a message may be told."""

from __future__ import annotations

from knowledge import Library
from knowledge.per_library import once_per_library
from reasoning.data.tables import roots
from reasoning.reading.language import stem


def known_noun(noun: str | None, library: Library) -> str:
    """The head of a counted noun; "" where it is none of the program's own, but the message's."""
    words = (noun or "").split()
    if not words:
        return ""
    base = stem(words[-1])
    return words[-1] if base in roots() or base in _nouns(library) else ""


@once_per_library
def _nouns(library: Library) -> frozenset[str]:
    """The stems of all nouns that measures count or that name things."""
    counted_in = {noun for measure in library.measures.values() for noun in measure.counted}
    things = {name for thing in library.things.values() for name in thing.called}
    return frozenset(stem(name.split()[-1]) for name in counted_in | things if name)
