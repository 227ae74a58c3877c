"""Growth on growth as a sentence gives it: a factor for each period, and for how long."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from math import log

from i18n.language import say
from i18n.number_format import format_number as amount
from quantities import Dimension, Direction, Form, Interval, Period, PeriodKind, Quantity
from quantities.model.quantity import SECONDS
from reasoning.wording.numbers import counted, lasting, several, single
from reckoning.reading.statement import Statement

MOST_STEPS = 400


@dataclass(frozen=True, slots=True)
class Growth:
    """A factor for each period, and for how long: `steps` periods."""

    rate: Quantity
    time: Quantity
    factor: Fraction
    steps: Fraction
    step: Quantity | None = None  # the length of time of one step, where the rate is a word


def growth_of(here: list[Quantity]) -> Growth | None:
    """The one rate of growth of a period, and the one length of time."""
    times = [q for q in here if q.unit.dimension is Dimension.TIME and q.unit.name in SECONDS and q.form is Form.AMOUNT]
    rates = [q for q in here if q.form in (Form.PERCENT, Form.MULTIPLE) and _step(q, times)]
    if len(times) != 1 or len(rates) != 1:
        return None
    rate, time = rates[0], times[0]
    step = _step(rate, times)
    assert step is not None
    if time.value <= 0 or step <= 0:
        return None
    factor = (
        rate.value
        if rate.form is Form.MULTIPLE
        else 1 + rate.value / 100 * (-1 if rate.direction is Direction.DOWN else 1)
    )
    steps = time.value * SECONDS[time.unit.name] / step
    near = round(steps)
    return Growth(rate, time, factor, Fraction(near) if abs(steps - near) < Fraction(1, 20) else steps)


def compounded(statement: Statement, here: list[Quantity]) -> list[Quantity]:
    """The quantities with the yearly rate of "7 % compounded monthly" as the twelfth of it that each month adds.

    By the day there would be too many steps: the rate stays one of a year.
    """
    match = COMPOUNDED.search(statement.sentence.text)
    if match is None:
        return here
    start, end = (statement.sentence.span[0] + at for at in match.span())
    unit = ADVERBS.get(match[1].lower(), "year")
    return [_parted(q, unit) if _is_rate_of(q, (start, end)) else q for q in here]


COMPOUNDED = re.compile(
    r"\bcompound(?:ed|ing|s)?\s+(?:interest\s+)?(monthly|quarterly|daily|weekly|yearly|annually|continuously)\b",
    re.IGNORECASE,
)
ADVERBS = {"monthly": "month", "quarterly": "quarter"}


def _is_rate_of(quantity: Quantity, words: tuple[int, int]) -> bool:
    """Whether it is the rate said to be compounded: a per cent without a period of its own, but for a year's."""
    period = quantity.period
    if quantity.form is not Form.PERCENT or quantity.direction is not Direction.NONE:
        return False
    own = period is not None and period.kind is PeriodKind.PER and not words[0] <= period.span[0] < words[1]
    return not own or (period is not None and period.unit == "year" and period.count == 1)


def _parted(rate: Quantity, unit: str) -> Quantity:
    parts = SECONDS["year"] / SECONDS[unit]
    part = replace(rate, stated=rate.stated / Interval.point(parts), precision=rate.precision / parts)
    return replace(part, period=Period(PeriodKind.PER, Fraction(1), unit))


def deflated(growth: Growth) -> Growth:
    """What money is worth after rising prices."""
    return replace(growth, factor=1 / growth.factor)


def every_so_often(statement: Statement, here: list[Quantity]) -> Growth | None:
    """ "Cases double every three days": the rate is a word, the step one of two lengths of time."""
    times = [q for q in here if q.unit.dimension is Dimension.TIME and q.unit.name in SECONDS and q.form is Form.AMOUNT]
    if len(times) != 2:
        return None
    text, start = statement.sentence.text, statement.sentence.span[0]
    for step in times:
        match = EVERY.search(text[: step.span[0] - start])
        if match is not None:
            time = next(other for other in times if other is not step)
            steps = time.value * SECONDS[time.unit.name] / (step.value * SECONDS[step.unit.name])
            return Growth(replace(step, period=each_period(step)), time, FACTORS[match[1].lower()[:4]], steps, step)
    return None


