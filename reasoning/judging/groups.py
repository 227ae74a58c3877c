"""Groups of rival readings of a sentence, which share a quantity: what is settled in one explains it to the others."""

from __future__ import annotations

from dataclasses import replace

from reasoning.derivation.derived_numbers import derived_numbers
from reasoning.grounding.context import Context
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import count_bases
from reasoning.judging.explained import with_unexplained
from reasoning.judging.outcome import Basis
from reasoning.judging.posterior import Judged, Sides, judge, weigh
from reasoning.model.claim import WITHOUT_NUMBER, Candidate
from reasoning.model.leaf import Places, Sort
from reasoning.reading.results import concluded

MOST_GROUPS = 6  # claims of one sentence
RESULT_FIRST = 8.0
REFUTED, FAR_FROM_SO = 0.8, 3  # the share of the mass from which a number that a sum starts from is wrong; times off
UNMET, FEWEST, PLAUSIBLE = 2.5, 2, 2
SETTLED = 0.7  # from this share of the mass on, a group explains its quantities to the others


def weighed_groups(judged: list[Judged], ground: Ground) -> list[tuple[int, Sides]]:
    """The sides of each group, with the index of the quantity that its best reading claims, -1 for none.

    Behind a sum of the message's own that fits stand the numbers it starts from that are known to be far from so.
    """
    context = ground.context
    groups = _groups(judged, context.results(), derived_numbers(ground))
    settled = [_is_settled(_beside(group, groups, [True] * len(groups), context)) for group in groups]
    found = []
    for group in groups:
        sides = _as_reckoned(weigh(_beside(group, groups, settled, context)), context)
        found.append((sides.best[0].candidate.target, sides))
        found += _wrong_premises(sides.best[0], judged, groups, settled, context)
    return found


def _as_reckoned(sides: Sides, context: Context) -> Sides:
    """The sides of a group; a conclusion that no sum of the message's own numbers makes is the likelier to be wrong."""
    best = sides.best[0]
    candidate, results = best.candidate, concluded(context.sentence)
    comes_out = any(
        one.candidate.stated & results and one.outcome.basis is Basis.OWN and one.outcome.label < PLAUSIBLE
        for one in sides.best
    )
    failed = candidate.target in results and best.outcome.basis is Basis.OWN and len(candidate.stated) > FEWEST
    if comes_out or not failed or best.outcome.label < PLAUSIBLE:
        return sides
    more = sides.no * UNMET
    total = more + sides.yes + max(1 - sides.yes - sides.no, 0.0)
    return Sides(sides.yes / total, more / total, sides.best)


def _groups(judged: list[Judged], results: frozenset[int], derived: dict[int, frozenset[int]]) -> list[list[Judged]]:
    """The readings in groups of rivals, which share a quantity; the best of what is left begins the next group.

    What a sentence starts from is no rival of what it announces as its result, and is told with it.
    """
    groups: list[list[Judged]] = []
    done: Places = frozenset()
    left = sorted(judged, key=lambda one: -max(one.yes, one.no) * _leads(one, results))
    while left and len(groups) < MOST_GROUPS:
        stated = left[0].candidate.stated
        concludes = stated & results
        own = [one for one in left if one.candidate.stated & stated or (not stated and not one.candidate.stated)]
        further = left[0].candidate.stated - {left[0].candidate.target}
        made = [uses | {index} for index, uses in derived.items() if index in further]  # no rival of what goes on
        own = [one for one in own if one is left[0] or not any(one.candidate.stated <= uses for uses in made)]
        groups.append([one for one in own if not concludes or one.candidate.stated & results])
        done |= stated
        best = left[0].candidate
        left = [one for one in left if _is_of_others(one.candidate, best, results - done)]
    return groups


def _is_of_others(candidate: Candidate, best: Candidate, concluded: Places) -> bool:
    """Whether a reading is of other numbers than the best, or of a further one that is concluded from the same."""
    shared = candidate.stated & best.stated
    if shared:
        return candidate.target in concluded and (best.target not in shared or len(shared) == 1)
    return bool(best.stated or candidate.stated)


def _leads(one: Judged, results: frozenset[int]) -> float:
    """The factor by which a reading comes before others: that of a result before what it is reckoned from."""
    return RESULT_FIRST if one.candidate.target in results and len(one.candidate.stated) > 1 else 1.0


def _is_settled(group: list[Judged]) -> bool:
    """Whether one side has so much of a group's mass that its readings explain their quantities to the others."""
    sides = weigh(group)
    return max(sides.yes, sides.no) >= SETTLED


def _forgiven(one: Judged, stated: frozenset[int], entities: frozenset[str], context: Context) -> Judged:
    """The reading judged again, without the cost of quantities and names that other claims of the sentence explain."""
    own = one.candidate
    if own.claim.relation in WITHOUT_NUMBER:  # two in order, and a number said of how far: the number decides
        return one
    again = with_unexplained(replace(own, stated=own.stated | stated, entities=own.entities | entities), context)
    return judge(replace(again, stated=own.stated, entities=own.entities), one.outcome)


def _wrong_premises(
    best: Judged, judged: list[Judged], groups: list[list[Judged]], settled: list[bool], context: Context
) -> list[tuple[int, Sides]]:
    """The numbers of a sum of the message's own that fits, which by what is known are far from so, each for itself.

    "830 million Germans in 16 states are 52 million a state" fits, and starts from ten times as many as there are.
    """
    if best.outcome.basis is not Basis.OWN or best.outcome.label > 1:
        return []
    found = []
    for index in sorted(best.candidate.stated - {best.candidate.target} - context.results()):
        alone = [one for one in judged if one.candidate.stated == {index} and one.outcome.basis is not Basis.OWN]
        sides = weigh(_beside(alone, groups, settled, context)) if alone else None
        if sides is not None and sides.no >= REFUTED and _is_far_from_a_figure(sides.best[0]):
            found.append((index, sides))
    return found


def _is_far_from_a_figure(one: Judged) -> bool:
    """Whether far more are counted than by the one figure of them that is known."""
    leaf, claimed = one.candidate.claim.right.leaf, one.candidate.claim.left.leaf
    counted = claimed is not None and bool(count_bases(claimed.type)) and not one.candidate.cost.get("type")
    too_many = one.outcome.over and one.outcome.apart >= FAR_FROM_SO  # fewer may be some of them
    return counted and leaf is not None and leaf.sort is Sort.FIGURE and too_many


def _beside(group: list[Judged], groups: list[list[Judged]], settled: list[bool], context: Context) -> list[Judged]:
    """The readings of a group again: what the settled ones among the other groups explain costs them nothing.

    For the message's own arithmetic only what other arithmetic of its own explains: that a number is known, too, does
    not say that it has no part in a sum.
    """
    others = [other[0].candidate for other, done in zip(groups, settled, strict=True) if done and other is not group]
    if not others:
        return group
    stated = frozenset(index for other in others for index in other.stated)
    summed = frozenset(index for other in others if other.claim.relation == "own" for index in other.stated)
    entities = frozenset(entity for other in others for entity in other.entities)
    return [
        _forgiven(one, summed if one.candidate.claim.relation == "own" else stated, entities, context) for one in group
    ]
