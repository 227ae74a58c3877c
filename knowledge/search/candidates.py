"""Finds the pairs of entity and measure that a look-up may mean, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.library import Library
from knowledge.model.entity import EntityKind
from knowledge.search.query_parser import Query
from knowledge.search.query_words import WORDS
from quantities.text.normalization import fold

_RATES = frozenset({"percent", "per USD", "years"})
Candidate = tuple[str, str]  # entity, measure


def find_candidates(library: Library, query: Query) -> list[Candidate]:
    """Returns the pairs that have figures, the likeliest first."""
    trades = _pairs_of_trades(library, query)
    if trades and (not query.general or query.words & WORDS.pay):
        return trades
    return _pairs_of_names(library, query) or trades


def _pairs_of_trades(library: Library, query: Query) -> list[Candidate]:
    """Returns the jobs of occupations and industries, or their pay if asked for: medians first, unless "average"."""
    if query.unread:
        return []
    pairs = [(trade, measure) for trade in query.trades for measure in library.measures_of(trade)]
    pay = bool(query.words & WORDS.pay)
    mean = bool(query.words & WORDS.average)
    asked = [pair for pair in pairs if library.measures[pair[1]].unit.isupper() == pay]
    return sorted(asked, key=lambda pair: ("mean" in pair[1]) != mean)


def _pairs_of_names(library: Library, query: Query) -> list[Candidate]:
    measures = sorted(query.measures, key=lambda measure: _fits(library, query, measure), reverse=True)
    if WORDS.other_number & {fold(word) for word in query.unread}:
        return []
    if query.per_head:
        measures = _per_head(library, measures)
    if query.entities and measures:
        pairs = [(entity, measure) for measure in measures for entity in query.entities]
        pairs = [pair for pair in pairs if library.series(*pair)]
        return pairs or [(entity, measure) for measure in query.held for entity in holders(library, query, measure)]
    if query.unread:
        return []
    if query.entities:
        return [(entity, measure) for entity in query.entities for measure in _by_use(library.measures_of(entity))]
    measures.sort(key=lambda measure: _is_foreign(library, measure))
    return [(entity, measure) for measure in measures for entity in holders(library, query, measure)]


def _per_head(library: Library, measures: list[str]) -> list[str]:
    """Returns each of the measures by head, if that is stored."""
    return [
        ident
        for measure in measures
        for ident in library.measures
        if "_per_head" in ident and (ident == measure or ident.startswith(f"{measure}_per_head"))
    ]


def _fits(library: Library, query: Query, measure: str) -> bool:
    """Whether a measure answers the question: no money or rate for "how many", money for spending."""
    unit = library.measures[measure].unit
    if WORDS.spending & query.words:
        return unit.isupper()
    return not {"how", "many"} <= query.words or not (unit.isupper() or unit in _RATES)


def share_noun(library: Library, measure: str, other: str) -> bool:
    """Whether one noun may mean both measures, so that one will do if the other has no figure of that year."""
    return measure == other or bool(set(library.measures[measure].nouns) & set(library.measures[other].nouns))


def _is_foreign(library: Library, measure: str) -> bool:
    """Whether a measure is in a currency other than dollars, which is used by one country only."""
    unit = library.measures[measure].unit
    return unit.isupper() and unit not in ("USD", "W", "J")


def _by_use(measures: tuple[str, ...]) -> list[str]:
    return sorted(
        measures,
        key=lambda measure: (
            WORDS.main_measures.index(measure) if measure in WORDS.main_measures else len(WORDS.main_measures)
        ),
    )


def holders(library: Library, query: Query, measure: str) -> Iterator[str]:
    """Returns those that have figures of a measure, the largest first; states behind the countries."""
    ordered = sorted(
        library.holders(measure),
        key=lambda entity: (
            library.entities[entity].kind is EntityKind.STATE,
            -library.series(entity, measure)[-1].value,
        ),
    )
    apart = {"world"} if query.words & WORDS.nation else set()
    return (holder for holder in ordered if holder not in apart)
