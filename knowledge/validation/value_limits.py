"""Checks a figure by itself: the kind of its entity, and the limits of its measure, of the world and of 0."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.library import Library
from knowledge.listing import in_words
from knowledge.model.entity import Entity, EntityKind, Measure
from knowledge.model.figure import Figure
from knowledge.problem import Problem
from knowledge.validation.locations import Locations
from knowledge.validation.notes import note_explains

_ON_EARTH = {EntityKind.REGION, EntityKind.COUNTRY, EntityKind.STATE, EntityKind.CITY}
_ADDING = {"people", "t", "births", "deaths", "km2", "m3", "households", "barrels"}  # units that the world has most of


def check_kinds(library: Library, where: Locations) -> Iterator[Problem]:
    """Yields figures of an entity of a kind that the measure doesn't list: a company's population."""
    for measure, entity in _holders(library):
        if measure.kinds and entity.kind not in measure.kinds:
            *some, last = measure.kinds
            expected = f"{', '.join(some)} or {last}" if some else last
            for one in library.series(entity.id, measure.id):
                message = f"{entity.name} is of the kind {entity.kind}, expected {expected} for {measure.id}"
                yield where.figure(one, message)


def check_limits(library: Library, where: Locations) -> Iterator[Problem]:
    """Yields figures outside the limits of their measure, below 0, or above the world's."""
    for measure, entity in _holders(library):
        world = library.series("world", measure.id) if _is_part(measure, entity) else ()
        for one in library.series(entity.id, measure.id):
            if fault := _fault(one, measure):
                yield where.figure(one, fault)
            elif world:
                yield from _beyond(one, world, where)


def _fault(one: Figure, measure: Measure) -> str:
    if measure.least is not None and one.low < measure.least:
        return f"{in_words(one.low)} is too little, expected at least {in_words(measure.least)} {measure.unit}"
    if measure.most is not None and one.high > measure.most:
        return f"{in_words(one.high)} is too much, expected at most {in_words(measure.most)} {measure.unit}"
    if one.low < 0 and measure.least is None and not measure.balance and not note_explains(one):
        return f"{in_words(one.low)} is below nought, which {measure.id} can't be: mend it, or say in a note why"
    return ""


def _beyond(one: Figure, world: tuple[Figure, ...], where: Locations) -> Iterator[Problem]:
    whole = min(world, key=lambda other: abs(other.end - one.end))
    if one.low > whole.high and where.blames(one, whole):
        yield where.figure(whole, f"{in_words(whole.value)} of the world is less than {one.id} = {in_words(one.value)}")
    elif one.low > whole.high:
        yield where.figure(one, f"{in_words(one.value)} is more than the world's, {whole.id} = {in_words(whole.value)}")


def _is_part(measure: Measure, entity: Entity) -> bool:
    return entity.kind in _ON_EARTH and (measure.sums or measure.unit in _ADDING)


def _holders(library: Library) -> Iterator[tuple[Measure, Entity]]:
    for measure in library.measures.values():
        for entity in library.holders(measure.id):
            yield measure, library.entities[entity]
