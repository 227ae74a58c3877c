"""What a kind of claim offers for a statement: a reading, comparisons, and what would change them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from reasoning.model.answer import Comparison
from reckoning.formula import Formula
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement


@dataclass(frozen=True, slots=True)
class Offer:
    """One kind's part of a finding. `statements` are those it explains, the one it is about first.

    `headline` is the finding in a few words if this kind's comparison decides; `weight` says how much the reading
    explains, so that of several readings of the same words the fullest stays.
    """

    kind: str
    statements: tuple[Statement, ...]
    reading: str
    comparisons: tuple[Comparison, ...] = ()
    headline: str = ""
    flip: str = ""
    missing: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()  # "entity.measure" of those missing that the library could hold
    weight: Fraction = Fraction(1)
    alone: bool = False  # the other statements it explains are no claims of their own


class Kind(Protocol):
    """A file of `reckoning.kinds`: its name, its formulas, and what it offers for a statement."""

    @property
    def NAME(self) -> str: ...  # noqa: N802 (a constant of the module)

    @property
    def FORMULAS(self) -> tuple[Formula, ...]: ...  # noqa: N802 (likewise)

    def offer(self, case: Case, statement: Statement) -> Iterator[Offer]: ...
