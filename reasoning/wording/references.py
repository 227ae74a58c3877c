"""What a comparison rests on, in words: "labour force of the US: 159 million people (BLS, 2016)"."""

from __future__ import annotations

from i18n.language import say
from knowledge import Figure, Library
from reasoning.model.answer import Reference
from reasoning.wording.entity_names import spoken
from reasoning.wording.numbers import dated, measured

TIMELESS = 100  # years; a figure that holds as long has no year that anybody would ask for


def reference_to(figure: Figure, library: Library) -> Reference:
    """A stored figure as what a comparison rests on, with its source."""
    return Reference(
        id=figure.id,
        text=_described(figure, library),
        low=figure.low,
        value=figure.value,
        high=figure.high,
        unit=figure.unit,
        as_of="" if is_timeless(figure, library) else figure.dated,
        producer=figure.source.producer,
        title=figure.source.title,
        address=figure.source.address,
        estimate=figure.is_estimate,
    )


def is_timeless(figure: Figure, library: Library) -> bool:
    """Whether its measure stays as it is for ages: an area, a mass."""
    return library.measures[figure.measure].max_age_years >= TIMELESS


def _described(figure: Figure, library: Library) -> str:
    """In words: "labour force of the US: 159 million people (BLS, 2016)"."""
    source = figure.source.producer
    if not is_timeless(figure, library):
        source = f"{source}, {dated(figure.dated)}"
    if figure.is_estimate:
        source = f"{source}, {say('an estimate')}"
    name = figure_name(figure.measure, figure.entity, library)
    return say("{what}: {number} ({source})", what=name, number=measured(figure.value, figure.unit, 3), source=source)


def figure_name(measure: str, entity: str, library: Library) -> str:
    """What a figure is of: "population of Mexico"; the entity alone where its name says what: "the speed of light".

    Of an entity that the library does not know, "" is the id.
    """
    what = say(library.measures[measure].name)
    if not entity:
        return say("{what} of the one named", what=what)
    whom = spoken(library.entities[entity])
    return whom if what.lower() in whom.lower() else say("{what} of {whom}", what=what, whom=whom)


def origin_of(reference: Reference) -> str:
    """Who says so, and when: "World Bank, 2024", "an estimate, 2025"."""
    producer = say("an estimate") if reference.estimate else reference.producer
    return f"{producer}, {dated(reference.as_of)}" if reference.as_of else producer
