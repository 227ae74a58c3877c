"""Which side a claim is on: a reading weighs by its cost, and by how well a true or a false claim would look like it.

Under the right reading a true claim lies within a narrow band and a false one within some decades; under a wrong
reading the ratio may be anything. So a narrow hit speaks for the reading, and each decade beyond two against it. The
weights stand in `data/weights.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

import yaml
from pydantic import BaseModel, ConfigDict

from reasoning.judging.comparison import Outcome
from reasoning.model.claim import Candidate

ORDERS = ("order", "rank")


class Weights(BaseModel):
    """The form of `data/weights.yaml`, whose comments say what each is."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    parts: dict[str, float]
    nothing: float
    wrong_density: float
    true_density: dict[str, float]
    true_width: dict[str, float]
    false_density: float
    false_decades: dict[str, float]
    a_decade: float
    order_density: float
    restricted: float
    wide: float
    not_false: float


@cache
def weights() -> Weights:
    """The fitted weights."""
    text = files("reasoning.data").joinpath("weights.yaml").read_text(encoding="utf-8")
    return Weights.model_validate(yaml.safe_load(text))


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
    none = exp(-weights().nothing) * weights().wrong_density
    total = yes + no + none
    return Sides(yes / total, no / total, tuple(judged))


def unlikeliness(candidate: Candidate) -> float:
    """What speaks against a reading, in nats: the parts of its cost by their weights."""
    by_part = weights().parts
    return sum(by_part[part] * cost for part, cost in candidate.cost.items())


def judge(candidate: Candidate, outcome: Outcome) -> Judged:
    """A candidate with its mass on each side."""
    fitted = weights()
    weight = exp(-unlikeliness(candidate))
    if candidate.claim.relation in ORDERS:
        yes = outcome.label < 2
        density = fitted.order_density * weight
        return Judged(candidate, outcome, density if yes else 0.0, 0.0 if yes else density)
    basis, decades = outcome.basis.value, outcome.decades
    true = fitted.true_density[basis] * exp(-decades / fitted.true_width[basis])
    beyond = max(decades - fitted.false_decades[basis], 0.0)
    false = fitted.false_density * exp(-beyond * fitted.a_decade)
    if outcome.label < 2:
        false *= fitted.not_false
    if outcome.wide:
        true *= fitted.wide
    if candidate.upper_only:
        true *= fitted.restricted
        false = false if outcome.over else 0.0
    return Judged(candidate, outcome, weight * true, weight * false)
