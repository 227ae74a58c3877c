"""The message's own product, said loosely: "£100 to each of 13 million pensioners would cost £130 billion"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_money as money
from quantities import Form, Interval, PeriodKind
from reasoning.model.answer import Comparison, Verdict, Vote
from reasoning.wording.numbers import counted
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement
from reckoning.rough.core import is_said
from reckoning.rough.judging import claimed

NAME = "own_product"
TOTAL = Formula("total = count * each")
FORMULAS = (TOTAL,)
EACH = re.compile(r"\b(?:each|every|apiece|per|a piece|average|a (?:head|person|job|year|month|day))\b", re.IGNORECASE)
LEADS = re.compile(
    r"\b(?:cost|costs|costing|total|totals|totalling|comes? to|came to|works? out"
    r"|worth|amounts?|equals?|adds? up|set \w+ back|makes?|would be"
    r"|or|that['’]s|that is|a bill|price|spend|spends|spending|pay|pays|paid|=)\b",
    re.IGNORECASE,
)
# What a number may rather be times: the months, weeks or days of a year, some years.
USUAL = (12, 52, 365, 10, 5, 4, 2, 3, 30, 7, 24)
FAR = 3
FEWEST = 5


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    """For the total, the larger of the two sums."""
    if not statement.is_money or not is_said(statement) or not EACH.search(statement.sentence.text):
        return
    here = case.beside(statement)
    monies = [s for s in here if s.is_money]
    counts = [
        s for s in here if s.is_count and s.noun and s.quantity.form is Form.AMOUNT and s.quantity.value >= FEWEST
    ]
    if len(monies) != 2 or len(counts) != 1 or monies[0].currency != monies[1].currency:
        return
    each, total = sorted(monies, key=lambda s: s.quantity.value)
    if total is not statement or _spans(total) or _spans(counts[0]) or len({_rate(each), _rate(total)} - {None}) > 1:
        return
    if total.quantity.value < each.quantity.value * FEWEST or not _leads_to(each, total):
        return
    reckoned = TOTAL.solve("total", count=claimed(counts[0].quantity), each=claimed(each.quantity))
    point = counts[0].quantity.value * each.quantity.value
    if claimed(statement.quantity).overlaps(reckoned):
        yield _offer(statement, counts[0], each, point, reckoned, Verdict.PLAUSIBLE)
        return
    off = max(total.quantity.value / point, point / total.quantity.value)
    close = any(Fraction(9, 10) < off / number < Fraction(11, 10) for number in USUAL if number != 10)
    if off > FAR and not close:
        yield _offer(statement, counts[0], each, point, reckoned, Verdict.STRETCH)


def _leads_to(each: Statement, total: Statement) -> bool:
    """Whether the sentence says that the one makes the other: by a word of costing, by "or", "that is"."""
    return bool(LEADS.search(total.sentence.text))


def _spans(statement: Statement) -> bool:
    period = statement.quantity.period
    return period is not None and period.kind is PeriodKind.OVER


def _rate(statement: Statement) -> Fraction | None:
    """The seconds of the period of a rate; None for what is no rate."""
    period = statement.quantity.period
    return period.seconds if period is not None and period.kind is PeriodKind.PER else None


def _offer(
    total: Statement, count: Statement, each: Statement, point: Fraction, reckoned: Interval, verdict: Verdict
) -> Offer:
    currency = total.currency
    said, got = money(total.quantity.value, currency, 3), money(point, currency, 3)
    one = money(each.quantity.value, currency, 3)
    number = counted(count.quantity.value, count.counted, 4)
    text = say("{count} × {each} = {total}, the message's own figures", count=number, each=one, total=got)
    working = f"{exact(count.quantity.value)} × {exact(each.quantity.value)} = {exact(point)}"
    comparison = Comparison(text, working, reckoned, currency, Vote.DECIDES, verdict, (), NAME, value=point)
    reading = say("{count} at {each} each is {total}", count=number, each=one, total=said)
    headline, flip = say("it comes to {got}", got=got), ""
    if verdict is Verdict.STRETCH:
        headline = say("it comes to {got}, not {said}", got=got, said=said)
        flip = say("Would fit with {each} each", each=money(total.quantity.value / count.quantity.value, currency, 3))
    return Offer(NAME, (total, count, each), reading, (comparison,), headline, flip)
