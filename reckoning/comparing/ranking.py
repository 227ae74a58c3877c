"""Who has most of a measure: the stored figures of all entities of one sort, for one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from weakref import WeakKeyDictionary

from knowledge import Entity, EntityKind, Figure, Library
from reckoning import band

# Sorts whose members the knowledge has nearly all; of the others only the best known ones.
COUNTED_OUT = (EntityKind.COUNTRY, EntityKind.STATE, EntityKind.REGION)
MOST_MISSING = Fraction(1, 10)
FEWEST = 4
OLDEST = 12  # years: a figure older than this stands for nobody in a ranking
# Two figures so far apart, as a share of the smaller, are surely in that order; definitions differ by as much.
CLEAR = {
    "population": Fraction(2, 100),
    "area": Fraction(10, 100),
    "employees": Fraction(25, 100),
    "gdp": Fraction(15, 10),  # by purchasing power it is up to that much more
    "gdp_per_head_ppp": Fraction(3),  # of the smallest states it says little
    "market_value": Fraction(1),
    "military_personnel": Fraction(1),
    "life_expectancy": Fraction(2, 100),
}
CLEAR_RATE = Fraction(1, 2)  # each country has its own way of counting who is poor, ill or out of work
RATES = ("percent", "%", "per 1,000 people", "children per woman")
CLEAR_OTHERWISE = Fraction(15, 100)
CERTAINLY_NOT = 0.999
CERTAINLY = 1.001 + float(max(CLEAR.values()) + band.MOST_DRIFT)  # past all that may lie between two of them
MOST_KEPT = 200
_sorts: WeakKeyDictionary[Library, dict[Sort, frozenset[str]]] = WeakKeyDictionary()
_found: WeakKeyDictionary[Library, dict[tuple[str, date], tuple[Figure, ...]]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Sort:
    """What is ranked: countries, US states, planets. `kind`, a word for what it is known for, and what it is within."""

    kind: EntityKind
    known_for: str = ""
    within: str = ""

    def holds(self, library: Library, entity: Entity) -> bool:
        """Whether an entity is one of them."""
        if entity.kind is not self.kind or (self.known_for and entity.known_for != self.known_for):
            return False
        return not self.within or self.within == "world" or is_within(library, entity, self.within)


@dataclass(frozen=True, slots=True)
class Ranking:
    """The figures, the largest first. `is_whole` says that nearly all members have one."""

    measure: str
    references: tuple[Figure, ...]
    is_whole: bool

    def of(self, entity: str) -> Figure | None:
        return next((reference for reference in self.references if reference.entity == entity), None)

    def places(self, entity: str, *, smallest: bool = False) -> tuple[int, int, int]:
        """The best and the worst place that the ranges allow, and the one by the numbers themselves; 1 is the first."""
        own = self.of(entity)
        assert own is not None
        others = [r for r in self.references if r is not own]
        surely = sum(surely_more(r, own) if not smallest else surely_more(own, r) for r in others)
        maybe = sum(not (surely_more(own, r) if not smallest else surely_more(r, own)) for r in others)
        point = sum((r.value > own.value) if not smallest else (r.value < own.value) for r in others)
        return 1 + surely, 1 + maybe, 1 + point


def rank(library: Library, measure: str, sort: Sort, day: date) -> Ranking:
    """All of a sort by a measure on a day; empty where fewer than a handful have figures."""
    members = _members(library, sort)
    found = tuple(reference for reference in _ranked(library, measure, day) if reference.entity in members)
    if len(found) < FEWEST:
        return Ranking(measure, (), is_whole=False)
    missing = Fraction(len(members) - len(found), len(members))
    return Ranking(measure, found, sort.kind in COUNTED_OUT and missing <= MOST_MISSING)


def _members(library: Library, sort: Sort) -> frozenset[str]:
    sorts = _sorts.setdefault(library, {})
    if sort not in sorts:
        if len(sorts) > MOST_KEPT:
            sorts.clear()
        sorts[sort] = frozenset(ident for ident, entity in library.entities.items() if sort.holds(library, entity))
    return sorts[sort]


def _ranked(library: Library, measure: str, day: date) -> tuple[Figure, ...]:
    cache = _found.setdefault(library, {})
    if (measure, day) not in cache:
        if len(cache) > MOST_KEPT:
            cache.clear()
        figures = [library.figure_at(holder, measure, day) for holder in library.holders(measure)]
        fresh = [f for f in figures if f is not None and _is_fresh(library, f, day)]
        cache[measure, day] = tuple(sorted(fresh, key=lambda f: (-f.value, f.entity)))
    return cache[measure, day]


def _is_fresh(library: Library, reference: Figure, day: date) -> bool:
    oldest = max(OLDEST, library.measures[reference.measure].max_age_years)
    return abs((day - reference.end).days) <= 365 * oldest or reference.start <= day <= reference.end


def surely_more(first: Figure, second: Figure) -> bool:
    """Whether the first is more than the second, however they are counted."""
    if second.low > 0:  # most lie so far apart that nothing exact has to be reckoned
        times = float(first.low) / float(second.high)
        if times < CERTAINLY_NOT:
            return False
        if times > CERTAINLY:
            return True
    return first.low > second.high * (1 + apart(first, second))


def apart(first: Figure, second: Figure) -> Fraction:
    """How far apart two figures must lie: by definition, and by the years between them."""
    years = Fraction(abs((first.end - second.end).days), 365)
    drift = band.DRIFT.get(first.measure, band.DRIFT_OTHERWISE)
    otherwise = CLEAR_RATE if first.unit in RATES else CLEAR_OTHERWISE
    return CLEAR.get(first.measure, otherwise) + min(years * drift, band.MOST_DRIFT)


def is_within(library: Library, part: Entity, whole: str) -> bool:
    """Whether an entity is a part of another, over any number of steps."""
    ahead, seen = list(part.part_of), set[str]()
    while ahead:
        here = ahead.pop()
        if here == whole:
            return True
        if here not in seen and here in library.entities:
            seen.add(here)
            ahead += library.entities[here].part_of
    return False
