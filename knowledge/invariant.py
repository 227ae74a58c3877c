"""What must hold of the whole library: parts within their wholes, names that are clear, nothing from the future."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from knowledge.entity import EntityKind
from knowledge.library import Library
from knowledge.name import collect
from knowledge.passage import fold
from knowledge.problem import Problem
from knowledge.reference import Reference

Placing = Callable[[str, str, str], tuple[str, int]]  # measure, entity, date -> file and line
_ADDING = {"people", "km2", "households"}  # units in which a part of a country is never more than the country
_PARTS = {EntityKind.STATE, EntityKind.CITY, EntityKind.COUNTRY}


def parts(library: Library, place: Placing) -> Iterator[Problem]:
    """Figures larger than their whole measure, or than the entity that theirs is a part of, at the same date."""
    for measure in library.measures.values():
        for entity in library.holders(measure.id):
            for reference in library.series(entity, measure.id):
                for whole in _wholes(library, reference):
                    if reference.low > whole.high:
                        yield _larger(reference, whole, place)


def _wholes(library: Library, part: Reference) -> Iterator[Reference]:
    measure, entity = library.measures[part.measure], library.entities[part.entity]
    if measure.whole and library.measures[measure.whole].unit == measure.unit:
        yield from _at(library, part.entity, measure.whole, part.dated)
    if measure.unit in _ADDING and entity.kind in _PARTS:
        for above in entity.part_of:
            yield from _at(library, above, part.measure, part.dated)


def _at(library: Library, entity: str, measure: str, dated: str) -> Iterator[Reference]:
    return (whole for whole in library.series(entity, measure) if whole.dated == dated)


def _larger(part: Reference, whole: Reference, place: Placing) -> Problem:
    file, line = place(part.measure, part.entity, part.dated)
    return Problem(
        file,
        line,
        f"{part.entity}.{part.dated}",
        f"{float(part.value):,.6g} is more than its whole, {whole.id} = {float(whole.value):,.6g}",
    )


def future(library: Library, place: Placing, today: date) -> Iterator[Problem]:
    """Figures of a time that hasn't begun."""
    for reference in library.references():
        if reference.start > today:
            file, line = place(reference.measure, reference.entity, reference.dated)
            yield Problem(file, line, f"{reference.entity}.{reference.dated}", f"lies in the future (today is {today})")


def names(library: Library) -> Iterator[Problem]:
    """Names that two entities have and no line in ambiguous.yaml; names said to be nobody's that somebody has."""
    rules = library.tree.entries["ambiguous"]
    ruled = {fold(written) for written in rules}
    claimed = collect(library.entities.values())
    for written, rule in rules.items():
        if not rule and fold(written) in claimed:
            ids = ", ".join(sorted(claimed[fold(written)].senses))
            yield Problem("nobody.yaml", 0, written, f"is a name of {ids}: take one of the two out")
    for key, name in claimed.items():
        if len(name.senses) > 1 and key not in ruled:
            ids = ", ".join(sorted(name.senses))
            yield Problem(
                "ambiguous.yaml", 0, key, f"is the name of {ids}: add '{key}: [{ids}]' with the likeliest first"
            )


def wholes(library: Library) -> Iterator[Problem]:
    """Measures that are a part of one in another unit."""
    for measure in library.measures.values():
        whole = library.measures.get(measure.whole or "")
        if whole and whole.unit != measure.unit:
            yield Problem(
                "measures.yaml",
                0,
                f"{measure.id}.whole",
                f"{whole.id} is in {whole.unit}, {measure.id} in {measure.unit}",
            )
