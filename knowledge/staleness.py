"""Finds the series that are out of date, by their dates alone, as others wait for the program meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge.library import Library
from knowledge.model.dates import parse_date


@dataclass(frozen=True, slots=True, order=True)
class StaleSeries:
    """A series by the date of its latest figure, which measures until `end`."""

    end: date
    entity: str
    measure: str
    dated: str


def find_stale_series(library: Library, today: date) -> tuple[StaleSeries, ...]:
    """Returns the series whose latest figure is older than its measure allows, the oldest first."""
    found = []
    for measure_id, entities in library.tree.rows.items():
        most = library.measures[measure_id].max_age_years
        for entity_id, rows in entities.items():
            last = library.entities[entity_id].fiscal_year_end
            end, dated = max(((parse_date(dated, last)[1], dated) for dated in rows), default=(today, ""))
            if (today - end).days / 365.25 > most:
                found.append(StaleSeries(end, entity_id, measure_id, dated))
    return tuple(sorted(found))
