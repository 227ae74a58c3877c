"""How far the mass of a verdict can be trusted, and from which mass a side may be taken, or be sure.

`python -m benchmarks.mass_thresholds [CLAIMS.jsonl ...]` asks the project's own claims and those of the files, in the
form that `benchmarks.fit_weights` takes, of the reasoning by types. It prints, for either side, the share that is right
by mass; what is answered and right from each threshold on; and the threshold that the other files would choose for each
file, with what comes of it there: a threshold that only suits the claims at hand shows in that last table.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.labelled_claims import LabelledClaim, Truth, own_claims, read_claims
from bot.knowledge_admin.library_loader import open_library
from knowledge import Library
from reasoning.check import check_passage
from reasoning.explaining.decision import HEDGED, SURE, YES, decide_all

WIDTH = 0.02  # of a bin
LEAST, MOST = 0.6, 0.99
THRESHOLDS = tuple(round(LEAST + 0.01 * step, 2) for step in range(round((MOST - LEAST) / 0.01) + 1))
AIM = 0.96  # the share of the answers that must be right


@dataclass(frozen=True, slots=True)
class Told:
    """The side that is told of a claim, or would be at a lower threshold, with its mass, 0 to 1, and what is so."""

    side: Truth
    mass: float
    truth: Truth

    @property
    def right(self) -> bool:
        return self.side is self.truth


def tell(claim: LabelledClaim, library: Library) -> Told:
    """The side of a claim's first verdict; where there is none, with less mass, that of the likeliest group."""
    checked = check_passage(claim.text, library, claim.as_of)
    for _, decided in decide_all(checked):
        side = Truth.TRUE if decided.verdict in YES else Truth.FALSE
        return Told(side, decided.mass, claim.truth)
    yes, no = max(((one.sides.yes, one.sides.no) for one in checked), key=max, default=(0.0, 0.0))
    return Told(Truth.TRUE if yes >= no else Truth.FALSE, min(max(yes, no), HEDGED - WIDTH / 2), claim.truth)


def by_mass(told: Iterable[Told]) -> Iterator[str]:
    """The lines of the first table: for either side and each bin of mass how many there are, and how many right."""
    bins: dict[tuple[int, Truth], list[bool]] = {}
    for one in told:
        if one.truth is not Truth.MIXED and one.mass >= LEAST:
            bins.setdefault((int(one.mass / WIDTH + 1e-9), one.side), []).append(one.right)
    for step in sorted({step for step, _ in bins}):
        cells = [f"{step * WIDTH:.2f}"]
        for side in (Truth.TRUE, Truth.FALSE):
            rights = bins.get((step, side), [])
            cells += [str(len(rights)), f"{sum(rights) / len(rights):.3f}" if rights else "–"]
        yield f"| {' | '.join(cells)} |"


def counts(told: Iterable[Told], threshold: float) -> tuple[int, int, int, int]:
    """How many can be settled, are answered from a threshold on, are right of those; how many others are not quiet."""
    settled = answered = right = noisy = 0
    for one in told:
        says = one.mass >= threshold
        if one.truth in (Truth.TRUE, Truth.FALSE):
            settled, answered, right = settled + 1, answered + says, right + (says and one.right)
        elif one.truth is Truth.NOTHING:
            noisy += says
    return settled, answered, right, noisy


def chosen(told: Sequence[Told], aim: float = AIM) -> float:
    """The lowest threshold from which on so large a share of what is answered is right; the highest if none is."""
    for threshold in THRESHOLDS:
        _, answered, right, noisy = counts(told, threshold)
        if right >= aim * (answered + noisy):
            return threshold
    return THRESHOLDS[-1]


def left_out(files: Mapping[str, Sequence[Told]]) -> Iterator[str]:
    """The lines of the last table: for each file what the threshold that the other files choose comes to."""
    for name, told in files.items():
        others = [one for other, ones in files.items() if other != name for one in ones]
        threshold = chosen(others)
        yield _line(f"{name} | {threshold:.2f}", counts(told, threshold))


def _line(head: str, found: tuple[int, int, int, int]) -> str:
    settled, answered, right, noisy = found
    shares = [f"{some / whole:.3f}" if whole else "–" for some, whole in ((answered, settled), (right, answered))]
    return f"| {head} | {' | '.join(shares)} | {answered - right} | {noisy} |"


def tables(files: Mapping[str, Sequence[Told]]) -> list[str]:
    """All three tables, in Markdown."""
    every = [one for ones in files.values() for one in ones]
    return [
        *("| mass from | yes | of those right | no | of those right |", "|---:|---:|---:|---:|---:|"),
        *by_mass(every),
        *("", "| threshold | answered | right | wrong | not quiet |", "|---:|---:|---:|---:|---:|"),
        *(_line(f"{threshold:.2f}", counts(every, threshold)) for threshold in THRESHOLDS[15::3]),
        *(
            "",
            "| file | threshold of the others | answered | right | wrong | not quiet |",
            "|---|---:|---:|---:|---:|---:|",
        ),
        *left_out(files),
        *("", f"The bot takes a side from {HEDGED} on and is sure from {SURE} on."),
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="calibrate the mass from which a side is taken")
    parser.add_argument("files", nargs="*", type=Path, metavar="CLAIMS.jsonl")
    given = parser.parse_args(arguments)
    library = open_library()
    claims = {"own": own_claims(), **{file.stem: read_claims(file) for file in given.files}}
    print(*tables({name: [tell(one, library) for one in ones] for name, ones in claims.items()}), sep="\n")


if __name__ == "__main__":
    main()
