"""A library with the figures that a person adds for one check: "Zorblax has 12,000 staff"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from knowledge import Entity, EntityKind, Figure, Library, MeasureMention, NameMention, Source
from quantities import Interval, Quantity

USER = "user"  # the id of a figure that the person asking gives
STRANGER = "stranger:"  # before the name of somebody whom the library doesn't know


@dataclass(frozen=True, slots=True)
class Addition:
    """One figure of the person's own: of an entity that the library knows, or of a stranger by name."""

    entity: Entity
    measure: str
    value: Quantity
    factor: Interval


class AddedLibrary(Library):
    """The library with additions before its own figures. It shares all else with it; nothing of it changes."""

    def __init__(self, base: Library, strangers: tuple[Entity, ...], producer: str) -> None:
        self.__dict__.update(base.__dict__)
        self.base: Library = base.base if isinstance(base, AddedLibrary) else base
        self.strangers: tuple[Entity, ...] = (
            (*base.strangers, *strangers) if isinstance(base, AddedLibrary) else strangers
        )
        self._producer = producer
        added = base.added if isinstance(base, AddedLibrary) else {}
        self.added: dict[tuple[str, str], tuple[Figure, ...]] = dict(added)
        known: dict[str, Entity] = {**base.entities, **{entity.id: entity for entity in strangers}}
        self.entities: Mapping[str, Entity] = MappingProxyType(known)

    def add(self, addition: Addition, as_of: date) -> None:
        """One more figure, of the day of the check."""
        quantity, factor = addition.value, addition.factor.middle
        low, high = quantity.stated.low, quantity.stated.high
        assert factor is not None
        assert low is not None
        assert high is not None
        source = Source(USER, self._producer, "")
        reference = Figure(
            id=USER,
            entity=addition.entity.id,
            measure=addition.measure,
            value=quantity.value * factor,
            low=low * factor,
            high=high * factor,
            unit=self.measures[addition.measure].unit,
            start=as_of,
            end=as_of,
            dated="",
            source=source,
        )
        self.added[addition.entity.id, addition.measure] = (reference,)

    def is_stranger(self, entity_id: str) -> bool:
        """Whether nothing is known of an entity but its name."""
        added = any(entity == entity_id for entity, _ in self.added)
        return not added and any(entity.id == entity_id for entity in self.strangers)

    def series(self, entity_id: str, measure_id: str) -> tuple[Figure, ...]:
        added = self.added.get((entity_id, measure_id))
        return added if added is not None else self.base.series(entity_id, measure_id)

    def figure_at(self, entity_id: str, measure_id: str, as_of: date) -> Figure | None:
        """The person's own figure for any day; otherwise the stored one."""
        added = self.added.get((entity_id, measure_id))
        return added[0] if added is not None else self.base.figure_at(entity_id, measure_id, as_of)

    def holders(self, measure_id: str) -> tuple[str, ...]:
        mine = {entity for entity, measure in self.added if measure == measure_id}
        return tuple(sorted({*self.base.holders(measure_id), *mine}))

    def names(self, text: str) -> tuple[NameMention, ...]:
        """The names of the library, and the strangers' where nothing else stands."""
        known = self.base.names(text)
        found = [
            NameMention(match.span(), match[0], (entity.id,))
            for entity in self.strangers
            for match in re.finditer(rf"(?<!\w){re.escape(entity.name)}(?!\w)", text, re.IGNORECASE)
        ]
        kept = [n for n in known if not any(n.span[0] < f.span[1] and f.span[0] < n.span[1] for f in found)]
        return tuple(sorted([*kept, *found], key=lambda name: name.span))

    def measure_mentions(self, text: str) -> tuple[MeasureMention, ...]:
        """Those of the library; and the names of measures as a reading gives them, "CO2 emissions from energy"."""
        known = self.base.measure_mentions(text)
        found = [
            MeasureMention(match.span(), match[0], (self._by_name[match[0].lower()],))
            for match in self._names_of_measures.finditer(text)
        ]
        found = [f for f in found if not any(n.span[0] <= f.span[0] and f.span[1] <= n.span[1] for n in known)]
        kept = [n for n in known if not any(n.span[0] < f.span[1] and f.span[0] < n.span[1] for f in found)]
        return tuple(sorted([*kept, *found], key=lambda mention: mention.span))

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return {measure.name.lower(): ident for ident, measure in self.measures.items()}

    @cached_property
    def _names_of_measures(self) -> re.Pattern[str]:
        names = sorted(self._by_name, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)

    def __reduce__(self) -> Any:
        raise TypeError("an added library lives for one check")


def stranger(name: str, kind: EntityKind) -> Entity:
    """An entity for one check."""
    return Entity(id=STRANGER + name.lower(), name=name, kind=kind)
