"""Parts that must sum: percentages of one whole come to 100. "55% for, 30% against, 25% undecided"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_in_english as bare
from i18n.number_format import format_number as amount
from quantities import Form, Interval
from reasoning.model.answer import Comparison, Verdict, Vote
from reasoning.wording.numbers import percent
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

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
    worked = f"{' + '.join(bare(part.quantity.value, 4) for part in parts)} = {bare(point, 6)}"
    left = REST.solve("rest", total=Interval.point(point)).middle or Fraction(0)
    text = say("{sum} = {total}, the message's own figures", sum=listed, total=percent(point, 4))
    comparison = Comparison(text, worked, total, "%", Vote.DECIDES, verdict, (), NAME, value=point)
    flip = "" if verdict is Verdict.ADDS_UP else _flip(left)
    reading = say("{number} parts of one whole, in per cent", number=len(parts))
    headline = _headline(point, left, verdict)
    return Offer(NAME, tuple(parts), reading, (comparison,), headline, flip, weight=Fraction(3), alone=True)


def _headline(point: Fraction, left: Fraction, verdict: Verdict) -> str:
    if verdict is Verdict.ADDS_UP:
        return say("the parts come to 100 %")
    total, off = percent(point, 4), amount(abs(left), 3)
    if left < 0:
        return say("the parts come to {total}, {number} too many", total=total, number=off)
    return say("the parts come to {total}, {number} too few", total=total, number=off)


def _flip(left: Fraction) -> str:
    if left < 0:
        return say("Would fit if people could choose more than one")
    return say("Would fit if {share} were left out", share=percent(left, 3))
