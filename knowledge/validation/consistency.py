"""Checks the sizes of figures: parts within their wholes, countries that sum to the world, jumps explained.

A figure's range counts: only what is wrong for all of it is a mistake.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from knowledge.library import Library
from knowledge.listing import in_words
from knowledge.model.entity import Entity, EntityKind, Measure
from knowledge.model.figure import Figure
from knowledge.problem import Problem
from knowledge.validation.locations import Locations
from knowledge.validation.notes import note_explains

SLACK = Fraction(3, 100)  # by which the sum of the countries may miss the world
ENOUGH = 150  # countries with a figure of about the year, for their sum to say something
JUMP = 3  # times the year before, or a third of it: needs a note
WIDEST = 10  # the same after many years; for every two between it is one more
SOON = 400  # days between the figures of a year and the next, with some to spare
A_YEAR = 366
SMALL = 20  # a count below this may jump: sharks, reactors, airports
_WHOLE = 99  # a ratio above is told without decimals
_ADDING = {"people", "km2", "households"}  # units in which a part of a country is never more than the country
_PARTS = {EntityKind.STATE, EntityKind.CITY, EntityKind.COUNTRY}


def check_parts(library: Library, where: Locations) -> Iterator[Problem]:
    """Yields figures larger than their whole measure, or than the entity that theirs is a part of, in the same year."""
    for measure, entity in _series(library):
        above = tuple(_above(library, measure, entity))
        wholes = [_highest_by_year(library.series(owner, whole)) for owner, whole in above]
        for part in library.series(entity.id, measure.id) if above else ():
            for by_year in wholes:
                whole = by_year.get(part.end.year)
                if whole is not None and part.low > whole.high:
                    yield _too_large(part, whole, where)


def _highest_by_year(series: tuple[Figure, ...]) -> dict[int, Figure]:
    """Year -> the figure of it with the highest upper end, the first of several."""
    found: dict[int, Figure] = {}
    for one in series:
        known = found.get(one.end.year)
        if known is None or one.high > known.high:
            found[one.end.year] = one
    return found


def _too_large(part: Figure, whole: Figure, where: Locations) -> Problem:
    if where.blames(part, whole):
        return where.figure(whole, f"{in_words(whole.value)} is less than its part, {part.id} = {in_words(part.value)}")
    return where.figure(part, f"{in_words(part.value)} is more than its whole, {whole.id} = {in_words(whole.value)}")


def _above(library: Library, measure: Measure, entity: Entity) -> Iterator[tuple[str, str]]:
    """Yields what this measure of this entity is a part of: entity and measure."""
    if measure.whole and library.measures[measure.whole].unit == measure.unit:
        yield entity.id, measure.whole
    if (measure.sums or measure.unit in _ADDING) and entity.kind in _PARTS:
        yield from ((above, measure.id) for above in entity.part_of)


def check_sums(library: Library, where: Locations) -> Iterator[Problem]:
    """Yields world figures that the countries' don't add up to, of measures that `sums`; a note on it may say why."""
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


def _near(series: tuple[Figure, ...], year: int) -> Figure | None:
    """Returns the figure of the year, else of the one before or after."""
    close = [one for one in series if abs(one.end.year - year) <= 1]
    return min(close, key=lambda one: abs(one.end.year - year), default=None)


def _missed(world: Figure, countries: list[Figure], where: Locations) -> Iterator[Problem]:
    low, high = sum(one.low for one in countries), sum(one.high for one in countries)
    if high < world.low * (1 - SLACK) or low > world.high * (1 + SLACK):
        total = Fraction(sum(one.value for one in countries))
        yield where.figure(
            world,
            f"{in_words(world.value)}, but {len(countries)} countries sum to {in_words(total)}"
            f" ({float(total / world.value) - 1:+.1%}): mend one, or say in a note here why the countries differ",
        )


def check_jumps(library: Library, where: Locations) -> Iterator[Problem]:
    """Yields figures more than three times the one before, or less than a third, without a note that says why.

    After some years it may be more; a balance, such as a deficit, crosses 0 and is small on the way.
    """
    for measure, entity in _series(library):
        for before, after in () if measure.balance else pairwise(library.series(entity.id, measure.id)):
            if not note_explains(after) and is_jump(before, after):
                yield _jumped(before, after, where)


def _jumped(before: Figure, after: Figure, where: Locations) -> Problem:
    if where.blames(after, before):
        return where.figure(
            before,
            f"{in_words(before.value)} doesn't fit {after.id} = {in_words(after.value)}: mend it, or {after.dated} too",
        )
    ratio = f"{in_words(after.value)} is {ratio_in_words(before, after)} {in_words(before.value)}"
    return where.figure(after, f"{ratio}: mend it, or say in a note why")


def is_jump(before: Figure, after: Figure) -> bool:
    """Whether a figure can't well follow another: three times as much as the year before, or a third.

    It may be ten times as much after many years. What is negative, or a small count, jumps without being wrong.
    """
    if min(before.low, after.low) < 0 or max(before.high, after.high) < SMALL:
        return False
    limit = min(Fraction(WIDEST), JUMP + Fraction(max(0, (after.end - before.end).days - SOON), 2 * A_YEAR))
    return after.low > limit * before.high or after.high * limit < before.low


def ratio_in_words(before: Figure, after: Figure) -> str:
    """Returns a figure as a multiple of the one before: "3.4 times 2015's", "far from 2015's" if either is 0."""
    if not before.value or not after.value:
        return f"far from {before.dated}'s"
    ratio = after.value / before.value
    return (f"{_round(ratio)} times" if ratio > 1 else f"1/{_round(1 / ratio)} of") + f" {before.dated}'s"


def _round(ratio: Fraction) -> str:
    """Returns two significant figures, or all before the point: "3.4", "114", "1,000"."""
    return f"{float(ratio):,.0f}" if ratio >= _WHOLE else f"{float(ratio):.2g}"


def _series(library: Library) -> Iterator[tuple[Measure, Entity]]:
    for measure in library.measures.values():
        for entity in library.holders(measure.id):
            yield measure, library.entities[entity]
