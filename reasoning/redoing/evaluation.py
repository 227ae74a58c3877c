"""A stored claim judged and told again, from the claim and a library alone."""

from __future__ import annotations

from datetime import date

from knowledge import Library
from reasoning.explaining.decision import verdict_of
from reasoning.explaining.findings import WEIGHT_OF_ALL, finding_of
from reasoning.judging.comparison import compare
from reasoning.judging.outcome import Outcome
from reasoning.model.answer import Finding, Verdict
from reasoning.serialization.claim_loader import ClaimError, load_claim
from reasoning.serialization.stored_claim import StoredClaim


def reevaluate(claim: str, library: Library, as_of: date) -> Finding:
    """The finding of a claim in JSON, by the figures of a library, in the language spoken.

    By the same figures it is the finding that the claim came with, but for its span. Raises ClaimError for what is no
    claim, or one that can't be judged any more.
    """
    return judge_again(load_claim(claim, library, as_of), library)


def judge_again(stored: StoredClaim, library: Library, *, is_changed: bool = False) -> Finding:
    """The finding of a stored claim. Where a change `is_changed` an upper bound decides only what lies beyond it.

    Raises ClaimError where the two sides can't be set against each other.
    """
    try:
        outcome = compare(stored.claim, stored.quantity)
        if outcome is None:
            raise ClaimError("the two sides of this claim can't be set against each other")
        return finding_of(stored, outcome, _verdict(stored, outcome, is_changed=is_changed), library)
    except (ArithmeticError, KeyError, IndexError, AssertionError) as error:
        raise ClaimError("this claim can't be judged") from error


def _verdict(stored: StoredClaim, outcome: Outcome, *, is_changed: bool) -> Verdict:
    if is_changed and stored.upper_only and not (outcome.over and outcome.label >= 2):
        return Verdict.CANT_TELL
    mass = stored.certainty / WEIGHT_OF_ALL
    return verdict_of(outcome, stored.claim.relation, mass, hedged=stored.hedged)
