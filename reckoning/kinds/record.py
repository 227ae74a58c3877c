"""The highest or lowest of many years: "The murder rate is the highest in 47 years", "at a 50-year low"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from knowledge import Figure
from quantities import Dimension, Form, Interval
from reasoning.model.answer import Comparison, Verdict, Vote
from reasoning.wording.numbers import measured
from reckoning.comparing.implied import IMPLIED
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement
from reckoning.rough.core import RESTRICTING, is_said
from reckoning.rough.home import homes
from reckoning.rough.judging import rest
from reckoning.rough.topic import around

NAME = "record"
RATIO = Formula("ratio = now / extreme")
FORMULAS = (RATIO,)
HIGH = re.compile(r"\b(?:highest|record[ -]high|(?:-year|all-time) high)\b", re.IGNORECASE)
LOW = re.compile(r"\b(?:lowest|record[ -]low|(?:-year|all-time) low)\b", re.IGNORECASE)
EVER = re.compile(
    r"\b(?:ever|on record|all[ -]time|(?:in|of) (?:our|the|american|u\.?s\.?|its|history)\b.{0,24}?history"
    r"|in history)\b",
    re.IGNORECASE,
)
SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
# Beside these words another thing is ranked: a month's growth, an age group.
OTHERS = re.compile(
    r"\b(?:month|quarter|week|day|increase|growth|drop|rise|gain|spike|jump|decline)s?\b", re.IGNORECASE
)
LONGEST_EVER = 30  # years: what "ever" is held to, at least
FEWEST = 5  # figures
NEAR, FAR = Fraction(97, 100), Fraction(4, 5)
MOST_YEARS = 120
LATELY = 300  # days


@dataclass(frozen=True, slots=True)
class _Held:
    """The figure of now beside the extreme of the window; `ratio` is below one where now is no record."""

    measure: str
    entity: str
    now: Figure
    extreme: Figure
    ratio: Fraction
    start: int


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    text = statement.sentence.text
    high, low = HIGH.search(text), LOW.search(text)
    if bool(high) == bool(low) or not is_said(statement) or OTHERS.search(text):
        return
    start = _start(case, statement)
    if start is None or statement.sentence.lowers & RESTRICTING - {"from"}:
        return
    found = list(_held(case, statement, start, highest=bool(high)))
    near = [held for held in found if held.ratio >= NEAR]
    if near:
        yield _offer(case, statement, near[0], Verdict.PLAUSIBLE, highest=bool(high))
    elif found and all(held.ratio < FAR for held in found):
        yield _offer(case, statement, found[0], Verdict.STRETCH, highest=bool(high))


def _start(case: Case, statement: Statement) -> int | None:
    """The first year of the window that the words tell."""
    quantity, today = statement.quantity, case.scene.as_of.year
    if statement.via != IMPLIED:
        is_years = quantity.unit.dimension is Dimension.TIME and quantity.unit.name.startswith("year")
        if quantity.form is not Form.AMOUNT or not is_years or not 3 <= quantity.value <= MOST_YEARS:
            return None
        return today - int(quantity.value)
    if statement.sentence.quantities:
        return None  # its number says more
    years = {d.start.year for d in statement.sentence.dates if d.start and d.start.year < today}
    if SINCE.search(statement.sentence.text):
        return years.pop() if len(years) == 1 else None
    return today - LONGEST_EVER if EVER.search(statement.sentence.text) and not years else None


def _held(case: Case, statement: Statement, start: int, *, highest: bool) -> Iterator[_Held]:
    today = case.scene.as_of
    for topic in around(case, statement):
        for entity, is_named in homes(case, statement, topic.measure)[:1]:
            series = [r for r in case.library.series(entity, topic.measure) if r.end <= today]
            inside = [r for r in series if r.start.year >= start]
            if not is_named or len(inside) < FEWEST or (today - inside[-1].end).days > 400:
                continue
            if inside[0].start.year > start + max(3, (today.year - start) // 4):
                continue
            yield _against(topic.measure, entity, inside, highest=highest, today=today)


def _against(measure: str, entity: str, inside: list[Figure], *, highest: bool, today: date) -> _Held:
    """Of the last twelve months the one nearest to a record: people quote any month."""
    pick = max if highest else min
    lately = [r for r in inside if (today - r.end).days < LATELY] or inside[-1:]
    now = pick(lately, key=lambda r: r.value)
    extreme = pick(inside, key=lambda r: r.value)
    first, last = (now.value, extreme.value) if highest else (extreme.value, now.value)
    return _Held(measure, entity, now, extreme, first / last if last > 0 else Fraction(1), inside[0].start.year)


def _offer(case: Case, statement: Statement, held: _Held, verdict: Verdict, *, highest: bool) -> Offer:
    unit = case.measure(held.measure).unit
    what = case.titled(held.entity, held.measure)
    now, extreme = measured(held.now.value, unit, 3), measured(held.extreme.value, unit, 3)
    year = held.extreme.end.year
    line = "{what}: {now}; the highest since {start} was {extreme}, in {year}"
    if not highest:
        line = "{what}: {now}; the lowest since {start} was {extreme}, in {year}"
    text = say(line, what=what, now=now, start=held.start, extreme=extreme, year=year)
    value = held.now.value / held.extreme.value if held.extreme.value else Fraction(0)
    working = f"{exact(held.now.value)} / {exact(held.extreme.value)} = {exact(value)}"
    rests = tuple(dict.fromkeys((rest(case.library, held.now), rest(case.library, held.extreme))))
    compared = Comparison(text, working, Interval.point(value), "", Vote.DECIDES, verdict, rests, NAME, value=value)
    reading = say("{what} is the highest since {start}", what=what, start=held.start)
    if not highest:
        reading = say("{what} is the lowest since {start}", what=what, start=held.start)
    headline = say("{now} now, {extreme} in {year}", now=now, extreme=extreme, year=year)
    return Offer(NAME, (statement,), reading, (compared,), headline, "")
