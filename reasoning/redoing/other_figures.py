"""The figures of somebody else, or of another year, in the place of those of a claim: "in Germany?", "use 2019"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from knowledge import EntityKind, Figure, Library
from reasoning.grounding.context import figure_on
from reasoning.grounding.figures import Who, leaf_of_figure
from reasoning.grounding.past_figures import nearest_figure
from reasoning.model.leaf import NOWHERE, Leaf, Sort
from reasoning.redoing.rewriting import with_leaves
from reasoning.serialization.known_leaves import OVER, UnknownIdError, known_leaf, unstored_leaf
from reasoning.serialization.stored_claim import StoredClaim

PLACES = (EntityKind.WORLD, EntityKind.REGION, EntityKind.COUNTRY, EntityKind.STATE, EntityKind.CITY)
DATED_BY_ITSELF = ("change",)  # relations that are of two dates of a series
FIXED = ("rank",)  # relations that are of all there are


class Lacking(LookupError):
    """A figure that is not stored; its arguments are the ids of the measure and the entity."""


def move_to(stored: StoredClaim, entity: str, library: Library, as_of: date) -> StoredClaim | None:
    """The claim with the figures of another entity; None where it is of nobody alike. Raises Lacking."""
    whom = find_moved(stored, entity, library)
    if whom is None or stored.claim.relation in FIXED:
        return None
    if whom == stored.place:
        stored = replace(stored, place=entity)

    def change(leaf: Leaf) -> Leaf:
        if leaf.sort is Sort.PROPERTY and leaf.entity.endswith(f" {whom}"):
            ident = f"distance {leaf.entity.removesuffix(whom)}{entity}"
            return known_leaf(ident, leaf.type, library, as_of)
        if leaf.entity != whom:
            return leaf
        if leaf.sort is Sort.AVERAGE:
            return _average(leaf, entity, library, as_of)
        try:
            return _figure(leaf, entity, _day_of(leaf, library, as_of), library, stored)
        except Lacking:
            if OVER in leaf.id or stored.claim.relation in DATED_BY_ITSELF:
                raise
            return unstored_leaf(f"{entity}.{leaf.measure}", leaf.type, library, as_of)

    try:
        return with_leaves(stored, change)
    except UnknownIdError:
        return None


def date_to(stored: StoredClaim, year: int, library: Library, as_of: date) -> StoredClaim | None:
    """The claim with the figures of a year; None where it has none that the year says anything of. Raises Lacking.

    Of two dates of a series it is the later one, or the earlier where the year lies before that.
    """
    figures = [leaf for leaf in stored.claim.leaves() if leaf.sort is Sort.FIGURE and leaf.dated]
    if not figures or year > as_of.year or stored.claim.relation in FIXED:
        return None
    day = min(date(year, 12, 31), as_of)
    dates = sorted({_end(leaf, library, as_of) for leaf in figures})
    is_change = stored.claim.relation in DATED_BY_ITSELF and len(dates) > 1
    moved = dates[0] if is_change and year <= dates[0].year else dates[-1]

    def change(leaf: Leaf) -> Leaf:
        if leaf.sort is not Sort.FIGURE or not leaf.dated or (is_change and _end(leaf, library, as_of) != moved):
            return leaf
        return _figure(leaf, leaf.entity, day, library, stored)

    return with_leaves(stored, change)


def find_moved(stored: StoredClaim, entity: str, library: Library) -> str | None:
    """Whose figures another entity takes the place of: one of its kind, else a place for a place, the last named."""
    kind = library.entities[entity].kind
    whom = [
        ident
        for leaf in stored.claim.leaves()
        if leaf.sort in (Sort.FIGURE, Sort.AVERAGE, Sort.GIVEN, Sort.LACKING) or " " in leaf.entity
        for ident in leaf.entity.split()
        if ident in library.entities
    ]
    alike = [ident for ident in whom if library.entities[ident].kind is kind]
    if not alike and stored.place and kind in PLACES:
        alike = [stored.place]
    if not alike and kind in PLACES:
        alike = [ident for ident in whom if library.entities[ident].kind in PLACES]
    return alike[-1] if alike and alike[-1] != entity else None


def _figure(leaf: Leaf, entity: str, day: date, library: Library, stored: StoredClaim) -> Leaf:
    """The leaf of the figure of an entity for a day, in the place of that of another. Raises Lacking."""
    measures = [leaf.measure, *(below.split(".")[1] for below in leaf.id.split(OVER)[1:])]
    dated = stored.claim.relation in DATED_BY_ITSELF
    found = [_stored(library, entity, measure, day, dated=dated) for measure in measures]
    first = leaf_of_figure(library, found[0], Who(entity, 0.0), 0.0, NOWHERE, day)
    if first is None:
        raise Lacking(leaf.measure, entity)
    ident = OVER.join(figure.id for figure in found)
    return known_leaf(ident, leaf.type, library, day, stale_years=0 if dated else first.stale_years)


def _stored(library: Library, entity: str, measure: str, day: date, *, dated: bool) -> Figure:
    """The figure for a day, near it where its date is what is claimed. Raises Lacking."""
    series = library.series(entity, measure)
    figure = nearest_figure(series, day) if dated else figure_on(library, entity, measure, day)
    if figure is None or (figure.start > day and figure.start.year > day.year):
        raise Lacking(measure, entity)
    return figure


def _average(leaf: Leaf, entity: str, library: Library, as_of: date) -> Leaf:
    """What people of another place do. Raises Lacking where that is not known."""
    average = library.averages[leaf.measure]
    if entity not in average.each:
        raise Lacking(leaf.measure, entity)
    return known_leaf(f"{average.id}.{entity}", leaf.type, library, as_of)


def _day_of(leaf: Leaf, library: Library, as_of: date) -> date:
    """The day that a figure was asked for: that of the answer where it is the figure of that day, else its own."""
    latest = figure_on(library, leaf.entity, leaf.measure, as_of)
    first = leaf.id.split(OVER)[0]
    return as_of if latest is not None and latest.id == first else _end(leaf, library, as_of)


def _end(leaf: Leaf, library: Library, as_of: date) -> date:
    figure = library.figure_of(leaf.id.split(OVER)[0])
    return figure.end if figure is not None else as_of
