"""What is asked back of a claim that is not decided: which of two readings is meant, or whether the likeliest is."""

from __future__ import annotations

from i18n.language import say, translatable
from knowledge import Library
from reasoning.check import Checked
from reasoning.explaining.decision import Decided
from reasoning.explaining.findings import explain
from reasoning.judging.posterior import Judged, unlikeliness
from reasoning.model.answer import Finding, Verdict
from reasoning.model.leaf import Sort

COMES_NEAR = 0.5  # the share of the mass from which an undecided reading is asked back
RIVALS = 0.25  # the share that each of two sides has at least, where both readings are named
MEANT = translatable("Is this meant: {reading}? By the figures: {figures}.")
MOST_COST = 1.6  # nats: a dearer reading is not named
WHICH = translatable("I can read it in two ways that don't come to the same: “{one}” or “{other}”. Which is meant?")


def ask_back(checked: list[Checked], library: Library) -> str:
    """The question which of two readings of different sides is meant, or whether the likeliest is; "" for none.

    It is asked where no claim of the text was decided.
    """
    return _which(checked, library) or _nearest(checked, library)


def _which(checked: list[Checked], library: Library) -> str:
    """The question between the best readings of both sides, of the first group in which both have a share."""
    for group in checked:
        if min(group.sides.yes, group.sides.no) < RIVALS:
            continue
        fits = max(group.sides.best, key=lambda one: one.yes)
        fails = max(group.sides.best, key=lambda one: one.no)
        if max(unlikeliness(one.candidate) for one in (fits, fails)) > MOST_COST:
            continue
        one, other = (_undecided(group, judged, library).reading for judged in (fits, fails))
        if one != other:
            return say(WHICH, one=one, other=other)
    return ""


def _nearest(checked: list[Checked], library: Library) -> str:
    """The question whether the likeliest reading is meant, with its figures, where that is a level of one figure."""
    groups = [one for one in checked if one.sides.best]
    best = max(groups, key=lambda one: max(one.sides.yes, one.sides.no), default=None)
    if best is None or max(best.sides.yes, best.sides.no) < COMES_NEAR:
        return ""
    judged = best.sides.best[0]
    leaf = judged.candidate.claim.right.leaf
    if leaf is None or leaf.sort is not Sort.FIGURE or judged.candidate.claim.relation != "level":
        return ""
    finding = _undecided(best, judged, library)
    return say(MEANT, reading=finding.reading, figures="; ".join(one.text for one in finding.comparisons[:-1]))


def _undecided(group: Checked, judged: Judged, library: Library) -> Finding:
    """The finding of a reading without a verdict."""
    return explain(group, Decided(judged, Verdict.CANT_TELL, 0.0), library)
