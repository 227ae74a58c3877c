"""Products of leaves whose type is the one wanted: a table of leaves by type, looked up by what is still missing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from reasoning.model.leaf import Leaf, Sort
from reasoning.model.work import StepBudget

MOST_COST = 3.2
MOST_ABOVE_BEST = 2.4  # a reading that costs so much more than the best has no part in the verdict
MOST_LEAVES = 44
SAME_TYPE = 0.9  # two leaves of one type on one side, one over the other, where nothing asks for a ratio
EACH_FACTOR = 0.1
MOST_FOR_FOUR = 16
MOST_FOUND = 40


@dataclass(frozen=True, slots=True)
class Product:
    """Leaves above and below the line."""

    above: tuple[Leaf, ...]
    below: tuple[Leaf, ...]
    cost: float


@dataclass(slots=True, eq=False)
class _Side:
    """A leaf above the line (sign 1) or below it (-1), with the code of its type there."""

    leaf: Leaf
    sign: int
    code: int


def find_products(
    wanted: int, leaves: list[tuple[Leaf, int]], *, ratio: bool = False, budget: StepBudget | None = None
) -> list[Product]:
    """The products of up to four leaves of the type with the code `wanted`, the cheapest first.

    `leaves` are given with the codes of their types. With `ratio` two leaves of one type may stand over each other at
    no cost. The work is bounded by counted steps: beyond them what was found stands.
    """
    return _Search(wanted, leaves, ratio=ratio, budget=budget or StepBudget()).run()


class _Search:
    def __init__(self, wanted: int, leaves: list[tuple[Leaf, int]], *, ratio: bool, budget: StepBudget) -> None:
        self.budget = budget
        cheapest = sorted(leaves, key=lambda pair: (pair[0].cost, pair[0].id))[:MOST_LEAVES]
        self.wanted, self.ratio, self.few = wanted, ratio, len(cheapest) <= MOST_FOR_FOUR
        self.sides = [
            _Side(leaf, sign, sign * code)
            for leaf, code in cheapest
            for sign in (1, -1)
            if code or sign > 0 or leaf.sort is Sort.STATED
        ]
        self.sides.sort(key=lambda side: side.leaf.id)
        self.by_code: dict[int, list[_Side]] = defaultdict(list)
        for side in self.sides:
            self.by_code[side.code].append(side)
        self.pairs: list[tuple[int, _Side, _Side]] = []
        self.found: list[Product] = []
        self.limit = MOST_COST

    def run(self) -> list[Product]:
        for side in self.by_code.get(self.wanted, ()):
            self._take((side,))
        self._take_pairs()
        self._take_threes()
        if self.few or self.limit >= MOST_COST:
            self._take_fours()
        self.found.sort(key=lambda product: product.cost)
        return self.found[:MOST_FOUND]

    def _take_pairs(self) -> None:
        if not self.budget.spend(len(self.sides) ** 2 // 2):
            return
        for one, other in combinations(self.sides, 2):
            first, second = one.leaf, other.leaf
            if first.cost + second.cost > self.limit or first.id == second.id or first.uses & second.uses:
                continue
            code = one.code + other.code
            if code == self.wanted:
                self._take((one, other))
            self.pairs.append((code, one, other))

    def _take_threes(self) -> None:
        for code, one, other in self.pairs:
            thirds = self.by_code.get(self.wanted - code, ())
            if not self.budget.spend(1 + len(thirds)):
                return
            for third in thirds:
                if third.leaf.id > other.leaf.id and not third.leaf.uses & (one.leaf.uses | other.leaf.uses):
                    self._take((one, other, third))

    def _take_fours(self) -> None:
        pairs: dict[int, list[tuple[_Side, _Side]]] = defaultdict(list)
        for code, one, other in self.pairs:
            pairs[code].append((one, other))
        for code, one, other in self.pairs:
            others = pairs.get(self.wanted - code, ())
            if not self.budget.spend(1 + len(others)):
                return
            for third, fourth in others:
                uses = one.leaf.uses | other.leaf.uses
                if other.leaf.id < third.leaf.id and not uses & (third.leaf.uses | fourth.leaf.uses):
                    self._take((one, other, third, fourth))

    def _take(self, sides: tuple[_Side, ...]) -> None:
        above = tuple(side.leaf for side in sides if side.sign > 0)
        if not above and (len(sides) > 1 or sides[0].leaf.percent):
            return  # the inverse of a rate of growth is no length of time
        below = tuple(side.leaf for side in sides if side.sign < 0)
        cost = sum(side.leaf.cost for side in sides) + EACH_FACTOR * (len(sides) - 1) - _said_twice(sides)
        if not self.ratio:
            cost += SAME_TYPE * sum(1 for one in above for other in below if one.type == other.type)
        if cost <= self.limit:
            self.found.append(Product(above, below, cost))
            self.limit = min(self.limit, cost + MOST_ABOVE_BEST)


def _said_twice(sides: tuple[_Side, ...]) -> float:
    """What the words of one measure, or one name, cost a second time, where two figures are taken of it."""
    paid: dict[str, list[float]] = defaultdict(list)
    for side in sides:
        if side.leaf.sort is Sort.FIGURE:
            parts = dict(side.leaf.parts)
            paid[f"measure {side.leaf.measure}"].append(parts.get("measure", 0.0))
            paid[f"entity {side.leaf.entity}"].append(parts.get("entity", 0.0))
    return sum(sum(costs) - max(costs) for costs in paid.values())
