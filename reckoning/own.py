"""The message's own arithmetic, said: the reckoned number against the number claimed, with what would fit."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from i18n.language import say
from quantities import Interval
from reasoning.model.answer import Comparison, Reference, Verdict, Vote
from reckoning.offer import Offer
from reckoning.reading.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSum:
    """One sum that decides. `got` and `said` are the reckoned and the claimed number in words."""

    kind: str
    statements: tuple[Statement, ...]
    reading: str
    text: str
    worked: str
    result: Interval
    point: Fraction
    verdict: Verdict
    got: str
    said: str
    unit: str = ""
    flip: str = ""
    rests: tuple[Reference, ...] = ()

    def offer(self) -> Offer:
        """The sum as an offer that stands alone."""
        comparison = Comparison(
            self.text,
            self.worked,
            self.result,
            self.unit,
            Vote.DECIDES,
            self.verdict,
            self.rests,
            self.kind,
            value=self.point,
        )
        flip = "" if self.verdict is Verdict.ADDS_UP else self.flip
        lines = (comparison,)
        return Offer(
            self.kind, self.statements, self.reading, lines, self.headline, flip, weight=Fraction(3), alone=True
        )

    @property
    def headline(self) -> str:
        if self.verdict in (Verdict.ADDS_UP, Verdict.PLAUSIBLE):
            return say("it comes to {got}", got=self.got)
        return say("it comes to {got}, not {said}", got=self.got, said=self.said)
