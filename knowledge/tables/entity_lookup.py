"""Finds whom a table means: by an id, a name, a word for the people, or the three letters of a country."""

from __future__ import annotations

import re

from knowledge.library import Library
from knowledge.model.entity import Measure


def find_entities(name: str, library: Library, measure: Measure) -> tuple[str, ...]:
    """Returns the ids that may be meant; of several, those that have the measure."""
    if name in library.entities:
        return (name,)
    ids = library.entity_linker.exact(name) or _by_three_letters(name, library)
    if len(ids) < 2:
        return ids
    fitting = [one for one in ids if not measure.kinds or library.entities[one].kind in measure.kinds]
    having = [one for one in fitting if library.series(one, measure.id)]
    return tuple(having if len(having) == 1 else fitting or ids)


def _by_three_letters(code: str, library: Library) -> tuple[str, ...]:
    if not re.fullmatch(r"[A-Z]{3}", code):
        return ()
    from babel.core import get_global  # the codes of all countries: 30 ms, and only here

    return tuple(one for one in get_global("territory_aliases").get(code, ()) if one in library.entities)
