"""Compares two libraries, figure by figure and entry by entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor, log10
from typing import Any

from knowledge.library import Library
from knowledge.listing import in_words
from knowledge.model.figure import Figure


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure or entry that is new, gone or different. `old` and `new` are Figures; None for other entries.

    `id` is "US.labour_force.2016" for a figure and "entities.US" for another entry; `said` tells old and new in words.
    """

    id: str
    said: str
    old: Figure | None = None
    new: Figure | None = None

    @property
    def percent(self) -> Fraction | None:
        """How much the value rose or fell, in per cent of the old; None where there is no old or new value, or 0."""
        if self.old is None or self.new is None or self.old.value == 0:
            return None
        return (self.new.value - self.old.value) / abs(self.old.value) * 100

    def __str__(self) -> str:
        return f"{self.id}: {self.said}" + (f" ({format_percent(self.percent)})" if self.percent else "")


def format_percent(percent: Fraction) -> str:
    """Returns a percentage with its sign and two significant figures: "+0.0031 %" where rounding would show nothing.

    >>> format_percent(Fraction(31, 10000)), format_percent(Fraction(-101, 8)), format_percent(Fraction(123456))
    ('+0.0031 %', '-13 %', '+123,456 %')
    """
    size = abs(float(f"{float(percent):.1e}"))
    digits = max(0, 1 - floor(log10(size))) if size else 0
    return f"{float(percent):+,.{min(digits, 9)}f} %"


def diff(old: Library, new: Library) -> tuple[Difference, ...]:
    """Returns every figure and entry that differs, sorted by id, figures last."""
    entries = [
        change for kind in old.tree.entries for change in _entries(kind, old.tree.entries[kind], new.tree.entries[kind])
    ]
    figures: list[Difference] = []
    for measure in sorted(set(old.tree.rows) | set(new.tree.rows)):
        before, after = old.tree.rows.get(measure, {}), new.tree.rows.get(measure, {})
        for entity in sorted(set(before) | set(after)):
            if before.get(entity) != after.get(entity):
                figures += _figures(old.series(entity, measure), new.series(entity, measure))
    return (*entries, *figures)


def _figures(old: tuple[Figure, ...], new: tuple[Figure, ...]) -> list[Difference]:
    before, after = {one.id: one for one in old}, {one.id: one for one in new}
    changes = []
    for ident in dict.fromkeys([*before, *after]):
        one, two = before.get(ident), after.get(ident)
        if one != two:
            changes.append(Difference(ident, f"{_words(one)} → {_words(two)}", one, two))
    return sorted(changes, key=lambda change: change.id)


def _words(figure: Figure | None) -> str:
    if figure is None:
        return "nothing"
    span = "" if figure.low == figure.high else f" ({in_words(figure.low)} to {in_words(figure.high)})"
    return f"{in_words(figure.value)}{span} {figure.unit} [{figure.source.id}]"


def _entries(kind: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Difference]:
    changes = []
    for ident in sorted(set(old) | set(new)):
        if ident not in old:
            changes.append(Difference(f"{kind}.{ident}", "new"))
        elif ident not in new:
            changes.append(Difference(f"{kind}.{ident}", "gone"))
        elif old[ident] != new[ident]:
            changes.append(Difference(f"{kind}.{ident}", _keys(old[ident], new[ident])))
    return changes


def _keys(old: Any, new: Any) -> str:
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return f"{old} → {new}"
    differ = [key for key in dict.fromkeys([*old, *new]) if old.get(key) != new.get(key)]
    return "; ".join(f"{key}: {old.get(key, 'nothing')} → {new.get(key, 'nothing')}" for key in differ)
