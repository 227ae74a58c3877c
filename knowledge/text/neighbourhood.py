"""Counts how many of the entities that a text surely names are related to one that it may name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from knowledge.model.entity import Entity, EntityKind

_WORLD = "world"  # everything is a part of it, so that belonging to it says nothing


class Neighbourhood:
    """The entities surely named, indexed so that `related` needn't look at each of them."""

    def __init__(self, entities: Mapping[str, Entity], named: Collection[str]) -> None:
        self._entities = entities
        self._named = frozenset(ident for ident in named if ident in entities and ident != _WORLD)
        self._parts: dict[str, set[str]] = defaultdict(set)
        self._alike: dict[tuple[EntityKind, str], set[str]] = defaultdict(set)
        for ident in self._named:
            for whole in set(entities[ident].part_of) - {_WORLD}:
                self._parts[whole].add(ident)
                self._alike[entities[ident].kind, whole].add(ident)

    def related(self, ident: str) -> int:
        """Returns how many are a part of an entity, or it of them, or of its kind in one country or region with it."""
        entity = self._entities.get(ident)
        if entity is None or ident == _WORLD:
            return 0
        wholes = set(entity.part_of) - {_WORLD}
        found = (self._alike.get((entity.kind, whole), set()) for whole in wholes)
        return len((wholes & self._named).union(self._parts.get(ident, ()), *found))
