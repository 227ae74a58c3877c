"""Things that people measure by: football pitches, Olympic pools, elephants, countries the size of Wales."""

from __future__ import annotations

from knowledge import EntityKind, Library
from knowledge.text.inflection import singular
from quantities import Dimension, Quantity
from reckoning.lasting import once_for_each

# The measures of a thing in each dimension, the likeliest first.
BY_DIMENSION = {
    Dimension.AREA: ("area", "surface", "land_area"),
    Dimension.VOLUME: ("volume", "cargo_capacity"),
    Dimension.MASS: ("mass",),
    Dimension.LENGTH: ("length", "height", "diameter", "depth", "distance", "circumference"),
}
# What a word of size means, where no other quantity tells the dimension.
BY_WORD = {
    "heavy": ("mass",),
    "heavier": ("mass",),
    "weighs": ("mass",),
    "weigh": ("mass",),
    "weight": ("mass",),
    "mass": ("mass",),
    "long": ("length",),
    "length": ("length",),
    "tall": ("height",),
    "high": ("height",),
    "height": ("height",),
    "wide": ("diameter",),
    "deep": ("depth",),
    "big": ("area", "surface", "volume"),
    "large": ("area", "surface", "volume"),
    "size": ("area", "surface", "volume"),
    "area": ("area", "surface"),
    "holds": ("volume",),
    "hold": ("volume",),
    "fill": ("volume",),
    "volume": ("volume",),
}
MEASURABLE = (EntityKind.THING,)


def counted_thing(library: Library, quantity: Quantity) -> str | None:
    """The thing that a quantity counts: "olympic-pool" for 3,000 Olympic pools; None for any other."""
    noun = (quantity.unit.noun or "").lower()
    if not noun:
        return None
    words = [modifier.lower() for modifier in quantity.unit.modifiers]
    phrases = (" ".join([*words[at:], singular(noun)]) for at in range(len(words) + 1))
    names = _known(library)
    return next((names[phrase] for phrase in phrases if phrase in names), None)


@once_for_each
def _known(library: Library) -> dict[str, str]:
    """The things by their names in the singular."""
    found: dict[str, str] = {}
    for ident, entity in sorted(library.entities.items()):
        if entity.kind in MEASURABLE:
            for name in (*entity.aliases, entity.name):
                found[_folded(name)] = ident
    return found


def _folded(name: str) -> str:
    words = name.lower().split()
    words = words[1:] if words[0] in ("a", "an", "the") and words[1:] else words
    return " ".join([*words[:-1], singular(words[-1])])
