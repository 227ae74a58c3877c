"""Claims with the side that is right: the project's own, and any in JSON lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from pathlib import Path

from pydantic import BaseModel, ValidationError

from tests.claims import DAY, rows


class Truth(IntEnum):
    """What is so; NOTHING where there is nothing to settle, MIXED where either side may be said."""

    TRUE = 0
    FALSE = 1
    NOTHING = 2
    MIXED = 3


TRUTHS = {
    "adds_up": Truth.TRUE,
    "plausible": Truth.TRUE,
    "true": Truth.TRUE,
    "stretch": Truth.FALSE,
    "doesnt_add_up": Truth.FALSE,
    "false": Truth.FALSE,
    "cant_tell": Truth.NOTHING,
    "mixed": Truth.MIXED,
}


@dataclass(frozen=True, slots=True)
class LabelledClaim:
    """Claims of one `group` say the same in other words."""

    text: str
    as_of: date
    truth: Truth
    group: str


class ClaimLine(BaseModel):
    """A line of a file: `accept` counts before `expected`, `expected` before `verdict`; other keys mean nothing."""

    text: str
    as_of_year: int | None = None
    accept: list[str] | None = None
    expected: str | None = None
    verdict: str | bool | None = None
    group: str | None = None

    def labelled(self) -> LabelledClaim:
        """The claim, judged at the end of its year. Raises ValueError where it has no label or an unknown one."""
        labels = self.accept or [str(self.verdict).lower() if self.expected is None else self.expected]
        as_of = date(self.as_of_year, 12, 31) if self.as_of_year else DAY
        return LabelledClaim(self.text, as_of, truth_of(labels), self.group or self.text)


def truth_of(labels: list[str]) -> Truth:
    """The side of all labels, MIXED where they are of several.

    >>> truth_of(["stretch", "doesnt_add_up"]).name, truth_of(["can't tell", "plausible"]).name
    ('FALSE', 'MIXED')
    """
    names = [label.replace("'", "").replace(" ", "_") for label in labels]
    if unknown := set(names) - TRUTHS.keys():
        raise ValueError(f"no label {', '.join(sorted(unknown))}: there are {', '.join(TRUTHS)}")
    truths = {TRUTHS[name] for name in names}
    return truths.pop() if len(truths) == 1 else Truth.MIXED


def own_claims() -> list[LabelledClaim]:
    """The claims of `tests/claims`."""
    return [LabelledClaim(row.text, row.as_of, truth_of([*row.accept]), row.text) for row in rows()]


def read_claims(file: Path) -> list[LabelledClaim]:
    """The claims of a file of JSON lines. Raises ValueError with the place of a line that is none."""
    claims = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                claims.append(ClaimLine.model_validate_json(line).labelled())
            except (ValidationError, ValueError) as error:
                raise ValueError(f"{file}:{number}: {error}") from error
    return claims
