"""Claims of a text, judged: the readings of each sentence in groups that share numbers, each group weighed."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import inf

from knowledge import Library
from reasoning.derivation.bills import bill_candidates
from reasoning.derivation.changes import change_candidates
from reasoning.derivation.gifts import gift_candidates
from reasoning.derivation.joint_holders import joint_candidates
from reasoning.derivation.levels import level_candidates
from reasoning.derivation.limits import limit_candidates
from reasoning.derivation.orders import order_candidates
from reasoning.derivation.past_money import past_money_candidates
from reasoning.derivation.percent_steps import percent_step_candidates
from reasoning.derivation.plans import plan_candidates
from reasoning.derivation.ranks import rank_candidates
from reasoning.derivation.records import record_candidates
from reasoning.derivation.savings import fortune_candidates
from reasoning.derivation.sizes import by_squares, size_candidates
from reasoning.derivation.spans import date_candidates, span_candidates
from reasoning.derivation.sums import sum_candidates
from reasoning.derivation.temperatures import temperature_candidates
from reasoning.derivation.trends import trend_candidates
from reasoning.grounding.context import Context, dating_places
from reasoning.grounding.ground import ground
from reasoning.grounding.types import count_bases
from reasoning.judging.announced import as_announced, own_first
from reasoning.judging.comparison import compare
from reasoning.judging.explained import explained_within, with_unexplained
from reasoning.judging.outcome import Basis
from reasoning.judging.posterior import Judged, Sides, judge, unlikeliness, weigh
from reasoning.judging.unexplained_words import unknown_names
from reasoning.model.claim import WITHOUT_NUMBER, Candidate
from reasoning.model.leaf import Places, Sort
from reasoning.model.work import StepBudget
from reasoning.reading.passage import Named, Passage, Sentence, read_passage

GENERATORS = (
    level_candidates,
    joint_candidates,
    change_candidates,
    trend_candidates,
    order_candidates,
    rank_candidates,
    record_candidates,
    sum_candidates,
    bill_candidates,
    span_candidates,
    date_candidates,
    fortune_candidates,
    size_candidates,
    percent_step_candidates,
    plan_candidates,
    limit_candidates,
    temperature_candidates,
    gift_candidates,
    past_money_candidates,
)
MOST_SENTENCES = 40  # with numbers, of a text; and the first sentences without; what lies beyond is not reasoned about
MOST_RIVALS = 24  # readings of one quantity that are compared; the work on a sentence is bounded by it
MOST_ABOVE_BEST = 5.0  # nats: a reading this much dearer than the cheapest could win only by a hit beyond all densities
MOST_ADDED = 1.1  # nats that a reading may cost more beside others where something is announced: see `own_first`
MOST_GROUPS = 6  # claims of one sentence
MOST_NAMES_BEFORE = 6  # names of earlier sentences that a later one may still mean
RESULT_FIRST = 8.0
REFUTED, FAR_FROM_SO = 0.8, 3  # the share of the mass from which a number that a sum starts from is wrong; times off
SETTLED = 0.7  # from this share of the mass on, a group explains its quantities to the others


@dataclass(frozen=True, slots=True)
class Checked:
    """A judged group of readings; `target` is the index of the quantity that the best one claims, -1 for none."""

    sentence: Sentence
    target: int
    sides: Sides


def check_passage(text: str, library: Library, as_of: date) -> list[Checked]:
    """The claims of a text, judged by the figures of a library for the day `as_of`."""
    return check_read(read_passage(text, library), library, as_of)


def check_read(passage: Passage, library: Library, as_of: date) -> list[Checked]:
    """The claims of a text that was read, judged by the figures of a library for the day `as_of`, by sentence.

    The work is bounded: a text that takes more than the steps of a StepBudget is judged as far as they reach.
    """
    before: list[Named] = []
    found: list[Checked] = []
    budget = StepBudget()
    left = numbers = 0
    for sentence in _reasoned_about(passage.sentences):
        strangers = unknown_names(sentence)
        context = Context(
            sentence, library, as_of, tuple(before), numbers_before=numbers, strangers=strangers + left, budget=budget
        )
        left, numbers = strangers, len(sentence.stated)
        found += check_sentence(context)
        if budget.left <= 0:
            break
        before = [*sentence.names, *before][:MOST_NAMES_BEFORE]
    return found


def _reasoned_about(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The first sentences of a text, and beyond them those with numbers, so that a late claim is not passed over."""
    early, late = sentences[:MOST_SENTENCES], sentences[MOST_SENTENCES:]
    room = MOST_SENTENCES - sum(bool(one.stated) for one in early)
    return [*early, *[one for one in late if one.stated][:room]]


