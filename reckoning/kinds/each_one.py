"""A stored total shared out in passing: "Sleep well, newborn: you owe $110,000 of the national debt"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from quantities import Form, Interval, PeriodKind
from quantities.model.quantity import SECONDS
from reckoning.figure import DatedFigure, known, stored
from reckoning.formula import Formula
from reckoning.group import GROUPS
from reckoning.kinds.per_head import SUMS
from reckoning.offer import Offer
from reckoning.physical import fits
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement
from reckoning.rough.core import is_core, is_said
from reckoning.rough.crowd import MORE, Crowd, crowds
from reckoning.rough.home import homes
from reckoning.rough.judging import Reckoning, judge, worded
from reckoning.rough.topic import Topic, around, topics
from reckoning.standing import factor_of

NAME = "each_ones_share"
EACH = Formula("each = total * size / heads")
FORMULAS = (EACH,)
# Beside the sums of `per_head`, those that people share out in passing. A yearly one needs no "a year" for that.
MORE_SUMS = frozenset(
    """snap_spending student_debt credit_card_debt health_spending trade_deficit trade_deficit_with_china
    imports_from_china household_wealth borrowing_gbp eu_contribution_gbp eu_contribution_gross_gbp welfare_spending_gbp
    corporate_tax_receipts education_spending co2_emissions greenhouse_gas_emissions municipal_waste""".split()
)
# Measures that are stored by head, with the sum they are of.
BY_HEAD = {"gdp_per_head_ppp": "gdp", "health_spending_per_head": "health_spending"}
# The words that this kind explains.
GROUP_WORDS = frozenset(
    {
        *GROUPS,
        *MORE,
        *"owe owing owes born child baby share portion inherits debt works out pays toward towards".split(),
    }
)
# The people that a sum may be meant to be shared by, where the words name one group or nobody in particular.
ALSO = {"households": ("population",), "tax_returns": ("adults",)}
MOST_AGE = 4 * 366
FEWEST = 1000
# What a program spends, and the people it is for.
PROGRAMS = {
    "snap_spending": "snap_recipients", "wic_spending": "wic_recipients", "medicaid_spending": "medicaid_enrolment",
    "medicare_spending": "medicare_enrolment", "social_security_spending": "social_security_beneficiaries",
}  # fmt: skip
PER_PERSON = re.compile(
    r"\b(?:per|each|every|a|average)\s+(?:\w+\s+)?(?:person|recipient|beneficiary|enrollee|participant|individual|retiree|senior|benefit|check)\b",
    re.IGNORECASE,
)
PROGRAM_SPREAD = Fraction(2)
# The message's own total leaves only the number of heads to be another.
OWN_SPREAD = Fraction(6, 5)
AMOUNTS = re.compile(
    r"\b(?:amounts?|equals?|equivalent|works? out|comes? (?:out )?to|that(?:['’]s| is)|or|means?"
    r"|cost|costing|enough|would be)\b",
    re.IGNORECASE,
)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if statement.quantity.form is not Form.AMOUNT or not is_said(statement) or statement.asks_size:
        return
    found = judge(statement, NAME, _reckonings(case, statement))
    if found is not None:
        yield found


def _reckonings(case: Case, statement: Statement) -> Iterator[Reckoning]:
    yield from _of_program(case, statement)
    found = crowds(case, statement)
    if not found:
        return
    yield from _own(case, statement, found)
    for topic in topics(case, statement):
        measure = BY_HEAD.get(topic.measure, topic.measure)
        if (measure in SUMS or measure in MORE_SUMS) and fits(statement.quantity, case.measure(measure).unit):
            for crowd in found:
                yield from _each(case, statement, Topic(measure, topic.places), crowd)


def _of_program(case: Case, statement: Statement) -> Iterator[Reckoning]:
    """What a program spends on each of those it is for: "food stamps cost $5 a person a day"."""
    if not PER_PERSON.search(statement.sentence.text) or not statement.is_money:
        return
    spoken = {topic.measure for topic in (*topics(case, statement), *around(case, statement))}
    for spending, people in PROGRAMS.items():
        if not spoken & {spending, people}:
            continue
        for entity, named in homes(case, statement, spending)[:1]:
            total, heads = (_figure(case, statement, entity, measure) for measure in (spending, people))
            if total is None or heads is None or total.rest.unit != statement.currency:
                continue
            share = _share(statement)
            each = EACH.solve("each", total=total.drifted, size=Interval.point(share), heads=heads.drifted)
            value = total.value * share / heads.value
            what = say("{total} for each of {people}", total=case.titled(entity, spending), people=case.called(people))
            working = f"{exact(total.value)} × {exact(share)} / {exact(heads.value)} = {exact(value)}"
            yield Reckoning(each, value, what, working, (total.rest, heads.rest), is_sure=named, spread=PROGRAM_SPREAD)


def _own(case: Case, statement: Statement, found: list[Crowd]) -> Iterator[Reckoning]:
    """The message's own total in this sentence or the one before, shared out among the stored number of them."""
    if not statement.is_money:
        return
    here = statement.sentence.number
    totals = [
        s
        for s in case.statements
        if s is not statement and s.is_money and s.currency == statement.currency and 0 <= here - s.sentence.number <= 1
        if s.quantity.value > statement.quantity.value * FEWEST
    ]
    if len(totals) != 1:
        return
    total = totals[0]
    yearly = _share(statement) / _share(total)
    for crowd in found[:1]:
        heads = _figure(case, statement, crowd.entity, crowd.measure)
        if heads is None:
            continue
        share = yearly * crowd.size
        each = EACH.solve("each", total=total.quantity.interval, size=Interval.point(share), heads=heads.drifted)
        value = total.quantity.value * share / heads.value
        what = say("{total} for each of the {group}", total=worded(total, total.quantity.value),
                   group=case.titled(crowd.entity, crowd.measure))  # fmt: skip
        working = f"{exact(total.quantity.value)} × {exact(share)} / {exact(heads.value)} = {exact(value)}"
        linked = bool(AMOUNTS.search(statement.sentence.text))
        yield Reckoning(each, value, what, working, (heads.rest,), is_sure=linked, spread=OWN_SPREAD)


