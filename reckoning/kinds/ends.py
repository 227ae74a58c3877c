"""A change by its two ends, each against its own day: "Under Bush the debt went from $5 to $12 trillion"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_in_english as bare
from quantities import Form, Interval, Role
from reasoning.model.answer import Comparison, Verdict, Vote
from reckoning.formula import Formula
from reckoning.kinds.in_passing import UNSTEADY
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement
from reckoning.rough.core import is_said
from reckoning.rough.counting import counts
from reckoning.rough.era import Era, eras
from reckoning.rough.home import homes
from reckoning.rough.judging import Reckoning, agrees, judge, rest, worded
from reckoning.rough.series import on
from reckoning.rough.topic import topics

NAME = "ends_of_a_change"
CHANGE = Formula("change = after - before")
FORMULAS = (CHANGE,)
# A change so many times another than the figures give is no rounding of it.
SPREAD = Fraction(13, 10)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if statement.quantity.role is not Role.TO or not is_said(statement):
        return
    here = case.beside(statement)
    before = next((s for s in here if s.quantity.role is Role.FROM and s.span < statement.span), None)
    if before is None or before.quantity.form is not statement.quantity.form:
        return
    for topic in topics(case, statement):
        if statement.quantity.form is Form.AMOUNT and not counts(case, statement, topic.measure):
            continue
        for entity, named in homes(case, statement, topic.measure)[:1]:
            decades, begun = _dated(case, statement), _begun(case, before, statement)
            sure = named and not decades and topic.measure not in UNSTEADY
            times = decades or begun or eras(case, statement)
            sure = sure and (bool(begun) or not _has_one_year(statement))
            # one that agrees is likelier meant than the first
            for era, may_be_far in (*((era, False) for era in times), *((era, True) for era in times if sure)):
                found = _offer(case, before, statement, topic.measure, entity, era, named=may_be_far)
                if found is not None:
                    yield found
                    return


def _begun(case: Case, first: Statement, last: Statement) -> list[Era]:
    """From the year between the two numbers, to that behind them or now: "from 1.8 trillion in 2013 to 7.7"."""
    today = case.scene.as_of
    years = [(d.span[0], d.start.year) for d in last.sentence.dates if d.start is not None and d.start <= today]
    between = [year for at, year in years if first.span[0] <= at < last.quantity.number_span[0]]
    behind = [year for at, year in years if at > last.quantity.number_span[0]]
    if len(between) != 1 or len(behind) > 1:
        return []
    end = min(date(behind[0], 12, 31), today) if behind else today
    starts = (date(between[0], month, day) for month, day in ((12, 31), (6, 30), (1, 1)))
    return [Era(start, end) for start in starts if start < end]


def _has_one_year(statement: Statement) -> bool:
    """Whether a single year is named: by it the change may have begun, ended, or all of it happened."""
    return len({d.start.year for d in statement.sentence.dates if d.start is not None}) == 1


def _dated(case: Case, statement: Statement) -> list[Era]:
    """From any time of the period named to now: "from 2 million in the 1970s to 9 million"."""
    today, text = case.scene.as_of, case.scene.text
    decades = [
        d.start.year for d in statement.sentence.dates if d.start and text[d.span[0] : d.span[1] + 1].endswith("0s")
    ]
    if len(decades) != 1:
        return []
    days = [date(decades[0] + years, 12, 31) for years in (9, 10, 5, 0)]
    return [Era(day, today) for day in days if day < today]


def _offer(
    case: Case, first: Statement, last: Statement, measure: str, entity: str, era: Era, *, named: bool
) -> Offer | None:
    before, after = on(case, entity, measure, era.start), on(case, entity, measure, era.end)
    if before is None or after is None or before[1] <= 0 or after[1] <= 0 or before[1] == after[1]:
        return None
    what, real = case.titled(entity, measure), after[1] - before[1]
    rests = tuple(dict.fromkeys(rest(case.library, r) for r in (*before[2], *after[2])))
    start, end = (Reckoning(point[0], point[1], what, "", rests) for point in (before, after))
    from_words, to_words = worded(first, before[1]), worded(last, after[1])
    if agrees(first.quantity, start) and agrees(last.quantity, end):
        working = f"{exact(before[1])} + {exact(real)} = {exact(after[1])}"
        reading = say("{measure}, from {first} in {year},", measure=what, first=from_words, year=era.start.year)
        return judge(last, NAME, [replace(end, what=reading, working=working, is_end=True)])
    claimed = last.quantity.value - first.quantity.value
    off = claimed / real
    if not named or (1 / SPREAD < off < SPREAD):
        return None
    reading = say("{measure} went from {first} in {start} to {last} in {end}", measure=what, first=from_words,
                  start=era.start.year, last=to_words, end=era.end.year)  # fmt: skip
    working = f"{exact(after[1])} - {exact(before[1])} = {exact(real)}"
    working += f"; {exact(claimed)} / {exact(real)} = {bare(off, 3)}"
    return _far(last, replace(end, what=reading, working=working), claimed, real)


def _far(last: Statement, ends: Reckoning, claimed: Fraction, real: Fraction) -> Offer:
    ratio = claimed / real
    said, got = worded(last, claimed), worded(last, real)
    text = say("the change is {got} by the figures; said: {said}", got=got, said=said)
    comparison = Comparison(
        text, ends.working, Interval.point(ratio), "", Vote.DECIDES, Verdict.STRETCH, ends.rests, NAME, value=ratio
    )
    return Offer(NAME, (last,), ends.what, (comparison,), text, say("Would be plausible near {got}", got=got))
