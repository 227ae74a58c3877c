"""How much something has changed over a time: "The debt grew by $9 trillion under Obama", "adds $4 billion a day"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from knowledge import Nature
from quantities import Direction, Form, Interval, PeriodKind, Role
from quantities.model.quantity import SECONDS
from reckoning.figure import known
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement
from reckoning.reading.verb import Action
from reckoning.rough.core import COMPARED, is_core, is_said
from reckoning.rough.counting import counts
from reckoning.rough.era import SPEAKER, Era, eras
from reckoning.rough.home import homes
from reckoning.rough.judging import Reckoning, judge, rest
from reckoning.rough.series import is_old, on, total
from reckoning.rough.topic import Topic, topics

NAME = "change_over_time"
CHANGE = Formula("change = after - before")
RATE = Formula("rate = change * period / time")
FORMULAS = (CHANGE, RATE)
# What a stock grows by in a year, where that is counted by itself.
FLOWS = {"national_debt": "federal_deficit", "public_debt_gbp": "borrowing_gbp"}
BORROWED = {flow: stock for stock, flow in FLOWS.items()}
FEWER = re.compile(
    r"\b(?:fewer|less|lower|smaller|fell|fallen|down|lost|dropped|declined?|cut|reduced|slashed|shr[aiu]nk\w*)\b",
    re.IGNORECASE,
)
GROWN = re.compile(
    r"\b(?:add(?:s|ed|ing)?|increas\w*|grow\w*|grew|ris\w+|rose|rais\w*|go(?:es|ing)? up|went up|gone up|climb\w*"
    r"|r[au]n up"
    r"|racked up|created?|gain\w*|ballooned|explod\w+|more|up|new|borrow\w*|pil(?:e|es|ed|ing)"
    r"|net|since|double\w*|tripled?)\b",
    re.IGNORECASE,
)
CUT = re.compile(
    r"\b(?:cut|fell|fallen|down|dropped|reduced|grown|grew|risen|rose|up|shr[aiu]nk\w*|slashed|lost)\s+(?:\w+\s+)?by\b",
    re.IGNORECASE,
)
# Their growth is told in money of the day or of one year: no figure of the one refutes the other.
REAL = ("gdp", "median_", "average_", "household_income", "wage")
YEAR = timedelta(days=365)
WHOLE_YEAR = 367  # days
EARLIEST = 1000  # the year: before it there is nothing to go back to
TERM_SPREAD = Fraction(4, 3)
LONG = 1.5  # years; within fewer, the days of a yearly average matter too much
MOST_HOMES = 1


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if not is_said(statement) or statement.asks_size or case.is_ahead(statement) or not _is_change(statement):
        return
    found = judge(statement, NAME, _reckonings(case, statement))
    if found is not None:
        yield found


def _is_change(statement: Statement) -> bool:
    """Whether the number is of a change: by its direction, by "more than when", or by a verb of growing."""
    quantity, text = statement.quantity, statement.sentence.text
    if quantity.role in (Role.FROM, Role.TO):
        return False
    if quantity.form is Form.RATIO:
        return quantity.direction is not Direction.NONE or bool(CUT.search(text))
    if quantity.form in (Form.PERCENT, Form.MULTIPLE):
        return quantity.direction is not Direction.NONE or bool(GROWN.search(text))
    if quantity.form is not Form.AMOUNT:
        return False
    grows = statement.action & {Action.CHANGE, Action.CREATE, Action.LOSE}
    return quantity.direction is not Direction.NONE or bool(grows or COMPARED.search(text) or GROWN.search(text))


def _reckonings(case: Case, statement: Statement) -> Iterator[Reckoning]:
    rated = statement.quantity.period is not None and statement.quantity.period.kind is PeriodKind.PER
    for topic in topics(case, statement):
        if statement.quantity.form is Form.AMOUNT and not counts(case, statement, topic.measure):
            continue
        for entity, named in homes(case, statement, topic.measure)[:MOST_HOMES]:
            sure = named and is_core(statement, topic) and not SPEAKER.search(statement.sentence.text)
            if rated:
                yield from _rates(case, statement, topic, entity)
            else:
                yield from _changes(case, statement, topic, entity, sure=sure)


# --- so much a day


def _rates(case: Case, statement: Statement, topic: Topic, entity: str) -> Iterator[Reckoning]:
    """What a stock grows by in the period said: over the last year, and over the time the words name."""
    period, measure = statement.quantity.period, topic.measure
    if period is None or period.seconds is None or statement.quantity.form is not Form.AMOUNT:
        return
    stocks = (measure, BORROWED.get(measure, measure))
    today = case.scene.as_of
    if today.year < EARLIEST:
        return
    spans = [
        *eras(case, statement),
        Era(today - YEAR, today),
        Era(today - YEAR - timedelta(days=90), today - timedelta(days=90)),
    ]
    for stock in dict.fromkeys(stocks):
        if case.measure(stock).nature is not Nature.STOCK:
            continue
        for era in spans:
            yield from _rate(case, statement, stock, entity, era)
    flow = FLOWS.get(measure)
    if flow is not None:
        yield from _flow(case, statement, flow, entity)


def _rate(case: Case, statement: Statement, stock: str, entity: str, era: Era) -> Iterator[Reckoning]:
    period = statement.quantity.period
    assert period is not None
    assert period.seconds is not None
    before, after = on(case, entity, stock, era.start), on(case, entity, stock, era.end)
    if before is None or after is None:
        return
    change = CHANGE.solve("change", after=Interval.point(after[1]), before=Interval.point(before[1]))
    days = (era.end - era.start).days
    seconds = Interval.point(days * SECONDS["day"])
    rate = RATE.solve("rate", change=change, period=Interval.point(period.seconds), time=seconds)
    value = rate.middle
    if value is None or value <= 0:
        return
    what = say("the growth of {measure}, {first} to {last},", measure=case.titled(entity, stock),
               first=era.start.year, last=era.end.year)  # fmt: skip
    periods = days * SECONDS["day"] / period.seconds
    working = f"({exact(after[1])} - {exact(before[1])}) / {exact(periods)} = {exact(value)}"
    rests = tuple(dict.fromkeys(rest(case.library, r) for r in (before[2][0], after[2][-1])))
    yield Reckoning(rate, value, what, working, rests)


def _flow(case: Case, statement: Statement, flow: str, entity: str) -> Iterator[Reckoning]:
    """The deficit of the year, for the growth of a debt."""
    period, day = statement.quantity.period, case.day(statement)
    reference = known(case.library, entity, flow, day)
    if reference is None or period is None or period.seconds is None or reference.value <= 0:
        return
    share = period.seconds / SECONDS["year"]
    what = case.titled(entity, flow)
    working = f"{exact(reference.value)} / {exact(1 / share)} = {exact(reference.value * share)}"
    interval = reference.interval * Interval.point(share)
    yield Reckoning(interval, reference.value * share, what, working, (rest(case.library, reference),))


# --- so much since then


def _changes(case: Case, statement: Statement, topic: Topic, entity: str, *, sure: bool) -> Iterator[Reckoning]:
    for era in eras(case, statement):
        if case.measure(topic.measure).nature is Nature.STOCK or statement.quantity.form is not Form.AMOUNT:
            yield from _stock(case, statement, topic, entity, era, sure=sure)
        else:
            yield from _stock(case, statement, topic, entity, era, sure=False)
            yield from _summed(case, statement, topic, entity, era, sure=sure)


def _stock(case: Case, statement: Statement, topic: Topic, entity: str, era: Era, *, sure: bool) -> Iterator[Reckoning]:
    first, last = era.start, era.end
    if (era.start.month, era.start.day) == (1, 1) and (last - first).days < WHOLE_YEAR:
        first, last = first - timedelta(days=183), first + timedelta(days=182)  # one year against the one before
    before, after = on(case, entity, topic.measure, first), on(case, entity, topic.measure, last)
    if before is None or after is None or before[1] <= 0 or after[1] <= 0:
        return
    down = _is_down(statement)
    made = _made(statement, before, after, down=down)
    if made is None:
        return
    interval, value, working = made
    if value <= 0:
        return
    sure = sure and not topic.measure.startswith(REAL)
    what = say("the change of {measure}, {first} to {last},", measure=case.titled(entity, topic.measure),
               first=first.year, last=last.year)  # fmt: skip
    rests = tuple(dict.fromkeys(rest(case.library, r) for r in (before[2][0], after[2][-1])))
    yield Reckoning(
        interval,
        value,
        what,
        working,
        rests,
        is_sure=sure and era.years > LONG and not is_old(after, last),
        spread=TERM_SPREAD,
    )


def _is_down(statement: Statement) -> bool:
    return statement.quantity.direction is Direction.DOWN or bool(FEWER.search(statement.sentence.text))


Point = tuple[Interval, Fraction, tuple[object, ...]]


def _made(statement: Statement, before: Point, after: Point, *, down: bool) -> tuple[Interval, Fraction, str] | None:
    """The change in the claim's form: by how much, by how many per cent, or to how many times."""
    low, high = (after[1], before[1]) if down else (before[1], after[1])
    match statement.quantity.form:
        case Form.RATIO:
            part = (high - low) / before[1]
            return Interval.point(part), part, f"({exact(high)} - {exact(low)}) / {exact(before[1])} = {exact(part)}"
        case Form.PERCENT:
            part = (high - low) / before[1]
            working = f"({exact(high)} - {exact(low)}) / {exact(before[1])} = {exact(part)}"
            return Interval.point(part * 100), part * 100, working
        case Form.MULTIPLE:
            turned = statement.quantity.value < 1 or not down
            first, last = (before[1], after[1]) if turned else (after[1], before[1])
            return Interval.point(last / first), last / first, f"{exact(last)} / {exact(first)} = {exact(last / first)}"
    return Interval.point(high - low), high - low, f"{exact(high)} - {exact(low)} = {exact(high - low)}"


def _summed(
    case: Case, statement: Statement, topic: Topic, entity: str, era: Era, *, sure: bool
) -> Iterator[Reckoning]:
    """A yearly flow added up: "20 million people came over four years"."""
    found = total(case, entity, topic.measure, era)
    if found is None:
        return
    value, references = -found[0] if _is_down(statement) else found[0], found[1]
    if value <= 0:
        return
    what = say("{measure}, {first} to {last} together,", measure=case.titled(entity, topic.measure),
               first=era.start.year, last=era.end.year)  # fmt: skip
    rests = tuple(rest(case.library, r) for r in references[:6])
    working = found[2] if value == found[0] else f"{found[2]}; 0 - {exact(found[0])} = {exact(value)}"
    yield Reckoning(Interval.point(value), value, what, working, rests, is_sure=sure, spread=Fraction(3, 2))
