"""A sum for everybody, scaled up to all of them: "Every American who asks gets $2,000 a month"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_in_english as bare
from i18n.number_format import format_money as money
from knowledge import EntityKind
from quantities import Interval, PeriodKind
from quantities.model.quantity import SECONDS
from reasoning.model.answer import Comparison, Vote
from reasoning.wording.numbers import measured, times
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement
from reckoning.rough.core import is_said
from reckoning.rough.crowd import Crowd, crowds
from reckoning.rough.topic import topics

NAME = "scaled_up"
ALL = Formula("all = each * heads / size")
SHARE = Formula("share = all / whole")
FORMULAS = (ALL, SHARE)
# A new sum for or from everybody: more than this part of what a government takes in a year is unusual.
UNUSUAL = Fraction(1, 10)
WHOLES = ("federal_receipts", "public_receipts_gbp", "government_revenue")
PAYING = re.compile(
    r"\b(?:pay|pays|paid|paying|give|gives|giving|gave|get|gets|getting|receiv\w+|cost|costs|costing|send|sends|sent|check|checks"
    r"|cheque|stimulus|tax|taxes|given|claims?|funds?|available|eligible|qualif\w+|grant|grants|bonus|reparations?|credit|rebate|refund|entitled|handout|hand|approved|raise|need)\b",
    re.IGNORECASE,
)
TO_ALL = frozenset({"every", "each", "any", "all", "everyone", "everybody", "per"})
# What is there already, and shared out: each one's part of it is no new sum.
OWED = frozenset(
    "national_debt debt_held_by_public public_debt_gbp gdp gdp_gbp gdp_per_head_ppp household_debt".split()
)
MOST_GROUPS = frozenset({"population", "households", "adults", "tax_returns", "black_population"})


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if not statement.is_money or not is_said(statement) or statement.asks_size:
        return
    if (
        not (statement.sentence.lowers & TO_ALL and PAYING.search(statement.sentence.text))
        or len([s for s in case.beside(statement) if s.is_money]) > 1
    ):
        return
    if any(t.measure in OWED for t in topics(case, statement)):
        return
    for crowd in crowds(case, statement)[:1]:
        found = _scaled(case, statement, crowd)
        if found is not None:
            yield found


def _scaled(case: Case, statement: Statement, crowd: Crowd) -> Offer | None:
    if crowd.measure not in MOST_GROUPS:
        return None
    country = _country(case, crowd.entity)
    heads = case.stored(crowd.entity, crowd.measure, case.day(statement))
    whole = next(
        (f for w in WHOLES if w in case.library.measures and (f := case.stored(country, w, case.day(statement)))), None
    )
    if heads is None or whole is None or whole.rest.unit != statement.currency:
        return None
    each = statement.quantity.value * _times_a_year(statement)
    total = ALL.solve("all", each=Interval.point(each), heads=heads.interval, size=Interval.point(crowd.size))
    share = SHARE.solve("share", all=total, whole=whole.interval)
    value = each * heads.value / crowd.size
    ratio = value / whole.value
    if share.low is None or share.low < UNUSUAL:
        return None  # small enough for a government: whether it is so, nothing here tells
    what = case.titled(crowd.entity, crowd.measure)
    got = money(value, statement.currency, 3)
    text = say("{each} × {heads} = {all}, {share} all the government of {country} takes in a year ({sum})",
               each=money(each, statement.currency, 3), heads=measured(heads.value, heads.rest.unit, 3), all=got,
               share=times(Interval.point(ratio)), country=case.named(country),
               sum=money(whole.value, statement.currency, 3))  # fmt: skip
    working = f"{exact(each)} × {exact(heads.value)} / {exact(crowd.size)} = {exact(value)}"
    working += f"; {exact(value)} / {exact(whole.value)} = {bare(ratio, 3)}"
    comparison = Comparison(text, working, share, "", Vote.INDICATES, None, (heads.rest, whole.rest), NAME,
                            share.low / UNUSUAL, ratio)  # fmt: skip
    said = money(statement.quantity.value, statement.currency, 3)
    reading = say("{said} for each of the {group} is {all} a year", said=said, group=what, all=got)
    return Offer(NAME, (statement,), reading, (comparison,), say("{all} in all", all=got))


def _country(case: Case, entity: str) -> str:
    """The country whose government would have to pay: of a state, the country it is in."""
    if case.entity(entity).kind is EntityKind.STATE:
        return next(iter(case.entity(entity).part_of), entity)
    return entity


def _times_a_year(statement: Statement) -> Fraction:
    period = statement.quantity.period
    if period is None or period.kind is not PeriodKind.PER or period.seconds is None:
        return Fraction(1)
    return SECONDS["year"] / period.seconds
