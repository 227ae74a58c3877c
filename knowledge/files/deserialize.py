"""Makes entities, measures, sources, caveats and figures from the checked tree of text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from knowledge.files.folder import FigureRow
from knowledge.model.dates import parse_date
from knowledge.model.entity import Entity, EntityKind, Measure, Nature
from knowledge.model.figure import Caveat, Figure, Source
from knowledge.model.numbers import parse_amount

_LISTS = (
    "aliases",
    "short",
    "people",
    "adjectives",
    "part_of",
    "nouns",
    "counted",
    "verbs",
    "cues",
    "kinds",
    "phrases",
    "entities",
    "measures",
)


def entity(ident: str, entry: Mapping[str, Any]) -> Entity:
    """Returns the Entity of a checked entry."""
    fields = _fields(entry)
    fields["kind"] = EntityKind(entry["kind"])
    fields["article"] = _flag(entry.get("article"))
    fields["namesakes"] = _flag(entry.get("namesakes"))
    fields["fiscal_year_end"] = int(entry.get("fiscal_year_end", "12"))
    fields["in_office"] = tuple(_term(term) for term in entry.get("in_office", ()))
    return Entity(id=ident, **fields)


def measure(ident: str, entry: Mapping[str, Any]) -> Measure:
    """Returns the Measure of a checked entry."""
    fields = _fields(entry)
    fields["nature"] = Nature(entry["nature"])
    fields["max_age_years"] = int(entry.get("max_age_years", "3"))
    fields["ahead_years"] = int(entry.get("ahead_years", "2"))
    fields["sums"] = _flag(entry.get("sums"))
    fields["balance"] = _flag(entry.get("balance"))
    fields |= {key: parse_amount(entry[key]) for key in ("least", "most") if key in entry}
    return Measure(id=ident, **fields)


def source(ident: str, entry: Mapping[str, Any]) -> Source:
    """Returns the Source of a checked entry."""
    fields = _fields(entry)
    fields["estimate"] = _flag(entry.get("estimate"))
    return Source(id=ident, **fields)


def caveat(ident: str, entry: Mapping[str, Any], sources: Mapping[str, Source]) -> Caveat:
    """Returns the Caveat of a checked entry."""
    fields = _fields(entry)
    fields["source"] = sources[entry["source"]] if "source" in entry else None
    return Caveat(id=ident, **fields)


def figure(owner: Entity, counted: Measure, dated: str, row: FigureRow, source: Source) -> Figure:
    """Returns the Figure of a row.

    Raises NumberFormatError, DateFormatError, or ValueError unless low <= value <= high.
    """
    start, end = parse_date(dated, owner.fiscal_year_end)
    value, low, high = _range(row)
    ident = f"{owner.id}.{counted.id}.{dated}"
    return Figure(ident, owner.id, counted.id, value, low, high, counted.unit, start, end, dated, source, row[4])


def _range(row: FigureRow) -> tuple[Fraction, Fraction, Fraction]:
    value = parse_amount(row[0]) if row[0] else None
    if value is not None and not row[1] and not row[2]:
        return value, value, value
    if value is None and not (row[1] and row[2]):
        raise ValueError("a value is missing, or both low and high")
    low = parse_amount(row[1]) if row[1] else value
    high = parse_amount(row[2]) if row[2] else value
    assert low is not None
    assert high is not None
    value = (low + high) / 2 if value is None else value
    if not low <= value <= high:
        raise ValueError(
            f"expected low <= value <= high, not {row[1] or row[0]}, {row[0] or 'the middle'}, {row[2] or row[0]}"
        )
    return value, low, high


def _fields(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(given) if key in _LISTS else given for key, given in entry.items()}


def _term(text: str) -> tuple[date, date | None]:
    """Returns first and last day of "2009-01-20/2017-01-20". Raises ValueError for a day that no calendar has."""
    first, _, last = text.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last) if last else None


def _flag(text: str | None) -> bool:
    return text is not None and text.lower() in ("yes", "true")
