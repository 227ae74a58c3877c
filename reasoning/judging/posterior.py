"""The weight of each side of a claim: that it is true under one of its readings, or false.

A reading weighs exp(-cost). That is multiplied by the density, a decade, with which a true or a false claim lies as far
from what was reckoned: under the right reading a true claim lies within a narrow band and a false one within some
decades; under a wrong reading the ratio may be anything. So a narrow hit speaks for a reading, and each decade beyond
`false_decades` against it. The weights stand in `data/weights.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from importlib.resources import files
from math import exp, log10

import yaml
from pydantic import BaseModel, ConfigDict

from reasoning.grounding.types import count_bases
from reasoning.judging.outcome import Basis, Outcome
from reasoning.model.claim import WITHOUT_NUMBER, Candidate

MOST_BEYOND = 1e9
FEWEST_JOINED = 3  # numbers of a sum beside which what it starts from is no rival
FAR_LIKELIER = 30  # times as likely as such a sum, a number that is known speaks for itself
SLIP_WIDTH = 0.02  # decades: how near to a power of ten a number has to be to be off by a place
LINKED = 0.7  # the cost of unlinked numbers from which on nothing makes a sum of them
DOUBTFUL, LEAST_DOUBT = 2.0, 0.3  # nats from which on a reading is as doubtful as any, and the least share of that
A_FEW = 1000


class Weights(BaseModel):
    """The form of `data/weights.yaml`, whose comments say what each weight is."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    parts: dict[str, float]
    nothing: float
    wrong_density: float
    true_density: dict[str, float]
    true_width: dict[str, float]
    envelope_spread: float
    own_hit: dict[str, float]
    false_density: float
    false_decades: dict[str, float]
    a_decade: float
    order_density: float
    bound_width: float
    restricted: float
    wide: float
    not_false: float
    slip: float


@cache
def weights() -> Weights:
    """The fitted weights. Raises pydantic's ValidationError for a file of another form."""
    text = files("reasoning.data").joinpath("weights.yaml").read_text(encoding="utf-8")
    return Weights.model_validate(yaml.safe_load(text))


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate with its outcome and its mass, 0 or more, on each side."""

    candidate: Candidate
    outcome: Outcome
    yes: float
    no: float


@dataclass(frozen=True, slots=True)
class Sides:
    """The share of the mass on each side, 0 to 1; what is missing to 1 is on none. `best` are the readings in order."""

    yes: float
    no: float
    best: tuple[Judged, ...]


def weigh(judged: Sequence[Judged]) -> Sides:
    """The sides of a group of rival readings: the best on each side counts, beside the weight of no reading at all."""
    judged = sorted(judged, key=lambda one: -max(one.yes, one.no))
    yes = max((one.yes for one in judged if not is_premise(one, judged)), default=0.0)
    no = max((one.no for one in judged), default=0.0)
    if no > yes:
        judged = [
            replace(one, no=one.no * weights().slip) if slip else one
            for one, slip in zip(judged, slips(judged), strict=True)
        ]
        judged.sort(key=lambda one: -max(one.yes, one.no))
        no = max(one.no for one in judged)
    none = exp(-weights().nothing) * weights().wrong_density
    total = yes + no + none
    return Sides(yes / total, no / total, tuple(judged))


def slips(judged: Sequence[Judged]) -> list[bool]:
    """Of each reading whether by it, or by the same numbers set out in another way, one is off by a power of ten."""
    slipped = {(one.candidate.stated, one.candidate.entities) for one in judged if is_slip(one)}
    return [one.outcome.label > 1 and (one.candidate.stated, one.candidate.entities) in slipped for one in judged]


def is_premise(one: Judged, rivals: Sequence[Judged]) -> bool:
    """Whether a reading confirms no more than what a sum of the message's own that doesn't come out starts from."""
    if one.outcome.label > 1 or one.outcome.basis is Basis.OWN:
        return False
    return any(
        _comes_before(one, rival) and rival.no * FAR_LIKELIER > one.yes for rival in rivals if _is_failed_sum(rival)
    )


def _comes_before(one: Judged, rival: Judged) -> bool:
    """Whether a reading takes some of another's numbers, and not the last of them, which is what they come to."""
    own, whole = one.candidate.stated, rival.candidate.stated
    return own < whole and max(own, default=-1) < max(whole)


