"""Claims of a text, judged: the readings of each sentence in groups that share numbers, each group weighed."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass
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
from reasoning.judging.announced import as_announced, own_first
from reasoning.judging.comparison import compare
from reasoning.judging.explained import explained_within
from reasoning.judging.groups import weighed_groups
from reasoning.judging.posterior import Judged, Sides, judge, unlikeliness
from reasoning.judging.unexplained_words import unknown_names
from reasoning.model.claim import Candidate
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
MOST_NAMES_BEFORE = 6  # names of earlier sentences that a later one may still mean


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
    return [Checked(sentence, target, sides) for target, sides in weighed_groups(judged, context)]


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
