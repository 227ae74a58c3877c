"""How often a verdict changes when a claim is only said otherwise: with a lead-in, a hashtag, as a question.

`python -m benchmarks.paraphrases` wraps the project's own claims that reasoning decides rightly (`tests/claims` and
`tests/reasoning/phrasings/`) in what people say around a claim (`wrappers.yaml`), and prints for each wrapper how
many verdicts it takes away and how many it turns to the other side. `--show NAME` prints the claims that it changes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from benchmarks.labelled_claims import LabelledClaim, Truth, own_claims
from bot.knowledge_admin.library_loader import open_library
from knowledge import Library
from quantities import split_sentences
from reasoning.check import check_passage
from reasoning.explaining.decision import YES, decide_all
from tests.claims import DAY

FOLDER = Path(__file__).parent
PHRASINGS = FOLDER.parent / "tests/reasoning/phrasings"
SIDES = {"yes": Truth.TRUE, "no": Truth.FALSE}


@dataclass
class Tally:
    """What became of the claims in one wrapper; `changed` are the wrapped texts with what is said of them now."""

    kept: int = 0
    lost: int = 0
    turned: int = 0
    changed: list[tuple[str, str]] = field(default_factory=list)

    @property
    def asked(self) -> int:
        return self.kept + self.lost + self.turned


def wrappers() -> Mapping[str, list[str]]:
    """Wrapper -> its forms."""
    found: Mapping[str, list[str]] = yaml.safe_load((FOLDER / "wrappers.yaml").read_text(encoding="utf-8"))
    return found


def phrased_claims() -> list[LabelledClaim]:
    """The phrasings that reasoning has to understand."""
    groups = [
        group for file in sorted(PHRASINGS.glob("*.yaml")) for group in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]
    return [
        LabelledClaim(text, DAY, SIDES[group["says"]], group["phrasings"][0])
        for group in groups
        if "as_of" not in group
        for text in group["phrasings"]
    ]


def side(claim: LabelledClaim, text: str, library: Library) -> Truth:
    """The side that reasoning takes of a text on the day of a claim; NOTHING where it takes none."""
    decided = decide_all(check_passage(text, library, claim.as_of))
    if not decided:
        return Truth.NOTHING
    return Truth.TRUE if decided[0][1].verdict in YES else Truth.FALSE


def plain_claims(library: Library) -> Iterator[LabelledClaim]:
    """The claims of one sentence, no question, that reasoning decides rightly."""
    for claim in [*phrased_claims(), *own_claims()]:
        one = len(split_sentences(claim.text)) == 1 and not claim.text.rstrip().endswith("?")
        if one and claim.truth in SIDES.values() and side(claim, claim.text, library) is claim.truth:
            yield claim


def wrapped(text: str, form: str, library: Library) -> str:
    """The text in a form of `wrappers.yaml`."""
    bare = text.rstrip().rstrip(".!")
    return form.format(
        claim=text,
        bare=bare,
        inner=_inner(bare, library),
        small=text.lower(),
        shouted=text.upper(),
        unquoted=text.replace("'", "").replace("’", ""),
    )


def _inner(bare: str, library: Library) -> str:
    """The text as a part of a sentence: its first letter small unless a name or "I" begins it."""
    first = bare.split(maxsplit=1)[0]
    is_name = any(name.span[0] == 0 for name in library.names(bare))
    if is_name or first in ("I", "I'm") or first[1:] != first[1:].lower():
        return bare
    return bare[:1].lower() + bare[1:]


def tally(library: Library) -> dict[str, Tally]:
    """What became of the plain claims, by wrapper. Each claim takes the next form of each wrapper."""
    found = {name: Tally() for name in wrappers()}
    for number, claim in enumerate(plain_claims(library)):
        for name, forms in wrappers().items():
            text = wrapped(claim.text, forms[number % len(forms)], library)
            _count(found[name], text, side(claim, text, library), claim.truth)
    return found


def _count(counted: Tally, text: str, now: Truth, before: Truth) -> None:
    counted.kept += now is before
    counted.lost += now is Truth.NOTHING
    counted.turned += now not in (before, Truth.NOTHING)
    if now is not before:
        counted.changed.append((text, now.name.lower()))


def main() -> None:
    """Prints the table, and what the wrappers named by --show change."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--show", action="append", default=[], choices=[*wrappers(), "all"])
    shown = parser.parse_args().show
    found = tally(open_library())
    print("| wrapper | claims | verdict lost | turned |\n|---|---:|---:|---:|")
    for name, one in found.items():
        print(f"| {name} | {one.asked} | {one.lost / max(one.asked, 1):.1%} | {one.turned / max(one.asked, 1):.1%} |")
    total = sum(one.asked for one in found.values())
    print(
        f"| all | {total} | {sum(t.lost for t in found.values()) / max(total, 1):.1%} | "
        f"{sum(t.turned for t in found.values()) / max(total, 1):.1%} |"
    )
    for name in found if "all" in shown else shown:
        print(f"\n{name}")
        for text, now in found[name].changed:
            print(f"  {now:8} {text}")


if __name__ == "__main__":
    main()