def _is_failed_sum(one: Judged) -> bool:
    """Whether three or more numbers of the message, which words join and whose types cancel, don't make a sum."""
    candidate = one.candidate
    joined = candidate.cost.get("unlinked", 0.0) < LINKED and not candidate.cost.get("type")
    return (
        one.outcome.basis is Basis.OWN and one.outcome.label > 1 and joined and len(candidate.stated) >= FEWEST_JOINED
    )


def unlikeliness(candidate: Candidate) -> float:
    """What speaks against a reading, in nats: its cost, each part by its weight. Raises KeyError for another part."""
    by_part = weights().parts
    return sum([by_part[part] * amount for part, amount in candidate.cost.items()])


def judge(candidate: Candidate, outcome: Outcome) -> Judged:
    """The candidate with its mass on each side: its weight times the density of such an outcome there."""
    weight = exp(-unlikeliness(candidate))
    if candidate.claim.relation in WITHOUT_NUMBER:
        yes = outcome.label < 2
        density = weights().order_density * weight
        no = 0.0 if yes or candidate.upper_only else density
        return Judged(candidate, outcome, density if yes else 0.0, no)
    linked = candidate.cost.get("unlinked", 0.0) < LINKED
    true, false = _densities(
        outcome, upper_only=candidate.upper_only, linked=linked, misread=_misread(candidate, outcome)
    )
    if candidate.claim.relation in ("gift", "limit"):
        true, false = 0.0, false if outcome.label > 1 else 0.0  # that it could be says nothing
    return Judged(candidate, outcome, weight * true, weight * false)


def _density_of_a_hit(outcome: Outcome, *, linked: bool) -> float:
    """How likely, a decade, a true claim is to lie right there.

    A sum of one's own that words make a sum hits as sharply as it is rounded; of numbers that only stand together there
    are too many to be surprised.
    """
    fitted = weights()
    if outcome.basis is not Basis.OWN or not outcome.rounding or not linked:
        return fitted.true_density[outcome.basis.value]
    return min(max(1 / (2 * outcome.rounding), fitted.own_hit["least"]), fitted.own_hit["most"])


def _misread(candidate: Candidate, outcome: Outcome) -> float:
    """How likely what is far off is misread, 1 for as likely as any, by what the reading costs.

    Of those that cost little and were more than 2,000 times off all 12 of the read files were false. A few of
    something, where there are far more, are said of somebody; no count has decimals.
    """
    claimed = candidate.claim.left.leaf
    said = abs(claimed.value / claimed.factor) if claimed is not None and claimed.factor else Fraction(0)
    counts = claimed is not None and bool(count_bases(claimed.type))
    if counts and (said.denominator > 1 or (not outcome.over and said < A_FEW)):
        return 1.0
    return min(max(unlikeliness(candidate) / DOUBTFUL, LEAST_DOUBT), 1.0)


def _densities(outcome: Outcome, *, upper_only: bool, linked: bool, misread: float) -> tuple[float, float]:
    """How likely, a decade, a true and a false claim are to lie where this one does.

    What is far off is rather misread than false; `misread` is how much so, up to 1.
    """
    fitted = weights()
    basis, decades = outcome.basis.value, outcome.decades
    true = _density_of_a_hit(outcome, linked=linked) * exp(-decades / _true_width(outcome))
    true *= exp(-log10(min(outcome.beyond, MOST_BEYOND)) / fitted.bound_width)
    beyond = max(decades - fitted.false_decades[basis], 0.0)
    false = fitted.false_density * exp(-beyond * fitted.a_decade * misread)
    if outcome.label < 2:
        false *= fitted.not_false
    if outcome.wide:
        true *= fitted.wide
    if upper_only:
        true *= fitted.restricted
        false = false if outcome.over else 0.0
    return true, false


def is_slip(one: Judged) -> bool:
    """Whether a number is off by a power of ten, as by a place or a million for a billion, in a reading that joins."""
    decades, cost = one.outcome.decades, one.candidate.cost
    loose = cost.get("type") or cost.get("unlinked", 0.0) >= LINKED or one.outcome.spread > SLIP_WIDTH
    return not loose and round(decades) > 0 and abs(decades - round(decades)) < SLIP_WIDTH


def _true_width(outcome: Outcome) -> float:
    """The decades within which a true claim lies outside of what was reckoned: the less, the narrower that was."""
    widest = weights().true_width[outcome.basis.value]
    if outcome.basis is not Basis.ENVELOPE:
        return widest
    return min(max(outcome.spread * weights().envelope_spread, weights().true_width["loose"]), widest)
