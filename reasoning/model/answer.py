"""The Answer: what was read, the arithmetic, the verdict, and what it rests on. Exact and serialisable."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cache

from pydantic import TypeAdapter

from quantities import Interval


class Verdict(StrEnum):
    ADDS_UP = "adds_up"
    PLAUSIBLE = "plausible"
    STRETCH = "stretch"
    DOESNT_ADD_UP = "doesnt_add_up"
    CANT_TELL = "cant_tell"


class Obstacle(StrEnum):
    """Why a text is left open. No word of it is in that."""

    NO_NUMBER = "no_number"  # no number was read
    NO_READING = "no_reading"  # numbers were read, but not what they claim
    UNSURE = "unsure"  # no reading is sure enough
    TWO_SIDES = "two_sides"  # two readings come to different sides
    FIGURE = "figure"  # whose and what it is was read, and that figure is not stored
    SUM = "sum"  # a sum that can't be reckoned
    LANGUAGE = "language"  # it is in a language that is not read
    LENGTH = "too_long"


class Vote(StrEnum):
    """What a comparison does for the verdict: settle it, point one way, or only show the size."""

    DECIDES = "decides"
    INDICATES = "indicates"
    SCALE = "scale"

    @property
    def rank(self) -> int:
        """The place among all votes, 0 for one that decides."""
        return [*Vote].index(self)


@dataclass(frozen=True, slots=True)
class Reference:
    """A figure that a comparison rests on: a stored reference, or what the message or the person asking says.

    `id` is the reference's ("US.labour_force.2016"), or "message" for the message's own figure.
    `text` is the wording for people: "159 million people in the US labour force (BLS, 2016)".
    """

    id: str
    text: str
    low: Fraction
    value: Fraction
    high: Fraction
    unit: str
    as_of: str
    producer: str
    title: str = ""
    address: str = ""
    estimate: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """One line of arithmetic: claimed against reckoned.

    `text` is the line as people read it; `expression` the exact working ("1000000 / 159187000 = 1/159.187").
    `result` is what came out (a ratio has no unit), `vote` what it does for the verdict, `points_to` where it points.
    `value` is the one number in that range, the range's middle where none is given.
    `kind` is the kind of line: "claim" and "plan" decide, "known" is looked up, "scale", "pace" and "each" show a size.
    """

    text: str
    expression: str
    result: Interval
    unit: str = ""
    vote: Vote = Vote.SCALE
    points_to: Verdict | None = None
    rests: tuple[Reference, ...] = ()
    kind: str = ""
    value: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One claim with its reading, arithmetic and verdict.

    `headline` is the decisive ratio in words ("33× Alibaba's own payroll"), `reading` how the claim was understood,
    `flip` the value at which the verdict would change, in words; `fits` what would make it true.
    `missing` names the figure that would settle it, and who publishes it; `wanted` holds the ids of such figures'
    entities and measures ("alibaba.employees"; ".employees" of somebody whom nobody knows). `span` points at the claim
    in the text. `claim` is the formal claim, as JSON; a sum or a conversion that was asked for has none.
    """

    kind: str
    reading: str
    verdict: Verdict
    headline: str = ""
    comparisons: tuple[Comparison, ...] = ()
    flip: str = ""
    fits: str = ""
    caveats: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    weight: Fraction = Fraction(0)
    span: tuple[int, int] = (0, 0)
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the program says of a text. The findings stand weightiest first; no text of the message is kept in whole.

    `changes` are what the person asking changed, in words: "10 years (your change)".
    `findings` is empty where there is nothing to check; `note` then says in a sentence why, for those who asked.
    `readings` are the findings of what may be meant, one of which a person may choose, each as it is if that is meant;
    they stay beside the one that was chosen. `left_open` says why nothing is found.
    """

    findings: tuple[Finding, ...]
    as_of: date
    library_version: str
    note: str = ""
    schema: int = 1
    changes: tuple[str, ...] = ()
    readings: tuple[Finding, ...] = ()
    left_open: Obstacle | None = None

    @property
    def verdict(self) -> Verdict:
        """That of the weightiest claim; can't tell where there is none."""
        return self.findings[0].verdict if self.findings else Verdict.CANT_TELL

    @property
    def obstacle(self) -> Obstacle | None:
        """Why the text is left open; None where its weightiest claim is decided, and for what claims nothing."""
        if not self.findings:
            return self.left_open
        if self.findings[0].kind != "claim" or self.verdict is not Verdict.CANT_TELL:
            return None
        return Obstacle.FIGURE if self.findings[0].wanted else Obstacle.UNSURE

    @property
    def is_silent(self) -> bool:
        """Whether the text holds nothing to check, so that a group need not be told anything."""
        return not self.findings

    def choose(self, number: int) -> Answer:
        """The answer with one of its readings as the one that is meant. Raises IndexError where there is none."""
        if not 0 <= number < len(self.readings):
            raise IndexError(number)
        return replace(self, findings=(self.readings[number],), note="", left_open=None)

    def dump(self) -> str:
        """As JSON, exact: `Answer.load(answer.dump()) == answer`."""
        return _adapter().dump_json(self).decode()

    @staticmethod
    def load(stored: str) -> Answer:
        """From what `dump` gave. Raises ValueError for anything else."""
        return _adapter().validate_json(stored)


@cache
def _adapter() -> TypeAdapter[Answer]:
    # Built at first use: the schema takes some milliseconds that a reader of quantities need not pay.
    return TypeAdapter(Answer)