def check_sentence(context: Context) -> list[Checked]:
    """The claims of a sentence, judged; the surest reading's first."""
    sentence = context.sentence
    compares = context.cue("more") | context.cue("less")
    if not (sentence.stated or sentence.names or dating_places(context) or context.cue("record") or compares):
        return []
    judged = _judged(context)
    groups = _groups(judged, context.results())
    settled = [_is_settled(_beside(group, groups, [True] * len(groups), context)) for group in groups]
    found = []
    for group in groups:
        sides = weigh(_beside(group, groups, settled, context))
        found.append(Checked(context.sentence, sides.best[0].candidate.target, sides))
        found += _wrong_premises(sides.best[0], judged, groups, settled, context)
    return found


def _wrong_premises(
    best: Judged, judged: list[Judged], groups: list[list[Judged]], settled: list[bool], context: Context
) -> list[Checked]:
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
            found.append(Checked(context.sentence, index, sides))
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


def _judged(context: Context) -> list[Judged]:
    """All likely readings of a sentence, judged, the weightiest first."""
    grounded = ground(context)
    candidates = by_squares([one for generate in GENERATORS for one in generate(grounded)], context)
    candidates = _explained(candidates, context)
    made = []
    for candidate in _likely(own_first(candidates, context.results())):
        quantity = context.sentence.stated[candidate.target].quantity if candidate.target >= 0 else None
        outcome = compare(candidate.claim, quantity)
        if outcome is not None:
            made.append(judge(candidate, outcome))
    made = as_announced(made, context.results())
    made.sort(key=lambda one: -max(one.yes, one.no))
    return made


def _explained(candidates: list[Candidate], context: Context) -> list[Candidate]:
    """The candidates with what they leave unexplained; which costs too much even before that is left out."""
    by_target: dict[int, list[tuple[float, int]]] = {}
    for place, candidate in enumerate(candidates):
        by_target.setdefault(candidate.target, []).append((unlikeliness(candidate), place))
    kept: dict[int, Candidate] = {}
    added = MOST_ADDED if context.results() else 0.0
    for rivals in by_target.values():
        costs: list[float] = []  # of those that are kept, in order
        most = inf
        for least, place in sorted(rivals):
            if least > most:
                break
            whole = explained_within(candidates[place], context, most)
            if whole is not None:
                kept[place] = whole
                insort(costs, unlikeliness(whole))
                most = min([costs[0] + MOST_ABOVE_BEST, *costs[MOST_RIVALS - 1 : MOST_RIVALS]]) + added
    return [kept[place] for place in sorted(kept)]


def _likely(candidates: list[Candidate]) -> list[Candidate]:
    """The readings of each quantity that cost not much more than its cheapest."""
    by_target: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_target.setdefault(candidate.target, []).append(candidate)
    kept = []
    for rivals in by_target.values():
        costs = {id(one): unlikeliness(one) for one in rivals}
        rivals.sort(key=lambda one: costs[id(one)])
        least = costs[id(rivals[0])]
        kept += [one for one in rivals[:MOST_RIVALS] if costs[id(one)] <= least + MOST_ABOVE_BEST]
    return kept


def _groups(judged: list[Judged], results: frozenset[int]) -> list[list[Judged]]:
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
