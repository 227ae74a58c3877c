"""A rate times a time: the same thing said for two periods. "$2 million a day is $730 million a year"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_money as money
from i18n.number_format import format_number as amount
from quantities import Dimension, Form, Interval, Period, PeriodKind
from reasoning.model.answer import Comparison, Verdict, Vote
from reasoning.wording.numbers import counted, several, single
from reckoning import band
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

NAME = "rate_times_time"
TOTAL = Formula("total = rate * time / period")
FORMULAS = (TOTAL,)
EQUALS = frozenset(
    "is are = equals equal or that's thats makes make means i.e amounts comes works adds totals total so be".split()
)
BESIDE_EQUALS = frozenset(
    """which that to about nearly almost it a the up out roughly around some over just you me us will would have gives
    give""".split()
)
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
# What is left out of the one and not of the other.
BESIDES = frozenset(
    """after before tax taxes taxed net gross take-home takehome pretax post-tax pre-tax deductions discount discounted
    off saving save plus minus without except including excluding billed fees bonus bonuses overtime""".split()
)
# By the year some things are sold cheaper, down to so much of twelve months; only what costs so little.
CHEAPER, SUBSCRIPTION = Fraction(6, 10), Fraction(300)
YEAR_SLACK = Fraction(15, 1000)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    here = [s for s in case.beside(statement) if s.quantity.form is Form.AMOUNT]
    if len(here) != 2 or here[0] is not statement or not _same_unit(*here):
        return
    first, second = here
    one, two = _length(first.quantity.period), _length(second.quantity.period)
    if one is None or two is None or one == two:
        return
    equated = _equated(first, second)
    if not (equated or _follows(first, second)) or _besides(first) or _is_cheaper(first, second, two / one):
        return
    found = _offer(first, second, one, two)
    if equated or found.comparisons[0].points_to is Verdict.ADDS_UP:
        yield found


def _besides(first: Statement) -> bool:
    """Whether something is left out of the one and not of the other; who saves the first saves all of the second."""
    sentence = first.sentence
    before = {word.lower for word in sentence.between(sentence.span[0], first.span[0])}
    left_out = BESIDES & sentence.lowers - (before & {"saving", "save"})
    return bool(left_out) or bool(TAKE_HOME.search(sentence.text))


def _length(period: Period | None) -> Fraction | None:
    """The seconds of "a day" or "over 5 years"."""
    if period is None or period.kind not in (PeriodKind.PER, PeriodKind.OVER):
        return None
    return period.seconds


def _same_unit(first: Statement, second: Statement) -> bool:
    a, b = first.quantity.unit, second.quantity.unit
    if b.dimension is Dimension.NONE and a.dimension is Dimension.COUNT:
        return True  # "10 people a week, about 500 a year"
    return a.dimension is b.dimension and a.currency == b.currency and (a.noun == b.noun or not b.noun)


TAKE_HOME = re.compile(r"\b(?:take[\s-]+home|in\s+(?:the|my)\s+(?:hand|pocket)|pre-?tax|post-?tax)\b", re.IGNORECASE)
# "$5 a day on coffee, that's $1,825 a year"
ON_IT = re.compile(
    r"[^,;:.!?\d]{0,40}(?:[,;:–-]\s*|\s+)(?:that['’]?s|that is|that makes|which is|which makes|i\.e\.)"
    r"(?: (?:about|around|roughly|almost|nearly|over|more than|some|like))*\s*",
    re.IGNORECASE,
)
COMMA = re.compile(r"\s*,\s*(?:(?:about|around|roughly|almost|nearly|some|over|more than)\s+)?", re.IGNORECASE)
ENDS = re.compile(r"\s*(?:$|[.;!?])")


def _is_cheaper(first: Statement, second: Statement, times: Fraction) -> bool:
    """Whether it may be a price that is lower for who pays for longer."""
    if not first.is_money or times <= 1 or first.quantity.value > SUBSCRIPTION:
        return False
    share = second.quantity.value / (first.quantity.value * times)
    return _unit(first) in ("week", "month") and CHEAPER <= share < 1 - YEAR_SLACK


def _equated(first: Statement, second: Statement) -> bool:
    """Whether nothing but words of equality stands between: "$2 million a day, that is, $730 million a year"."""
    start = max(first.span[1], first.quantity.period.span[1] if first.quantity.period else 0)
    between = [word.lower for word in first.sentence.between(start, second.span[0])]
    says = bool(EQUALS.intersection(between)) or _is_again(first, second, start)
    at = first.sentence.span[0]
    if ON_IT.fullmatch(first.sentence.text, start - at, second.span[0] - at):
        return True
    return says and EQUALS.union(BESIDE_EQUALS).issuperset(between)


def _follows(first: Statement, second: Statement) -> bool:
    """Whether the one stands behind the other's comma, which may say it again: only agreement counts."""
    start = max(first.span[1], first.quantity.period.span[1] if first.quantity.period else 0)
    at = first.sentence.span[0]
    return bool(COMMA.fullmatch(first.sentence.text, start - at, second.span[0] - at))


def _is_again(first: Statement, second: Statement, start: int) -> bool:
    """Whether a bare number follows on a comma, and nothing on it: "10 people a week, about 500 a year"."""
    text, at = first.sentence.text, first.sentence.span[0]
    end = max(second.span[1], second.quantity.period.span[1] if second.quantity.period else 0)
    alone = second.quantity.unit.dimension is Dimension.NONE and bool(ENDS.match(text[end - at :]))
    return alone and text[start - at : second.span[0] - at].lstrip().startswith(",")


def _offer(first: Statement, second: Statement, one: Fraction, two: Fraction) -> Offer:
    reckoned = TOTAL.solve("total", rate=first.quantity.interval, time=Interval.point(two), period=Interval.point(one))
    verdict = _verdict(first, second, reckoned)
    point = first.quantity.value * two / one
    said, got = _worded(second, second.quantity.value), _worded(second, point)
    rate = _worded(first, first.quantity.value)
    text = say("{count} × {each} = {total}, the message's own figures", count=rate, each=_count(two / one), total=got)
    worked = f"{exact(first.quantity.value)} × {exact(two / one)} = {exact(point)}"
    unit = second.quantity.unit.currency or ""
    comparison = Comparison(text, worked, reckoned, unit, Vote.DECIDES, verdict, (), NAME, value=point)
    reading = say("{first} is {second}", first=first.quantity.text.strip(), second=second.quantity.text.strip())
    headline, flip = say("it comes to {got}", got=got), ""
    if verdict is Verdict.PLAUSIBLE:
        headline = say("{got} round the clock; {said} for working time", got=got, said=said)
    elif verdict is not Verdict.ADDS_UP:
        needed = _worded(first, second.quantity.value * one / two)
        headline = say("it comes to {got}, not {said}", got=got, said=said)
        flip = say("Would fit with {needed} in place of {rate}", needed=needed, rate=rate)
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
    name = statement.quantity.unit.name
    return counted(number, single(name) if number == 1 else several(name), 3)


def _count(ratio: Fraction) -> str:
    return amount(ratio, 3) if ratio >= 1 else f"1/{amount(1 / ratio, 3)}"
