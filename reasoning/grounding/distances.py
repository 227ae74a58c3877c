"""The distance between two places that are named together, from their coordinates."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import asin, cos, radians, sin, sqrt

from knowledge.model.units import exponents_of
from quantities import Dimension
from reasoning.data.tables import defaults
from reasoning.grounding.context import Context, figure_on
from reasoning.grounding.figures import Who
from reasoning.model.leaf import Leaf, Sort

EARTH_RADIUS = 6_371_000  # metres, the mean radius of the International Union of Geodesy and Geophysics
LEAST = 20_000  # metres: nearer places are within each other's suburbs
ROADS = Fraction(13, 10)  # roads are longer than the great circle: about a third at most between cities
COST = 0.45
MOST_PLACES = 4


def distance_leaves(context: Context, who: list[Who]) -> list[Leaf]:
    """For each two places named in the sentence the distance between them, by air to by road."""
    located = [(one, where) for one in who if one.places and (where := coordinates(context, one.id)) is not None]
    made = []
    for (one, here), (other, there) in combinations(located[:MOST_PLACES], 2):
        metres = great_circle(here, there)
        if metres < LEAST:
            continue
        name = " – ".join(context.library.entities[each.id].name for each in (one, other))
        made.append(
            Leaf(
                f"distance {one.id} {other.id}",
                Sort.PROPERTY,
                Fraction(round(metres)),
                Fraction(round(metres)),
                Fraction(round(metres)) * ROADS,
                exponents_of(Dimension.LENGTH),
                COST + one.cost + other.cost,
                one.places | other.places,
                name,
                "km",
                Fraction(1000),
                entity=f"{one.id} {other.id}",
                parts=(("property", COST),),
            )
        )
    return made


def coordinates(context: Context, entity: str) -> tuple[float, float] | None:
    """Latitude and longitude of a place in degrees; None where they aren't known."""
    measures = defaults().coordinates
    figures = [figure_on(context.library, entity, measure, context.as_of) for measure in measures]
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
