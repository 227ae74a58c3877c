"""A change by its two ends, each against its own day: "Under Bush the debt went from $5 to $12 trillion"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from quantities import Form, Interval, Role
from reckoning.answer import Comparison, Verdict, Vote
from reckoning.formula import Formula
from reckoning.kinds.in_passing import UNSTEADY, counts
from reckoning.language import say
from reckoning.number import bare, exact
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement
from reckoning.rough.core import is_said
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
        for entity, named in [*homes(case, statement, topic.measure)][:1]:
            decades = _dated(case, statement)
            for era in decades or eras(case, statement):
                found = _offer(
                    case,
                    before,
                    statement,
                    topic.measure,
                    entity,
                    era,
                    named=named and not decades and topic.measure not in UNSTEADY,
                )
                if found is not None:
                    yield found
                    return


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
