"""Lists figures as lines of text: all that is stored under an id, and which series are out of date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from knowledge.library import Library
from knowledge.model.figure import Figure
from knowledge.search.search import find


def show(library: Library, text: str) -> tuple[str, ...]:
    """Returns lines on an entity, a measure or a figure, each figure with date and source; none if nothing is found.

    `text` is an id ("US", "population", "US.population", "US.population.2016") or words as for `find`.
    """
    exact = library.figure_of(text.strip())
    if exact:
        return tuple(_shown(library, [exact]))
    entity_id, _, measure_id = text.strip().partition(".")
    if entity_id in library.entities and measure_id in library.measures:
        return tuple(_shown(library, library.series(entity_id, measure_id)))
    if text.strip() in library.entities or library.entity_linker.exact(text):
        return tuple(
            _entity(library, text.strip() if text.strip() in library.entities else library.entity_linker.exact(text)[0])
        )
    if text.strip() in library.measures:
        return tuple(_measure(library, text.strip()))
    found = find(library, text, 1)
    return tuple(_shown(library, library.series(found[0].entity, found[0].measure))) if found else ()


def stale(library: Library, today: date) -> tuple[Figure, ...]:
    """Returns the latest figure of every series that is older than its measure allows, the oldest first."""
    latest = (
        library.series(entity, measure)[-1] for measure in library.measures for entity in library.holders(measure)
    )
    old = [figure for figure in latest if _age(figure, today) > library.measures[figure.measure].max_age_years]
    return tuple(sorted(old, key=lambda figure: (figure.end, figure.id)))


def in_words(number: Fraction) -> str:
    """Returns a number as a person writes it: "159.2 million", "36,446"; six significant figures if it isn't short.

    >>> in_words(Fraction(159_200_000)), in_words(Fraction(36_446)), in_words(Fraction(1, 3))
    ('159.2 million', '36,446', '0.333333')
    """
    for power, word in ((12, "trillion"), (9, "billion"), (6, "million")):
        if 10**power <= abs(number) < 10 ** (power + 6):
            return f"{float(number / 10**power):,.6g} {word}"
    if number.denominator == 1 and abs(number) < 10**6:
        return f"{int(number):,}"
    return f"{float(number):.6g}"


def _age(figure: Figure, today: date) -> float:
    return (today - figure.end).days / 365.25


def _shown(library: Library, references: Iterable[Figure]) -> Iterator[str]:
    for figure in references:
        entity, measure = library.entities[figure.entity], library.measures[figure.measure]
        span = "" if figure.low == figure.high else f" ({in_words(figure.low)} to {in_words(figure.high)})"
        per = f" per {measure.period}" if measure.period else ""
        estimate = ", an estimate" if figure.is_estimate else ""
        note = f"; {figure.note}" if figure.note else ""
        yield (
            f"{entity.name}, {measure.name}, {figure.dated}: {in_words(figure.value)}{span} {figure.unit}{per}"
            f" — {figure.source.producer}, {figure.source.title}{estimate}{note}"
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