def _each(case: Case, statement: Statement, topic: Topic, crowd: Crowd) -> Iterator[Reckoning]:
    total = _figure(case, statement, crowd.entity, topic.measure)
    heads = _figure(case, statement, crowd.entity, crowd.measure)
    factor = factor_of(case, statement, topic.measure, without_period=True)
    if total is None or heads is None or factor is None or not factor.middle or total.value <= 0:
        return
    if statement.is_money and total.rest.unit != statement.currency:
        return
    share = _share(statement) * crowd.size / factor.middle
    each = EACH.solve("each", total=total.drifted, size=Interval.point(share), heads=heads.drifted)
    value = total.value * share / heads.value
    what = say("{total} for each of the {group}", total=case.titled(crowd.entity, topic.measure),
               group=case.called(crowd.measure))  # fmt: skip
    working = f"{exact(total.value)} / {exact(heads.value)}"
    working += f" × {exact(share)} = {exact(value)}" if share != 1 else f" = {exact(value)}"
    sure = is_core(statement, topic, GROUP_WORDS) and topic.measure in SUMS
    yield Reckoning(each, value, what, working, (total.rest, heads.rest), is_sure=sure, spread=Fraction(3, 2))


def _figure(case: Case, statement: Statement, entity: str, measure: str) -> DatedFigure | None:
    day = case.day(statement)
    reference = known(case.library, entity, measure, day)
    if reference is None or abs((day - reference.end).days) > MOST_AGE:
        return None
    return stored(case.library, reference, day)


def _share(statement: Statement) -> Fraction:
    """The part of a year that the sum is for: a twelfth for "a month"."""
    period = statement.quantity.period
    if period is None or period.kind is not PeriodKind.PER or period.seconds is None:
        return Fraction(1)
    return period.seconds / SECONDS["year"]
