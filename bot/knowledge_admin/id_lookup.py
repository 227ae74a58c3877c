"""What the knowledge holds under an id: an entity, measure, series, figure, source or caveat, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

import knowledge
from bot.errors import UserError
from bot.knowledge_admin.figure_tables import format_figure
from bot.knowledge_admin.text_plot import plot_series
from knowledge import Caveat, Figure, Library, Source
from knowledge.listing import in_words
from knowledge.problem import did_you_mean


def describe_id(library: Library, identity: str) -> Iterator[str]:
    """Yields all that is known of an id, such as US, labour_force or US.labour_force. Raises UserError."""
    if source := library.sources.get(identity):
        yield from _describe_source(source)
    elif caveat := next((one for one in library.caveats if one.id == identity), None):
        yield from _describe_caveat(caveat)
    elif figure := library.figure_of(identity):
        yield from _describe_figure(figure)
    elif series := _find_series(library, identity):
        yield from _describe_series(library, series)
    elif identity in library.entities or identity in library.measures:
        yield from knowledge.show(library, identity)
    else:
        known = [*library.entities, *library.measures, *library.sources, *(caveat.id for caveat in library.caveats)]
        hint = did_you_mean(identity, known)
        raise UserError(f"nothing has the id {identity!r}.{hint} To search: addsup knowledge find {identity}")


def _find_series(library: Library, identity: str) -> tuple[Figure, ...]:
    entity, _, measure = identity.partition(".")
    return library.series(entity, measure)


def _describe_series(library: Library, series: tuple[Figure, ...]) -> Iterator[str]:
    """Yields a series as a plot, a row for each date, and the sources."""
    entity, measure = library.entities[series[0].entity], library.measures[series[0].measure]
    per = f" per {measure.period}" if measure.period else ""
    yield f"{entity.name}, {measure.name}, {measure.unit}{per}"
    yield from ("", *plot_series(series), "")
    wide = max(len(one.dated) for one in series)
    for one in series:
        span = "" if one.low == one.high else f" ({in_words(one.low)} to {in_words(one.high)})"
        note = f"  {one.note}" if one.note else ""
        yield f"{one.dated:<{wide}}  {in_words(one.value)}{span}  [{one.source.id}]{note}"
    for source in dict.fromkeys(one.source for one in series):
        yield ""
        yield from _describe_source(source)


def _describe_figure(reference: Figure) -> Iterator[str]:
    yield format_figure(reference)
    yield f"measures {reference.start} to {reference.end}"
    yield from _line_if_given("note", reference.note)
    yield from _describe_source(reference.source)


def _describe_source(source: Source) -> Iterator[str]:
    yield f"source {source.id}: {source.producer}, {source.title}"
    yield from _line_if_given("published", source.published)
    yield from _line_if_given("accessed", source.accessed)
    yield from _line_if_given("licence", source.licence)
    yield from _line_if_given("address", source.address)
    if source.estimate:
        yield "an estimate, without a published source"


def _describe_caveat(caveat: Caveat) -> Iterator[str]:
    yield f"caveat {caveat.id}: {caveat.text}"
    yield from _line_if_given("where the text says", ", ".join(caveat.phrases))
    yield from _line_if_given("of", ", ".join(caveat.entities))


def _line_if_given(name: str, said: str) -> Iterator[str]:
    if said:
        yield f"{name}: {said}"
