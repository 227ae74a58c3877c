"""A count times what each is: "500 workers at $60,000 each is $30 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_money as money
from i18n.number_format import format_number as amount
from quantities import Form, Interval
from reasoning.model.answer import Comparison, Verdict, Vote
from reasoning.wording.numbers import counted
from reckoning import band
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement
from reckoning.reading.verb import Action

NAME = "count_times_each"
TOTAL = Formula("total = count * each")
FORMULAS = (TOTAL,)
TIMES = re.compile(r"\s[x×*]\s")
LEADS = frozenset(
    """each apiece every per is are = so that's that makes make come comes to cost costs total totals in all a the it
    would will be for of and about worth or head person one""".split()
)
BESIDES = frozenset("""plus minus with after off fees fee tax taxes tip coupon discount extra except without""".split())
EACH = frozenset(["each", "apiece", "every", "per"])


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    here = case.beside(statement)
    if len(here) != 3 or here[0] is not statement or any(s.quantity.form is not Form.AMOUNT for s in here):
        return
    counts = [s for s in here if s.is_count and s.noun]
    monies = sorted((s for s in here if s.is_money), key=lambda s: s.quantity.value)
    if len(counts) != 1 or len(monies) != 2 or monies[0].quantity.unit.currency != monies[1].quantity.unit.currency:
        return
    if any(s.quantity.period != monies[0].quantity.period for s in monies[1:]) or not _says_each(monies[0]):
        return
    if not statement.is_asserted or statement.sentence.lowers & BESIDES or not _leads_to(monies[0], monies[1]):
        return
    yield _offer(counts[0], monies[0], monies[1])


def _leads_to(each: Statement, total: Statement) -> bool:
    """Whether the words between say that the one makes the other: "at $20 each cost $60", "= $60"."""
    first, last = sorted((each.span, total.span))
    words = each.sentence.between(first[1], last[0])
    lowers = {word.lower for word in words}
    return bool(lowers) and lowers <= LEADS | {word.lower for word in words if word.actions & {Action.COST, Action.BE}}


def _says_each(statement: Statement) -> bool:
    if statement.quantity.unit.per is not None or any(word.lower in EACH for word in statement.sentence.words):
        return True
    return bool(TIMES.search(statement.sentence.text))


def _offer(count: Statement, each: Statement, total: Statement) -> Offer:
    currency = total.currency
    reckoned = TOTAL.solve("total", count=count.quantity.interval, each=each.quantity.interval)
    verdict = band.own(total.quantity.interval, reckoned)
    point = count.quantity.value * each.quantity.value
    number, price = amount(count.quantity.value, 4), money(each.quantity.value, currency, 3)
    said, got = money(total.quantity.value, currency, 3), money(point, currency, 3)
    text = say("{count} × {each} = {total}, the message's own figures", count=number, each=price, total=got)
    worked = f"{exact(count.quantity.value)} × {exact(each.quantity.value)} = {exact(point)} {currency}"
    comparison = Comparison(text, worked, reckoned, currency, Vote.DECIDES, verdict, (), NAME, value=point)
    people = counted(count.quantity.value, count.counted, 4)
    reading = say("{count} at {each} each is {total}", count=people, each=price, total=said)
    headline, flip = say("it comes to {got}", got=got), ""
    if verdict is not Verdict.ADDS_UP:
        headline, flip = say("it comes to {got}, not {said}", got=got, said=said), _flip(count, total)
    return Offer(NAME, (count, each, total), reading, (comparison,), headline, flip, weight=Fraction(3), alone=True)


def _flip(count: Statement, total: Statement) -> str:
    needed = TOTAL.solve("each", total=total.quantity.stated, count=Interval.point(count.quantity.value)).middle
    return say("Would fit with {each} each", each=money(needed or Fraction(0), total.currency))
