"""The message's own arithmetic in several steps: its numbers in the order in which they stand, put together two by two.

"85 guests at 62, the band 1,400, flowers 650" is (85 × 62) + 1,400 + 650: what a text reckons with stands side by side,
so each step takes what was made of the numbers before a place and of those behind it. A reading whose steps words or
units ask for, and that takes all numbers before the result, may come out or not; any other counts only where it does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quantities import Form
from reasoning.derivation.derived_numbers import derived_numbers, taken_up
from reasoning.derivation.own_arithmetic import LEFT_COUNT, NOT_BY_TIME, unsaid_cost
from reasoning.derivation.product_claims import BARE_TAKEN, COMPARATORS
from reasoning.derivation.soundness import named_sides
from reasoning.derivation.step_table import LARGEST, StepTable, change_places
from reasoning.derivation.steps import (
    EXACTLY,
    Step,
    as_product,
    as_written,
    bare_power,
    holds_a_bare_number,
    is_slip,
    may_be_taken_as_written,
    term_as_written,
)
from reasoning.grounding.context import Context
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import MONEY, TIME, powers_of
from reasoning.model.claim import Candidate, Claim, Term, single
from reasoning.model.leaf import Leaf
from reasoning.reading.passage import ages_told
from reasoning.reading.results import concluded

FEWEST, MOST = 2, 8  # numbers beside the one that is claimed
MOST_UNSAID = 5  # numbers of which any may be the result
MOST_SHOWN, MOST_HITS = 8, 4  # readings of a number, of any outcome and of those alone that come out
LEFT_OUT = 0.3  # for each number before the result that it is not made of
UNLIKE = 0.9  # the units do not fit, and the numbers do
BEYOND = 1.25  # times a bound from which on "more than" is of something else
LEAST_ALIKE = 2  # numbers beyond which it is no chance that nothing but a sum, or a product, of them comes out
LARGE = 100  # a smaller whole number comes out by chance


class _Found(NamedTuple):
    """A number as it is claimed to be a term, and whether it comes out."""

    cost: float
    claimed: Leaf
    term: Term
    is_hit: bool


def step_candidates(found: Ground) -> Iterator[Candidate]:
    """For each number that may be a result, what the others come to in the steps that their order and units allow."""
    sentence = found.context.sentence
    apart = named_sides(found.context) | ages_told(sentence)
    numbers = [index for index, leaves in enumerate(found.stated) if leaves and index not in apart]
    if not FEWEST < len(numbers) <= MOST + 1:
        return
    changes = change_places(found.context)
    derived = derived_numbers(found)
    for index in _targets(found.context, numbers):
        if changes and sentence.stated[index].quantity.form is Form.PERCENT:
            continue  # by what share it changed is no ratio
        done = taken_up(derived, index)
        others = [one for one in numbers if one != index and one not in done]
        if others:
            yield from _Target(found, index, others).candidates()


def _targets(context: Context, numbers: list[int]) -> list[int]:
    """The numbers that may be what the others come to: those announced, else any of a few, or the last."""
    announced = [index for index in numbers if index in context.results()]
    return announced or (numbers if len(numbers) <= MOST_UNSAID else numbers[-1:])


class _Target:
    """A number that is claimed, beside what the others make."""

    def __init__(self, found: Ground, index: int, others: list[int]) -> None:
        self.context, self.index, self.leaves = found.context, index, found.stated[index]
        self.table = StepTable(found, index, others)
        self.before = frozenset(other for other in others if other < index)
        self.is_last = index > max(others)
        self.announced = index in found.context.results()
        self.concluded = index in concluded(found.context.sentence)
        self.bound = COMPARATORS.get(found.context.sentence.stated[index].quantity.bound, "=")

    def candidates(self) -> Iterator[Candidate]:
        """The claims, the cheapest of each kind."""
        found = [one for step in self.table.steps() for one in self._claims(step)]
        for is_hit, most in ((False, MOST_SHOWN), (True, MOST_HITS)):
            kept = sorted((one for one in found if one.is_hit == is_hit), key=lambda one: one.cost)
            yield from map(self._candidate, kept[:most])

    def _claims(self, step: Step) -> Iterator[_Found]:
        complete = step.is_said and self.before == step.uses
        product = as_product(step.term)
        for target in self.leaves:
            if (
                not target.factor
                or not 1 / LARGEST < target.value < LARGEST
                or (step.percent and target.percent and not self.announced)
            ):
                continue
            wanted = self.table.types.of(target.type)
            unsaid = 0.0 if product is None else unsaid_cost(self.context, product, target.type, target, self.index)
            if unsaid is None or any(leaf.value == target.value for leaf in step.term.leaves()):
                continue
            number = float(target.value if target.percent else target.value / target.factor)
            cost = target.cost + step.cost + unsaid + LEFT_OUT * len(self.before - step.uses)
            if wanted == step.of:
                hit = self._comes_out(step, step.value, float(target.value), number)
                may_fail = complete and product is None and self._is_claimed(step.value, float(target.value))
                if hit or may_fail:
                    left = LEFT_COUNT * powers_of(step.kinds - self.table.types.kinds(target.type))
                    yield _Found(cost + left, target, step.term, hit)
            elif not target.percent and self._may_be_of(step, wanted):
                hit, is_money = self._comes_out(step, step.said, number, number), self._is_money(step, wanted)
                if hit or (complete and product is None and is_money and self._is_claimed(step.said, number)):
                    cost += BARE_TAKEN if is_money else UNLIKE + self._time_unsaid(step, wanted)
                    yield _Found(cost, as_written(target), term_as_written(step.term), hit)

    def _comes_out(self, step: Step, value: float, claimed: float, number: float) -> bool:
        """Whether a term makes what is claimed, and not by chance, as many terms make a small whole number."""
        alike = len(step.uses) > LEAST_ALIKE and len(step.operators) == 1
        weighs = self.announced or alike or number >= LARGE or number != round(number)
        return weighs and abs(value - claimed) <= EXACTLY * claimed

    def _is_claimed(self, value: float, claimed: float) -> bool:
        """Whether a number is said to be what a term makes: concluded, or but for a place.

        "More than" a number is said of something else where the term makes far more.
        """
        beyond = value / claimed if self.bound == ">" else claimed / value if self.bound == "<" else 1
        return beyond <= BEYOND and (self.concluded or (self.is_last and is_slip(value / claimed)))

    def _may_be_of(self, step: Step, wanted: int) -> bool:
        """Whether a term may be of another unit than is claimed: its numbers have none, or a period is not said."""
        lacking = holds_a_bare_number(step.term) or not wanted
        by_period = abs(wanted - step.of) == self.table.types.of(TIME)
        return step.said > 0 and (lacking or by_period) and may_be_taken_as_written(step)

    def _time_unsaid(self, step: Step, wanted: int) -> float:
        """The cost of so many years as so many times, where nothing is said to be paid, or done, each year."""
        by_period = abs(wanted - step.of) == self.table.types.of(TIME)
        rated = any(dict(leaf.type.of).get("s", 0) < 0 for leaf in (*step.term.leaves(), *self.leaves))
        return NOT_BY_TIME if by_period and not rated else 0.0

    def _is_money(self, step: Step, wanted: int) -> bool:
        """Whether one of a term and what it is claimed to be is money, and the other has no unit."""
        money = self.table.types.of(MONEY)
        return {wanted, step.of} == {0, money} and (step.of == money or bare_power(step.term) > 0)

    def _candidate(self, found: _Found) -> Candidate:
        leaves = found.term.leaves()
        used = frozenset({self.index}).union(*(leaf.uses for leaf in leaves))
        places = found.claimed.places.union(*(leaf.places for leaf in leaves))
        claim = Claim(single(found.claimed), self.bound, found.term, "own")
        return Candidate(claim, {"product": found.cost}, places, used, frozenset(), self.index)
