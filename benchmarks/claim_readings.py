"""The rival readings of claims as arrays, and the sides they come to under any weights.

The readings are made once, under the weights in use. Under others `reasoning.check` would drop other unlikely readings
and forgive other costs, so what is fitted is near what it would be, not equal to it; fitting again mends that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log10

import numpy as np
import numpy.typing as npt

from benchmarks.labelled_claims import LabelledClaim
from knowledge import Library
from reasoning.check import check_passage
from reasoning.judging.outcome import Basis
from reasoning.judging.posterior import LINKED, MOST_BEYOND, Judged, Weights, is_premise, slips, weights
from reasoning.model.claim import WITHOUT_NUMBER

Numbers = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]
Mask = npt.NDArray[np.bool_]

BASES = tuple(basis.value for basis in Basis)
PARTS = tuple(weights().parts)
MOST_READINGS = 40  # of a group, the best
TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Readings:
    """An entry a reading, those of a group together; `starts` is each group's first, `claims` the claim it is of.

    `costs` has a column for each of PARTS, `basis` is an index of BASES, `rounding` 0 where a hit is worth
    no more for being sharp, `beyond` and `spread` in decades; a `premise` says no yes, a `slip` is off by a place.
    """

    costs: Numbers
    basis: Indices
    decades: Numbers
    label: Indices
    wide: Mask
    upper_only: Mask
    over: Mask
    order: Mask
    rounding: Numbers
    beyond: Numbers
    spread: Numbers
    premise: Mask
    slip: Mask
    starts: Indices
    claims: Indices
    truths: Indices

    def sides(self, fitted: Weights) -> tuple[Numbers, Numbers]:
        """The share on yes and on no of each claim: of its group that has most on a side, 0 where it has none."""
        true, false = self._masses(fitted)
        yes, no = np.maximum.reduceat(true, self.starts), np.maximum.reduceat(false, self.starts)
        slipped = np.maximum.reduceat(np.where(self.slip, fitted.slip, 1.0) * false, self.starts)
        no = np.where(no > yes, slipped, no)
        total = yes + no + np.exp(-fitted.nothing) * fitted.wrong_density
        yes, no = yes / total, no / total
        by_mass = np.argsort(np.maximum(yes, no), kind="stable")
        claim_yes, claim_no = np.zeros(len(self.truths)), np.zeros(len(self.truths))
        claim_yes[self.claims[by_mass]], claim_no[self.claims[by_mass]] = yes[by_mass], no[by_mass]  # the last stays
        return claim_yes, claim_no

    def _masses(self, fitted: Weights) -> tuple[Numbers, Numbers]:
        """The mass of each reading on yes and on no, as `posterior.judge` has it."""
        weight = np.exp(-(self.costs @ np.array([fitted.parts[part] for part in PARTS])))
        density, width, reach = (
            np.array([table[basis] for basis in BASES])[self.basis]
            for table in (fitted.true_density, fitted.true_width, fitted.false_decades)
        )
        sharp = np.clip(1 / (2 * np.maximum(self.rounding, TINY)), fitted.own_hit["least"], fitted.own_hit["most"])
        density = np.where(self.rounding > 0, sharp, density)
        near = self.label < 2
        narrowed = np.clip(self.spread * fitted.envelope_spread, fitted.true_width["loose"], None)
        width = np.where(self.basis == BASES.index(Basis.ENVELOPE.value), np.minimum(narrowed, width), width)
        true = density * np.exp(-self.decades / width)
        true *= np.exp(-self.beyond / fitted.bound_width)
        false = fitted.false_density * np.exp(-np.maximum(self.decades - reach, 0.0) * fitted.a_decade)
        false *= np.where(near, fitted.not_false, 1.0)
        true *= np.where(self.wide, fitted.wide, 1.0) * np.where(self.upper_only, fitted.restricted, 1.0)
        false *= ~self.upper_only | self.over
        true = np.where(self.order, fitted.order_density * near, true)
        false = np.where(self.order, fitted.order_density * (~near & ~self.upper_only), false)
        return weight * true * ~self.premise, weight * false


def gather(claims: Iterable[LabelledClaim], library: Library) -> Readings:
    """The best readings of every group of every claim, each claim checked once."""
    claims = list(claims)
    groups = [(at, group) for at, claim in enumerate(claims) for group in _groups(claim, library)]
    lengths = [len(group) for _, group in groups]
    readings = [reading for _, group in groups for reading in group]
    premises = [is_premise(reading, group) for _, group in groups for reading in group]
    outcomes = [reading.outcome for reading in readings]
    return Readings(
        costs=np.array([[one.candidate.cost.get(part, 0.0) for part in PARTS] for one in readings]),
        basis=np.array([BASES.index(outcome.basis.value) for outcome in outcomes], np.intp),
        decades=np.array([outcome.decades for outcome in outcomes], np.float64),
        label=np.array([outcome.label for outcome in outcomes], np.intp),
        wide=np.array([outcome.wide for outcome in outcomes], np.bool_),
        upper_only=np.array([one.candidate.upper_only for one in readings], np.bool_),
        over=np.array([outcome.over for outcome in outcomes], np.bool_),
        order=np.array([one.candidate.claim.relation in WITHOUT_NUMBER for one in readings], np.bool_),
        rounding=np.array([_sharp_rounding(one) for one in readings], np.float64),
        beyond=np.array([log10(min(outcome.beyond, MOST_BEYOND)) for outcome in outcomes], np.float64),
        spread=np.array([outcome.spread for outcome in outcomes], np.float64),
        premise=np.array(premises, np.bool_),
        slip=np.array([slip for _, group in groups for slip in slips(group)], np.bool_),
        starts=np.cumsum([0, *lengths[:-1]], dtype=np.intp),
        claims=np.array([at for at, _ in groups], np.intp),
        truths=np.array([claim.truth for claim in claims], np.intp),
    )


def _sharp_rounding(one: Judged) -> float:
    """How sharply the number of one's own sum was rounded, in decades; 0 where that counts for nothing."""
    linked = one.candidate.cost.get("unlinked", 0.0) < LINKED
    return one.outcome.rounding if one.outcome.basis is Basis.OWN and linked else 0.0


def _groups(claim: LabelledClaim, library: Library) -> Iterator[tuple[Judged, ...]]:
    for checked in check_passage(claim.text, library, claim.as_of):
        if checked.sides.best:
            yield checked.sides.best[:MOST_READINGS]
