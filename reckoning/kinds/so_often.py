"""How often something happens: "Someone in America dies of an overdose every five minutes"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_number as amount
from knowledge import Nature
from quantities import Dimension, Interval
from quantities.model.quantity import SECONDS
from reckoning.figure import known, stored
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement
from reckoning.rough.core import is_core, is_said
from reckoning.rough.home import homes
from reckoning.rough.judging import Reckoning, judge
from reckoning.rough.topic import Topic, topics

NAME = "so_often"
APART = Formula("apart = year / number")
FORMULAS = (APART,)
EVERY = re.compile(r"\b(?:every|each)\s+(?:about\s+|roughly\s+|some\s+|single\s+)?$", re.IGNORECASE)
# Words for the one that it happens to.
ONE = frozenset("someone somebody one a an person child baby woman man american".split())
UNITS = frozenset({"people", "deaths", "births", "crimes", "encounters", "abortions", "shootings", "vehicles", "jobs"})
MOST_AGE = 4 * 366


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    quantity = statement.quantity
    if quantity.unit.dimension is not Dimension.TIME or quantity.unit.factor is None or not is_said(statement):
        return
    if not EVERY.search(case.scene.text[max(0, statement.span[0] - 20) : quantity.number_span[0]]):
        return
    if any(q is not quantity and q.span[1] <= quantity.span[0] for q in statement.sentence.quantities):
        return  # so many every five minutes: the number says how many
    if found := judge(statement, NAME, _reckonings(case, statement)):
        yield found


def _reckonings(case: Case, statement: Statement) -> Iterator[Reckoning]:
    for topic in topics(case, statement):
        measure = case.measure(topic.measure)
        if measure.nature is Nature.FLOW and measure.period == "year" and measure.unit in UNITS:
            for entity, named in homes(case, statement, topic.measure)[:2]:
                yield from _apart(case, statement, topic, entity, named=named)


def _apart(case: Case, statement: Statement, topic: Topic, entity: str, *, named: bool) -> Iterator[Reckoning]:
    day, factor = case.day(statement), statement.quantity.unit.factor
    reference = known(case.library, entity, topic.measure, day)
    if reference is None or factor is None or abs((day - reference.end).days) > MOST_AGE or reference.value <= 0:
        return
    figure = stored(case.library, reference, day)
    year = SECONDS["year"] / factor
    apart = APART.solve("apart", year=Interval.point(year), number=figure.drifted)
    what = say("with {number} a year ({measure}), the time from one to the next", number=amount(figure.value, 3),
               measure=case.titled(entity, topic.measure))  # fmt: skip
    value = year / figure.value
    working = f"{exact(year)} / {exact(figure.value)} = {exact(value)}"
    sure = named and is_core(statement, topic, ONE)
    yield Reckoning(apart, value, what, working, (figure.rest,), is_sure=sure, spread=Fraction(3, 2))
