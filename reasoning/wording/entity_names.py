"""Names of entities as they stand in a sentence, in the language spoken: "the US", "Mexico", "the world"."""

from __future__ import annotations

from functools import cache

from babel import Locale

from i18n.language import SOURCE_LANGUAGE, current_language, say
from knowledge import Entity, EntityKind
from reasoning.data.tables import defaults


def spoken(entity: Entity) -> str:
    """An entity in a sentence: "the US", "Mexico", "the world"."""
    if entity.kind is EntityKind.WORLD:
        return say("the world")
    if (country := _abroad(entity)) is not None:
        return country
    name = bare_name(entity)
    return say("the {name}", name=name) if entity.article or name != entity.name else name


def bare_name(entity: Entity) -> str:
    """Its English name in a sentence, without an article: "US", "Mexico", "world"."""
    if entity.kind is EntityKind.WORLD:
        return str(entity.kind)
    return next((name for name in entity.short if name in defaults().spoken_short), entity.name)


def titled(entity: Entity) -> str:
    """Its name where it stands alone: "Mexico", "Walmart"."""
    return _abroad(entity) or entity.name


def _abroad(entity: Entity) -> str | None:
    """What another language calls a country; None in English, and of all else."""
    if entity.kind is not EntityKind.COUNTRY or (language := current_language()) == SOURCE_LANGUAGE:
        return None
    return _territories(language).get(entity.id)


@cache
def _territories(language: str) -> dict[str, str]:
    return dict(Locale.parse(language).territories)
