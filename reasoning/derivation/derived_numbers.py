"""The numbers of a text that it reckons on the way to its result, and the numbers that each of them stands for."""

from __future__ import annotations

from reasoning.derivation.soundness import named_sides
from reasoning.derivation.step_table import StepTable
from reasoning.derivation.steps import EXACTLY, Step, holds_a_bare_number, may_be_taken_as_written
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import LENGTH, TIME
from reasoning.model.leaf import Leaf
from reasoning.reading.passage import ages_told
from reasoning.reading.results import announced_on_the_way

FEWEST = 2  # numbers that make another
DEAREST = 1.3  # a term that costs more is no way to reckon


def derived_numbers(found: Ground) -> dict[int, frozenset[int]]:
    """By its index each number that is announced on the way and comes out, with the indexes of those that make it.

    "6 by 2.5 m is 15 m², less 3 leaves 12, at 60 a m² that's 720": 15 is made of 6 and 2.5, 12 of these, 15 and 3.
    """
    known = found.context.known
    if derived_numbers not in known:
        known[derived_numbers] = _derived(found)
    made: dict[int, frozenset[int]] = known[derived_numbers]
    return made


def taken_up(derived: dict[int, frozenset[int]], index: int) -> frozenset[int]:
    """The numbers for which others stand before the one at `index`."""
    return frozenset().union(*(uses for at, uses in derived.items() if at < index))


def standing_for(derived: dict[int, frozenset[int]], used: frozenset[int]) -> frozenset[int]:
    """Some numbers with those that they stand for."""
    return used.union(*(derived.get(index, ()) for index in used))


def _derived(found: Ground) -> dict[int, frozenset[int]]:
    sentence = found.context.sentence
    sides, ages = named_sides(found.context), ages_told(sentence)
    numbers = [index for index, leaves in enumerate(found.stated) if leaves and index not in ages]
    derived: dict[int, frozenset[int]] = {}
    for index in sorted(announced_on_the_way(sentence) & {*numbers[FEWEST:-1]}):
        done = taken_up(derived, index)
        apart = done if found.stated[index][0].type == LENGTH * LENGTH else done | sides
        before = [one for one in numbers if one < index and one not in apart]
        if len(before) < FEWEST:
            continue
        table = StepTable(found, index, before)
        made = [step for step in table.steps() if step.cost <= DEAREST and before[-1] in step.uses]
        hits = [step for step in made for leaf in found.stated[index] if _comes_out(table, step, leaf)]
        if hits:
            best = min(hits, key=lambda step: step.cost)
            derived[index] = standing_for(derived, best.uses)
    return derived


def _comes_out(table: StepTable, step: Step, leaf: Leaf) -> bool:
    """Whether a term makes a number, in its unit or, where one of its numbers has none, as it is written."""
    if not leaf.factor or leaf.value <= 0:
        return False
    by_period = table.types.of(leaf.type) == step.of - table.types.of(TIME)  # "4 % of 18,000 is 720 a year"
    if table.types.of(leaf.type) == step.of:
        value, claimed = step.value, float(leaf.value)
    elif by_period or holds_a_bare_number(step.term) or not table.types.of(leaf.type):
        value, claimed = step.said, float(leaf.value / leaf.factor)
        if not may_be_taken_as_written(step):
            return False
    else:
        return False
    room = max(float((leaf.high - leaf.low) / leaf.value / 2), EXACTLY)
    return abs(value - claimed) <= room * claimed
