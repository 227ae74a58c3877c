"""Companies whose names are ordinary words, written small: "apples revenue", "metas staff".

Such a word counts as the name only in a sentence that speaks of what companies alone are asked for.
"""

from __future__ import annotations

import re

from knowledge import EntityKind, Library
from knowledge.model.entity import NameMention
from knowledge.per_library import once_per_library
from reasoning.reading.language import stem

SHORTEST_NAME = 4
_WORD = re.compile(r"[A-Za-z]+")


def find_small_names(text: str, library: Library, names: tuple[NameMention, ...]) -> tuple[NameMention, ...]:
    """The names with those of companies that are written small, in order of place."""
    found = list(_WORD.finditer(text))
    if not company_nouns(library) & {stem(word[0]) for word in found}:
        return names
    companies = [mention for word in found if (mention := _company(word, library)) is not None]
    kept = [
        name for name in names if not any(_overlap(name, company) and _is_thing(name, library) for company in companies)
    ]
    new = [company for company in companies if not any(_overlap(name, company) for name in kept)]
    return tuple(sorted((*kept, *new), key=lambda mention: mention.span))


@once_per_library
def company_nouns(library: Library) -> frozenset[str]:
    """The stems of the nouns of measures that companies alone have: revenue, profit, staff."""
    of_companies = [
        measure
        for measure in library.measures.values()
        if EntityKind.COMPANY in measure.kinds and EntityKind.COUNTRY not in measure.kinds
    ]
    return frozenset(stem(noun) for one in of_companies for noun in one.nouns if " " not in noun)


def _company(word: re.Match[str], library: Library) -> NameMention | None:
    if len(word[0]) < SHORTEST_NAME or stem(word[0]) in company_nouns(library):
        return None
    for name in (word[0], word[0].removesuffix("s")):
        ids = [one for one in library.entity_linker.exact(name) if library.entities[one].kind is EntityKind.COMPANY]
        if ids:
            return NameMention(word.span(), word[0], tuple(ids))
    return None


def _overlap(one: NameMention, other: NameMention) -> bool:
    return one.span[0] < other.span[1] and other.span[0] < one.span[1]


def _is_thing(name: NameMention, library: Library) -> bool:
    return library.entities[name.entities[0]].kind is EntityKind.THING
