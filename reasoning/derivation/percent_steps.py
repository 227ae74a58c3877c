"""Changes by a share that follow each other, and the change that undoes one: (1 + p)(1 + q) - 1, 1 / (1 - p) - 1."""

from __future__ import annotations

from collections.abc import Iterator

from quantities import Direction, Form, Role
from reasoning.derivation.product_claims import COMPARATORS
from reasoning.grounding.context import Context
from reasoning.grounding.ground import Ground
from reasoning.model.claim import Candidate, Claim, Operator, Term, single
from reasoning.model.leaf import Leaf, Places, constant

FEWEST, MOST = 2, 4  # steps
STEPS, UNDONE = 0.1, 0.1
NOT_ANNOUNCED = 0.6


def percent_step_candidates(found: Ground) -> Iterator[Candidate]:
    """For the share that is announced as a result: the others as steps one upon the other, or one of them undone."""
    context = found.context
    shares = [leaves[0] for leaves in found.stated if leaves and _is_change(found, leaves[0])]
    results = context.results()
    roles = {context.sentence.stated[min(leaf.uses)].quantity.role for leaf in shares}
    if roles & {Role.FROM, Role.TO}:
        return  # what something was, and is, are no steps
    for target in shares:
        steps = [leaf for leaf in shares if leaf.id != target.id]
        said = 0.0 if target.uses <= results else NOT_ANNOUNCED
        if target.uses.isdisjoint(results) and (results or target is not shares[-1]):
            continue
        factors = [_factor(leaf, falls=falls) for leaf, falls in zip(steps, _falls(found, steps), strict=True)]
        if FEWEST <= len(factors) <= MOST and rising(context) | falling(context):
            yield _candidate(found, target, steps, Term(None, Operator.PRODUCT, tuple(factors)), STEPS + said)
        if len(factors) == 1 and context.cue("undo"):
            whole = Term(None, Operator.QUOTIENT, (single(constant(1)), factors[0]))
            yield _candidate(found, target, steps, whole, UNDONE + said)


def rising(context: Context) -> Places:
    """The places of the words for a rise, or for what is added to something."""
    return context.cue("up") | context.cue("on_top")


def falling(context: Context) -> Places:
    """The places of the words for a fall, or for what is taken off something."""
    return context.cue("down") | context.cue("off")


def _is_change(found: Ground, leaf: Leaf) -> bool:
    """Whether a number is a share, or a half of something that is lost or gained."""
    quantity = found.context.sentence.stated[min(leaf.uses)].quantity
    return leaf.percent or (quantity.form is Form.RATIO and quantity.direction is not Direction.NONE)


def _falls(found: Ground, steps: list[Leaf]) -> list[bool]:
    """Whether each step is a fall: by its own words, else by the last word of a rise or a fall before its end."""
    context = found.context
    made: list[bool] = []
    for leaf in steps:
        one = context.sentence.stated[min(leaf.uses)]
        before = range(one.last + 2)
        up = max(rising(context) & frozenset(before), default=-1)
        down = max(falling(context) & frozenset(before), default=-1)
        if one.quantity.direction is not Direction.NONE:
            made.append(one.quantity.direction is Direction.DOWN)
        else:
            made.append(down > up)
    return made


def _factor(leaf: Leaf, *, falls: bool) -> Term:
    """What a step multiplies by, as a term."""
    return Term(None, Operator.LESS if falls else Operator.PLUS, (single(leaf),))


def _candidate(found: Ground, target: Leaf, steps: list[Leaf], factor: Term, cost: float) -> Candidate:
    """The claim that a share is what a factor changes by."""
    context = found.context
    (index,) = target.uses
    one = single(constant(1))
    parts = (factor, one) if factor.value() >= 1 else (one, factor)
    quantity = context.sentence.stated[index].quantity
    claim = Claim(single(target), COMPARATORS.get(quantity.bound, "="), Term(None, Operator.DIFFERENCE, parts), "own")
    cues = rising(context) | falling(context) | context.cue("undo") | context.cue("total")
    places = target.places.union(*(leaf.places for leaf in steps)) | cues
    used = frozenset({index}).union(*(leaf.uses for leaf in steps))
    amounts = (leaf for leaves in found.stated for leaf in leaves[:1] if leaf.uses.isdisjoint(context.results()))
    places |= frozenset().union(*(leaf.places for leaf in amounts))  # of how much they are, makes no difference
    return Candidate(claim, {"product": cost, "type": target.cost}, places, used, frozenset(), index)
