"""Finds the series that an owner means: whose figures, and of what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from i18n.language import say
from knowledge import Library, Measure, find
from knowledge.problem import did_you_mean

EXAMPLE = "/set US population 2026 342.5 million source Census Bureau, https://www.census.gov"
_IGNORED_WORDS = {"the", "of", "in", "for", "number"}


class SeriesNotFoundError(Exception):
    """Raised for words that name no series or figure; `explanation` is what the owner is told (plain text)."""

    def __init__(self, explanation: str) -> None:
        super().__init__(explanation)
        self.explanation = explanation


def find_series(words: str, library: Library) -> list[tuple[str, str]]:
    """Returns the (entity id, measure id) that the words may mean, the likeliest first. Raises SeriesNotFoundError."""
    entities, measures = list(_find_entities(words, library)), list(_find_measures(words, library))
    if not entities or not measures:
        found = find(library, words, 4)  # forgives typing errors
        if found and (entities or _is_named(words, library, found[0].entity)) and (measures or len(words.split()) > 1):
            entities = entities or [found[0].entity]
            measures = measures or [one.measure for one in found if one.entity == entities[0]]
    if not entities:
        raise SeriesNotFoundError(
            say(
                "I read “{words}”, and know nobody of that name.{hint} A new one is first sent as a YAML document.",
                words=words,
                hint=did_you_mean(words, library.entity_linker),
            )
        )
    if not measures:
        names = [measure.name for measure in library.measures.values()]
        name = library.entities[entities[0]].name
        raise SeriesNotFoundError(
            say(
                "I read “{words}”: {name}, but not what is counted of it.{hint} An example: {example}",
                words=words,
                name=name,
                hint=did_you_mean(words, names),
                example=EXAMPLE,
            )
        )
    pairs = [(entity, measure) for entity in entities for measure in measures]
    return sorted(pairs, key=lambda pair: _rank_pair(pair[0], pair[1], library))


def find_ids(entity: str, measure: str, library: Library) -> tuple[str, str]:
    """Returns the ids of entity and measure, given in any case. Raises SeriesNotFoundError for unknown ones."""
    found = []
    for ident, ids, what in ((entity, library.entities, "entity"), (measure, library.measures, "measure")):
        exact = ident if ident in ids else next((one for one in ids if one.casefold() == ident.casefold()), None)
        if exact is None:
            hint = did_you_mean(ident, ids)
            raise SeriesNotFoundError(
                say("“{ident}” is no {what} of mine.{hint}", ident=ident, what=what, hint=hint)
                + " "
                + say("An example: {example}", example=EXAMPLE)
            )
        found.append(exact)
    return found[0], found[1]


def name_series(entity: str, measure: str, library: Library) -> str:
    """Returns words that `find_series` reads as this series, or its id if its names could mean another."""
    words = f"{library.entities[entity].name} {library.measures[measure].name}"
    try:
        meant: Iterable[tuple[str, str]] = find_series(words, library)[:1]
    except SeriesNotFoundError:
        meant = ()
    return words if list(meant) == [(entity, measure)] else f"{entity}.{measure}"


def _find_entities(words: str, library: Library) -> Iterator[str]:
    whole = words.strip()
    seen = {ident: None for ident in (whole, *library.entity_linker.exact(whole)) if ident in library.entities}
    for mention in library.names(re.sub(r"\bus\b", "US", words)):
        seen |= dict.fromkeys(mention.entities)
    seen |= {word: None for word in words.split() if word in library.entities}
    yield from seen


def _find_measures(words: str, library: Library) -> Iterator[str]:
    found = [ident for mention in library.measure_mentions(words) for ident in mention.measures]
    found += [word for word in words.split() if word in library.measures]
    found += [
        ident for word in words.casefold().split() if word not in _IGNORED_WORDS for ident in library.counted(word)
    ]
    found += [ident for ident, measure in library.measures.items() if measure.name.casefold() in words.casefold()]
    yield from dict.fromkeys(found)


def _is_named(words: str, library: Library, entity: str) -> bool:
    """Whether the words name the entity, which may have been found only as the largest with the measure."""
    from rapidfuzz import fuzz

    names = (library.entities[entity].name, *library.entities[entity].aliases)
    return any(fuzz.partial_ratio(name.casefold(), words.casefold()) > 80 for name in names)


def _rank_pair(entity: str, measure: str, library: Library) -> tuple[int, ...]:
    """Returns a sort key: series with figures first, then entities of a kind that has the measure."""
    return int(not library.series(entity, measure)), int(not _fits_kind(library.measures[measure], entity, library))


def _fits_kind(measure: Measure, entity: str, library: Library) -> bool:
    return not measure.kinds or library.entities[entity].kind in measure.kinds
