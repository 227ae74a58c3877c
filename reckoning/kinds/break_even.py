"""When something has paid for itself: "The panels cost $20,000 and save $1,500 a year: paid off in 13 years"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_money as money
from quantities import Dimension, Form, Interval, PeriodKind, Quantity
from quantities.model.quantity import SECONDS, Unit
from reasoning.model.answer import Verdict
from reasoning.wording.numbers import counted, several
from reckoning import band
from reckoning.comparing.tagged import LONGEST
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.own import OwnSum
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

NAME = "break_even"
TIME = Formula("time = cost / saving")
FORMULAS = (TIME,)
PAYS = re.compile(
    r"\b(?:pa(?:y|ys|id|ying)\s+(?:for\s+)?(?:itself|themselves|it\s+off|off|back)|break(?:s|ing)?[\s-]+even|"
    r"broke\s+even|"
    r"recoup\w*|payback|amorti[sz]\w+|earn\w*\s+(?:itself|its\s+cost)\s+back)\b",
    re.IGNORECASE,
)
ONE = re.compile(
    r"\b(?:in|within|after)\s+(?:just\s+|only\s+|about\s+)?(?:a|one)\s+(year|month|week|day)\b", re.IGNORECASE
)
# What changes the sum without being in it.
BESIDES = frozenset(
    """interest subsidy subsidies grant grants credit credits rebate tax taxes loan deposit maintenance plus minus net
    extra except without inflation resale financing mortgage""".split()
)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    sentence = statement.sentence
    if (
        len(sentence.text) > LONGEST
        or not statement.is_money
        or statement.quantity.unit.per is not None
        or not PAYS.search(sentence.text)
    ):
        return
    if sentence.lowers & BESIDES or not statement.is_asserted or statement.is_negated:
        return
    cost, saving, time = statement.quantity, _saving(statement), _time(statement)
    if saving is None or time is None or len(_sums(statement)) != 2 + (time in _sums(statement)) or _is_rate(cost):
        return
    if cost.unit.currency != saving.unit.currency or cost.form is not Form.AMOUNT:
        return
    others = tuple(s for s in case.beside(statement) if s.quantity in (saving, time))
    yield _offer((statement, *others), cost, saving, time)


def _sums(statement: Statement) -> list[Quantity]:
    return [q for q in statement.sentence.quantities if q.value]


def _is_rate(quantity: Quantity) -> bool:
    return quantity.period is not None and quantity.period.kind is PeriodKind.PER


def _saving(statement: Statement) -> Quantity | None:
    """The one sum of money saved or earned in each period."""
    rates = [q for q in _sums(statement) if q.unit.dimension is Dimension.MONEY and _is_rate(q)]
    return rates[0] if len(rates) == 1 and rates[0].unit.per is None else None


def _time(statement: Statement) -> Quantity | None:
    times = [q for q in _sums(statement) if q.unit.dimension is Dimension.TIME]
    if not times and (one := ONE.search(statement.sentence.text)):
        return Quantity(Interval.point(1), Unit(one[1].lower(), Dimension.TIME, SECONDS[one[1].lower()]))
    return times[0] if len(times) == 1 and times[0].unit.name in SECONDS else None


def _offer(statements: tuple[Statement, ...], cost: Quantity, saving: Quantity, time: Quantity) -> Offer:
    assert saving.period is not None
    assert saving.period.seconds is not None
    currency, unit = cost.unit.currency or "USD", SECONDS[time.unit.name]
    scale = saving.period.seconds / unit  # so many of the time's units in one period of the saving
    point = cost.value / saving.value * scale
    rounded = TIME.reckon("time", cost=cost.interval, saving=saving.stated) * Interval.point(scale)
    verdict = _verdict(time, rounded, point)
    price, each = money(cost.value, currency, 3), money(saving.value, currency, 3)
    per = say("{money} a {period}", money=each, period=say(saving.period.unit))
    got, said = (counted(number, several(time.unit.name)) for number in (point, time.value))
    return OwnSum(
        kind=NAME,
        statements=statements,
        reading=say("{cost} at {saving} is paid off after {time}", cost=price, saving=per, time=said),
        text=say("{cost} / {saving} = {time}, the message's own figures", cost=price, saving=per, time=got),
        worked=f"{exact(cost.value)} / {exact(saving.value)} × {exact(scale)} = {exact(point)} {time.unit.name}",
        result=rounded,
        point=point,
        verdict=verdict,
        got=got,
        said=said,
        unit=time.unit.name,
        flip=say(
            "Would fit with {money} a {period}",
            money=money(cost.value / time.value * scale, currency),
            period=say(saving.period.unit),
        ),
    ).offer()


def _verdict(time: Quantity, rounded: Interval, point: Fraction) -> Verdict:
    """Time is said in whole units; "within 15 years" holds for less."""
    half = (
        Interval(time.stated.low - Fraction(1, 2), time.stated.high + Fraction(1, 2))
        if time.stated.low and time.stated.high
        else time.interval
    )
    if point in half or point in time.interval:
        return Verdict.ADDS_UP
    return band.own(time.interval, rounded, point)
