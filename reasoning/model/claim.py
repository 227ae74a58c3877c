"""Claims: two terms over leaves with a comparator between them. A claim holds no text; equal claims mean the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property, reduce
from operator import add, mul, truediv

from quantities import Interval
from reasoning.model.leaf import Leaf, Places

ONE = Interval.point(1)
CHANGES = ("change", "excess")  # relations of how much more, or less, there is
WITHOUT_NUMBER = frozenset("order rank place trend date".split())  # relations in which no number is claimed
HOLES = frozenset({"look_up", "number"})  # relations in which the number on the left is asked for
ASKED = HOLES | {"beside", "size"}
MOST_PARTS = 12  # of a period of growth: months of a year
MOST_POWER = 400  # larger exponents make numbers of hundreds of digits, which no sentence is about


class Operator(StrEnum):
    """What a term does with the values of its parts."""

    PRODUCT = "*"
    QUOTIENT = "/"
    SUM = "+"
    DIFFERENCE = "-"
    LESS = "1-"  # what remains after a share
    PLUS = "1+"  # a whole and a share on top
    POWER = "^"
    RANK = "rank"  # the place of the first part among all: 1 where none is greater
    RANK_FROM_BELOW = "rank from below"  # 1 where none is less


def _power(base: Interval, exponent: Interval) -> Interval:
    """The power of a range of numbers.

    Raises ZeroDivisionError where the exponent is no number of whole twelfths up to 400, or the base no positive one.
    """
    n = exponent.low
    if n is None or not 0 <= n <= MOST_POWER or base.low is None or base.high is None:
        raise ZeroDivisionError
    return Interval(power(base.low, n), power(base.high, n))


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """A power, to nine digits or so where the exponent is no whole number. Raises ZeroDivisionError as `_power` does.

    >>> power(Fraction(3), Fraction(2)), float(round(power(Fraction(4), Fraction(3, 2)), 6))
    (Fraction(9, 1), 8.0)
    """
    if exponent.denominator == 1:
        return base ** int(exponent)
    if MOST_PARTS % exponent.denominator or base <= 0:
        raise ZeroDivisionError
    return base ** int(exponent) * Fraction(float(base) ** float(exponent % 1)).limit_denominator(10**9)


def _rank(parts: list[Interval], *, from_below: bool = False) -> Interval:
    """The places that the first of some ranges may have among them."""
    sign = Interval.point(-1 if from_below else 1)
    own, *others = [(one * sign) for one in parts]
    ends = [(one.low, one.high, own.low, own.high) for one in others]
    surely = sum(low > top for low, _, _, top in ends if low is not None and top is not None)
    perhaps = sum(high > bottom for _, high, bottom, _ in ends if high is not None and bottom is not None)
    return Interval(Fraction(1 + surely), Fraction(1 + perhaps))


OPERATIONS: dict[Operator, Callable[[list[Interval]], Interval]] = {
    Operator.PRODUCT: lambda parts: reduce(mul, parts),
    Operator.QUOTIENT: lambda parts: parts[0] / parts[1],
    Operator.SUM: lambda parts: reduce(add, parts),
    Operator.DIFFERENCE: lambda parts: parts[0] - parts[1],
    Operator.LESS: lambda parts: ONE - parts[0],
    Operator.PLUS: lambda parts: ONE + parts[0],
    Operator.POWER: lambda parts: _power(parts[0], parts[1]),
    Operator.RANK: _rank,
    Operator.RANK_FROM_BELOW: lambda parts: _rank(parts, from_below=True),
}

EXACT: dict[Operator, Callable[..., Fraction]] = {  # the same of numbers, for what most claims are made of
    Operator.PRODUCT: lambda *parts: reduce(mul, parts),
    Operator.QUOTIENT: truediv,
}


@dataclass(frozen=True)
class Term:
    """A leaf (`leaf` is set, `parts` empty), or an operator over terms.

    >>> from reasoning.model.leaf import Sort
    >>> six, two = (single(Leaf(str(n), Sort.STATED, *[Fraction(n)] * 3)) for n in (6, 2))
    >>> str(product((six, six), (two,)).value()), str(Term(None, Operator.DIFFERENCE, (six, two)).value())
    ('18', '4')
    """

    leaf: Leaf | None = None
    operator: Operator = Operator.PRODUCT
    parts: tuple[Term, ...] = ()

    def leaves(self) -> tuple[Leaf, ...]:
        """The leaves of the term, from left to right."""
        if self.leaf is not None:
            return (self.leaf,)
        return self._leaves

    @cached_property
    def _leaves(self) -> tuple[Leaf, ...]:
        return tuple(leaf for part in self.parts for leaf in part.leaves())

    def range(self) -> Interval:
        """The range of the value, by interval arithmetic over the leaves' ranges, in base units.

        Raises ZeroDivisionError where a divisor is zero or may be, and for an exponent that is out of bounds.
        """
        return self._reckon([self.leaf.interval] if self.leaf is not None else [part.range() for part in self.parts])

    def value(self) -> Fraction:
        """The value with each leaf at its best number, in base units. Raises ZeroDivisionError as `range` does."""
        if self.leaf is not None:
            return self.leaf.value
        values = [part.value() for part in self.parts]
        if self.operator in EXACT:
            return EXACT[self.operator](*values)
        middle = self._reckon([Interval.point(value) for value in values]).middle
        assert middle is not None
        return middle

    def _reckon(self, parts: list[Interval]) -> Interval:
        """The range that the operator makes of those of its parts; a leaf's own for a leaf."""
        return parts[0] if self.leaf is not None else OPERATIONS[self.operator](parts)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence claims: `left` stands in the relation `comparator` to `right`.

    `relation` names the family: "level" (a number that is known), "own" (the message's own arithmetic), "change",
    "excess" (by what share one is more than another),
    "order" and "rank" (no number), "place" (that of a rank), "trend", "plan", "limit" (what nobody goes beyond),
    "gift", "prices", "whole", "date" and "degrees" (a point on a scale). Those of a question (ASKED) judge nothing.
    """

    left: Term
    comparator: str  # "=", "~", ">", "<"
    right: Term
    relation: str

    def leaves(self) -> tuple[Leaf, ...]:
        """The leaves of both sides, the left ones first."""
        return (*self.left.leaves(), *self.right.leaves())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading of a part of a sentence as a claim, with what speaks against it.

    `cost` maps the name of a part (see `parts` in data/weights.yaml) to its amount, `places` are the indexes of the
    words that the reading explains, `entities` the ids it speaks of.
    """

    claim: Claim
    cost: dict[str, float] = field(default_factory=dict)
    places: Places = frozenset()
    stated: frozenset[int] = frozenset()  # the indexes of the quantities it uses
    entities: frozenset[str] = frozenset()
    target: int = -1  # the index of the quantity that is claimed; -1 for none
    upper_only: bool = False  # a restriction is not explained: what is reckoned is only the most there can be


def single(leaf: Leaf) -> Term:
    """The term that is a leaf alone."""
    return Term(leaf)


def product(above: tuple[Term, ...], below: tuple[Term, ...] = ()) -> Term:
    """The product of the terms `above` (one or more) over the product of those `below`."""
    top = above[0] if len(above) == 1 else Term(None, Operator.PRODUCT, above)
    if not below:
        return top
    bottom = below[0] if len(below) == 1 else Term(None, Operator.PRODUCT, below)
    return Term(None, Operator.QUOTIENT, (top, bottom))
