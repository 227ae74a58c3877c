"""Finds figures the way a person asks for them: "us debt 2010", "populaton of germny", "how tall is everest"."""

from __future__ import annotations

from itertools import product

from knowledge.library import Library
from knowledge.model.dates import DateFormatError, parse_date
from knowledge.model.figure import Figure
from knowledge.search.candidates import find_candidates, share_noun
from knowledge.search.query_parser import Query, parse_query
from knowledge.search.spelling import correct_spelling, correctable_words, display_name, match_partly
from knowledge.text import fuzzy_match

_MISSPELT, _CHOICE = 3, 3  # how many words may be, and how many known ones are tried for each


def find(library: Library, text: str, limit: int = 10) -> tuple[Figure, ...]:
    """Returns the figures that may be meant, the likeliest first: for the year named, else the latest.

    Words may be misspelt, and "us" is the United States here. Nothing is found where a word is left that means nothing
    known: of "best pizza in Italy" there is no figure.
    """
    by_id = _by_id(library, text.strip())
    if by_id:
        return (by_id,)
    query = parse_query(library, text)
    pairs = find_candidates(library, query)
    if not pairs and (query.unread or query.named):
        meant = correct_spelling(library, query)
        pairs = (
            find_candidates(library, meant) or list(match_partly(library, meant)) or list(match_partly(library, query))
        )
    if pairs and not _at(library, *pairs[0], query.dated):
        pairs = [pair for pair in pairs if share_noun(library, pair[1], pairs[0][1])]
    found = (_at(library, *pair, query.dated) for pair in pairs)
    return tuple(figure for figure in found if figure)[:limit]


def suggest(library: Library, text: str, limit: int = 3) -> tuple[str, ...]:
    """Returns look-ups near to one that finds nothing, each of which finds something: for "did you mean"."""
    query = parse_query(library, text)
    unread = query.unread[:_MISSPELT]
    least = fuzzy_match.ALIKE if len(unread) > 1 or query.entities or query.measures else fuzzy_match.FAIRLY
    words = correctable_words(library, Query())
    near = [fuzzy_match.closest_match(word, words, least, _CHOICE) for word in unread]
    found: dict[str, None] = {}
    for chosen in product(*((word, *choice) for word, choice in zip(unread, near, strict=True))):
        instead = text
        for word, known_word in zip(unread, chosen, strict=True):
            instead = instead.replace(word, display_name(library, known_word))
        if chosen != unread and find(library, instead, 1):
            found[instead] = None
    return tuple(found)[:limit]


def _by_id(library: Library, text: str) -> Figure | None:
    """Returns the figure with this id, or the newest of a series ("US.population")."""
    if "." not in text:
        return None
    entity, _, measure = text.partition(".")
    series = library.series(entity, measure)
    return series[-1] if series else library.figure_of(text)


def _at(library: Library, entity: str, measure: str, dated: str | None) -> Figure | None:
    """Returns the figure of this date ("2016", "2016-03"), else of the fiscal year, else the one for its last day."""
    series = library.series(entity, measure)
    if not dated:
        return series[-1] if series else None
    named = {figure.dated: figure for figure in series}
    try:
        last = parse_date(dated)[1]
    except DateFormatError:
        return None
    return named.get(dated) or named.get(f"FY{dated}") or library.figure_at(entity, measure, last)
