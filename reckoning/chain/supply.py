"""Where the names of a formula get their amounts from: the sentence's things, its other numbers, what people do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from knowledge.model.estimation import Average, is_named_by_noun
from knowledge.model.units import NUMBER, Exponents, exponents_of
from knowledge.validation.formulas import GIVEN
from quantities import Dimension, Form, Interval, Quantity
from reasoning.wording.numbers import single
from reasoning.wording.numbers import words as written
from reckoning.chain.folk import Folk
from reckoning.chain.holding import Holding, constant, of_average, of_thing, way
from reckoning.chain.lexis import lexis
from reckoning.chain.outline import Mark, Outline
from reckoning.chain.stated import scaled
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

YEAR = Fraction(31_557_600)  # seconds
BARE = (Dimension.NONE, Dimension.COUNT)


@dataclass(frozen=True, slots=True)
class Part:
    """A thing in its role: where it stands, which thing it is, and the words that mark the role."""

    mark: Mark
    ident: str
    before: frozenset[int]


@dataclass
class Supply:
    """What one way to bind a formula takes from a sentence; `words` and `used` grow as it takes."""

    case: Case
    statement: Statement
    outline: Outline
    parts: Mapping[str, Part]
    average: Average | None
    people: Folk | None = None
    words: set[int] = field(default_factory=set)
    used: list[Quantity] = field(default_factory=list)

    def amount(self, source: str) -> Holding | None:
        """What a source gives ("item.mass or item.volume", "given length"), None where it gives nothing."""
        if source == "people":
            return self.people.people if self.people else None
        if source == "distance":
            return self._way()
        if found := GIVEN.fullmatch(source):
            return self._of_thing(found["role"]) if found["role"] else self._given(found["kind"])
        if source[:1].isdigit():
            return constant(source)
        choices = (choice.partition(".") for choice in source.split(" or "))
        return next((held for owner, _, name in choices if (held := self._property(owner, name)) is not None), None)

    # --- things and averages

    def _property(self, owner: str, name: str) -> Holding | None:
        owners = self._owners(owner)
        if name == "named":
            return next((held for ident in owners if (held := self._named(ident)) is not None), None)
        if owner == "average" and name == "each":
            return self._each()
        found = (of_thing(self.case, self.statement, ident, name) for ident in owners)
        return next((held for held in found if held is not None), None)

    def _owners(self, owner: str) -> tuple[str, ...]:
        """The ids of a role, of what an average counts, or the id itself."""
        if owner in self.parts:
            return (self.parts[owner].ident,)
        if owner != "average":
            return (owner,)
        if self.average is None or self.average.item:
            return (self.average.item,) if self.average else ()
        things = lexis(self.case.library).things
        keys = (tuple(what.lower().split()) for what in self.average.what)
        return next((things[key] for key in keys if key in things), ())

    def _each(self) -> Holding | None:
        if self.average is None or self.people is None:
            return None
        place = self.people.place
        around = self.case.entity(place).part_of if place else ()
        return of_average(self.average, place, tuple(p for p in around if p != "world"))

    def _named(self, ident: str) -> Holding | None:
        """The property of a thing whose noun the sentence says: of a count, the noun that is counted."""
        thing = self.case.library.things.get(ident)
        quantity = self.statement.quantity
        names = sorted(filter(is_named_by_noun, thing.has if thing else ()), key=len, reverse=True)
        for name in names:
            said = self.outline.said(tuple(name.split("-"))) - self.words
            if said and (quantity.unit.dimension not in BARE or said & self.outline.indexes(quantity.span)):
                self.words |= said
                return of_thing(self.case, self.statement, ident, name)
        return None

    def _way(self) -> Holding | None:
        ends = self.outline.places
        for _, words in ends:
            self.words |= words
        return way(self.case, self.statement, tuple(name.entities[0] for name, _ in ends))

    # --- the other numbers

    def _of_thing(self, role: str) -> Holding | None:
        """The number that counts the thing in a role."""
        span = self.parts[role].mark.span
        for quantity in self._others():
            if any(mark.span == span for mark in self.outline.counted(quantity)):
                return self._use(quantity, Fraction(1), NUMBER)
        return None

    def _given(self, kind: str) -> Holding | None:
        """Another number of that dimension, or one of a unit."""
        for quantity in self._others():
            measure = None if self.outline.counted(quantity) else _measure(quantity, kind)
            if measure is not None and not self._in_thing(quantity):
                factor, powers = measure
                said = scaled(quantity, factor, powers)
                return self._use(quantity, said.factor, said.powers)
        return self._one(kind)

    def _others(self) -> Iterator[Quantity]:
        """The numbers that may be given; of two lengths the earlier is, for the later is what it makes."""
        claim = self.statement.quantity
        for quantity in self.outline.sentence.quantities:
            if quantity.span == claim.span or quantity in self.used or quantity.value <= 0:
                continue
            alike = quantity.unit.dimension is claim.unit.dimension
            if not alike or quantity.span < claim.span or self.outline.counted(quantity):
                yield quantity

    def _in_thing(self, quantity: Quantity) -> bool:
        """Whether its numeral is a part of a thing's name: "$1 bill"."""
        number = self.outline.number(quantity)
        return any(number & mark.words for mark in self.outline.things)

    def _use(self, quantity: Quantity, factor: Fraction, powers: Exponents) -> Holding:
        self.used.append(quantity)
        self.words |= self.outline.covered(quantity)
        span = quantity.stated * Interval.point(factor)
        return Holding(span, powers, quantity.value, factor, written(quantity))

    def _one(self, kind: str) -> Holding | None:
        """One of a unit, without a numeral."""
        taken = self.outline.covered(self.statement.quantity)
        for words, unit in self.outline.ones:
            if unit.factor and unit.dimension.value == kind and not words & taken:
                self.words |= words
                factor = Interval.point(unit.factor)
                return Holding(factor, exponents_of(unit.dimension), Fraction(1), unit.factor, f"1 {single(unit.name)}")
        return None


def _measure(quantity: Quantity, kind: str) -> tuple[Fraction, Exponents] | None:
    """The factor and the unit of a number of that kind, None for one of another."""
    dimension = quantity.unit.dimension
    if kind == "multiple":
        return (Fraction(1), NUMBER) if quantity.form is Form.MULTIPLE else None
    if quantity.form is not Form.AMOUNT:
        return None
    if kind == "number":
        return (Fraction(1), NUMBER) if dimension in BARE else None
    if dimension.value != kind:
        return None
    if dimension is Dimension.AGE:
        return YEAR, exponents_of(Dimension.TIME)
    factor = Fraction(1) if dimension is Dimension.MONEY else quantity.unit.factor
    return None if factor is None else (factor, exponents_of(dimension))
