"""A text under examination: its statements, the figures it gives itself, and the stored ones that fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from i18n.language import say
from knowledge import Entity, Library, Measure
from quantities import PeriodKind, Quantity
from reasoning.wording.entity_names import bare_name, spoken, titled
from reasoning.wording.numbers import limited
from reckoning.figure import DatedFigure, is_sized, known, said, stored
from reckoning.reading.clause import state
from reckoning.reading.scene import Scene
from reckoning.reading.statement import PLACES, Statement
from reckoning.work import spend

Found = TypeVar("Found")


@dataclass(frozen=True)
class Case:
    """What the kinds work on."""

    scene: Scene

    @property
    def library(self) -> Library:
        return self.scene.library

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        return state(self.scene)

    def beside(self, statement: Statement) -> list[Statement]:
        """The statements of the same sentence, itself included."""
        return [other for other in self.statements if other.sentence is statement.sentence]

    def remembered(self, what: object, statement: Statement, find: Callable[[], Found]) -> Found:
        """What `find` finds of a statement, found once: many kinds ask the same."""
        # The statement is kept beside it, so that no other one can have its identity meanwhile.
        known: tuple[Statement, Found] | None = self._memory.get((what, id(statement)))
        if known is None:
            known = self._memory[what, id(statement)] = statement, find()
        return known[1]

    @cached_property
    def _memory(self) -> dict[tuple[object, int], Any]:
        return {}

    def entity(self, entity_id: str) -> Entity:
        spend()
        return self.library.entities[entity_id]

    def measure(self, measure_id: str) -> Measure:
        spend()
        return self.library.measures[measure_id]

    def named(self, entity_id: str) -> str:
        """An entity in a sentence: "the US", "Mexico", "the world"."""
        return spoken(self.entity(entity_id))

    def title(self, entity_id: str) -> str:
        """An entity where its name stands alone: "Mexico", "Walmart"."""
        return titled(self.entity(entity_id))

    def called(self, measure_id: str) -> str:
        """What a measure is called: "labour force"."""
        return say(self.measure(measure_id).name)

    def titled(self, entity_id: str, measure_id: str) -> str:
        """A measure of an entity in a sentence: "labour force of the US"."""
        return self.owned(self.called(measure_id), entity_id, measure_id)

    def owned(self, what: str, entity_id: str, measure_id: str) -> str:
        """Words for a measure with whose it is, unless its name says so itself: "UK public debt"."""
        holder = bare_name(self.entity(entity_id)).removeprefix("the ")
        if self.measure(measure_id).name.removeprefix("the ").startswith(f"{holder} "):
            return what
        return say("{what} of {whom}", what=what, whom=self.named(entity_id))

    # --- when

    def day(self, statement: Statement) -> date:
        """The day a statement is judged for: the end of a past year it names, otherwise the as-of date of the text."""
        today, period = self.scene.as_of, statement.quantity.period
        if period is not None and period.kind is PeriodKind.IN and period.year and period.year <= today.year:
            return min(date(period.year, 12, 31), today)
        ends = [d.end for d in statement.dates if d.end and d.end.year <= today.year]
        shifts = [d.years_from_now for d in statement.dates if d.years_from_now is not None and d.years_from_now < 0]
        if len(ends) == 1:
            return min(ends[0], today)
        if shifts and not ends:
            return date(today.year + shifts[0], 12, 31)
        return today

    def year(self, statement: Statement) -> int | None:
        """The one whole year that a statement names: "in 2023"."""
        years = {d.start.year for d in statement.dates if d.start and d.end and (d.end - d.start).days >= 364}
        period = statement.quantity.period
        if period is not None and period.kind is PeriodKind.IN and period.year:
            years.add(period.year)
        return years.pop() if len(years) == 1 and len(statement.dates) <= 1 else None

    def is_ahead(self, statement: Statement) -> bool:
        """Whether it names a year to come."""
        period = statement.quantity.period
        years = [d.start.year for d in statement.dates if d.start]
        years += [period.year] if period is not None and period.year else []
        return any(year > self.scene.as_of.year for year in years)

    # --- whose and where

    def holder(self, statement: Statement, measure: str) -> str | None:
        """Whose measure it is: the subject or the place, whichever the measure is for."""
        kinds = self.measure(measure).kinds
        for entity in (statement.subject, statement.place):
            if entity and (not kinds or self.entity(entity).kind in kinds):
                return entity
        return None

    def place(self, statement: Statement) -> str | None:
        """Where it is: the place, or a subject that is one."""
        return next((e for e in (statement.place, statement.subject) if e and self.entity(e).kind in PLACES), None)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The places that the whole text names, in order, each once."""
        named = dict.fromkeys(name.entities[0] for sentence in self.scene.sentences for name in sentence.names)
        return tuple(entity for entity in named if self.entity(entity).kind in PLACES)

    def is_within(self, part: str, whole: str) -> bool:
        """Whether one entity is a part of another, over any number of steps."""
        ahead, seen = list(self.entity(part).part_of), set[str]()
        while ahead:
            here = ahead.pop()
            if here == whole:
                return True
            if here not in seen and here in self.library.entities:
                seen.add(here)
                ahead += self.entity(here).part_of
        return False

    # --- how much

    @cached_property
    def facts(self) -> dict[tuple[str, str], Quantity]:
        """What the message itself gives as a fact, by (entity, measure): "Alibaba employs about 30,000"."""
        facts: dict[tuple[str, str], Quantity] = {}
        for statement in self.statements:
            if statement.via in ("noun", "verb") and statement.is_level and len(statement.unexplained) <= 4:
                holder = self.holder(statement, statement.measures[0])
                if holder:
                    facts.setdefault((holder, statement.measures[0]), statement.quantity)
        return facts

    @cached_property
    def fact_spans(self) -> frozenset[tuple[int, int]]:
        """Where the facts stand, so that they are not checked a second time as claims."""
        return frozenset(quantity.span for quantity in self.facts.values())

    def said(self, entity: str, measure: str, but: Quantity | None = None) -> DatedFigure | None:
        """The message's own figure; None where it gives none (or where that is the claim itself)."""
        quantity = self.facts.get((entity, measure))
        return None if quantity is None or quantity == but else said(quantity, self.measure(measure).unit)

    def limited(self, entity: str, measure: str, number: str) -> str:
        """The message's own figure as it limits it: "more than 30,000"."""
        return limited(self.facts[entity, measure].bound, number)

    def figure(self, entity: str, measure: str, statement: Statement) -> DatedFigure | None:
        """The stored figure for a statement: of the year it names, a fiscal year included, otherwise for its day."""
        year = self.year(statement)
        if year is not None:
            for reference in self.library.series(entity, measure):
                if reference.dated in (str(year), f"FY{year}") and is_sized(reference):
                    return stored(self.library, reference, min(reference.end, self.scene.as_of))
        return self.stored(entity, measure, self.day(statement))

    def stored(self, entity: str, measure: str, day: date) -> DatedFigure | None:
        """The stored figure for a day, with the drift of the years between."""
        reference = known(self.library, entity, measure, day)
        return None if reference is None else stored(self.library, reference, day)
