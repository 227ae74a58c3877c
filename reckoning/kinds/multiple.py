"""A multiple of what the actor has: new jobs against its own staff. "Alibaba will create 1 million US jobs"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from quantities import Bound, Interval, PeriodKind
from reckoning import band
from reckoning.answer import Comparison, Vote
from reckoning.case import Case
from reckoning.employment import EMPLOYEES, Staff, beside, employer, is_creation, is_done, staff
from reckoning.figure import Figure
from reckoning.formula import Formula
from reckoning.number import amount, measured, times
from reckoning.offer import Offer
from reckoning.statement import Statement

NAME = "multiple"
MULTIPLE = Formula("multiple = jobs / staff")
FORMULAS = (MULTIPLE,)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if not is_creation(statement):
        return
    company = employer(case, statement)
    own = staff(case, company, statement) if company else None
    if company is None:
        yield from _nobody(case, statement)
    elif own is None:
        yield _unknown(case, statement, company)
    else:
        comparison = _comparison(case, statement, company, own)
        name = case.entity(company).name
        headline = f"{times(comparison.result)} {own.whose} own payroll"
        flip = _flip(statement, own.figure, name)
        yield Offer(NAME, (statement,), _reading(case, statement, name), (comparison,), headline, flip)


def _unknown(case: Case, statement: Statement, company: str) -> Offer:
    """Jobs of a company whose staff is not stored: says which figure would settle it, and who has it."""
    name, publisher = case.entity(company).name, case.measure(EMPLOYEES).publisher
    missing = f"how many people {name} employs" + (f" ({publisher})" if publisher else "")
    reading = f"{name} creates {amount(statement.quantity.value, 3)} jobs"
    return Offer(NAME, (statement,), reading, missing=(missing,), wanted=(f"{company}.{EMPLOYEES}",))


def _nobody(case: Case, statement: Statement) -> Iterator[Offer]:
    """Jobs that somebody unknown creates: says which figure of theirs would settle it."""
    if statement.subject is None and not statement.asks_size and not statement.sentence.is_question:
        missing = "how many people the employer has now (its annual report)"
        where = f" in {case.named(statement.place)}" if statement.place else ""
        reading = f"{amount(statement.quantity.value, 3)} {statement.counting}{where}"
        yield Offer(NAME, (statement,), reading, missing=(missing,), weight=Fraction(1, 2))


def _comparison(case: Case, statement: Statement, company: str, own: Staff) -> Comparison:
    jobs, figure = statement.quantity, own.figure
    ratio = MULTIPLE.solve("multiple", jobs=jobs.stated, staff=figure.interval)
    text = f"{times(ratio)} {own.whose} staff of "
    if own.is_said:
        text += f"{case.limit(company, EMPLOYEES)}{amount(figure.value, 3)}, the message's own figure"
        if own.stored is not None:
            stored = MULTIPLE.solve("multiple", jobs=jobs.stated, staff=own.stored.interval)
            text += f" ({beside(times(stored), own.stored, 5)})"
    else:
        text += f"{measured(figure.value, '', 3)} ({figure.origin})"
    past = band.past(MULTIPLE.solve("multiple", jobs=jobs.interval, staff=_mildest(own)), band.MULTIPLE)
    if is_done(statement):
        past = min(past, band.FAR_PAST / 2)  # partners, drivers and sellers may be counted in
    return Comparison(
        text, own.working(statement), ratio, "", Vote.INDICATES, None, own.rests, NAME, past, jobs.value / figure.value
    )


def _mildest(own: Staff) -> Interval:
    """The larger of the two staffs, since it lets more claims pass."""
    if own.stored is None or own.stored.value < own.figure.value:
        return own.figure.drifted
    return own.stored.drifted


def _reading(case: Case, statement: Statement, name: str) -> str:
    where = f" in {case.named(statement.place)}" if statement.place else ""
    period, span = statement.quantity.period, ""
    if period and period.count and period.kind is PeriodKind.OVER:
        span = f" over {amount(period.count)} {period.unit}{'s' if period.count != 1 else ''}"
    bound = "" if statement.quantity.bound is Bound.EXACT else f"{statement.quantity.bound} "
    return f"{name} creates {bound}{amount(statement.quantity.value, 3)} jobs{where}{span}"


def _flip(statement: Statement, figure: Figure, name: str) -> str:
    edge = figure.value * band.MULTIPLE
    if statement.quantity.value <= edge:
        return ""
    needed = statement.quantity.value / band.MULTIPLE
    return f"Would be plausible below {amount(edge)} jobs, or if {name} employed {amount(needed)} people"
