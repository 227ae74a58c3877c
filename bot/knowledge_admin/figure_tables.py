"""The knowledge as its keeper looks at it: with the ids that change it, and where each figure was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import knowledge
from bot.errors import UserError
from bot.knowledge_admin.text_plot import plot
from knowledge import Caveat, Difference, Figure, Library, Source
from knowledge.editing.diff import format_percent
from knowledge.listing import in_words
from knowledge.problem import did_you_mean


def line_of(reference: Figure) -> str:
    """One figure in one line: id, value, range, producer."""
    value = in_words(reference.value)
    if reference.low != reference.high:
        value += f" ({in_words(reference.low)} to {in_words(reference.high)})"
    mark = ", an estimate" if reference.is_estimate else ""
    return f"{reference.id}  {value} {reference.unit}  [{reference.source.producer}{mark}]"


FOUND = ("id", "value", "low to high", "unit", "source")
AGED = ("measure", "series", "oldest", "newest", "kept for", "published by")
DIFFERENT = ("id", "before", "after", "change")
Cells = tuple[str, ...]


def found(library: Library, text: str) -> list[Cells]:
    """The figures a person may mean, as rows below FOUND. Raises Failure where there is none."""
    references = knowledge.find(library, text)
    if not references:
        near = " or ".join(map(repr, knowledge.suggest(library, text)))
        hint = f"did you mean {near}?" if near else "try a name and a measure, such as 'us labour force 2016'"
        raise UserError(f"no figure found for {text!r}: {hint}")
    return [cells_of(reference) for reference in references]


def cells_of(reference: Figure) -> Cells:
    """One figure as a row below FOUND."""
    span = "" if reference.low == reference.high else f"{in_words(reference.low)} to {in_words(reference.high)}"
    mark = ", an estimate" if reference.is_estimate else ""
    return reference.id, in_words(reference.value), span, reference.unit, f"{reference.source.producer}{mark}"


def shown(library: Library, identity: str) -> Iterator[str]:
    """All that is kept under an id. Raises Failure for one that nothing has."""
    if source := library.sources.get(identity):
        yield from _source(source)
    elif caveat := next((one for one in library.caveats if one.id == identity), None):
        yield from _caveat(caveat)
    elif figure := library.reference_of(identity):
        yield from _figure(figure)
    elif series := _series(library, identity):
        yield from _plotted(library, series)
    elif identity in library.entities or identity in library.measures:
        yield from knowledge.show(library, identity)
    else:
        known = [*library.entities, *library.measures, *library.sources, *(caveat.id for caveat in library.caveats)]
        hint = did_you_mean(identity, known)
        raise UserError(f"nothing has the id {identity!r}.{hint} To search: addsup knowledge find {identity}")


def stale(library: Library, today: date) -> Iterator[str]:
    """The latest figure of each series that is older than its measure allows, the oldest first."""
    for reference in knowledge.stale(library, today):
        age = today.year - reference.end.year
        yield f"{line_of(reference)}  {age} year{'' if age == 1 else 's'} old"


def aged(library: Library, today: date) -> list[Cells]:
    """The measures with such figures, as rows below AGED: those with the most series first."""
    by_measure: dict[str, list[Figure]] = {}
    for reference in knowledge.stale(library, today):
        by_measure.setdefault(reference.measure, []).append(reference)
    rows: list[Cells] = []
    for ident, old in sorted(by_measure.items(), key=lambda one: (-len(one[1]), one[0])):
        measure = library.measures[ident]
        years = f"{measure.max_age_years} year{'' if measure.max_age_years == 1 else 's'}"
        count = f"{len(old)} of {len(library.holders(ident))}"
        rows.append((ident, count, old[0].dated, old[-1].dated, years, measure.publisher))
    return rows


def different(changes: Iterable[Difference]) -> list[Cells]:
    """Changes as rows below DIFFERENT."""
    return [_different(change) for change in changes]


def _different(change: Difference) -> Cells:
    if change.old is None and change.new is None:
        return change.id, "", change.said, ""
    percent = "" if change.percent is None else format_percent(change.percent) if change.percent else "the same"
    return change.id, _side(change.old, change.new), _side(change.new, change.old), percent


def _side(one: Figure | None, other: Figure | None) -> str:
    """A figure as it was or is; its range and source where those are what differs."""
    if one is None:
        return ""
    said = f"{in_words(one.value)} {one.unit}"
    if one.low != one.high:
        said += f" ({in_words(one.low)} to {in_words(one.high)})"
    if other is not None and one.source.id != other.source.id:
        said += f" [{one.source.id}]"
    return said + (f" ({one.note})" if other is not None and one.note != other.note and one.note else "")


def _series(library: Library, identity: str) -> tuple[Figure, ...]:
    entity, _, measure = identity.partition(".")
    return library.series(entity, measure)


def _plotted(library: Library, series: tuple[Figure, ...]) -> Iterator[str]:
    """A series as a plot, a row for each date, and where they come from."""
    entity, measure = library.entities[series[0].entity], library.measures[series[0].measure]
    per = f" per {measure.period}" if measure.period else ""
    yield f"{entity.name}, {measure.name}, {measure.unit}{per}"
    yield from ("", *plot(series), "")
    wide = max(len(one.dated) for one in series)
    for one in series:
        span = "" if one.low == one.high else f" ({in_words(one.low)} to {in_words(one.high)})"
        note = f"  {one.note}" if one.note else ""
        yield f"{one.dated:<{wide}}  {in_words(one.value)}{span}  [{one.source.id}]{note}"
    for source in dict.fromkeys(one.source for one in series):
        yield ""
        yield from _source(source)


def _figure(reference: Figure) -> Iterator[str]:
    yield line_of(reference)
    yield f"measures {reference.start} to {reference.end}"
    yield from _given("note", reference.note)
    yield from _source(reference.source)


def _source(source: Source) -> Iterator[str]:
    yield f"source {source.id}: {source.producer}, {source.title}"
    yield from _given("published", source.published)
    yield from _given("accessed", source.accessed)
    yield from _given("licence", source.licence)
    yield from _given("address", source.address)
    if source.estimate:
        yield "an estimate, without a published source"


def _caveat(caveat: Caveat) -> Iterator[str]:
    yield f"caveat {caveat.id}: {caveat.text}"
    yield from _given("where the text says", ", ".join(caveat.phrases))
    yield from _given("of", ", ".join(caveat.entities))


def _given(name: str, said: str) -> Iterator[str]:
    if said:
        yield f"{name}: {said}"
