"""Growth on growth: "a penny doubled every day for 30 days is $5 million", "at 5 % a year it doubles in 14 years"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import (
    format_exact as exact,
)
from i18n.number_format import (
    format_in_english as bare,
)
from i18n.number_format import (
    format_money as money,
)
from i18n.number_format import (
    format_number as amount,
)
from quantities import Bound, Dimension, Form, Interval, PeriodKind, Quantity
from reasoning.model.answer import Verdict
from reasoning.wording.numbers import limited, percent
from reckoning import band
from reckoning.formula import Formula
from reckoning.growth import (
    MOST_STEPS,
    Growth,
    are_alike,
    compounded,
    counted_steps,
    deflated,
    every_period,
    every_so_often,
    growth_of,
    lost_share,
    period_of,
    power,
    steps_to,
    steps_words,
    time_words,
)
from reckoning.offer import Offer
from reckoning.own import OwnSum
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

NAME = "compounding"
END = Formula("end = start * growth")
FORMULAS = (END,)
STARTS = {
    "penny": Fraction(1, 100),
    "pennies": Fraction(1, 100),
    "cent": Fraction(1, 100),
    "dollar": Fraction(1),
    "pound": Fraction(1),
    "euro": Fraction(1),
}
START = re.compile(r"\b(?:a|one|1|single)\s+(penny|cent|dollar|pound|euro)\b", re.IGNORECASE)
GROWS = re.compile(
    (
        r"\b(?:los(?:e|es|t|ing)|grow\w*|doubl\w*|tripl\w*|grew|grow\w*|becom\w+|turns?\s+in\w*|is|"
        r"are|equals?|=|be|makes?|worth|reach\w*|gives?|end\w*\s+up|comes?\s+to|have)\b"
    ),
    re.IGNORECASE,
)
# What makes another sum of it.
BESIDES = frozenset(
    """add adding adds added deposit deposits contribute contributing simple fees fee tax taxes minus plus""".split()
)
PAID_IN = re.compile(
    r"\b(?:(?:invest|sav|deposit|contribut|put)\w*\s+(?:\S+\s+){1,4}(?:(?:every|each|per|a)\s+(?:month|week|day)|"
    r"monthly|weekly|daily)|(?:monthly|weekly|daily)\s+(?:sav|invest|deposit|contribut|payment)\w*)\b",
    re.IGNORECASE,
)
CLOSE_TIME = (Fraction(1, 10), Fraction(1, 4))


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    sentence = statement.sentence
    here = compounded(statement, [q for q in sentence.quantities if q.value])
    if (
        not 3 <= len(here) <= 4
        or not GROWS.search(sentence.text)
        or sentence.lowers & BESIDES
        or statement.is_negated
        or here[0] is not statement.quantity
    ):
        return
    growth = growth_of(here) or every_so_often(statement, here)
    if growth is None or growth.steps > MOST_STEPS:
        return
    rest = [q for q in here if q is not growth.rate and q is not growth.time and q is not growth.step]
    if len(rest) == 1 and (lost := lost_share(statement, rest[0])) is not None:
        rest = [lost]
    if len(rest) == 1 and rest[0].form is Form.MULTIPLE:
        yield _doubling(case, statement, growth, rest[0])
    elif ends := _ends(statement, rest):
        yield _grown(case, statement, growth, *ends)


def _ends(statement: Statement, rest: list[Quantity]) -> tuple[Fraction, Quantity] | None:
    """The start and the end of the growth: two sums of money, two counts, or a penny and a sum."""
    amounts = [q for q in rest if q.form is Form.AMOUNT]
    if len(amounts) != len(rest) or any(_is_paid_in(statement, q) for q in amounts):
        return None
    if len(amounts) == 2 and are_alike(*amounts):
        return amounts[0].value, amounts[1]
    start = START.search(statement.sentence.text)
    if len(amounts) == 1 and start and amounts[0].unit.dimension is Dimension.MONEY:
        return STARTS[start[1].lower()], amounts[0]
    return None


def _is_paid_in(statement: Statement, money: Quantity) -> bool:
    """Whether so much comes again in every period: what is saved a month, another sum."""
    again = money.period is not None and money.period.kind is PeriodKind.PER
    return again or bool(PAID_IN.search(statement.sentence.text))


def _grown(case: Case, statement: Statement, growth: Growth, start: Fraction, end: Quantity) -> Offer:
    if "inflation" in statement.sentence.lowers and end.value < start:
        growth = deflated(growth)
    steps = counted_steps(growth, start, end)
    point = start * power(growth.factor, steps)
    fast = _continuous(growth, start) if growth.rate.form is Form.PERCENT else point
    result = Interval(min(point, fast), max(point, fast))
    verdict = _verdict(start, end, result)
    if verdict is not Verdict.ADDS_UP and _is_simple(growth, start, end):
        verdict = Verdict.PLAUSIBLE
    unit = end.unit.currency or ""
    shown = [money(number, unit, 3) if unit else amount(number, 3) for number in (start, point, end.value)]
    factor = amount(growth.factor, 4)
    said = say(
        "{start} growing {factor}× {every} for {time}",
        start=shown[0],
        factor=factor,
        every=every_period(growth.rate),
        time=time_words(growth.time),
    )
    return OwnSum(
        kind=NAME,
        statements=(statement, *(s for s in case.beside(statement) if s is not statement)),
        reading=say("{grown} is {end}", grown=said, end=limited(end.bound, shown[2])),
        text=say(
            "{start} × {factor}^{steps} = {end}, the message's own figures",
            start=shown[0],
            factor=factor,
            steps=amount(steps, 4),
            end=shown[1],
        ),
        worked=f"{exact(start)} × {exact(growth.factor)}^{exact(steps)} = {bare(point, 6)}",
        result=result,
        point=point,
        verdict=verdict,
        got=shown[1],
        said=shown[2],
        unit=unit,
        flip=_needed(growth, end.value / start),
    ).offer()


def _is_simple(growth: Growth, start: Fraction, end: Quantity) -> bool:
    """Whether it is right as simple interest, or as what is gained alone."""
    if growth.rate.form is not Form.PERCENT:
        return False
    simple = start * (growth.factor - 1) * growth.steps
    gained = start * (power(growth.factor, growth.steps) - 1)
    slack, claimed = max(simple, gained) / 10, _as_said(end, max(simple, gained))
    return any(
        claimed.overlaps(Interval(x - min(slack, x / 50), x + min(slack, x / 50)))
        for x in (simple, simple + start, gained)
        if x > 0
    )


def _as_said(end: Quantity, gain: Fraction) -> Interval:
    """What is claimed, to its rounding; to the digit where the rounding would cover what was gained."""
    coarse = end.bound is Bound.EXACT and end.precision > gain / 4
    return Interval.point(end.value) if coarse else end.interval


def _continuous(growth: Growth, start: Fraction) -> Fraction:
    """The same rate added without pause, which is the most it can come to."""
    from math import exp

    return start * Fraction(exp(min(float((growth.factor - 1) * growth.steps), 300.0))).limit_denominator(10**6)


def _verdict(start: Fraction, end: Quantity, result: Interval) -> Verdict:
    """By what it comes to, and by what was gained: what should have grown by 30 and didn't is wrong."""
    assert result.low is not None
    assert result.high is not None
    gains = [result.low - start, result.high - start]
    slack = min(Fraction(2, 100) * result.high, max(map(abs, gains)) / 10)
    wide = Interval(result.low - slack, result.high + slack)
    claimed = _as_said(end, max(map(abs, gains)))
    if claimed.overlaps(wide):
        return Verdict.ADDS_UP
    near = claimed.overlaps(band.around(wide, band.ALLOWED))
    gained = (end.value - start) / (gains[0] or Fraction(1))
    return Verdict.STRETCH if near and Fraction(1, 2) <= gained <= 2 else Verdict.DOESNT_ADD_UP


