"""What a claim looks up, by its id: figures, properties of things, averages, distances."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from knowledge import Library
from knowledge.model.units import Exponents
from quantities.model.quantity import SECONDS
from reasoning.derivation.worked_hours import WORKED_SHARE, share_worked
from reasoning.grounding.distances import distance_between
from reasoning.grounding.figures import Who, a_head, leaf_of_figure, over_years
from reasoning.grounding.things import average_of, property_of
from reasoning.model.leaf import NOWHERE, Leaf
from reasoning.serialization.claim_form import LeafForm

OVER = " / "  # between the ids of a figure and of the people that it is shared out among


class UnknownIdError(LookupError):
    """The library has nothing of that id."""


def known_leaf(form: LeafForm, powers: Exponents, library: Library, as_of: date) -> Leaf:
    """The leaf of an id with the values of a library, as a number of the type `powers`. Raises UnknownIdError."""
    leaf = _looked_up(form.id, library, as_of)
    if leaf is None:
        raise UnknownIdError(form.id)
    if form.years is not None:
        leaf = over_years(library, leaf, *form.years) or leaf
    time, own = dict(powers.of).get("s", 0), dict(leaf.type.of).get("s", 0)
    if time == own + 1:  # what is earned in a year, as a sum
        year = SECONDS["year"]
        leaf = replace(
            leaf, low=leaf.low * year, value=leaf.value * year, high=leaf.high * year, factor=leaf.factor * year
        )
    return replace(leaf, type=powers, cost=0.0, parts=(), stale_years=form.stale_years)


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
    if first in library.averages and rest in library.averages[first].each:
        return average_of(library.averages[first], rest)
    return _figure(ident, library)


def _figure(ident: str, library: Library) -> Leaf | None:
    """The leaf of a figure, or of one over the people that it is of."""
    above, _, below = ident.partition(OVER)
    figure = library.figure_of(above)
    heads = library.figure_of(below) if below else None
    if figure is None or (below and (heads is None or heads.low <= 0)):
        return None
    leaf = leaf_of_figure(library, figure, Who(figure.entity, 0.0), 0.0, NOWHERE, figure.end)
    return leaf if leaf is None or heads is None else a_head(leaf, heads)
