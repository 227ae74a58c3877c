"""How far a label can be trusted: of the project's own claims (tests/claims) called "adds up", how many do.

`python -m benchmarks.calibration` prints the tables and writes them into benchmarks/CALIBRATION.md.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.knowledge_admin.library_loader import open_library
from reasoning import answer
from reasoning.model.answer import Verdict
from tests.claims import SURE, Row, rows

PAGE = Path(__file__).parent / "CALIBRATION.md"

# Of what is called so, at least this share must be so.
AIM = {
    Verdict.ADDS_UP: 0.98,
    Verdict.DOESNT_ADD_UP: 0.98,
    Verdict.PLAUSIBLE: 0.85,
    Verdict.STRETCH: 0.85,
}
LABELS = (Verdict.ADDS_UP, Verdict.PLAUSIBLE, Verdict.STRETCH, Verdict.DOESNT_ADD_UP, Verdict.CANT_TELL)


HEAD = (
    "# How far a label can be trusted",
    "",
    "Written by `python -m benchmarks.calibration` from the project's own claims in `tests/claims`, asked of the",
    "packaged knowledge, about half of them true and half false. The first 462 were written before looking at",
    "the rules; `speech`, `known_names` and some sixty rows since with the first answers at hand, most of them because",
    "the answer was wrong then. So this says how the labels hold, and not how much of what is new gets an answer.",
    "",
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with what the program said of it."""

    row: Row
    verdict: Verdict

    @property
    def right(self) -> bool:
        return self.row.right(self.verdict)

    @property
    def wrong(self) -> bool:
        return self.row.wrong(self.verdict)


def judged() -> list[Judged]:
    """All claims, asked of the packaged knowledge."""
    library = open_library()
    return [Judged(row, answer(row.text, library, row.as_of).verdict) for row in rows()]


def page(claims: list[Judged]) -> str:
    """The page with both tables and what goes wrong."""
    return "\n".join(
        [
            *HEAD,
            _summary(claims),
            "",
            *_table(("label", "said", "right", "share", "aim"), _labels(claims)),
            "",
            *_table(("kind", "claims", *(label.value for label in LABELS), "right", "wrong"), _kinds(claims)),
            "",
            *_list("Confidently wrong", _sure_and_wrong(claims)),
            *_list("Wrong and hedged", [c for c in claims if c.wrong and c.verdict not in SURE]),
        ]
    )


def _summary(claims: list[Judged]) -> str:
    settled = [claim for claim in claims if not claim.row.open]
    given = [claim for claim in settled if claim.verdict is not Verdict.CANT_TELL]
    answered, right = _part(len(given), len(settled)), _part(sum(c.right for c in given), len(given))
    sure = len(_sure_and_wrong(claims))
    return (
        f"Of the claims that can be settled {answered} are answered, of those {right} right; confidently wrong: {sure}."
    )


def _sure_and_wrong(claims: Iterable[Judged]) -> list[Judged]:
    return [claim for claim in claims if claim.wrong and claim.verdict in SURE]


def _labels(claims: list[Judged]) -> Iterator[tuple[object, ...]]:
    for label in LABELS:
        said = [claim for claim in claims if claim.verdict is label]
        right = sum(claim.right for claim in said)
        aim = f"{AIM[label]:.0%}" if label in AIM else ""
        share = f"{right / len(said):.1%}" if said and label in AIM else ""
        yield label.value, len(said), right, share, aim


def _kinds(claims: list[Judged]) -> Iterator[tuple[object, ...]]:
    for kind in sorted({claim.row.kind for claim in claims}):
        here = [claim for claim in claims if claim.row.kind == kind]
        said = [sum(claim.verdict is label for claim in here) for label in LABELS]
        yield kind, len(here), *said, sum(claim.right for claim in here), sum(claim.wrong for claim in here)


def _table(head: tuple[str, ...], lines: Iterable[tuple[object, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|---" + "|---:" * (len(head) - 1) + "|"
    for line in lines:
        yield "| " + " | ".join(map(str, line)) + " |"


def _list(title: str, claims: list[Judged]) -> Iterator[str]:
    if claims:
        yield f"{title}:"
        yield ""
        yield from (f"- {claim.verdict.value}: {claim.row.text} ({claim.row.why})" for claim in claims)
        yield ""


def _part(some: int, whole: int) -> str:
    return f"{some}/{whole} = {some / whole:.2f}" if whole else "0"


def below_aim(claims: list[Judged]) -> list[str]:
    """The labels that are right less often than they must be."""
    said = {label: [claim.right for claim in claims if claim.verdict is label] for label in AIM}
    return [label.value for label, right in said.items() if right and sum(right) < AIM[label] * len(right)]


def main() -> None:
    claims = judged()
    text = page(claims).rstrip() + "\n"
    PAGE.write_text(text, encoding="utf-8")
    print(text)
    if low := below_aim(claims):
        sys.exit(f"below its aim: {', '.join(low)}")


if __name__ == "__main__":
    main()
