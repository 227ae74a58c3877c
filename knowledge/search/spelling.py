"""Finds what the unknown words of a look-up may have been meant to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from knowledge.library import Library
from knowledge.model.entity import EntityKind
from knowledge.search.candidates import Candidate, holders
from knowledge.search.query_parser import Query
from knowledge.search.query_words import WORDS
from knowledge.text import fuzzy_match
from knowledge.text.inflection import singular
from quantities.text.normalization import fold

_LONGEST = 6  # words that are unread and still worth a guess


def correct_spelling(library: Library, query: Query) -> Query:
    """Returns the look-up with its unread words read as short names in small letters, or as misspelt words."""
    words = list(query.unread[:_LONGEST])
    entities, measures, trades = list(query.entities), list(query.measures), list(query.trades)
    near_to = correctable_words(library, query)
    for start, end in fuzzy_match.word_runs(query.unread[:_LONGEST]):
        if "" in words[start:end]:
            continue
        written = " ".join(words[start:end])
        exact = _exact(library, written) if measures else ()
        near = (fold(written),) if exact else fuzzy_match.closest_match(written, near_to)
        if near:
            words[start:end] = [""] * (end - start)
            entities += exact or library.entity_linker.exact(near[0])
            measures += [ident for mention in library.measure_mentions(near[0]) for ident in mention.measures]
            trades += [ident for mention in library.occupations(near[0]) for ident in mention.entities]
    left = tuple(word for word in (*words, *query.unread[_LONGEST:]) if word)
    return replace(query, entities=tuple(entities), measures=tuple(measures), trades=tuple(trades), unread=left)


def match_partly(library: Library, query: Query) -> Iterator[Candidate]:
    """Yields candidates in whose names the unread words stand: "US outlays" (federal outlays), "how fast is light"."""
    words = _parts(*query.unread)
    if WORDS.other_number & words:
        return
    for entity in () if query.measures else query.entities:
        for measure in library.measures_of(entity):
            if words and any(words <= _parts(noun) for noun in library.measures[measure].nouns):
                yield entity, measure
    for measure in query.measures:
        yield from ((thing, measure) for thing in _things(library, query, measure, words | _parts(*query.named)))


def _things(library: Library, query: Query, measure: str, words: frozenset[str]) -> list[str]:
    """Returns the things with this measure and all these words in a name, those with the fewest other words first."""
    others: dict[str, int] = {}
    usual = WORDS.frame | _parts(measure, *library.measures[measure].nouns)
    for holder in holders(library, query, measure):
        thing = library.entities[holder]
        if thing.kind is EntityKind.THING:
            names = [_parts(name) for name in (thing.name, *thing.aliases)]
            fitting = [len(name - words - usual) for name in names if words <= name]
            others |= {holder: min(fitting)} if fitting else {}
    return sorted(others, key=others.__getitem__)


def _parts(*phrases: str) -> frozenset[str]:
    return frozenset(singular(word) for phrase in phrases for word in fold(phrase).replace("-", " ").split())


def _exact(library: Library, written: str) -> tuple[str, ...]:
    """Returns the ids of this name, short or not, or with its kind after it: "gold (material)"."""
    begin = fold(written) + " ("
    materials = (ident for ident, entity in library.entities.items() if fold(entity.name).startswith(begin))
    return library.entity_linker.exact(written) or tuple(materials)


def correctable_words(library: Library, query: Query) -> list[str]:
    """Returns the words to correct to: names unless an entity is named, nouns unless a measure is."""
    names = [] if query.entities else library.known_names
    return names + ([] if query.measures else library.known_nouns)


def display_name(library: Library, name: str) -> str:
    """Returns a folded name with its capitals and accents, if an entity has exactly this name."""
    ids = library.entity_linker.exact(name)
    full = library.entities[ids[0]].name if ids else name
    return full if fold(full) == name else name
