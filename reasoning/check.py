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
from reasoning.derivation.derived_numbers import derived_numbers
from reasoning.derivation.gifts import gift_candidates
from reasoning.derivation.joint_holders import joint_candidates
from reasoning.derivation.levels import level_candidates
from reasoning.derivation.limits import limit_candidates
from reasoning.derivation.orders import order_candidates
from reasoning.derivation.own_steps import step_candidates
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
from reasoning.grounding.ground import Ground, ground
from reasoning.grounding.implied import constant_leaves
from reasoning.grounding.stated import stated_leaves
from reasoning.grounding.types import PHYSICAL
from reasoning.judging.announced import as_announced, own_first, reckoned_on
from reasoning.judging.comparison import compare
from reasoning.judging.explained import explained_within
from reasoning.judging.groups import weighed_groups
from reasoning.judging.posterior import Judged, Sides, judge, unlikeliness
from reasoning.judging.signs import contradicts_a_sign
from reasoning.judging.unexplained_words import unknown_names
from reasoning.model.claim import Candidate
from reasoning.model.work import StepBudget
from reasoning.reading.passage import Named, Passage, Sentence, ages_told, read_passage
from reasoning.reading.results import announced_results, concluded, concludes_from_before

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
    step_candidates,
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
# Of a text taken as one sentence.
OF_THE_WHOLE = (level_candidates, sum_candidates, step_candidates, bill_candidates, span_candidates)
MOST_SENTENCES = 40  # with numbers, of a text; and the first sentences without; what lies beyond is not reasoned about
MOST_RIVALS = 24  # readings of one quantity that are compared; the work on a sentence is bounded by it
MOST_ABOVE_BEST = 5.0  # nats: a reading this much dearer than the cheapest could win only by a hit beyond all densities
MOST_ADDED = 1.1  # nats that a reading may cost more beside others where something is announced: see `own_first`
SETTLED_SIDE = 0.75  # the share of the mass from which on a side of a sum over several sentences is taken
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
    if passage.whole is None:
        return found
    over_all = _sum_of_the_whole(Context(passage.whole, library, as_of, budget=budget), passage.sentences)
    if any(_is_own(one) for one in found):
        over_all = [one for one in over_all if one.sides.yes > one.sides.no]
        parts = [one for one in found if not any(_is_part_of(one, other) for other in over_all)]
        return [*over_all, *parts] if over_all else found
    settled = frozenset[int]().union(*(_starts(one) for one in found if _is_settled(one)))
    over_all = [one for one in over_all if one.sides.yes > one.sides.no or _start(one, one.target) not in settled]
    if not over_all:
        return found
    return [*over_all, *(one for one in found if one.sides.no >= SETTLED_SIDE and not _is_own(one))]


def _is_part_of(one: Checked, over_all: Checked) -> bool:
    """Whether a claim of one sentence takes only some of the numbers that make a result over several."""
    return _starts(one) <= _starts(over_all)


def _starts(one: Checked) -> frozenset[int]:
    """Where in the text the numbers begin that the best reading takes."""
    return frozenset(_start(one, index) for index in one.sides.best[0].candidate.stated)


def _start(one: Checked, index: int) -> int:
    """Where in the text a number of the sentence begins; -1 for none."""
    return one.sentence.words[one.sentence.stated[index].first].start if index >= 0 else -1


def _sum_of_the_whole(context: Context, sentences: Sequence[Sentence]) -> list[Checked]:
    """What the numbers of several sentences make of each other, where one side has most of the mass; else nothing."""
    own = Ground(context, [], stated_leaves(context), [], [], constant_leaves(context), [], [], [])
    judged = _judged(own, [one for generate in OF_THE_WHOLE for one in generate(own)])
    found = [Checked(context.sentence, target, sides) for target, sides in weighed_groups(judged, own)]
    return [one for one in found if max(one.sides.yes, one.sides.no) >= SETTLED_SIDE and _is_of_several(one, sentences)]


def _is_of_several(one: Checked, sentences: Sequence[Sentence]) -> bool:
    """Whether a result is claimed of all numbers before it, from several sentences.

    Where they don't make it, its own sentence concludes from the one before.
    """
    whole, best = one.sentence, one.sides.best[0].candidate
    starts = {index: _start(one, index) for index in best.stated}
    parts = {
        index: next(n for n, part in enumerate(sentences) if start < part.span[1]) for index, start in starts.items()
    }
    if best.claim.relation != "own" or len(set(parts.values())) == 1:
        return False
    if not frozenset(range(one.target)) - ages_told(whole) <= best.stated:
        return False
    if one.sides.yes > one.sides.no or one.target in concluded(whole):
        return True
    if concludes_from_before(sentences[parts[one.target]]):
        return True
    priced = any(base == "money" for base, _ in best.claim.left.leaves()[0].type.of)  # of something else, maybe
    measured = not priced and PHYSICAL & {base for leaf in best.claim.leaves() for base, _ in leaf.type.of}
    return one.target in announced_results(whole) and bool(measured) and not best.cost.get("type")


def _is_own(one: Checked) -> bool:
    """Whether the message's own numbers settle a claim."""
    return _is_settled(one) and one.sides.best[0].candidate.claim.relation == "own"


def _is_settled(one: Checked) -> bool:
    """Whether one side of a claim has most of the mass."""
    return bool(one.sides.best) and max(one.sides.yes, one.sides.no) >= SETTLED_SIDE


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
    grounded = ground(context)
    judged = _judged(grounded, [one for generate in GENERATORS for one in generate(grounded)])
    return [Checked(sentence, target, sides) for target, sides in weighed_groups(judged, grounded)]


def _judged(found: Ground, candidates: list[Candidate]) -> list[Judged]:
    """The likely ones among the readings of a sentence, judged, the weightiest first."""
    context, derived = found.context, derived_numbers(found)
    candidates = [reckoned_on(one, derived) for one in candidates] if derived else candidates
    candidates = [one for one in candidates if not contradicts_a_sign(one, context)]
    candidates = _explained(by_squares(candidates, context), context)
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
