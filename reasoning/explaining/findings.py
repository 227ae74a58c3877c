"""Decided claims as Findings: reading, headline, lines of arithmetic, what would change the verdict."""

from __future__ import annotations

from fractions import Fraction

from i18n.language import say, translatable
from knowledge import Library
from reasoning.check import Checked
from reasoning.explaining.arithmetic import arithmetic_lines
from reasoning.explaining.claim_json import claim_to_json
from reasoning.explaining.decision import Decided
from reasoning.explaining.wording import ClaimWording
from reasoning.model.leaf import Sort
from reckoning.answer import Finding, Verdict

COMES_NEAR = 0.5  # the share of the mass from which an undecided reading is asked back
WEIGHT_OF_ALL = 1000  # a finding's weight is the share of the mass in thousandths
MEANT = translatable("Is this meant: {reading}? By the figures: {figures}.")


def explain(checked: Checked, decided: Decided, library: Library) -> Finding:
    """The finding of a decided claim, in the language spoken. No word of the message stands in it."""
    wording = ClaimWording(checked, decided, library)
    return Finding(
        kind="claim",
        reading=wording.reading(),
        verdict=decided.verdict,
        headline=wording.headline(),
        comparisons=arithmetic_lines(wording),
        flip=wording.flip(),
        weight=Fraction(int(decided.mass * WEIGHT_OF_ALL)),
        span=wording.quantity.span if wording.quantity is not None else checked.sentence.span,
        claim=claim_to_json(wording.claim),
    )


def nearest(checked: list[Checked], library: Library) -> str:
    """The question whether the likeliest reading is meant, with its figures; "" where none comes near.

    It is asked only of a level of one figure, where no claim of the text was decided.
    """
    groups = [one for one in checked if one.sides.best]
    best = max(groups, key=lambda one: max(one.sides.yes, one.sides.no), default=None)
    if best is None or max(best.sides.yes, best.sides.no) < COMES_NEAR:
        return ""
    judged = best.sides.best[0]
    leaf = judged.candidate.claim.right.leaf
    if leaf is None or leaf.sort is not Sort.FIGURE or judged.candidate.claim.relation != "level":
        return ""
    finding = explain(best, Decided(judged, Verdict.CANT_TELL, 0.0), library)
    return say(MEANT, reading=finding.reading, figures="; ".join(one.text for one in finding.comparisons[:-1]))
