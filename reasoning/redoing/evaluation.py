"""A stored claim judged and told again, from the claim and a library alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from knowledge import Library
from reasoning.explaining.asked import tell_asked
from reasoning.explaining.decision import verdict_of
from reasoning.explaining.findings import WEIGHT_OF_ALL, finding_of, open_finding
from reasoning.judging.comparison import compare
from reasoning.judging.outcome import Basis, Outcome
from reasoning.model.answer import Finding, Verdict
from reasoning.model.claim import ASKED, Claim
from reasoning.model.leaf import Sort
from reasoning.redoing.sharing import share_out
from reasoning.serialization.claim_loader import ClaimError, load_claim
from reasoning.serialization.stored_claim import StoredClaim, filled, with_own_figure


def reevaluate(claim: str, library: Library, as_of: date) -> Finding:
    """The finding of a claim in JSON, by the figures of a library, in the language spoken.

    By the same figures it is the finding that the claim came with, but for its span. Raises ClaimError for what is no
    claim, or one that can't be judged any more.
    """
    return judge_again(load_claim(claim, library, as_of), library, as_of)


def judge_again(stored: StoredClaim, library: Library, as_of: date) -> Finding:
    """The finding of a stored claim. Raises ClaimError where the two sides can't be set against each other."""
    lacking = [leaf for leaf in stored.claim.leaves() if leaf.sort is Sort.LACKING]
    if lacking:
        return open_finding(stored, lacking, library)
    try:
        if stored.claim.relation in ASKED:
            asked = filled(stored)
            return _with_shares(tell_asked(asked, library, as_of), asked, library, as_of)
        told = with_own_figure(stored)
        outcome = compare(told.claim, told.quantity) or _payable(told.claim)
        if outcome is None:
            raise ClaimError("the two sides of this claim can't be set against each other")
        finding = finding_of(stored, outcome, _verdict(stored, outcome), library, as_of)
        return _with_shares(finding, stored, library, as_of)
    except (ArithmeticError, LookupError, AssertionError) as error:
        raise ClaimError("this claim can't be judged") from error


def _with_shares(finding: Finding, stored: StoredClaim, library: Library, as_of: date) -> Finding:
    """The finding with the lines of its number for each of those that were asked for."""
    lines = [line for group in stored.shared if (line := share_out(stored, group, library, as_of)) is not None]
    return replace(finding, comparisons=(*lines, *finding.comparisons))


def _verdict(stored: StoredClaim, outcome: Outcome) -> Verdict:
    """The verdict; of a claim that was changed an upper bound decides only what lies beyond it."""
    if not stored.accepted:
        return verdict_of(outcome, stored.claim, stored.certainty / WEIGHT_OF_ALL, hedged=stored.hedged)
    if stored.upper_only and not (outcome.over and outcome.label >= 2):
        return Verdict.CANT_TELL
    return verdict_of(outcome, stored.claim, 1.0)


def _payable(claim: Claim) -> Outcome | None:
    """A gift that could be paid, which a claim is never read as, but may be changed to; None for anything else."""
    if claim.relation != "gift":
        return None
    total, purse = claim.left.value(), claim.right.value()
    return Outcome(Basis.LOOSE, 1.0, over=False, label=1, ratio=total / purse) if total > 0 and purse > 0 else None
