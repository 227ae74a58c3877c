"""The knowledge as its keeper looks at it: with the ids that change it, and where each figure was read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import knowledge
from bot.failure import Failure
from knowledge import Caveat, Library, Reference, Source
from knowledge.problem import did_you_mean
from knowledge.search import plain


def line_of(reference: Reference) -> str:
    """One figure in one line: id, value, range, producer."""
    value = plain(reference.value)
    if reference.low != reference.high:
        value += f" ({plain(reference.low)} to {plain(reference.high)})"
    mark = ", an estimate" if reference.is_estimate else ""
    return f"{reference.id}  {value} {reference.unit}  [{reference.source.producer}{mark}]"


def found(library: Library, text: str) -> Iterator[str]:
    """The figures a person may mean. Raises Failure where there is none."""
    references = knowledge.find(library, text)
    if not references:
        raise Failure(f"no figure found for {text!r}: try a name and a measure, such as 'us labour force 2016'")
    yield from map(line_of, references)


def shown(library: Library, identity: str) -> Iterator[str]:
    """All that is kept under an id. Raises Failure for one that nothing has."""
    if source := library.sources.get(identity):
        yield from _source(source)
    elif caveat := next((one for one in library.caveats if one.id == identity), None):
        yield from _caveat(caveat)
    elif figure := library.reference_of(identity):
        yield from _figure(figure)
    elif _is_known(library, identity):
        yield from knowledge.show(library, identity)
    else:
        known = [*library.entities, *library.measures, *library.sources, *(caveat.id for caveat in library.caveats)]
        hint = did_you_mean(identity, known)
        raise Failure(f"nothing has the id {identity!r}.{hint} To search: addsup knowledge find {identity}")


def stale(library: Library, today: date) -> Iterator[str]:
    """The latest figure of each series that is older than its measure allows, the oldest first."""
    for reference in knowledge.stale(library, today):
        age = today.year - reference.end.year
        yield f"{line_of(reference)}  {age} year{'' if age == 1 else 's'} old"


def _is_known(library: Library, identity: str) -> bool:
    entity, _, measure = identity.partition(".")
    return identity in library.entities or identity in library.measures or bool(library.series(entity, measure))


def _figure(reference: Reference) -> Iterator[str]:
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
