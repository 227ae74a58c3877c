"""Fits the weights of `reasoning/data/weights.yaml` to claims of which the right side is known.

`python -m benchmarks.fit_weights [CLAIMS.jsonl ...] [--write]` takes the project's own claims and those of the files, a
JSON object a line: "text", "as_of_year" where it matters, and "accept", "expected" or "verdict". It prints how the
weights in use do, how weights do that were fitted without the claims they are asked of (4 folds), and the fitted ones.

Every search begins at the weights in use and is pulled towards them. Where these were fitted to the same claims before,
they have seen what the folds keep back: both tables then promise more than new claims will show.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.claim_readings import Indices, Mask, Numbers, Readings, gather
from benchmarks.labelled_claims import LabelledClaim, Truth, own_claims, read_claims
from benchmarks.weights_file import from_named, named, rewritten, weights_path
from bot.knowledge_admin.library_loader import open_library
from knowledge import Library
from reasoning.judging.posterior import Weights, weights

FOLDS = 4
STEPS = 1500  # of a search; four times as many lowered the loss by another 0.01 at most
THRESHOLDS = ((0.6, 0.9), (0.7, 0.92), (0.75, 0.93), (0.8, 0.95), (0.85, 0.97))  # a side is taken, and it is sure
WRONG_SIDE = 1.5  # what the mass on the wrong side counts, beside 1 for what the right one lacks
NOISE = 2.0  # and the mass on either where there is nothing to settle
FLOOR = 0.03  # as if so much of the mass stood on each side: one claim can't decide everything
PULL = (
    0.02  # towards the weights in use, for the squared log of the ratio; 0.01 to 0.03 did best on the folds kept back
)
SHARES = frozenset({"restricted", "wide", "not_false"})  # at most 1


@dataclass(frozen=True, slots=True)
class Tables:
    """The lines of the report for each set of sides, and the weights fitted to all claims."""

    lines: list[str]
    fitted: Weights


class Search:
    """A random search from the weights in use, in log space; the same seed finds the same."""

    def __init__(self, readings: Readings, steps: int) -> None:
        self._readings = readings
        self._steps = steps
        start = named(weights())
        self._names = list(start)
        self._start: Numbers = np.log(np.array([*start.values()]))
        self._most: Numbers = np.array([0.0 if name in SHARES else np.inf for name in self._names])

    def best(self, chosen: Mask, seed: int) -> Weights:
        """The weights under which the chosen claims are likeliest. A step that helps makes the next ones longer."""
        random = np.random.default_rng(seed)
        here, length = self._start, 0.25
        least = self._loss(here, chosen)
        for _ in range(self._steps):
            moved = random.normal(size=len(here)) * length * (random.random(len(here)) < 0.25)
            there = np.minimum(here + moved, self._most)
            loss = self._loss(there, chosen)
            if loss < least:
                here, least, length = there, loss, min(0.5, length * 1.1)
            else:
                length = max(0.03, length * 0.995)
        return self._weights(here)

    def _weights(self, logs: Numbers) -> Weights:
        return from_named(dict(zip(self._names, np.exp(logs).tolist(), strict=True)))

    def _loss(self, logs: Numbers, chosen: Mask) -> float:
        yes, no = self._readings.sides(self._weights(logs))
        away = float(((logs - self._start) ** 2).sum())
        return float(losses(yes, no, self._readings)[chosen].mean()) + PULL * away


def losses(yes: Numbers, no: Numbers, readings: Readings) -> Numbers:
    """What the sides of each claim cost, in nats: nothing where either side may be said."""
    right = np.stack([yes, no, np.ones_like(yes)])
    wrong = np.stack([no, yes, np.maximum(yes, no)])
    side = np.minimum(readings.truths, Truth.NOTHING)
    row = np.arange(len(side))
    factor = np.where(readings.truths == Truth.NOTHING, NOISE, WRONG_SIDE)
    cost: Numbers = -np.log(right[side, row] + FLOOR) - factor * np.log(1 - wrong[side, row] + FLOOR)
    return np.where(readings.truths == Truth.MIXED, 0.0, cost)


def folds_of(claims: Sequence[LabelledClaim]) -> Indices:
    """The fold of each claim by a fixed lot; what says the same in other words is in one fold."""
    groups = {group: at for at, group in enumerate(dict.fromkeys(claim.group for claim in claims))}
    lots: Indices = np.random.default_rng(1).permutation(len(groups)) % FOLDS
    return lots[[groups[claim.group] for claim in claims]]


def cross_validated(search: Search, readings: Readings, folds: Indices) -> tuple[Numbers, Numbers]:
    """The sides of each claim under weights that were fitted to the other folds."""
    yes, no = np.zeros(len(folds)), np.zeros(len(folds))
    for fold in range(FOLDS):
        kept = folds == fold
        fold_yes, fold_no = readings.sides(search.best(~kept, fold))
        yes[kept], no[kept] = fold_yes[kept], fold_no[kept]
    return yes, no


def report(name: str, yes: Numbers, no: Numbers, readings: Readings) -> Iterator[str]:
    """The lines of a table: what is answered and right at each threshold, and what is sure."""
    mass, truths = np.maximum(yes, no), readings.truths
    right = np.where(yes >= no, Truth.TRUE, Truth.FALSE) == truths
    decidable, nothing, labelled = truths < Truth.NOTHING, truths == Truth.NOTHING, truths < Truth.MIXED
    for taken, sure in THRESHOLDS:
        answered, certain = decidable & (mass >= taken), labelled & (mass >= sure)
        cells = (
            *(name, f"{taken}", _share(answered, decidable), _share(right, answered)),
            *(_share(mass < taken, nothing), f"{sure}", f"{certain.sum()}", _share(right, certain)),
        )
        yield f"| {' | '.join(cells)} |"


def _share(holds: Mask, among: Mask) -> str:
    return f"{(holds & among).sum() / among.sum():.3f}" if among.any() else "–"


HEAD = (
    "| weights | threshold | answered | right | quiet | sure from | sure | right where sure |",
    "|---|---:|---:|---:|---:|---:|---:|---:|",
)


def fit(claims: Sequence[LabelledClaim], library: Library, steps: int = STEPS) -> Tables:
    """The report on the claims, and the weights that fit them best."""
    readings = gather(claims, library)
    search = Search(readings, steps)
    fitted = search.best(np.ones(len(claims), np.bool_), FOLDS)
    sides = {
        "in use": readings.sides(weights()),
        "cross-validated": cross_validated(search, readings, folds_of(claims)),
        "fitted": readings.sides(fitted),
    }
    means = (f"{name} {losses(*found, readings).mean():.3f}" for name, found in sides.items())
    lines = [
        *HEAD,
        *(line for name, found in sides.items() for line in report(name, *found, readings)),
        *("", f"Mean loss: {', '.join(means)}."),
        *("", "| weight | in use | fitted |", "|---|---:|---:|"),
        *(f"| {name} | {named(weights())[name]:.3g} | {value:.3g} |" for name, value in named(fitted).items()),
    ]
    return Tables(lines, fitted)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="fit the weights of readings to labelled claims")
    parser.add_argument("files", nargs="*", type=Path, metavar="CLAIMS.jsonl")
    parser.add_argument("--write", action="store_true", help="write the fitted weights into weights.yaml")
    parser.add_argument("--steps", type=int, default=STEPS, help="of each search (default: %(default)s)")
    given = parser.parse_args(arguments)
    claims = own_claims() + [claim for file in given.files for claim in read_claims(file)]
    tables = fit(claims, open_library(), given.steps)
    print(f"{len(claims)} claims\n", *tables.lines, sep="\n")
    if given.write:
        path = weights_path()
        path.write_text(rewritten(path.read_text(encoding="utf-8"), tables.fitted), encoding="utf-8")
        print(f"\nwritten: {path}")


if __name__ == "__main__":
    main()
