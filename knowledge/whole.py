"""What must hold of the sizes of figures: parts within their wholes, countries that sum to the world, jumps explained.

A figure's range counts: only what is wrong for all of it is a mistake.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from knowledge.entity import Entity, EntityKind, Measure
from knowledge.library import Library
from knowledge.problem import Problem
from knowledge.reference import Reference
from knowledge.showing import plain
from knowledge.whereabouts import Whereabouts

SLACK = Fraction(3, 100)  # by which the sum of the countries may miss the world
ENOUGH = 150  # countries with a figure of about the year, for their sum to say something
JUMP = 3  # times the year before, or a third of it: needs a note
SMALL = 20  # a count below this may jump: sharks, reactors, airports
_ADDING = {"people", "km2", "households"}  # units in which a part of a country is never more than the country
_PARTS = {EntityKind.STATE, EntityKind.CITY, EntityKind.COUNTRY}


def parts(library: Library, where: Whereabouts) -> Iterator[Problem]:
    """Figures larger than their whole measure, or than the entity that theirs is a part of, in the same year."""
    for measure, entity in _series(library):
        above = tuple(_above(library, measure, entity))
        for part in library.series(entity.id, measure.id) if above else ():
            for owner, whole_measure in above:
                same = [one for one in library.series(owner, whole_measure) if one.end.year == part.end.year]
                if same and part.low > max(one.high for one in same):
                    whole = max(same, key=lambda one: one.high)
                    yield where.figure(
                        part, f"{plain(part.value)} is more than its whole, {whole.id} = {plain(whole.value)}"
                    )


def _above(library: Library, measure: Measure, entity: Entity) -> Iterator[tuple[str, str]]:
    """What this measure of this entity is a part of: entity and measure."""
    if measure.whole and library.measures[measure.whole].unit == measure.unit:
        yield entity.id, measure.whole
    if (measure.sums or measure.unit in _ADDING) and entity.kind in _PARTS:
        yield from ((above, measure.id) for above in entity.part_of)


def sums(library: Library, where: Whereabouts) -> Iterator[Problem]:
    """Years in which the countries' figures of a measure that `sums` miss the world's; a note on it may say why."""
    for measure in library.measures.values():
        if not measure.sums:
            continue
        countries = [
            library.series(entity, measure.id)
            for entity in library.holders(measure.id)
            if library.entities[entity].kind is EntityKind.COUNTRY
        ]
        for world in library.series("world", measure.id):
            year = world.end.year
            near = [one for one in (_near(series, year) for series in countries) if one]
            if sum(one.end.year == year for one in near) >= ENOUGH and "countries" not in world.note:
                yield from _missed(world, near, where)


def _near(series: tuple[Reference, ...], year: int) -> Reference | None:
    """The figure of the year, else of the one before or after."""
    close = [one for one in series if abs(one.end.year - year) <= 1]
    return min(close, key=lambda one: abs(one.end.year - year), default=None)


def _missed(world: Reference, countries: list[Reference], where: Whereabouts) -> Iterator[Problem]:
    low, high = sum(one.low for one in countries), sum(one.high for one in countries)
    if high < world.low * (1 - SLACK) or low > world.high * (1 + SLACK):
        total = Fraction(sum(one.value for one in countries))
        yield where.figure(
            world,
            f"{plain(world.value)}, but {len(countries)} countries sum to {plain(total)}"
            f" ({float(total / world.value) - 1:+.1%}): mend one, or say in a note here why the countries differ",
        )


def jumps(library: Library, where: Whereabouts) -> Iterator[Problem]:
    """Figures more than three times the one of the year before, or less than a third, without a note that says why."""
    for measure, entity in _series(library):
        series = library.series(entity.id, measure.id)
        if any(one.low <= 0 for one in series):
            continue  # a balance, such as a deficit, crosses nought and is small on the way
        for before, after in pairwise(series):
            if not after.note and is_jump(before, after):
                yield where.figure(
                    after,
                    f"{plain(after.value)} is {times(before, after)} {plain(before.value)}:"
                    " mend it, or say in a note why",
                )


def is_jump(before: Reference, after: Reference) -> bool:
    """Whether a figure can't well follow another of the year before: three times as much, or a third.

    What may be negative (growth, deficits) or is a small count jumps without being wrong.
    """
    if (after.end - before.end).days > 400 or min(before.low, after.low) <= 0 or max(before.high, after.high) < SMALL:
        return False
    return after.low > JUMP * before.high or after.high * JUMP < before.low


def times(before: Reference, after: Reference) -> str:
    """What has become of the figure before: "3.4 times 2015's", "1/4.1 of 2015's"."""
    ratio = after.value / before.value
    return (f"{float(ratio):.2g} times" if ratio > 1 else f"1/{float(1 / ratio):.2g} of") + f" {before.dated}'s"


def _series(library: Library) -> Iterator[tuple[Measure, Entity]]:
    for measure in library.measures.values():
        for entity in library.holders(measure.id):
            yield measure, library.entities[entity]
