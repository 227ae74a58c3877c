"""Money in two currencies: "€100 million is $110 million", by the stored yearly exchange rate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_money as money
from i18n.number_format import format_number as amount
from quantities import Form, Interval, PeriodKind, Quantity
from reasoning.model.answer import Reference
from reckoning import band
from reckoning.currency import RATE, in_currency
from reckoning.formula import Formula
from reckoning.kinds.conversion import ENDS, EQUAL
from reckoning.offer import Offer
from reckoning.own import OwnSum
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

NAME = "exchange"
CHANGED = Formula("changed = money * rate")
FORMULAS = (CHANGED,)
BRACKET = re.compile(r"\s*[(\[]\s*|\s*,\s*(?:that is|i\.e\.|which is)\s*")
WORTH = re.compile(r"\s*(?:is|are|was|were)\s+worth\s*(?:about|around|roughly)?\s*", re.IGNORECASE)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    here = case.beside(statement)
    at = here.index(statement) if statement in here else 0
    if at == 0 or not statement.is_money or not statement.is_asserted or statement.is_negated:
        return
    first = here[at - 1]
    between = case.scene.text[first.span[1] : statement.span[0]]
    behind = case.scene.text[statement.span[1] : statement.sentence.span[1]]
    says = EQUAL.fullmatch(between) or WORTH.fullmatch(between)
    if not (says or BRACKET.fullmatch(between)) or not ENDS.match(behind) or not _are_alike(first, statement):
        return
    rate = in_currency(case, first.quantity, statement.currency, case.day(statement))
    if rate is None or not rate.middle:
        return
    ratio = statement.quantity.value / (first.quantity.value * rate.middle)
    if says or Fraction(2, 3) <= ratio <= Fraction(3, 2):
        yield _offer(case, first, statement, rate)


def _are_alike(first: Statement, second: Statement) -> bool:
    both = (first.quantity, second.quantity)
    return first.is_money and first.currency != second.currency and all(_is_plain(quantity) for quantity in both)


def _is_plain(quantity: Quantity) -> bool:
    per = quantity.period is not None and quantity.period.kind is PeriodKind.PER
    known = quantity.unit.currency is not None and quantity.form is Form.AMOUNT
    return known and not per and quantity.unit.per is None and not quantity.direction.value and quantity.value > 0


def _offer(case: Case, first: Statement, second: Statement, rate: Interval) -> Offer:
    point_rate, rests, origin = _rate(case, first, second)
    point = first.quantity.value * point_rate
    result = CHANGED.solve("changed", money=first.quantity.stated, rate=rate)
    verdict = band.agreement(second.quantity.interval, result)
    one, said = (money(s.quantity.value, s.currency, 3) for s in (first, second))
    got = money(point, second.currency)
    text = say(
        "{first} is {got}, at {rate} {there} for one {here} ({origin})",
        first=one,
        got=got,
        rate=amount(point_rate, 3),
        there=second.currency,
        here=first.currency,
        origin=origin,
    )
    edge = band.around(Interval.point(point), band.ALLOWED)
    low, high = (money(end or Fraction(0), second.currency) for end in (edge.low, edge.high))
    return OwnSum(
        kind=NAME,
        statements=(second, first),
        reading=say("{first} is {second}", first=one, second=said),
        text=text,
        worked=f"{exact(first.quantity.value)} × {exact(point_rate)} = {exact(point)} {second.currency}",
        result=result,
        point=point,
        verdict=verdict,
        got=got,
        said=said,
        unit=second.currency,
        flip=say("Would be plausible between {low} and {high}", low=low, high=high),
        rests=rests,
    ).offer()


def _rate(case: Case, first: Statement, second: Statement) -> tuple[Fraction, tuple[Reference, ...], str]:
    """The second currency for one of the first, and the figures it rests on."""
    day, rate, rests, origins = case.day(second), Fraction(1), [], []
    for currency, is_first in ((first.currency, True), (second.currency, False)):
        if currency == "USD":
            continue
        holder = next(h for h in case.library.holders(RATE) if case.entity(h).currency == currency)
        figure = case.stored(holder, RATE, day)
        assert figure is not None
        rate = rate / figure.value if is_first else rate * figure.value
        rests.append(figure.rest)
        origins.append(figure.origin)
    return rate, tuple(rests), "; ".join(dict.fromkeys(origins))
