"""Indexes every name, folded, with all entities that have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from knowledge.model.entity import TRADES, Entity, EntityKind
from knowledge.text.inflection import plural
from quantities.text.normalization import fold


@dataclass(slots=True)
class IndexedName:
    """A name with all who have it. `short`: in capitals only. `common`: ids that write it in small letters."""

    senses: dict[str, set[str]] = field(default_factory=dict)  # entity id -> forms
    short: bool = False
    common: set[str] = field(default_factory=set)  # the ids of those
    context: dict[str, tuple[str, ...]] = field(default_factory=dict)  # entity id -> words that speak for it
    nobody: bool = False


def build_name_index(entities: Iterable[Entity]) -> dict[str, IndexedName]:
    """Returns every name, folded, with those who have it; but for occupations and industries (occupation_linker)."""
    names: dict[str, IndexedName] = {}
    for entity in entities:
        if entity.kind in TRADES:
            continue
        for written, form in _written(entity):
            for key in _variants(fold(written)):
                name = names.setdefault(key, IndexedName())
                name.senses.setdefault(entity.id, set()).add(form)
                name.short |= written in entity.short or (written.isupper() and len(written) <= 4) or len(key) == 1
                if written.islower() and entity.kind in (EntityKind.THING, EntityKind.WORLD):
                    name.common.add(entity.id)
    return names


def _written(entity: Entity) -> Iterator[tuple[str, str]]:
    for written in (entity.name, *entity.aliases, *entity.short):
        yield written, "name"
    for written in entity.people:
        yield written, "people"
        if written[:1].isupper() and written.endswith("an") and not written.endswith("man"):
            yield plural(written), "people"
    for written in entity.adjectives:
        yield written, "adjective"


def _variants(key: str) -> set[str]:
    """Returns how else a name is typed: without last full stop, apostrophe or hyphen, with "and" for "&"."""
    keys = {key, key.replace("'", ""), key.replace("-", " "), key.replace(" & ", " and ")}
    if key.count(".") > 1 and key.endswith("."):
        keys.add(key[:-1])
    return keys - {""}
