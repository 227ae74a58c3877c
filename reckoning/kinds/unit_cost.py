"""The cost of one: money divided by what it is to pay for. "SoftBank invests $50 billion and creates 50,000 jobs"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import (
    format_exact as exact,
)
from i18n.number_format import (
    format_in_english as bare,
)
from i18n.number_format import (
    format_money as money,
)
from i18n.number_format import (
    format_number as amount,
)
from knowledge import EntityKind
from quantities import Form, Interval, PeriodKind
from reasoning.model.answer import Comparison, Vote
from reasoning.wording.numbers import counted, publishing
from reckoning import band
from reckoning.currency import HOME
from reckoning.employment import JOBS
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import PLACES, Statement
from reckoning.reading.verb import Action

NAME = "unit_cost"
COST = Formula("cost = money / count")
WAGES = Formula("wages = cost / wage")
FORMULAS = (COST, WAGES)
WAGE = "average_wage"


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    period = statement.quantity.period
    if not statement.is_money or (period is not None and period.kind is PeriodKind.PER):
        return
    if statement.is_negated or statement.quantity.unit.per is not None:
        return
    paid_for = _paid_for(case, statement)
    if paid_for is None:
        return
    cost = COST.solve("cost", money=statement.quantity.stated, count=paid_for.quantity.stated)
    assert cost.middle is not None
    currency = statement.currency
    headline = say("{money} a {noun}", money=money(cost.middle, currency), noun=say(paid_for.noun))
    worked = f"{exact(statement.quantity.value)} / {exact(paid_for.quantity.value)} = {exact(cost.middle)} {currency}"
    lines = [Comparison(headline, worked, cost, currency, Vote.SCALE, None, (), NAME)]
    lines += _in_wages(case, statement, paid_for, cost)
    reading = _reading(case, statement, paid_for)
    missing, wanted = ((), ()) if len(lines) > 1 else _missing(case, statement, paid_for)
    found = (statement, paid_for)
    yield Offer(
        NAME, found, reading, tuple(lines), headline, missing=missing, wanted=wanted, weight=Fraction(2), alone=True
    )


def _paid_for(case: Case, statement: Statement) -> Statement | None:
    """The one count of jobs in the same sentence that the money is for."""
    here = [s for s in case.beside(statement) if s is not statement]
    counts = [s for s in here if s.noun in JOBS and s.quantity.form is Form.AMOUNT]
    if len(counts) != 1 or any(s.is_money for s in here) or not counts[0].is_asserted:
        return None
    if statement.subject != counts[0].subject and None not in (statement.subject, counts[0].subject):
        return None  # the money of one, the jobs of another
    first, second = sorted((statement, counts[0]), key=lambda s: s.span)
    strangers = [w for w in statement.sentence.loose if first.span[1] <= w.span[0] < second.span[0]]
    if any(w.text[:1].isupper() and not w.actions for w in strangers):
        return None
    paid = bool((statement.action | counts[0].action) & PAYING) or _stands_for(statement, counts[0])
    return counts[0] if paid else None


PAYING = {Action.SPEND, Action.CREATE, Action.COST, Action.PLEDGE, Action.GIVE}


def _stands_for(statement: Statement, paid_for: Statement) -> bool:
    """Whether the two stand side by side as "$50 billion for 50,000 jobs"."""
    between = [word.lower for word in statement.sentence.between(statement.span[1], paid_for.span[0])]
    return bool(between) and set(between) <= {"for", "to", "in", "the", "us"} and "for" in between


def _place(case: Case, statement: Statement, paid_for: Statement) -> str | None:
    """Where the jobs are to be; in the country of the money where nothing is said."""
    places = (paid_for.place, statement.place, HOME.get(statement.currency))
    return next((e for e in places if e and e in case.library.entities and case.entity(e).kind in PLACES), None)


def _missing(case: Case, statement: Statement, paid_for: Statement) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The figure that would tell whether a job may cost so much: in words, and its entity and measure."""
    place = _place(case, statement, paid_for)
    if place is None or WAGE not in case.library.measures:
        return (), ()
    said = say("the {what} in {year}", what=case.titled(place, WAGE), year=case.day(statement).year)
    return (publishing(said, case.measure(WAGE).publisher),), (f"{place}.{WAGE}",)


def _in_wages(case: Case, statement: Statement, paid_for: Statement, cost: Interval) -> list[Comparison]:
    """The cost of a job in average yearly wages of the country, for dollars a job in a country with a stored wage."""
    currency, place = statement.currency, _place(case, statement, paid_for)
    if place is None or WAGE not in case.library.measures or case.measure(WAGE).unit != currency:
        return []
    wage = case.figure(place, WAGE, statement)
    if wage is None:
        return []
    ratio = WAGES.solve("wages", cost=cost, wage=wage.interval)
    assert ratio.middle is not None
    assert cost.middle is not None
    over = band.past(ratio, band.UNIT_COST_HIGH)
    under = band.UNIT_COST_LOW / ratio.high if ratio.high else Fraction(0)
    text = say(
        "{number} years of an average wage in {where} ({wage}, {origin})",
        number=amount(ratio.middle),
        where=case.named(place),
        wage=money(wage.value, currency, 3),
        origin=wage.origin,
    )
    worked = f"{exact(cost.middle)} / {exact(wage.value)} = {bare(ratio.middle, 4)}"
    return [Comparison(text, worked, ratio, "", Vote.INDICATES, None, (wage.rest,), NAME, max(over, under))]


def _reading(case: Case, statement: Statement, paid_for: Statement) -> str:
    who = next(
        (e for e in (statement.subject, paid_for.subject) if e and case.entity(e).kind is EntityKind.COMPANY), None
    )
    jobs = counted(paid_for.quantity.value, paid_for.counted, 3)
    what = say("{money} for {jobs}", money=money(statement.quantity.value, statement.currency, 3), jobs=jobs)
    where = paid_for.place or statement.place
    if where:
        what = say("{what} in {where}", what=what, where=case.named(where))
    return say("{who} spends {what}", who=case.named(who), what=what) if who else what
