"""What something is of what it was: "a quarter of what they were in 2000", "double what it was"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from quantities import Form, Interval
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement
from reckoning.rough.core import is_said
from reckoning.rough.era import eras
from reckoning.rough.home import homes
from reckoning.rough.judging import Reckoning, judge, rest
from reckoning.rough.series import on
from reckoning.rough.topic import around

NAME = "then_and_now"
RATIO = Formula("ratio = now / before")
FORMULAS = (RATIO,)
THEN = re.compile(
    r"\bwhat\s+(?:it|they|that|we|americans|people)\s+(?:was|were|had|did|paid|spent|earned|made|owed|produced|used)\b"
    r"|\bof (?:its|their|the) (?:level|levels|size|value)\b",
    re.IGNORECASE,
)
FORMS = (Form.RATIO, Form.PERCENT, Form.MULTIPLE)
EARLIEST = 1000  # the year
MOST_HOMES = 1
SPREAD = Fraction(3, 2)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if statement.quantity.form not in FORMS or statement.asks_size or not is_said(statement):
        return
    if not THEN.search(statement.sentence.text):
        return
    if found := judge(statement, NAME, _reckonings(case, statement)):
        yield found


def _reckonings(case: Case, statement: Statement) -> Iterator[Reckoning]:
    for topic in around(case, statement):
        if topic.measure not in case.library.measures:
            continue
        for entity, _ in homes(case, statement, topic.measure)[:MOST_HOMES]:
            for day in _days(case, statement):
                yield from _ratio(case, statement, topic.measure, entity, day)


def _days(case: Case, statement: Statement) -> list[date]:
    """The days it is set against: the middle of a year that the sentence names, or the start of a time it tells."""
    today = case.scene.as_of
    years = {d.start.year for d in statement.sentence.dates if d.start and EARLIEST < d.start.year < today.year}
    if len(years) == 1:
        return [date(years.pop(), 7, 1)]
    shifts = [d.years_from_now for d in statement.sentence.dates if d.years_from_now is not None]
    found = [date(today.year + shift, 7, 1) for shift in shifts if shift < 0 and today.year + shift > EARLIEST]
    return found or [era.start for era in eras(case, statement)][:2]


def _ratio(case: Case, statement: Statement, measure: str, entity: str, day: date) -> Iterator[Reckoning]:
    before, after = on(case, entity, measure, day), on(case, entity, measure, case.scene.as_of)
    if before is None or after is None or before[1] <= 0 or after[1] <= 0 or before[2] == after[2]:
        return
    scale = Fraction(100) if statement.quantity.form is Form.PERCENT else Fraction(1)
    value = after[1] * scale / before[1]
    what = say("{measure} against that of {year}", measure=case.titled(entity, measure), year=day.year)
    working = f"{exact(after[1])} / {exact(before[1])} = {exact(value / scale)}"
    rests = tuple(dict.fromkeys(rest(case.library, r) for r in (before[2][0], after[2][-1])))
    yield Reckoning(Interval.point(value), value, what, working, rests, spread=SPREAD)