EVERY = re.compile(
    r"\b(doubl\w+|tripl\w+|quadrupl\w+)\s+(?:in\s+\w+\s+)?(?:every|each)\s+(?:about\s+)?$", re.IGNORECASE
)
FACTORS = {"doub": Fraction(2), "trip": Fraction(3), "quad": Fraction(4)}


def each_period(step: Quantity) -> Period:
    return Period(PeriodKind.PER, step.value, step.unit.name)


def lost_share(statement: Statement, part: Quantity) -> Quantity | None:
    """ "Loses half its value" at rising prices: they double."""
    if not LOSES.search(statement.sentence.text) or not 0 < part.value < 1:
        return None
    return replace(part, stated=Interval.point(1 / (1 - part.value)), form=Form.MULTIPLE)


LOSES = re.compile(r"\b(?:los(?:e|es|ing|t)|halv\w+)\b", re.IGNORECASE)


def _step(rate: Quantity, times: list[Quantity]) -> Fraction | None:
    """The seconds of one step: those of "a year"; a year for a bare "at 7 %"."""
    if rate.period is not None and rate.period.kind is PeriodKind.PER:
        return rate.period.seconds
    in_years = any(time.unit.name == "year" for time in times)
    return SECONDS["year"] if rate.form is Form.PERCENT and in_years and rate.direction is Direction.NONE else None


def are_alike(first: Quantity, second: Quantity) -> bool:
    counts = {Dimension.COUNT, Dimension.NONE}
    same = first.unit.dimension is second.unit.dimension or {first.unit.dimension, second.unit.dimension} <= counts
    return same and first.unit.currency == second.unit.currency


def counted_steps(growth: Growth, start: Fraction, end: Quantity) -> Fraction:
    """How often it grows: a half-year is half a step of 7 % a year.

    What doubles every day for 30 days has doubled 29 or 30 times, whichever is nearer.
    """
    if growth.rate.form is not Form.MULTIPLE or growth.steps < 2 or growth.step is not None:
        return growth.steps if growth.rate.form is Form.PERCENT else Fraction(int(growth.steps))
    most = int(growth.steps)
    return Fraction(min(most - 1, most, key=lambda steps: abs(end.value - start * growth.factor**steps)))


def power(factor: Fraction, steps: Fraction) -> Fraction:
    """A factor to so many steps, exactly where they are whole."""
    if steps.denominator == 1:
        return factor ** int(steps)
    return Fraction(float(factor) ** float(steps)).limit_denominator(10**9)


def steps_to(growth: Growth, multiple: Fraction) -> Fraction | None:
    if growth.factor <= 0 or growth.factor == 1 or multiple <= 0:
        return None
    steps = Fraction(log(float(multiple)) / log(float(growth.factor))).limit_denominator(10**4)
    return steps if steps > 0 else None


def _own_period(rate: Quantity) -> tuple[Fraction, str]:
    """The period of which the rate is: a year where none is said; what it lasts is none."""
    period = rate.period
    if period is None or period.kind is not PeriodKind.PER or not period.unit:
        return Fraction(1), "year"
    return Fraction(period.count or 1), period.unit


def every_period(rate: Quantity) -> str:
    """ "a day", "every 3 days"."""
    count, unit = _own_period(rate)
    if count == 1:
        return say("a {unit}", unit=say(unit))
    return say("every {count} {unit}", count=amount(count), unit=several(unit))


def period_of(rate: Quantity) -> str:
    count, unit = _own_period(rate)
    if count == 1:
        return say(unit)
    return say("period of {count} {unit}", count=amount(count), unit=several(unit))


def steps_words(rate: Quantity, steps: Fraction) -> str:
    """How long so many steps take: "52 years"."""
    count, unit = _own_period(rate)
    return lasting(steps * count, unit)


def time_words(time: Quantity) -> str:
    return counted(time.value, single(time.unit.name) if time.value == 1 else several(time.unit.name), 3)
