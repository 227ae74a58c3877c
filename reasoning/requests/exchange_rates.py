"""Rates between currencies, by the yearly rates that a library keeps: units of a currency for one dollar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from knowledge import Figure, Library
from knowledge.per_library import once_per_library
from reasoning.data.tables import defaults
from reasoning.model.answer import Reference
from reasoning.wording.numbers import dated
from reasoning.wording.references import reference_to

DOLLAR = "USD"


@dataclass(frozen=True, slots=True)
class RateInUse:
    """How many units of a currency one of another is, with the date and the figures that it comes from."""

    factor: Fraction
    dated: str
    rests: tuple[Reference, ...]


def exchange(library: Library, given: str, wanted: str, as_of: date) -> RateInUse | None:
    """The rate of the latest year up to `as_of`, from the currency `given` to `wanted` (ISO 4217); None if not kept."""
    figures = [_per_dollar(library, currency, as_of) for currency in (given, wanted) if currency != DOLLAR]
    known = [figure for figure in figures if figure is not None]
    if not known or len(known) < len(figures):
        return None
    values = {DOLLAR: Fraction(1)} | {library.entities[one.entity].currency: one.value for one in known}
    rests = tuple(reference_to(figure, library) for figure in known)
    return RateInUse(values[wanted] / values[given], dated(known[-1].dated), rests)


def _per_dollar(library: Library, currency: str, as_of: date) -> Figure | None:
    """The latest rate of a currency that began by a day."""
    measure = defaults().exchange_rate
    found = [library.figure_at(entity, measure, as_of) for entity in _holders(library).get(currency, ())]
    known = [figure for figure in found if figure is not None and figure.start <= as_of]
    return max(known, key=lambda figure: figure.end, default=None)


@once_per_library
def _holders(library: Library) -> dict[str, tuple[str, ...]]:
    """The entities that hold the rate of each currency."""
    measure = defaults().exchange_rate
    found: dict[str, list[str]] = {}
    for entity in library.holders(measure) if measure in library.measures else ():
        found.setdefault(library.entities[entity].currency or "", []).append(entity)
    return {currency: tuple(sorted(entities)) for currency, entities in found.items() if currency}
