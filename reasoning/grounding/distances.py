"""The distance between two places that are named together, from their coordinates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import combinations
from math import asin, cos, radians, sin, sqrt

from knowledge import Library
from knowledge.model.units import exponents_of
from quantities import Dimension
from reasoning.data.tables import defaults
from reasoning.grounding.context import Context, figure_on
from reasoning.grounding.figures import Who
from reasoning.model.leaf import Leaf, Sort

EARTH_RADIUS = 6_371_000  # metres, the mean radius of the International Union of Geodesy and Geophysics
LEAST = 20_000  # metres: nearer places are within each other's suburbs
ROADS = Fraction(13, 10)  # roads are longer than the great circle: about a third at most between cities
COST, COST_SAID, MOST_PLACES = 0.45, 0.15, 4


def distance_leaves(context: Context, who: list[Who]) -> list[Leaf]:
    """For each two places named in the sentence the distance between them, by air to by road."""
    located = [one for one in who if one.places and coordinates(context.library, one.id, context.as_of) is not None]
    made = []
    for one, other in combinations(located[:MOST_PLACES], 2):
        leaf = distance_between(context.library, one.id, other.id, context.as_of)
        if leaf is not None:
            own = COST_SAID if _is_said(context, one, other) else COST
            cost, places = own + one.cost + other.cost, one.places | other.places
            made.append(replace(leaf, cost=cost, places=places, parts=(("property", own),)))
    return made


def _is_said(context: Context, one: Who, other: Who) -> bool:
    """Whether one of two places stands right behind "from" or "between"."""
    cue = context.cue("from_place")
    return any(min(who.places) - 1 in cue for who in (one, other))


def distance_between(library: Library, one: str, other: str, as_of: date) -> Leaf | None:
    """The distance between two places, by air to by road; None where it isn't known, or they are near each other."""
    here, there = (coordinates(library, place, as_of) for place in (one, other))
    metres = great_circle(here, there) if here is not None and there is not None else 0.0
    if metres < LEAST:
        return None
    name = " – ".join(library.entities[each].name for each in (one, other))
    near = Fraction(round(metres))
    return Leaf(
        f"distance {one} {other}",
        Sort.PROPERTY,
        near,
        near,
        near * ROADS,
        exponents_of(Dimension.LENGTH),
        label=name,
        unit="km",
        factor=Fraction(1000),
        entity=f"{one} {other}",
    )


def coordinates(library: Library, entity: str, as_of: date) -> tuple[float, float] | None:
    """Latitude and longitude of a place in degrees; None where they aren't known."""
    measures = defaults().coordinates
    figures = [figure_on(library, entity, measure, as_of) for measure in measures]
    known = [float(figure.value) for figure in figures if figure is not None]
    return (known[0], known[1]) if len(known) == len(measures) else None


def great_circle(here: tuple[float, float], there: tuple[float, float]) -> float:
    """The distance over the Earth's surface in metres, by the haversine formula.

    >>> round(great_circle((51.51, -0.13), (40.71, -74.01)) / 1000)  # London and New York
    5570
    """
    (first, east), (second, west) = (tuple(map(radians, here)), tuple(map(radians, there)))
    half = sin((second - first) / 2) ** 2 + cos(first) * cos(second) * sin((west - east) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(half))
