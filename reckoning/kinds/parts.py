"""Parts that must sum: percentages of one whole come to 100. "55% for, 30% against, 25% undecided"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from quantities import Form, Interval
from reckoning.answer import Comparison, Verdict, Vote
from reckoning.case import Case
from reckoning.formula import Formula
from reckoning.number import amount
from reckoning.offer import Offer
from reckoning.statement import Statement

NAME = "parts"
REST = Formula("rest = 100 - total")
FORMULAS = (REST,)
# Words for a part that excludes the others: only with one of these, and one from another row, must parts come to 100.
SIDES = (
    frozenset("for favour favor favoured yes support supported supports approve agree agreed pro in-favour".split()),
    frozenset("against no oppose opposed opposes disapprove disagree disagreed con".split()),
    frozenset(
        """undecided unsure neither abstain abstained abstaining abstentions neutral unknown undecideds don't know other
        others rest remaining remainder none""".split()
    ),
)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    parts = case.beside(statement)
    if parts[0] is not statement or len(parts) < 3 or any(s.quantity.form is not Form.PERCENT for s in parts):
        return
    words = {word.lower for word in statement.sentence.words}
    if not words & SIDES[2] or not (words & SIDES[0] or words & SIDES[1]):
        return
    total = Interval.point(0)
    for part in parts:
        total = total + part.quantity.interval
    yield _offer(parts, total)


def _offer(parts: list[Statement], total: Interval) -> Offer:
    point = sum((part.quantity.value for part in parts), Fraction(0))
    verdict = Verdict.ADDS_UP if 100 in total else Verdict.DOESNT_ADD_UP
    if verdict is Verdict.DOESNT_ADD_UP and point < 100:
        verdict = Verdict.PLAUSIBLE  # who did not answer need not be listed
    listed = " + ".join(amount(part.quantity.value, 4) for part in parts)
    left = REST.solve("rest", total=Interval.point(point)).middle or Fraction(0)
    text = f"{listed} = {amount(point, 4)} %, the message's own figures"
    comparison = Comparison(
        text, f"{listed} = {amount(point, 6)}", total, "%", Vote.DECIDES, verdict, (), NAME, value=point
    )
    headline = (
        f"the parts come to {amount(point, 4)} %" if verdict is not Verdict.ADDS_UP else "the parts come to 100 %"
    )
    flip = ""
    if verdict is not Verdict.ADDS_UP:
        headline += f", {amount(abs(left), 3)} too {'many' if left < 0 else 'few'}"
        flip = _flip(left)
    reading = f"{len(parts)} parts of one whole, in per cent"
    return Offer(NAME, tuple(parts), reading, (comparison,), headline, flip, weight=Fraction(3), alone=True)


def _flip(left: Fraction) -> str:
    if left < 0:
        return "Would fit if people could choose more than one"
    return f"Would fit if {amount(left, 3)} % were left out"
