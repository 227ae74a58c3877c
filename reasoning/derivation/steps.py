"""Steps of the message's own arithmetic: a term of some of its numbers, with its value, its type and what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import reduce
from math import log10
from operator import mul

from knowledge.model.units import NUMBER, Exponents
from reasoning.derivation.product_claims import BARE_TAKEN
from reasoning.derivation.products import Product
from reasoning.grounding.types import TypeCodes, count_bases, powers_of
from reasoning.model.claim import Operator, Term, single
from reasoning.model.leaf import Leaf, Sort, constant

COSTS = {  # of a step that words, or units, ask for, and of any other
    Operator.PRODUCT: (0.1, 0.5),
    Operator.QUOTIENT: (0.1, 1.0),
    Operator.SUM: (0.02, 0.5),
    Operator.DIFFERENCE: (0.1, 0.7),
}
MIXED = 0.1  # for each further base of a unit that a step makes
EXACTLY = 0.004  # the part of a number by which another may be off and still be the same


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """A term of some numbers of the text; `said` is its value were all in the unit that each is written in.

    `of` and `kinds` are the codes of its physical type and of the nouns it counts, `rank` its cost with that of the
    numbers it passes over, `is_said` tells whether words, or units, ask for each of its steps.
    """

    term: Term
    value: float
    said: float
    of: int
    kinds: int
    cost: float
    rank: float
    uses: frozenset[int]
    percent: bool = False
    is_said: bool = True

    @property
    def is_bare(self) -> bool:
        """Whether it is a single number without a unit."""
        return self.term.leaf is not None and not (self.of or self.kinds or self.percent)

    @property
    def operators(self) -> frozenset[Operator]:
        """What is done in it."""
        return frozenset(term.operator for term in _inner(self.term))


class StepTypes:
    """The codes of the types of steps: of the physical bases, and of the nouns that are counted."""

    def __init__(self) -> None:
        self._physical, self._kinds = TypeCodes(), TypeCodes()

    def of(self, powers: Exponents) -> int:
        """The code of the physical part of a type."""
        return self._physical.code(powers, physical=True)

    def kinds(self, powers: Exponents) -> int:
        """The code of the nouns that a type counts."""
        return self._kinds.code(Exponents(tuple(count_bases(powers).items())))

    def step(self, leaf: Leaf) -> Step:
        """A single number, which is none beyond floating point."""
        value = float(leaf.value)
        said = value if leaf.percent else float(leaf.value / leaf.factor)
        of, kinds = self.of(leaf.type), self.kinds(leaf.type)
        return Step(single(leaf), value, said, of, kinds, leaf.cost, leaf.cost, leaf.uses, leaf.percent)


def joined(operator: Operator, one: Step, other: Step, *, said: bool) -> Step:
    """The product, quotient, sum or difference of two steps; `said` tells whether words or units ask for it."""
    terms: tuple[Term, ...] = (one.term, other.term)
    of, kinds = one.of, one.kinds
    value, written = (_reckoned(operator, *pair) for pair in ((one.value, other.value), (one.said, other.said)))
    if operator is Operator.PRODUCT:
        of, kinds = of + other.of, kinds + other.kinds
    elif operator is Operator.QUOTIENT:
        of, kinds = of - other.of, kinds - other.kinds
    elif operator is Operator.SUM:
        terms = (*_summands(one.term), *_summands(other.term))
    mixed = max(powers_of(of) - max(powers_of(one.of), powers_of(other.of)), 0)
    cost = COSTS[operator][0 if said else 1] + MIXED * mixed
    percent = one.percent and other.percent and operator in (Operator.SUM, Operator.DIFFERENCE)
    return Step(
        Term(None, operator, terms), value, written, of, kinds, one.cost + other.cost + cost,
        one.rank + other.rank + cost, one.uses | other.uses, percent, one.is_said and other.is_said and said,
    )  # fmt: skip


def mean_of(step: Step) -> Step:
    """The mean of the numbers that a step adds up."""
    many = len(step.term.parts)
    term = Term(None, Operator.QUOTIENT, (step.term, single(constant(many))))
    return replace(step, term=term, value=step.value / many, said=step.said / many)


def in_unit_of(bare: Step, like: Step) -> Step:
    """A number without a unit as one of the unit that another step is in: "40 minutes a kilo plus 20"."""
    leaf, factor = bare.term.leaf, Fraction(like.value / like.said).limit_denominator(10**6)
    if leaf is None or factor <= 0:
        return bare
    taken = replace(leaf.in_units_of(factor), type=_type_of(like.term))
    cost, rank, value = bare.cost + BARE_TAKEN, bare.rank + BARE_TAKEN, bare.value * float(factor)
    return replace(bare, term=single(taken), cost=cost, rank=rank, value=value, of=like.of, kinds=like.kinds)


def as_written(leaf: Leaf) -> Leaf:
    """A number as it is written, without its unit."""
    return leaf if leaf.percent else replace(leaf.times(1 / leaf.factor), type=NUMBER, factor=Fraction(1), unit="")


def term_as_written(term: Term) -> Term:
    """A term of the numbers as they are written, without their units."""
    if term.leaf is None:
        return Term(None, term.operator, tuple(map(term_as_written, term.parts)))
    return single(as_written(term.leaf))


def may_be_taken_as_written(step: Step) -> bool:
    """Whether all units that cancel in a term are the same, so that its numbers make the same without them."""
    leaves, ratio = step.term.leaves(), step.value / step.said
    units = [1.0, *(float(leaf.factor) for leaf in leaves if not leaf.percent and step.of)]
    return any(abs(ratio - unit) <= EXACTLY * unit for unit in units)


def holds_a_bare_number(term: Term) -> bool:
    """Whether a term has a number without any unit."""
    return any(map(_is_bare_leaf, term.leaves()))


def bare_power(term: Term) -> int:
    """How many numbers without a unit a term multiplies, less those that it divides by."""
    if term.leaf is not None:
        return int(_is_bare_leaf(term.leaf))
    first, *others = map(bare_power, term.parts)
    if term.operator is Operator.QUOTIENT:
        return first - others[0]
    return first + sum(others) if term.operator is Operator.PRODUCT else first


def as_product(term: Term) -> Product | None:
    """A term that only multiplies and divides as the numbers above and below its line; None for any other."""
    if term.leaf is not None:
        return Product((term.leaf,), (), 0.0)
    if term.operator not in (Operator.PRODUCT, Operator.QUOTIENT):
        return None
    first, *others = map(as_product, term.parts)
    above, below = list[Leaf](), list[Leaf]()
    for part, turned in ((first, False), *((other, term.operator is Operator.QUOTIENT) for other in others)):
        if part is None:
            return None
        above += part.below if turned else part.above
        below += part.above if turned else part.below
    return Product(tuple(above), tuple(below), 0.0)


def is_slip(ratio: float) -> bool:
    """Whether a ratio is a power of ten, so that a number is off by nothing but a place.

    >>> is_slip(0.01), is_slip(1.0), is_slip(20)
    (True, False, False)
    """
    places = log10(ratio)
    return round(places) != 0 and abs(places - round(places)) < EXACTLY


def _reckoned(operator: Operator, one: float, other: float) -> float:
    if operator is Operator.PRODUCT:
        return one * other
    if operator is Operator.QUOTIENT:
        return one / other
    return one + other if operator is Operator.SUM else one - other


def _is_bare_leaf(leaf: Leaf) -> bool:
    return leaf.sort is Sort.STATED and leaf.type == NUMBER and not leaf.percent


def _type_of(term: Term) -> Exponents:
    """The type of a term's value."""
    if term.leaf is not None:
        return term.leaf.type
    first, *others = (_type_of(part) for part in term.parts)
    if term.operator is Operator.QUOTIENT:
        return first / others[0]
    return reduce(mul, others, first) if term.operator is Operator.PRODUCT else first


def _summands(term: Term) -> tuple[Term, ...]:
    """The terms that a sum adds; another term itself."""
    return term.parts if term.leaf is None and term.operator is Operator.SUM else (term,)


def _inner(term: Term) -> Iterator[Term]:
    """The terms of a term that are no leaves, with itself."""
    if term.leaf is None:
        yield term
        for part in term.parts:
            yield from _inner(part)
