"""A table of what the numbers of a text make of each other in steps, for each stretch of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reasoning.data.tables import defaults
from reasoning.derivation.made_numbers import beside_leaves
from reasoning.derivation.percent_steps import falling, rising
from reasoning.derivation.soundness import is_at
from reasoning.derivation.steps import Step, StepTypes, in_unit_of, joined, mean_of
from reasoning.derivation.transforms import other_leaves
from reasoning.grounding.context import Context
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import LENGTH
from reasoning.model.claim import Operator
from reasoning.model.leaf import NOWHERE, Leaf, Places
from reasoning.reading.items import listed_items

MOST_OF_A_STRETCH = 18  # terms that are kept
LARGEST = 10**30  # a larger number, or one over it, is of nothing that is written
PASSED = 0.2  # a number within a stretch that a term leaves out; only for what is kept of the stretch
FAR_LESS = 10**4  # what is so many times less than another number adds nothing to it
NEAR, FAR = 3, 6  # words around a number that is taken away, and around the one that is left
BEHIND = 2  # words behind a number that say what is done with it


class StepTable:
    """What some numbers of a sentence make of each other, in view of the one, at `index`, that is claimed."""

    def __init__(self, found: Ground, index: int, others: list[int]) -> None:
        self.types = StepTypes()
        self._found, self._context, self._index, self._others = found, found.context, index, others
        own = self._context.sentence.stated[index]
        near = frozenset(range(own.first - FAR, own.last + FAR))
        self._sharing, self._times, self._plus = map(self._cues, ("sharing", "multiplying", "between"))
        spent, gained = self._cues("spending"), bool(self._cues("gaining"))
        self._taking = self._cues("taking") | (spent if gained else NOWHERE)
        self._takes = bool(self._taking & near)
        self._adds = bool(self._cues("adding") & near) or (bool(spent) and not gained)
        self._mean = bool(self._context.cue("mean") & near)
        self._shares = not self._sharing.isdisjoint(range(own.first - NEAR, own.last + NEAR))
        self._listed, _ = listed_items(self._context.sentence)
        self._is_number = any(not self.types.of(leaf.type) for leaf in found.stated[index])
        self._length = self.types.of(LENGTH)

    def steps(self) -> list[Step]:
        """All terms of two or more numbers that are likely in their stretch."""
        table = self._filled()
        by_term = {id(one.term): one for steps in table.values() for one in steps if len(one.uses) > 1}
        found = list(by_term.values())
        if not self._mean:
            return found
        before = frozenset(other for other in self._others if other < self._index)
        complete = (self._listed,) if self._listed else (frozenset(self._others), before)
        means = [mean_of(one) for one in found if one.term.operator is Operator.SUM and one.uses in complete]
        return [*(one for one in found if one.term.operator is not Operator.SUM), *means]

    def _filled(self) -> dict[tuple[int, int], list[Step]]:
        table: dict[tuple[int, int], list[Step]] = {}
        said = self._by_stretch()
        for length in range(len(self._others)):
            for first in range(len(self._others) - length):
                last = first + length
                steps = [self.types.step(leaf) for leaf in said.get((first, last), ())]
                for middle in range(first, last):
                    steps += self._pairs(table[first, middle], table[middle + 1, last])
                passed = [*table[first, last - 1], *table[first + 1, last]] if length else []
                steps += [replace(one, rank=one.rank + PASSED) for one in passed]
                table[first, last] = _likeliest(steps)
        return table

    def _by_stretch(self) -> dict[tuple[int, int], list[Leaf]]:
        """The numbers with what words make of them, by the first and the last of those they are made of."""
        places = {index: place for place, index in enumerate(self._others)}
        changes = change_places(self._context)
        found: dict[tuple[int, int], list[Leaf]] = {}
        beside = beside_leaves(self._found, self._index, self._found.stated[self._index][0])
        for said in (*other_leaves(self._found, self._index), *beside):
            leaf = said.times(-1) if said.value < 0 else said
            at = sorted(places[index] for index in leaf.uses if index in places)
            together = bool(at) and len(at) == len(leaf.uses) == at[-1] - at[0] + 1
            change = leaf.percent and leaf.made is None and self._is_near(leaf, changes)  # "an 80 % saving"
            if together and leaf.factor and 0 < leaf.value < LARGEST and not change:
                found.setdefault((at[0], at[-1]), []).append(leaf)
        return found

    def _pairs(self, lefts: list[Step], rights: list[Step]) -> Iterator[Step]:
        if not self._context.budget.spend(len(lefts) * len(rights)):
            return
        for left in lefts:
            for right in rights:
                if left.uses.isdisjoint(right.uses):
                    yield from self._added(left, right)
                    yield from self._multiplied(left, right)

    def _multiplied(self, left: Step, right: Step) -> Iterator[Step]:
        """The product and the quotients of two; none of two prices, of two times, or where something is added."""
        added = self._is_beside(left, right, self._plus, 0) and not (left.value < 1 or right.value < 1)
        if added or (self._is_price(left) and self._is_price(right)) or self._are_items(left, right):
            return
        if (not left.of or left.of != right.of or left.of == self._length) and not (left.percent and right.percent):
            measured = left.percent or right.percent or bool(left.of or right.of)
            said = measured or self._is_beside(left, right, self._times)
            yield joined(Operator.PRODUCT, left, right, said=said)
        by_units = bool(left.of and right.of) and (left.of != right.of or self._is_number)
        shared = by_units or self._is_beside(left, right, self._sharing)
        for one, other in ((left, right), (right, left)):
            head = self._shares and other.term.leaf is not None and not (other.of or other.percent)
            yield joined(Operator.QUOTIENT, one, other, said=shared or (head and bool(other.kinds or one.of)))

    def _added(self, left: Step, right: Step) -> Iterator[Step]:
        """The sum and the difference of two of one unit; a bare number behind another is of its unit."""
        if left.of != right.of and right.is_bare:
            right = in_unit_of(right, left)
        big, small = (left, right) if left.value > right.value else (right, left)
        if left.of != right.of or left.percent != right.percent or big.value > small.value * FAR_LESS:
            return
        if any(_is_a_ratio(one) for one in (left, right)):
            return
        listed = left.uses | right.uses <= self._listed
        if left.kinds and right.kinds and left.kinds != right.kinds and not listed:
            return
        priced = self._is_price(left) or self._is_price(right)
        mixed = Operator.DIFFERENCE in (left.term.operator, right.term.operator)
        plus = self._is_beside(left, right, self._plus) or ((listed or self._adds) and not mixed)
        yield joined(Operator.SUM, left, right, said=plus and not priced)
        if left.value != right.value:
            yield joined(Operator.DIFFERENCE, big, small, said=not mixed and (self._takes or self._is_taken(small)))

    def _are_items(self, left: Step, right: Step) -> bool:
        """Whether two are items of a list, with no unit and no word that multiplies: "won 20, drew 10, lost 8"."""
        plain = all(not (one.of or one.percent) and one.value > 1 for one in (left, right))
        return plain and left.uses | right.uses <= self._listed and not self._is_beside(left, right, self._times)

    def _cues(self, what: str) -> Places:
        return NOWHERE.union(*map(self._context.cue, defaults().step_cues[what]))

    def _is_price(self, one: Step) -> bool:
        return one.term.leaf is not None and is_at(self._context, one.term.leaf)

    def _is_beside(self, left: Step, right: Step, cue: Places, behind: int = BEHIND) -> bool:
        """Whether one of some words stands between two terms, or right behind them."""
        stated = self._context.sentence.stated
        first, last = min(stated[index].first for index in right.uses), max(stated[index].last for index in right.uses)
        before = max(stated[index].last for index in left.uses)
        return not cue.isdisjoint((*range(before + 1, first), *range(last + 1, last + 1 + behind)))

    def _is_near(self, leaf: Leaf, cue: Places) -> bool:
        """Whether one of some words stands near a number."""
        one = self._context.sentence.stated[min(leaf.uses)]
        return not cue.isdisjoint(range(one.first - NEAR, one.last + NEAR + 1))

    def _is_taken(self, step: Step) -> bool:
        """Whether a word right before, or behind, the numbers of a term takes it away."""
        stated = [self._context.sentence.stated[index] for index in step.uses]
        near = range(min(one.first for one in stated) - NEAR, max(one.last for one in stated) + NEAR)
        return any(one.quantity.value < 0 for one in stated) or not self._taking.isdisjoint(near)


def change_places(context: Context) -> Places:
    """The places of the words that say that something rises or falls, or is taken off."""
    return rising(context) | falling(context) | NOWHERE.union(*map(context.cue, defaults().step_cues["changing"]))


def _is_a_ratio(step: Step) -> bool:
    """Whether a step is so much of something, and nothing that is added up: one over another, or 1 − 20 %."""
    leaf = step.term.leaf
    made = leaf is not None and leaf.made is not None and leaf.made.operator in (Operator.LESS, Operator.PLUS)
    return not step.of and (made or step.term.operator is Operator.QUOTIENT)


def _likeliest(steps: list[Step]) -> list[Step]:
    """The likeliest terms of a stretch, each value once."""
    kept: dict[tuple[float, int, frozenset[int]], Step] = {}
    for one in sorted(steps, key=lambda one: one.rank):
        if 1 / LARGEST < one.value < LARGEST and 1 / LARGEST < one.said < LARGEST:
            kept.setdefault((round(one.value, 9), one.of, one.uses), one)
        if len(kept) >= MOST_OF_A_STRETCH:
            break
    return list(kept.values())
