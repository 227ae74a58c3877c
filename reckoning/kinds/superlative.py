"""A place in a ranking: "China has the largest population", "Walmart has more employees than any other company"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from knowledge import EntityKind, Figure
from knowledge.text.inflection import singular
from quantities import Form, Interval
from reasoning.model.answer import Verdict, Vote
from reckoning.comparing.implied import IMPLIED
from reckoning.comparing.naming import measures_named
from reckoning.comparing.placing import RATIO, Place, comparison, flip, headline, missing_figure, reading
from reckoning.comparing.ranking import Ranking, Sort, rank
from reckoning.comparing.shape.place import LEAST, ORDINALS, SHAPES, SORTS
from reckoning.comparing.tagged import Tagged, tag
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

NAME = "superlative"
FORMULAS = (RATIO,)
# What a bare "the largest" means of a sort.
SIZES = {
    EntityKind.COUNTRY: ("area", "population"),
    EntityKind.STATE: ("area", "population"),
    EntityKind.REGION: ("area", "population"),
    EntityKind.CITY: ("population", "urban_area_population"),
    EntityKind.COMPANY: ("revenue", "market_value", "employees"),
    EntityKind.THING: ("diameter", "mass"),
}
BY_WORD = {"populous": ("population",), "populated": ("population",), "heaviest": ("mass",), "lightest": ("mass",)}
# Countries that some count in a continent and others do not.
ACROSS = {"europe": ("RU", "TR", "KZ", "GE", "AZ", "AM", "CY"), "asia": ("RU", "TR", "EG", "CY")}
COUNTING = ("most", "fewest", "least")
RATES = frozenset({"tax", "taxes", "price", "prices", "cost", "costs", "wages", "pay", "salaries", "power"})
FEWER = frozenset({"fewer", "smaller", "lower", "less"})
YES = (Verdict.ADDS_UP, Verdict.PLAUSIBLE)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if statement.via != IMPLIED:
        return
    tagged = tag(statement.sentence)
    match = next((m for shape in SHAPES if (m := shape.fullmatch(tagged.text))), None)
    if match is None:
        return
    found = _Claim(case, statement, tagged, match).places()
    if found:
        yield _offer(case, statement, found)


@dataclass(frozen=True, slots=True)
class _Claim:
    """A sentence that fits one of the shapes."""

    case: Case
    statement: Statement
    tagged: Tagged
    match: re.Match[str]

    def _part(self, name: str) -> str:
        return self.match.groupdict().get(name) or ""

    def places(self) -> list[Place]:
        """The place claimed, by each of the measures that the words may mean."""
        return [p for who in self._whose() for measure in self._measures(who) if (p := self._place(who, measure))]

    def _whose(self) -> tuple[str, ...]:
        """The entity meant: of namesakes the one of the sort named."""
        entities = self.tagged.name(self._part("who")).entities
        sort = self._sort_named()
        fitting = tuple(e for e in entities if sort is None or self.case.entity(e).kind is sort[0])
        return fitting[:1]

    def _sort_named(self) -> tuple[EntityKind, str] | None:
        return SORTS.get(_one(self._part("sort")))

    def _sort(self, who: str) -> Sort | None:
        """What it is one of; states and cities within their country unless the words say where."""
        entity = self.case.entity(who)
        kind, known_for = self._sort_named() or (entity.kind, "")
        if entity.kind is not kind:
            return None
        if kind is EntityKind.STATE or (kind is EntityKind.REGION and not known_for) or kind is EntityKind.THING:
            known_for = entity.known_for
        where = self._scope()
        if kind is EntityKind.STATE and not where:
            where = entity.part_of[0] if entity.part_of else ""
        sort = Sort(kind, known_for, where)
        return sort if sort.holds(self.case.library, entity) and (known_for or kind is not EntityKind.THING) else None

    def _scope(self) -> str:
        signs = [self._part(name) for name in ("scope", "scope_before", "owner")]
        return next((self.tagged.name(sign).entities[0] for sign in signs if sign), "")

    def _measures(self, who: str) -> tuple[str, ...]:
        """The measures that the words may mean, of those that the entity has."""
        word, kind = self._part("measure"), self.case.entity(who).kind
        if word and self._is_of_one(word):
            return ()
        if word:
            found = measures_named(self.case.library, self.tagged, self._part("verb"), word, kind)
        elif _one(self._part("sort")) == "employer":
            found = ("employees",)
        else:
            found = self._by_adjective(kind)
        own = [m for m in found if m in self.case.library.measures and self.case.library.series(who, m)]
        most = max((len(self.case.library.holders(m)) for m in own), default=0)
        return tuple(m for m in own if not word or len(self.case.library.holders(m)) == most)

    def _across(self, ranking: Ranking, sort: Sort, who: str, claimed: int, verdict: Verdict) -> Verdict:
        """The verdict where a border of the continent is drawn in two ways: open, if the place depends on it."""
        own, day = ranking.of(who), self.case.day(self.statement)
        here = {reference.entity for reference in ranking.references}
        others = [
            self.case.library.figure_at(e, ranking.measure, day) for e in ACROSS.get(sort.within, ()) if e not in here
        ]
        before = sum(other is not None and own is not None and other.value > own.value for other in others)
        if not before or self._part("super") in LEAST.split("|"):
            return verdict
        point = 1 + sum(reference.value > (own.value if own else 0) for reference in ranking.references)
        fits = point <= claimed <= point + before
        return Verdict.PLAUSIBLE if fits else verdict

    def _is_of_one(self, word: str) -> bool:
        """Whether it is said of one thing, or of a rate: "the largest airport", "the highest taxes"."""
        text = self.tagged.measure(word).text.lower() if word.startswith("M") else word
        said = self._part("super")
        counted = (
            said not in COUNTING and bool(self.case.library.counted(_one(text))) and "number of" not in self.match[0]
        )
        return text in RATES or (bool(said) and counted)

    def _by_adjective(self, kind: EntityKind) -> tuple[str, ...]:
        words = (self._part("super") or self._part("more")).split()
        said = self._part("said") or re.search(r"Q\d+", self.match[0])
        if said and not words[-1].endswith("est"):
            quantity = self.tagged.quantity(said if isinstance(said, str) else said[0])
            counted = self.case.library.counted((quantity.unit.noun or "").lower())
            return tuple(
                m for m in counted if (quantity.unit.noun or "") not in ("people", "person") or m in _people(kind)
            )
        return BY_WORD.get(words[-1], SIZES.get(kind, ()))

    def _place(self, who: str, measure: str) -> Place | None:
        sort = self._sort(who)
        if sort is None:
            return None
        ranking = rank(self.case.library, measure, sort, self.case.day(self.statement))
        if ranking.of(who) is None:
            return None
        word = self._part("super")
        smallest = (word or self._part("more")) in (*FEWER, *LEAST.split("|"))
        claimed = ORDINALS.get(self._part("ordinal"), 1)
        best, worst, point = ranking.places(who, smallest=smallest)
        verdict = _verdict(claimed, best, worst, point, ranking, smallest=smallest)
        verdict = self._across(ranking, sort, who, claimed, verdict)
        if verdict in YES and self._is_misstated(ranking, who):
            return None
        return Place(who, claimed, smallest, sort, ranking, verdict, point)

    def _is_misstated(self, ranking: Ranking, who: str) -> bool:
        """Whether a number beside it says how much, and not what is stored: "the largest, with 25 million people"."""
        own = ranking.of(who)
        for quantity in self.tagged.quantities:
            counted = self.case.library.counted((quantity.unit.noun or "").lower())
            if own is not None and ranking.measure in counted and quantity.form is Form.AMOUNT:
                return not own_range(own).overlaps(quantity.interval)
        return False


def own_range(reference: Figure) -> Interval:
    """What may be said of a stored figure in passing: a tenth more or less."""
    return Interval(reference.low, reference.high).widened(Fraction(1, 10))


def _people(kind: EntityKind) -> tuple[str, ...]:
    return ("employees",) if kind in (EntityKind.COMPANY, EntityKind.AGENCY) else ("population",)


def _one(word: str) -> str:
    return singular(word) if word else ""


def _verdict(claimed: int, best: int, worst: int, point: int, ranking: Ranking, *, smallest: bool) -> Verdict:
    """By the places that the ranges allow. One figure surely larger is enough for a no; a yes needs all of them."""
    if best <= claimed <= worst:
        if claimed != point:
            return Verdict.CANT_TELL
        return Verdict.ADDS_UP if best == worst and ranking.is_whole else Verdict.PLAUSIBLE
    if claimed < best and (ranking.is_whole or not smallest):
        return Verdict.DOESNT_ADD_UP
    return Verdict.DOESNT_ADD_UP if ranking.is_whole else Verdict.CANT_TELL


def _offer(case: Case, statement: Statement, places: list[Place]) -> Offer:
    best = _read(places)
    others = [p for p in places if p.ranking.measure != best.ranking.measure]
    open_ = best.verdict is Verdict.CANT_TELL
    lines = [comparison(case, statement, best, Vote.SCALE if open_ else Vote.DECIDES)]
    lines += [comparison(case, statement, other, Vote.SCALE) for other in others]
    missing = (missing_figure(case, best),) if open_ else ()
    return Offer(
        NAME,
        (statement,),
        reading(case, best),
        tuple(lines),
        headline(best),
        flip(case, best),
        missing,
        weight=Fraction(2),
        alone=True,
    )


def _read(places: list[Place]) -> Place:
    """The first reading; where another measure gives a yes, nobody can tell which is meant."""
    first = places[0]
    sides = {place.verdict in YES for place in places}
    if len(sides) > 1 and (first.verdict not in YES or first.sort.kind is EntityKind.CITY):
        return replace(first, verdict=Verdict.CANT_TELL)
    return first
