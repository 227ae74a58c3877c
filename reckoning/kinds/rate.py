"""A rate times a time: the same thing said for two periods. "$2 million a day is $730 million a year"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from quantities import Form, Interval, Period, PeriodKind
from reckoning import band
from reckoning.answer import Comparison, Verdict, Vote
from reckoning.case import Case
from reckoning.formula import Formula
from reckoning.number import amount, exact, money
from reckoning.offer import Offer
from reckoning.statement import Statement

NAME = "rate_times_time"
TOTAL = Formula("total = rate * time / period")
FORMULAS = (TOTAL,)
EQUALS = frozenset(
    "is are = equals equal or that's thats makes make means i.e amounts comes works adds totals total so be".split()
)
BESIDE_EQUALS = frozenset("which that to about nearly almost it a the up out roughly around some over just".split())
# A calendar year has 365 or 366 days and 52 weeks and a day or two; people take 360, 365 or 52 as they like.
# How many of the shorter there are in the longer, from the shortest working time to round the clock.
WORKING = tuple(
    (shorter, longer, Fraction(fewest), Fraction(most))
    for shorter, longer, fewest, most in (
        ("hour", "day", 4, 24),
        ("hour", "week", 20, 168),
        ("hour", "month", 80, 744),
        ("hour", "year", 1000, 8784),
        ("day", "week", 4, 7),
        ("day", "month", 16, 31),
        ("day", "year", 200, 366),
        ("week", "month", 4, 5),
        ("week", "year", 40, 53),
        ("month", "year", 10, 12),
    )
)
YEAR_SLACK = Fraction(15, 1000)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    here = [s for s in case.beside(statement) if s.quantity.form is Form.AMOUNT]
    if len(here) != 2 or here[0] is not statement or not _same_unit(*here):
        return
    first, second = here
    one, two = _length(first.quantity.period), _length(second.quantity.period)
    if one is None or two is None or one == two or not _equated(first, second):
        return
    yield _offer(first, second, one, two)


def _length(period: Period | None) -> Fraction | None:
    """The seconds of "a day" or "over 5 years"."""
    if period is None or period.kind not in (PeriodKind.PER, PeriodKind.OVER):
        return None
    return period.seconds


def _same_unit(first: Statement, second: Statement) -> bool:
    a, b = first.quantity.unit, second.quantity.unit
    return a.dimension is b.dimension and a.currency == b.currency and (a.noun == b.noun or not b.noun)


def _equated(first: Statement, second: Statement) -> bool:
    """Whether nothing but words of equality stands between: "$2 million a day, that is, $730 million a year"."""
    start = max(first.span[1], first.quantity.period.span[1] if first.quantity.period else 0)
    between = [word.lower for word in first.sentence.between(start, second.span[0])]
    return bool(EQUALS.intersection(between)) and EQUALS.union(BESIDE_EQUALS).issuperset(between)


def _offer(first: Statement, second: Statement, one: Fraction, two: Fraction) -> Offer:
    reckoned = TOTAL.solve("total", rate=first.quantity.interval, time=Interval.point(two), period=Interval.point(one))
    verdict = _verdict(first, second, reckoned)
    point = first.quantity.value * two / one
    said, got = _worded(second, second.quantity.value), _worded(second, point)
    rate = _worded(first, first.quantity.value)
    text = f"{rate} × {_count(two / one)} = {got}, the message's own figures"
    worked = f"{exact(first.quantity.value)} × {exact(two / one)} = {exact(point)}"
    unit = second.quantity.unit.currency or ""
    comparison = Comparison(text, worked, reckoned, unit, Vote.DECIDES, verdict, (), NAME, value=point)
    reading = f"{first.quantity.text.strip()} is {second.quantity.text.strip()}"
    headline, flip = f"it comes to {got}", ""
    if verdict is Verdict.PLAUSIBLE:
        headline, flip = f"{got} round the clock; {said} for working time", ""
    elif verdict is not Verdict.ADDS_UP:
        headline += f", not {said}"
        flip = f"Would fit with {_worded(first, second.quantity.value * one / two)} in place of {rate}"
    return Offer(NAME, (first, second), reading, (comparison,), headline, flip, weight=Fraction(3), alone=True)


def _verdict(first: Statement, second: Statement, reckoned: Interval) -> Verdict:
    """By the calendar, or by the hours and days that people work: those fit too, and the reply says which it took."""
    if second.quantity.interval.overlaps(reckoned.widened(YEAR_SLACK)):
        return Verdict.ADDS_UP
    if second.quantity.interval.overlaps(band.around(reckoned, band.CLOSE)):
        return Verdict.STRETCH
    for shorter, longer, fewest, most in WORKING:
        if (_unit(first), _unit(second)) == (shorter, longer):
            worked = first.quantity.interval * Interval(fewest, most)
        elif (_unit(first), _unit(second)) == (longer, shorter):
            worked = first.quantity.interval / Interval(fewest, most)
        else:
            continue
        return Verdict.PLAUSIBLE if second.quantity.interval.overlaps(worked) else Verdict.DOESNT_ADD_UP
    return Verdict.DOESNT_ADD_UP


def _unit(statement: Statement) -> str:
    period = statement.quantity.period
    return period.unit if period is not None and period.count == 1 else ""


def _worded(statement: Statement, number: Fraction) -> str:
    if statement.is_money:
        return money(number, statement.currency, 3)
    return f"{amount(number, 3)} {statement.quantity.unit.name}".strip()


def _count(ratio: Fraction) -> str:
    return amount(ratio, 3) if ratio >= 1 else f"1/{amount(1 / ratio, 3)}"
