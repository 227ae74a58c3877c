"""Products of leaves whose type is the one wanted: a table of leaves by type, looked up by what is still missing."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations_with_replacement
from operator import attrgetter

from reasoning.model.leaf import Leaf, Sort
from reasoning.model.work import StepBudget

MOST_COST = 3.2
MOST_ABOVE_BEST = 2.4  # a reading that costs so much more than the best has no part in the verdict
MOST_LEAVES = 44
SAME_TYPE = 0.9  # two leaves of one type on one side, one over the other, where nothing asks for a ratio
EACH_FACTOR = 0.1
MOST_FOR_FOUR = 16
MOST_FOUND = 40
BY_PLACE, BY_RANK, BY_FIRST_RANK = attrgetter("place"), attrgetter("rank"), attrgetter("one.rank")


@dataclass(frozen=True, slots=True)
class Product:
    """Leaves above and below the line."""

    above: tuple[Leaf, ...]
    below: tuple[Leaf, ...]
    cost: float


@dataclass(slots=True, eq=False)
class _Side:
    """A leaf above the line (sign 1) or below it (-1), with the code of its type there.

    `rank` is its place by id, equal for equal ids, `place` the one among all sides. `of_words` is what its figure's
    measure and name cost by themselves, `of_all` both. `is_factor` is false for one of something that is said to be
    one, `is_each` true for one household, which over all of them only says how much for each.
    """

    leaf: Leaf
    sign: int
    code: int
    rank: int
    of_words: dict[str, float]
    place: int = 0
    cost: float = field(init=False)
    said: frozenset[str] = field(init=False)
    of_all: float = field(init=False)
    is_factor: bool = field(init=False)
    is_each: bool = field(init=False)

    def __post_init__(self) -> None:
        leaf, is_constant = self.leaf, self.leaf.sort is Sort.CONSTANT
        self.cost, self.said, self.of_all = leaf.cost, frozenset(self.of_words), sum(self.of_words.values())
        self.is_factor = not (is_constant and leaf.value == 1 and leaf.places)
        self.is_each = is_constant and "s" not in dict(leaf.type.of)


@dataclass(slots=True, eq=False)
class _Pair:
    """Two sides, the first of the lower rank, as they stand in the order in which pairs are tried: `place`.

    `said` are the measures and names of their figures, `back` what these cost less for being said twice, `most_back`
    what they could beside others.
    """

    one: _Side
    other: _Side
    place: int
    cost: float
    uses: frozenset[int]
    said: frozenset[str]
    back: float
    most_back: float

    def back_beside(self, said: frozenset[str], most: float) -> float:
        """The most that it costs less beside figures of some measures and names that could cost `most` less."""
        return self.back if self.said.isdisjoint(said) else self.back + most


class Products:
    """The products of up to four of some leaves, which are given with the codes of their types.

    With `ratio` two leaves of one type may stand over each other at no cost. The work is bounded by counted steps:
    beyond them what was found stands.
    """

    def __init__(
        self, leaves: list[tuple[Leaf, int]], *, ratio: bool = False, budget: StepBudget | None = None
    ) -> None:
        cheapest = sorted(leaves, key=lambda pair: (pair[0].cost, pair[0].id))[:MOST_LEAVES]
        ranks = {ident: rank for rank, ident in enumerate(sorted({leaf.id for leaf, _ in cheapest}))}
        self.budget = budget or StepBudget()
        self.ratio, self.few = ratio, len(cheapest) <= MOST_FOR_FOUR
        sides = [
            _Side(leaf, sign, sign * code, ranks[leaf.id], _of_words(leaf))
            for leaf, code in cheapest
            for sign in (1, -1)
            if code or sign > 0 or leaf.sort is Sort.STATED
        ]
        sides.sort(key=lambda side: side.rank)
        self.by_code: dict[int, list[_Side]] = defaultdict(list)
        for place, side in enumerate(sides):
            side.place = place
            self.by_code[side.code].append(side)
        self._pairs: dict[int, list[_Pair]] = {}

    def of_type(self, wanted: int, most: float = MOST_COST) -> list[Product]:
        """Those of the type with the code `wanted` that cost no more than `most`, the cheapest first."""
        return _Search(self, wanted, min(most, MOST_COST)).run()

    def pairs(self, code: int) -> list[_Pair]:
        """The pairs that have a code together, in order; none beyond the budget."""
        found = self._pairs.get(code)
        if found is None:
            found = self._pairs[code] = self._paired(code)
        return found

    @cached_property
    def least(self) -> dict[int, float]:
        """The codes of the sides, and the least that one of each costs beside any others."""
        return {code: min(one.cost - one.of_all for one in sides) for code, sides in self.by_code.items()}

    @cached_property
    def pair_costs(self) -> dict[int, float]:
        """The codes that two sides may have together, and the least that such a pair costs beside any others."""
        found: dict[int, float] = {}
        for (one, first), (other, second) in combinations_with_replacement(self.least.items(), 2):
            found[one + other] = min(first + second, found.get(one + other, MOST_COST))
        return found

    def _paired(self, code: int) -> list[_Pair]:
        found: list[_Pair] = []
        for first, ones in self.by_code.items():
            others = self.by_code.get(code - first, ())
            if not others:
                continue
            if not self.budget.spend(len(ones) * len(others) // 2):
                break
            for one in ones:
                found += _pairs(one, others)
        found.sort(key=BY_PLACE)
        return found


def _pairs(one: _Side, others: list[_Side]) -> list[_Pair]:
    """The pairs of a side with those of higher rank among others, which are in order, that it goes together with."""
    cost, uses, said, most = one.cost, one.leaf.uses, one.said, MOST_COST - one.cost
    place = one.place * 2 * MOST_LEAVES
    return [
        _Pair(
            one,
            other,
            place + other.place,
            cost + other.cost,
            uses | other.leaf.uses,
            said | other.said if said else other.said,
            0.0 if said.isdisjoint(other.said) else _said_twice((one, other)),
            one.of_all + other.of_all,
        )
        for other in others[bisect_right(others, one.rank, key=BY_RANK) :]
        if other.cost <= most and uses.isdisjoint(other.leaf.uses)
    ]


def find_products(
    wanted: int, leaves: list[tuple[Leaf, int]], *, ratio: bool = False, budget: StepBudget | None = None
) -> list[Product]:
    """The products of some leaves of the type with the code `wanted`, the cheapest first."""
    return Products(leaves, ratio=ratio, budget=budget).of_type(wanted)


class _Search:
    def __init__(self, products: Products, wanted: int, most: float) -> None:
        self.wanted, self.products, self.budget = wanted, products, products.budget
        self.found: list[Product] = []
        self.limit = most

    def run(self) -> list[Product]:
        for side in self.products.by_code.get(self.wanted, ()):
            self._take((side,))
        for pair in self.products.pairs(self.wanted):
            if pair.cost <= self.limit:
                self._take((pair.one, pair.other))
        self._take_threes()
        if self.products.few or self.limit >= MOST_COST:
            self._take_fours()
        self.found.sort(key=lambda product: product.cost)
        unlike = {_leaf_ids(product): product for product in reversed(self.found)}
        return sorted(unlike.values(), key=lambda product: product.cost)[:MOST_FOUND]

    def _take_threes(self) -> None:
        products, wanted, most = self.products, self.wanted, self.limit - 2 * EACH_FACTOR
        costs, least = products.pair_costs, products.least
        fitting = [
            (pair, thirds)
            for code, thirds in products.by_code.items()
            if costs.get(wanted - code, MOST_COST) + least[code] <= most
            for pair in products.pairs(wanted - code)
            if pair.cost - pair.most_back + least[code] <= most
        ]
        fitting.sort(key=lambda fit: fit[0].place)
        for pair, thirds in fitting:
            if not self.budget.spend(1 + len(thirds)):
                return
            rank, uses, cost = pair.other.rank, pair.uses, pair.cost + 2 * EACH_FACTOR
            for third in thirds:
                if third.rank <= rank or not uses.isdisjoint(third.leaf.uses):
                    continue
                whole = cost + third.cost
                if whole <= self.limit or whole <= self.limit + pair.back_beside(third.said, third.of_all):
                    self._take((pair.one, pair.other, third))

    def _take_fours(self) -> None:
        pairs, costs, wanted = self.products.pairs, self.products.pair_costs, self.wanted
        most = self.limit - 3 * EACH_FACTOR
        fitting = [
            (pair, others)
            for code in sorted(costs)
            if costs[code] + costs.get(wanted - code, MOST_COST) <= most and (others := pairs(wanted - code))
            for pair in pairs(code)
            if pair.cost - pair.most_back + costs[wanted - code] <= most
        ]
        fitting.sort(key=lambda fit: fit[0].place)
        for pair, others in fitting:
            if not self.budget.spend(1 + len(others)):
                return
            uses, cost = pair.uses, pair.cost + 3 * EACH_FACTOR
            for more in others[bisect_right(others, pair.other.rank, key=BY_FIRST_RANK) :]:
                whole = cost + more.cost
                if whole > self.limit and whole > self.limit + more.back + pair.back_beside(more.said, more.most_back):
                    continue
                if uses.isdisjoint(more.uses):
                    self._take((pair.one, pair.other, more.one, more.other))

    def _take(self, sides: tuple[_Side, ...]) -> None:
        factors = max(sum([side.is_factor for side in sides]), 1)
        cost = sum([side.cost for side in sides]) + EACH_FACTOR * (factors - 1) - _said_twice(sides)
        if cost > self.limit:
            return
        above = [side for side in sides if side.sign > 0]
        if not above and (len(sides) > 1 or sides[0].leaf.percent):
            return  # the inverse of a rate of growth is no length of time
        below = [side for side in sides if side.sign < 0]
        if below and not self.products.ratio:
            over = [one.code + other.code == 0 and not one.is_each for one in above for other in below]
            cost += SAME_TYPE * sum(over)
        if cost <= self.limit:
            self.found.append(Product(tuple([one.leaf for one in above]), tuple([one.leaf for one in below]), cost))
            self.limit = min(self.limit, cost + MOST_ABOVE_BEST)


def _of_words(leaf: Leaf) -> dict[str, float]:
    """What the words of a figure's measure and its name cost; nothing for other leaves."""
    if leaf.sort is not Sort.FIGURE:
        return {}
    parts = dict(leaf.parts)
    return {f"measure {leaf.measure}": parts.get("measure", 0.0), f"entity {leaf.entity}": parts.get("entity", 0.0)}


def _said_twice(sides: tuple[_Side, ...]) -> float:
    """What the words of one measure, or one name, cost a second time, where two figures are taken of it."""
    of_words = [side.of_words for side in sides if side.of_words]
    if len(of_words) < 2:
        return 0.0
    paid: dict[str, float] = {}
    twice = 0.0
    for costs in of_words:
        for said, cost in costs.items():
            most = paid.get(said)
            twice += 0.0 if most is None else min(cost, most)
            paid[said] = cost if most is None else max(cost, most)
    return twice


def _leaf_ids(product: Product) -> tuple[tuple[tuple[str, str], ...], ...]:
    """What a product is of: its leaves, whichever words say them."""
    sides = (product.above, product.below)
    return tuple(tuple(sorted((leaf.id, leaf.label) for leaf in side)) for side in sides)
