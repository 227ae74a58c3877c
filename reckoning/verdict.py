"""From comparisons to a verdict: those that decide settle it, indicators add up, scale never votes."""

from __future__ import annotations

from reasoning.model.answer import Comparison, Verdict, Vote
from reckoning import band


def judge(comparisons: tuple[Comparison, ...]) -> Verdict:
    """The verdict of a claim.

    Comparisons that decide must agree, otherwise the claim straddles and nobody can tell. Without one, an indicator
    past its band gives a stretch; two of different kinds, one of them ten times past, give a no; indicators within
    their bands make the claim plausible.
    """
    deciding = {c.points_to for c in comparisons if c.vote is Vote.DECIDES and c.points_to is not None}
    if deciding:
        return deciding.pop() if len(deciding) == 1 else _worst(deciding)
    indicating = [c for c in comparisons if c.vote is Vote.INDICATES]
    past = {c.kind: c.past for c in indicating if c.past >= 1}
    if len(past) >= 2 and max(past.values()) >= band.FAR_PAST:
        return Verdict.DOESNT_ADD_UP
    if past:
        return Verdict.STRETCH
    return Verdict.PLAUSIBLE if indicating else Verdict.CANT_TELL


def _worst(verdicts: set[Verdict]) -> Verdict:
    """A no beside a yes leaves it open; two degrees of the same side take the milder."""
    sides = {v in (Verdict.ADDS_UP, Verdict.PLAUSIBLE) for v in verdicts}
    if len(sides) > 1 or Verdict.CANT_TELL in verdicts:
        return Verdict.CANT_TELL
    return Verdict.PLAUSIBLE if sides == {True} else Verdict.STRETCH
