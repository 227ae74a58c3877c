"""Which side a claim is on: a reading weighs by its cost, and by how well a true or a false claim would look like it.

Under the right reading a true claim lies within a narrow band and a false one within some decades; under a wrong
reading the ratio may be anything. So a narrow hit speaks for the reading, and each decade beyond two against it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from reasoning.judging.comparison import Basis, Outcome
from reasoning.model.claim import Candidate

STEEPNESS = 1.6  # what a unit of cost takes off
NOTHING_READ = 2.1  # the cost of "none of these readings"
TRUE_DENSITY = {Basis.OWN: 3.0, Basis.FIRM: 2.0, Basis.LOOSE: 1.2, Basis.ENVELOPE: 0.9}
TRUE_WIDTH = {Basis.OWN: 0.01, Basis.FIRM: 0.05, Basis.LOOSE: 0.1, Basis.ENVELOPE: 0.25}  # decades
FALSE_DENSITY = 0.35
A_DECADE = 1.2  # what a decade further takes off
ORDER_DENSITY = 0.6
FALSE_DECADES = {Basis.OWN: 6.0, Basis.FIRM: 2.2, Basis.LOOSE: 2.2, Basis.ENVELOPE: 2.2}
WRONG_DENSITY = 0.2


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate with its outcome and its mass on each side."""

    candidate: Candidate
    outcome: Outcome
    yes: float
    no: float


@dataclass(frozen=True, slots=True)
class Sides:
    """The share of the mass on each side; what is missing to 1 is on none."""

    yes: float
    no: float
    best: tuple[Judged, ...]


def weigh(judged: list[Judged]) -> Sides:
    """The sides of a group of rival readings."""
    judged = sorted(judged, key=lambda one: -max(one.yes, one.no))
    yes = max((one.yes for one in judged), default=0.0)
    no = max((one.no for one in judged), default=0.0)
    none = exp(-STEEPNESS * NOTHING_READ) * WRONG_DENSITY
    total = yes + no + none
    return Sides(yes / total, no / total, tuple(judged))


def judge(candidate: Candidate, outcome: Outcome) -> Judged:
    """A candidate with its mass on each side."""
    weight = exp(-STEEPNESS * candidate.total)
    decades = outcome.decades
    true = TRUE_DENSITY[outcome.basis] * exp(-decades / TRUE_WIDTH[outcome.basis])
    beyond = max(decades - FALSE_DECADES[outcome.basis], 0.0)
    false = FALSE_DENSITY * exp(-beyond * A_DECADE)
    if candidate.claim.relation in ("order", "rank"):  # there is no narrow hit: one of two
        true, false = (ORDER_DENSITY, 0.0) if outcome.label < 2 else (0.0, ORDER_DENSITY)
    elif outcome.label < 2:
        false *= 0.1
    if outcome.wide:
        true *= 0.1
    if candidate.upper_only:
        true *= 0.4
        if not outcome.over:
            false = 0.0
    return Judged(candidate, outcome, weight * true, weight * false)