def _needed(growth: Growth, multiple: Fraction) -> str:
    """After how long it would fit."""
    steps = steps_to(growth, multiple)
    if steps is None:
        return ""
    return say("Would fit after {time}", time=steps_words(growth.rate, steps))


def _doubling(case: Case, statement: Statement, growth: Growth, multiple: Quantity) -> Offer:
    steps = steps_to(growth, multiple.value)
    point = steps if steps is not None else Fraction(0)
    ratio = growth.steps / point if point else Fraction(0)
    off = abs(ratio - 1)
    verdict = (
        Verdict.ADDS_UP if off <= CLOSE_TIME[0] else Verdict.STRETCH if off <= CLOSE_TIME[1] else Verdict.DOESNT_ADD_UP
    )
    times, rate = f"{amount(multiple.value)}×", percent((growth.factor - 1) * 100, 3)
    got, said = steps_words(growth.rate, point), time_words(growth.time)
    return OwnSum(
        kind=NAME,
        statements=(statement, *(s for s in case.beside(statement) if s is not statement)),
        reading=say(
            "{rate} a {period} makes {times} in {time}",
            rate=rate,
            period=period_of(growth.rate),
            times=times,
            time=said,
        ),
        text=say(
            "at {rate} a {period} it takes {time} to {times}",
            rate=rate,
            period=period_of(growth.rate),
            time=got,
            times=times,
        ),
        worked=f"log({exact(multiple.value)}) / log({exact(growth.factor)}) = {bare(point, 4)}",
        result=Interval.point(point),
        point=point,
        verdict=verdict,
        got=got,
        said=said,
        flip=_rate_for(growth, multiple),
    ).offer()


def _rate_for(growth: Growth, multiple: Quantity) -> str:
    """The rate at which it would fit."""
    rate = Fraction(float(multiple.value) ** (1 / float(growth.steps)) - 1).limit_denominator(10**6)
    return say("Would fit at {rate} a {period}", rate=percent(rate * 100), period=period_of(growth.rate))
