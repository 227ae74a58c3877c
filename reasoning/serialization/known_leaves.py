"""What a claim looks up, by its id: figures, properties of things, averages, distances."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from knowledge import Figure, Library
from knowledge.model.units import NUMBER, Exponents
from quantities.model.quantity import SECONDS
from reasoning.data.tables import loose_measures
from reasoning.derivation.worked_hours import WORKED_SHARE, share_worked
from reasoning.grounding.averages import average_by_id
from reasoning.grounding.context import dollars, figure_on
from reasoning.grounding.distances import distance_between
from reasoning.grounding.figures import Who, a_head, leaf_of_figure, over_years
from reasoning.grounding.limits import limit_of
from reasoning.grounding.things import property_of
from reasoning.grounding.types import measure_type
from reasoning.model.leaf import NOWHERE, Leaf, Sort

OVER = " / "  # between the ids of a figure and of the people that it is shared out among


class UnknownIdError(LookupError):
    """The library has nothing of that id."""


def known_leaf(
    ident: str,
    powers: Exponents,
    library: Library,
    as_of: date,
    *,
    stale_years: int = 0,
    years: tuple[date, date] | None = None,
) -> Leaf:
    """The leaf of an id with the values of a library, as a number of the type `powers`. Raises UnknownIdError.

    `years` are the days between which it is the range of its series.
    """
    leaf = _looked_up(ident, library, as_of)
    if leaf is None:
        raise UnknownIdError(ident)
    if years is not None:
        leaf = over_years(library, leaf, *years) or leaf
    time, own = dict(powers.of).get("s", 0), dict(leaf.type.of).get("s", 0)
    if time == own + 1:  # what is earned in a year, as a sum
        leaf = leaf.in_units_of(SECONDS["year"])
    return replace(leaf, type=powers, cost=0.0, parts=(), stale_years=stale_years)


def unstored_leaf(ident: str, powers: Exponents, library: Library, as_of: date) -> Leaf:
    """The leaf of a measure of an entity that has no figure of it, with the value 0. Raises UnknownIdError.

    The entity "" is somebody whom the library does not know.
    """
    entity, _, measure = ident.partition(".")
    if (entity and entity not in library.entities) or measure not in library.measures:
        raise UnknownIdError(ident)
    known = library.measures[measure]
    factor, _ = measure_type(known.unit, known.period)
    rate = dollars(library, known.unit, as_of) if len(known.unit) == 3 and known.unit.isupper() else Fraction(1)
    naught = Fraction(0)
    return Leaf(
        ident,
        Sort.LACKING,
        naught,
        naught,
        naught,
        powers,
        label=f"{known.name} of {library.entities[entity].name}" if entity else known.name,
        unit=known.unit,
        factor=factor * (rate or 1),
        entity=entity,
        measure=measure,
        percent=known.unit == "percent",
        loose=measure in loose_measures(),
    )


def _looked_up(ident: str, library: Library, as_of: date) -> Leaf | None:
    """The leaf of an id of any sort."""
    if ident == WORKED_SHARE:
        return share_worked()
    first, _, rest = ident.partition(".")
    if ident.startswith("distance "):
        places = ident.split(" ")[1:]
        known = len(places) == 2 and all(place in library.entities for place in places)
        return distance_between(library, places[0], places[1], as_of) if known else None
    if first in library.things and rest in library.things[first].has:
        return property_of(library.things[first], rest)
    if first in library.limits:
        return limit_of(library.limits[first], NUMBER)
    return average_by_id(library, ident) or _figure(ident, library, as_of)


def _figure(ident: str, library: Library, as_of: date) -> Leaf | None:
    """The leaf of a figure, or of one over the people that it is of."""
    above, _, below = ident.partition(OVER)
    figure = _stored(above, library, as_of)
    heads = _stored(below, library, as_of) if below else None
    if figure is None or (below and (heads is None or heads.low <= 0)):
        return None
    leaf = leaf_of_figure(library, figure, Who(figure.entity, 0.0), 0.0, NOWHERE, figure.end, rated=as_of)
    return leaf if leaf is None or heads is None else a_head(leaf, heads)


def _stored(ident: str, library: Library, as_of: date) -> Figure | None:
    """The figure of an id; where it has been replaced by one of another date, that of its series for the day."""
    entity, _, rest = ident.partition(".")
    measure = rest.partition(".")[0]
    return library.figure_of(ident) or figure_on(library, entity, measure, as_of)
