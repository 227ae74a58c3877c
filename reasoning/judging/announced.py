"""The cost of taking another number for the result than the one that the sentence announces as what comes out."""

from __future__ import annotations

from dataclasses import replace

from reasoning.derivation.derived_numbers import standing_for, taken_up
from reasoning.derivation.soundness import is_divided
from reasoning.grounding.context import Context
from reasoning.judging.posterior import Judged, unlikeliness
from reasoning.model.claim import Candidate, Operator, Term
from reasoning.model.leaf import Places
from reasoning.reading.results import concludes_from_before

NOT_THE_RESULT = 0.4  # the announced number is used, and another one is claimed
ADDED_TO = 0.9  # likewise, and the announced number is added or averaged with the others
PASSED_OVER = 0.7  # two or more numbers are reckoned with, and what they are said to make is left out
NOTHING_RECKONED = 0.4  # the announced number is claimed by itself, as if nothing stood before it
TAKEN_AGAIN = 0.5  # a number for which another stands that was made of it
BESIDE_OWN = 0.5  # what the knowledge makes of numbers that a sentence reckons with itself
LIKELY = 3.0  # nats: a sum of one's own that is dearer is none to go by
PLAUSIBLE = 2  # labels below it say yes
RECKONED = frozenset({"own", "level"})  # relations in which one number is what others make


def passed_over(candidate: Candidate, context: Context) -> float:
    """The cost of a claim that takes several numbers of a sentence and not the announced one for their result."""
    results = context.results()
    if context.numbers_before > 1 and len(candidate.stated) == 1 and concludes_from_before(context.sentence):
        return NOTHING_RECKONED + NOT_THE_RESULT
    if not results or candidate.claim.relation not in RECKONED:
        return 0.0
    if is_divided(context, candidate.target):
        return 0.0
    if candidate.target in results:
        return NOTHING_RECKONED if len(candidate.stated) == 1 else 0.0
    if candidate.stated & results:
        return NOT_THE_RESULT if _is_product(candidate.claim.right) else ADDED_TO
    return PASSED_OVER if len(candidate.stated) > 1 else 0.0


def _is_product(term: Term) -> bool:
    """Whether a term multiplies and divides alone, so that each of its numbers may stand for what comes out."""
    if term.leaf is not None:
        return True
    return term.operator in (Operator.PRODUCT, Operator.QUOTIENT) and all(map(_is_product, term.parts))


def reckoned_on(one: Candidate, derived: dict[int, frozenset[int]]) -> Candidate:
    """A sum of the message's own that takes up what was reckoned on the way, with the numbers this stands for."""
    if one.claim.relation != "own":
        return one
    again = one.stated & taken_up(derived, one.target)
    cost = {**one.cost, "result": one.cost.get("result", 0.0) + TAKEN_AGAIN} if again else one.cost
    return replace(one, stated=standing_for(derived, one.stated - {one.target}) | {one.target}, cost=cost)


def own_first(candidates: list[Candidate], results: Places) -> list[Candidate]:
    """The candidates; those of the knowledge cost more where a sentence reckons its result from its own numbers."""
    own = [one for one in candidates if one.claim.relation == "own" and one.target in results]
    complete = [one.stated for one in own if len(one.stated) > 1 and _is_complete(one)]
    return [_beside(one) if _is_beside(one, complete, results) else one for one in candidates]


def _is_complete(own: Candidate) -> bool:
    """Whether a sum of one's own is likely, and leaves nobody out who is named."""
    return unlikeliness(own) <= LIKELY and not own.cost.get("entities")


def _is_beside(one: Candidate, complete: list[Places], results: Places) -> bool:
    """Whether a candidate makes something else of a result that a sum of one's own explains."""
    return one.claim.relation == "level" and any(one.stated <= stated and one.stated & results for stated in complete)


def _beside(one: Candidate) -> Candidate:
    return replace(one, cost={**one.cost, "result": one.cost.get("result", 0.0) + BESIDE_OWN})


def as_announced(judged: list[Judged], results: Places) -> list[Judged]:
    """The readings; an equation is as weighty for its announced number as for any other, and holds only if it does."""
    best: dict[tuple[frozenset[str], bool], float] = {}
    holds: dict[tuple[frozenset[str], bool], bool] = {}
    for one in judged:
        key = _equation(one)
        best[key] = max(best.get(key, 0.0), one.yes)
        if one.candidate.target in results:
            holds[key] = holds.get(key, False) or one.outcome.label < PLAUSIBLE
    made = []
    for one in judged:
        key, announced = _equation(one), one.candidate.target in results
        if one.candidate.claim.relation != "own" or key not in holds:
            made.append(one)
        elif announced:
            made.append(replace(one, yes=best[key]) if one.outcome.label < PLAUSIBLE else one)
        else:
            made.append(one if holds[key] else replace(one, yes=0.0))
    return made


def _equation(one: Judged) -> tuple[frozenset[str], bool]:
    """What stands for an equation, whichever of its numbers is claimed; whether it only multiplies and divides."""
    claim = one.candidate.claim
    return frozenset(leaf.id for leaf in claim.leaves()), _is_product(claim.right)
