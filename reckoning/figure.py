"""A number to reckon with: what a message gives itself, or what is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

from babel import Locale

from i18n.language import SOURCE_LANGUAGE, current_language, say
from knowledge import Entity, EntityKind, Figure, Library
from quantities import Bound, Interval, Quantity
from reckoning import band
from reckoning.answer import Rest
from reckoning.number import amount, dated, measured

SPOKEN = ("US", "UK", "EU")  # short names that people say; "NED" is for tables
TIMELESS = 100  # years
BOUNDED = (Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN, Bound.UP_TO)


@dataclass(frozen=True, slots=True)
class DatedFigure:
    """A number with its range, and what it rests on. `drifted` is the range with its age allowed for."""

    interval: Interval
    drifted: Interval
    rest: Rest

    @property
    def value(self) -> Fraction:
        return self.rest.value

    @property
    def origin(self) -> str:
        """Who says so, and when: "World Bank, 2024", "an estimate, 2025"."""
        producer = say("an estimate") if self.rest.estimate else self.rest.producer
        return f"{producer}, {dated(self.rest.as_of)}" if self.rest.as_of else producer


def said(quantity: Quantity, unit: str) -> DatedFigure:
    """The message's own figure, named as such."""
    low, high = quantity.stated.low, quantity.stated.high
    assert low is not None
    assert high is not None
    text = say("the message's own {number}", number=amount(quantity.value, 3))
    rest = Rest("message", text, low, quantity.value, high, unit, "", say("the message"))
    bounded = quantity.interval if quantity.bound in BOUNDED else quantity.stated
    return DatedFigure(bounded, quantity.interval, rest)


def stored(library: Library, reference: Figure, day: date) -> DatedFigure:
    """The figure of a reference, with the drift of the years between it and a day."""
    timeless = library.measures[reference.measure].max_age_years >= TIMELESS
    apart = 0 if timeless else max((day - reference.end).days, (reference.start - day).days, 0)
    drift = band.DRIFT.get(reference.measure, band.DRIFT_OTHERWISE) * Fraction(apart, 365)
    rest = Rest(
        id=reference.id,
        text=_described(library, reference),
        low=reference.low,
        value=reference.value,
        high=reference.high,
        unit=reference.unit,
        as_of="" if timeless else reference.dated,  # an area or a mass has no year that anybody would ask for
        producer=reference.source.producer,
        title=reference.source.title,
        address=reference.source.address,
        estimate=reference.is_estimate,
    )
    return DatedFigure(reference.interval, reference.interval.widened(min(drift, band.MOST_DRIFT)), rest)


def is_sized(reference: Figure) -> bool:
    """Whether it is surely more or surely less than nothing: of naught nothing is a multiple."""
    return not reference.low <= 0 <= reference.high


def known(library: Library, entity: str, measure: str, day: date) -> Figure | None:
    """The reference for a day; of a period not half over, nobody knew the figure yet: the one before it is taken."""
    reference = library.figure_at(entity, measure, day)
    if reference is not None and not is_sized(reference):
        return None
    if (
        reference is None
        or not reference.start <= day <= reference.end
        or (day - reference.start) * 2 >= reference.end - reference.start
    ):
        return reference
    before = library.figure_at(entity, measure, reference.start - timedelta(days=1))
    return before if before is not None and before.end < day and (day - before.end).days < 366 else reference


def _described(library: Library, reference: Figure) -> str:
    """In words: "labour force of the US: 159 million people (BLS, 2016)"."""
    values = {
        "what": say(library.measures[reference.measure].name),
        "whom": spoken(library.entities[reference.entity]),
        "number": measured(reference.value, reference.unit, 3),
        "producer": reference.source.producer,
        "date": dated(reference.dated),
    }
    if reference.is_estimate:
        return say("{what} of {whom}: {number} ({producer}, {date}, an estimate)", **values)
    return say("{what} of {whom}: {number} ({producer}, {date})", **values)


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
        return "world"
    return next((name for name in entity.short if name in SPOKEN), entity.name)


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
