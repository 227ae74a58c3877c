"""A multiple of what the actor has: new jobs against its own staff. "Alibaba will create 1 million US jobs"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_number as amount
from quantities import Interval, PeriodKind
from reasoning.model.answer import Comparison, Vote
from reasoning.wording.numbers import counted, lasting, limited, measured, publishing, times
from reckoning import band
from reckoning.employment import EMPLOYEES, Staff, beside, employer, is_creation, is_done, staff
from reckoning.figure import DatedFigure
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

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
        headline = say("{times} {whose} own payroll", times=times(comparison.result), whose=own.whose)
        flip = _flip(statement, own.figure, name)
        yield Offer(NAME, (statement,), _reading(case, statement, name), (comparison,), headline, flip)


def _unknown(case: Case, statement: Statement, company: str) -> Offer:
    """Jobs of a company whose staff is not stored: says which figure would settle it, and who has it."""
    name, publisher = case.entity(company).name, case.measure(EMPLOYEES).publisher
    missing = publishing(say("how many people {who} employs", who=name), publisher)
    reading = _reading(case, statement, name)
    return Offer(NAME, (statement,), reading, missing=(missing,), wanted=(f"{company}.{EMPLOYEES}",))


def _nobody(case: Case, statement: Statement) -> Iterator[Offer]:
    """Jobs that somebody unknown creates: says which figure of theirs would settle it."""
    if statement.subject is None and not statement.asks_size and not statement.sentence.is_question:
        missing = say("how many people the employer has now (its annual report)")
        reading = counted(statement.quantity.value, statement.counted, 3)
        if statement.place:
            reading = say("{what} in {where}", what=reading, where=case.named(statement.place))
        yield Offer(NAME, (statement,), reading, missing=(missing,), weight=Fraction(1, 2))


def _comparison(case: Case, statement: Statement, company: str, own: Staff) -> Comparison:
    jobs, figure = statement.quantity, own.figure
    ratio = MULTIPLE.solve("multiple", jobs=jobs.stated, staff=figure.interval)
    if own.is_said:
        shown = say(
            "{number}, the message's own figure", number=case.limited(company, EMPLOYEES, amount(figure.value, 3))
        )
        if own.stored is not None:
            stored = MULTIPLE.solve("multiple", jobs=jobs.stated, staff=own.stored.interval)
            shown += f" ({beside(times(stored), own.stored, 5)})"
    else:
        shown = f"{measured(figure.value, '', 3)} ({figure.origin})"
    text = say("{times} {whose} staff of {number}", times=times(ratio), whose=own.whose, number=shown)
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
    period, quantity = statement.quantity.period, statement.quantity
    words = {"who": name, "number": limited(quantity.bound, amount(quantity.value, 3))}
    where = case.named(statement.place) if statement.place else ""
    if period and period.count and period.kind is PeriodKind.OVER:
        time = lasting(period.count, period.unit)
        if where:
            return say("{who} creates {number} jobs in {where} over {time}", where=where, time=time, **words)
        return say("{who} creates {number} jobs over {time}", time=time, **words)
    if where:
        return say("{who} creates {number} jobs in {where}", where=where, **words)
    return say("{who} creates {number} jobs", **words)


def _flip(statement: Statement, figure: DatedFigure, name: str) -> str:
    edge = figure.value * band.MULTIPLE
    if statement.quantity.value <= edge:
        return ""
    needed = statement.quantity.value / band.MULTIPLE
    return say(
        "Would be plausible below {number} jobs, or if {who} employed {people} people",
        number=amount(edge),
        who=name,
        people=amount(needed),
    )
