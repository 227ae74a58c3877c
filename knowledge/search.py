"""Finding figures the way a person asks for them: "us debt 2010", "populaton of germny"; and showing what there is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from fractions import Fraction

from knowledge.library import Library
from knowledge.passage import fold
from knowledge.period import NotADate, period
from knowledge.problem import nearest
from knowledge.reference import Reference

_YEAR = re.compile(r"\b(?:FY)?((?:1[0-9]{3}|20[0-9]{2})(?:-[0-9]{2})?)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'&.-]*")
_SMALL = frozenset(
    [
        "the",
        "of",
        "in",
        "for",
        "a",
        "an",
        "at",
        "and",
        "how",
        "many",
        "much",
        "people",
        "is",
        "are",
        "was",
        "has",
        "what",
        "s",
        "there",
        "number",
        "does",
        "do",
        "did",
        "to",
        "on",
        "by",
    ]
)
_MAIN = ("population", "gdp", "employees", "revenue", "area")  # what is meant where no measure is named


def find(library: Library, text: str, limit: int = 10) -> tuple[Reference, ...]:
    """The figures that may be meant, the likeliest first: for the year named, else the latest.

    Names and measures may be misspelt (rapidfuzz) and "us" is the United States here. None found is an empty tuple.
    """
    year = _YEAR.search(text)
    words = _YEAR.sub(" ", text)
    exact = library.reference_of(text.strip())
    if exact:
        return (exact,)
    entities = _entities(library, words)
    measures = _measures(library, words)
    pairs = _pairs(library, entities, measures)
    found = (_at(library, entity, measure, year and year.group(1)) for entity, measure in pairs)
    return tuple(reference for reference in found if reference)[:limit]


def show(library: Library, text: str) -> tuple[str, ...]:
    """Lines on an entity, a measure, or a figure: every figure with its date and source. None for nothing found.

    `text` is an id ("US", "population", "US.population", "US.population.2016") or words as for `find`.
    """
    exact = library.reference_of(text.strip())
    if exact:
        return tuple(_shown(library, [exact]))
    entity_id, _, measure_id = text.strip().partition(".")
    if entity_id in library.entities and measure_id in library.measures:
        return tuple(_shown(library, library.series(entity_id, measure_id)))
    if text.strip() in library.entities or library.named.exact(text):
        return tuple(
            _entity(library, text.strip() if text.strip() in library.entities else library.named.exact(text)[0])
        )
    if text.strip() in library.measures:
        return tuple(_measure(library, text.strip()))
    found = find(library, text, 1)
    return tuple(_shown(library, library.series(found[0].entity, found[0].measure))) if found else ()


def stale(library: Library, today: date) -> tuple[Reference, ...]:
    """The latest figure of every series that is older than its measure allows, the oldest first."""
    latest = (
        library.series(entity, measure)[-1] for measure in library.measures for entity in library.holders(measure)
    )
    old = [
        reference for reference in latest if _age(reference, today) > library.measures[reference.measure].max_age_years
    ]
    return tuple(sorted(old, key=lambda reference: (reference.end, reference.id)))


def plain(number: Fraction) -> str:
    """A number as a person writes it: "159.2 million", "36,446"; six significant figures where it isn't short.

    >>> plain(Fraction(159_200_000)), plain(Fraction(36_446)), plain(Fraction(1, 3))
    ('159.2 million', '36,446', '0.333333')
    """
    for power, word in ((12, "trillion"), (9, "billion"), (6, "million")):
        if 10**power <= abs(number) < 10 ** (power + 6):
            return f"{float(number / 10**power):,.6g} {word}"
    if number.denominator == 1 and abs(number) < 10**6:
        return f"{int(number):,}"
    return f"{float(number):.6g}"


def _age(reference: Reference, today: date) -> float:
    return (today - reference.end).days / 365.25


def _entities(library: Library, text: str) -> list[str]:
    """The entities named, by the words themselves or by the words nearest to them."""
    named = [ident for mention in library.names(re.sub(r"\bus\b", "US", text)) for ident in mention.entities]
    if text.strip() in library.entities:
        named.insert(0, text.strip())
    return list(dict.fromkeys(named)) or _near(text, library.named, library.named.exact)


def _measures(library: Library, text: str) -> list[str]:
    meant = [ident for mention in library.measure_mentions(text) for ident in mention.measures]
    meant += [ident for word in _WORD.findall(text) if fold(word) not in _SMALL for ident in library.counted(word)]
    meant += [word for word in text.split() if word in library.measures]
    if not meant:
        by_noun = {
            fold(noun): ident for ident, measure in library.measures.items() for noun in (measure.name, *measure.nouns)
        }
        meant = _near(text, by_noun, lambda noun: (by_noun[noun],))
    return list(dict.fromkeys(meant))


def _near(text: str, known: Iterable[str], ids: Callable[[str], tuple[str, ...]]) -> list[str]:
    """What the longest run of words that is like something known means."""
    words = [word for word in _WORD.findall(text) if fold(word) not in _SMALL]
    names = [name for name in known if len(name) > 3]
    for length in (3, 2, 1):
        for start in range(len(words) - length + 1):
            near = nearest(" ".join(words[start : start + length]), names, 82)
            if near:
                return list(ids(near))
    return []


def _pairs(library: Library, entities: list[str], measures: list[str]) -> list[tuple[str, str]]:
    if entities and measures:
        return [(entity, measure) for measure in measures for entity in entities]
    if entities:
        return [(entity, measure) for entity in entities for measure in _by_use(library.measures_of(entity))]
    return [(entity, measure) for measure in measures for entity in _by_size(library, measure)]


def _by_use(measures: tuple[str, ...]) -> list[str]:
    return sorted(measures, key=lambda measure: _MAIN.index(measure) if measure in _MAIN else len(_MAIN))


def _by_size(library: Library, measure: str) -> list[str]:
    return sorted(library.holders(measure), key=lambda entity: -library.series(entity, measure)[-1].value)


def _at(library: Library, entity: str, measure: str, dated: str | None) -> Reference | None:
    """The figure dated so ("2016", "2016-03"), else of the fiscal year, else the one for the end of that time."""
    series = library.series(entity, measure)
    if not dated:
        return series[-1] if series else None
    named = {reference.dated: reference for reference in series}
    try:
        last = period(dated)[1]
    except NotADate:
        return None
    return named.get(dated) or named.get(f"FY{dated}") or library.reference(entity, measure, last)


def _shown(library: Library, references: Iterable[Reference]) -> Iterator[str]:
    for reference in references:
        entity, measure = library.entities[reference.entity], library.measures[reference.measure]
        span = "" if reference.low == reference.high else f" ({plain(reference.low)} to {plain(reference.high)})"
        per = f" per {measure.period}" if measure.period else ""
        estimate = ", an estimate" if reference.is_estimate else ""
        note = f"; {reference.note}" if reference.note else ""
        yield (
            f"{entity.name}, {measure.name}, {reference.dated}: {plain(reference.value)}{span} {reference.unit}{per}"
            f" — {reference.source.producer}, {reference.source.title}{estimate}{note}"
        )


def _entity(library: Library, ident: str) -> Iterator[str]:
    entity = library.entities[ident]
    yield f"{ident}: {entity.name} ({entity.known_for or entity.kind})"
    for label, words in (
        ("also", entity.aliases + entity.short),
        ("people", entity.people),
        ("part of", entity.part_of),
    ):
        if words:
            yield f"  {label}: {', '.join(words)}"
    for measure in library.measures_of(ident):
        yield from _shown(library, library.series(ident, measure))


def _measure(library: Library, ident: str) -> Iterator[str]:
    measure = library.measures[ident]
    per = f" per {measure.period}" if measure.period else ""
    yield f"{ident}: {measure.name}, in {measure.unit}{per}, a {measure.nature}"
    for entity in library.holders(ident):
        yield from _shown(library, library.series(entity, ident)[-1:])
