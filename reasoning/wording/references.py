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
    values = {
        "what": say(library.measures[figure.measure].name),
        "whom": spoken(library.entities[figure.entity]),
        "number": measured(figure.value, figure.unit, 3),
        "producer": figure.source.producer,
        "date": dated(figure.dated),
    }
    if figure.is_estimate:
        return say("{what} of {whom}: {number} ({producer}, {date}, an estimate)", **values)
    return say("{what} of {whom}: {number} ({producer}, {date})", **values)
