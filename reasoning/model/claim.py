"""A claim: left comparator right, both terms over leaves. Without a text, serialisable, equal if it means the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import reduce
from operator import add, mul

from quantities import Interval
from reasoning.model.leaf import Leaf, Places, Sort

ONE = Interval.point(1)


class Operator(StrEnum):
    """What a term does with its parts."""

    PRODUCT = "*"
    QUOTIENT = "/"
    SUM = "+"
    DIFFERENCE = "-"
    LESS = "1-"  # what remains after a share
    PLUS = "1+"  # a whole and a share on top
    POWER = "^"


MOST_POWER = 400


def _power(base: Interval, exponent: Interval) -> Interval:
    """A power with a whole exponent of at most 400."""
    n = exponent.low
    if n is None or n.denominator != 1 or not 0 <= n <= MOST_POWER or base.low is None or base.high is None:
        raise ZeroDivisionError
    return Interval(base.low ** int(n), base.high ** int(n))


OPERATIONS: dict[Operator, Callable[[list[Interval]], Interval]] = {
    Operator.PRODUCT: lambda parts: reduce(mul, parts, ONE),
    Operator.QUOTIENT: lambda parts: parts[0] / parts[1],
    Operator.SUM: lambda parts: reduce(add, parts),
    Operator.DIFFERENCE: lambda parts: parts[0] - parts[1],
    Operator.LESS: lambda parts: ONE - parts[0],
    Operator.PLUS: lambda parts: ONE + parts[0],
    Operator.POWER: lambda parts: _power(parts[0], parts[1]),
}


@dataclass(frozen=True, slots=True)
class Term:
    """A leaf (`leaf` set), or an operator over terms."""

    leaf: Leaf | None = None
    operator: Operator = Operator.PRODUCT
    parts: tuple[Term, ...] = ()

    def leaves(self) -> tuple[Leaf, ...]:
        """All leaves in it, in order."""
        if self.leaf is not None:
            return (self.leaf,)
        return tuple(leaf for part in self.parts for leaf in part.leaves())

    def range(self) -> Interval:
        """The range of its value, by interval arithmetic. Raises ZeroDivisionError."""
        return self._reckon([self.leaf.interval] if self.leaf is not None else [part.range() for part in self.parts])

    def value(self) -> Fraction:
        """Its value, each leaf at its best number. Raises ZeroDivisionError."""
        points = [Interval.point(self.leaf.value)] if self.leaf else [Interval.point(p.value()) for p in self.parts]
        middle = self._reckon(points).middle
        assert middle is not None
        return middle

    def _reckon(self, parts: list[Interval]) -> Interval:
        return parts[0] if self.leaf is not None else OPERATIONS[self.operator](parts)


@dataclass(frozen=True, slots=True)
class Claim:
    """`relation` names what is claimed: a level, a ratio, a share, a change, a sum, an order, a rank."""

    left: Term
    comparator: str  # "=", "~", ">", "<"
    right: Term
    relation: str

    def leaves(self) -> tuple[Leaf, ...]:
        return (*self.left.leaves(), *self.right.leaves())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading of a part of a text as a claim, with what speaks against it, by named part."""

    claim: Claim
    cost: dict[str, float] = field(default_factory=dict)
    places: Places = frozenset()
    stated: frozenset[int] = frozenset()  # the indexes of the quantities it uses
    entities: frozenset[str] = frozenset()
    target: int = -1  # the index of the quantity that is claimed; -1 for none
    upper_only: bool = False  # a restriction is not explained: what is reckoned is only the most there can be

    @property
    def total(self) -> float:
        return sum(self.cost.values())


def single(leaf: Leaf) -> Term:
    """The term of a leaf alone."""
    return Term(leaf)


def product(above: tuple[Term, ...], below: tuple[Term, ...] = ()) -> Term:
    """The product of some terms over the product of others."""
    top = above[0] if len(above) == 1 else Term(None, Operator.PRODUCT, above)
    if not below:
        return top
    bottom = below[0] if len(below) == 1 else Term(None, Operator.PRODUCT, below)
    return Term(None, Operator.QUOTIENT, (top, bottom))


def figures(claim: Claim) -> tuple[Leaf, ...]:
    """The leaves that are reference numbers."""
    return tuple(leaf for leaf in claim.leaves() if leaf.sort is not Sort.STATED)
