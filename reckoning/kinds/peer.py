"""The largest peer: new jobs against the staff of the biggest employer named, or of the biggest there is."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_number as amount
from knowledge import EntityKind
from reasoning.model.answer import Comparison, Vote
from reasoning.wording.numbers import times
from reckoning import band
from reckoning.employment import EMPLOYEES, Staff, beside, employer, is_creation, is_done, staff
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

NAME = "largest_peer"
RATIO = Formula("ratio = jobs / peer")
FORMULAS = (RATIO,)
TO_SEE = Fraction(1, 2)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    company = employer(case, statement)
    if company is None or not is_creation(statement):
        return
    peer = _peer(case, statement, company)
    own = case.figure(company, EMPLOYEES, statement)
    if peer is None or (own is not None and statement.quantity.value < own.value):
        return  # fewer jobs than it has already: nobody need be larger
    largest = staff(case, peer, statement)
    if largest is None or not largest.figure.value:
        return
    if not largest.is_said and statement.quantity.value / largest.figure.value < TO_SEE:
        return  # a small part of the largest there is says nothing of this one
    comparison = _comparison(case, statement, peer, largest)
    jobs = amount(statement.quantity.value, 3)
    reading = say("{who} creates {number} jobs", who=case.entity(company).name, number=jobs)
    headline = say("{times} {whose} staff", times=times(comparison.result), whose=largest.whose)
    yield Offer(NAME, (statement,), reading, (comparison,), headline)


def _peer(case: Case, statement: Statement, company: str) -> str | None:
    """The peer whose staff the message gives; else the largest that is stored."""
    named = [
        e for (e, m) in case.facts if m == EMPLOYEES and e != company and case.entity(e).kind is EntityKind.COMPANY
    ]
    if named:
        return named[0]
    library, day = case.library, case.day(statement)
    companies = [e for e in library.holders(EMPLOYEES) if case.entity(e).kind is EntityKind.COMPANY and e != company]
    sized = [(r.value, e) for e in companies if (r := library.figure_at(e, EMPLOYEES, day)) is not None]
    return max(sized)[1] if sized else None


def _comparison(case: Case, statement: Statement, peer: str, largest: Staff) -> Comparison:
    jobs, figure = statement.quantity, largest.figure
    ratio = RATIO.solve("ratio", jobs=jobs.stated, peer=figure.interval)
    if largest.is_said:
        number = case.limited(peer, EMPLOYEES, amount(figure.value, 3))
        shown = say("{number}, the message's own figure", number=number)
        if largest.stored is not None:
            stored = RATIO.solve("ratio", jobs=jobs.stated, peer=largest.stored.interval)
            shown += f"; {beside(times(stored), largest.stored, 4)}"
        text = say("{times} {whose} staff ({origin})", times=times(ratio), whose=largest.whose, origin=shown)
    else:
        text = say(
            "{times} {whose} staff worldwide ({number}, {origin})",
            times=times(ratio),
            whose=largest.whose,
            number=amount(figure.value, 4),
            origin=figure.origin,
        )
    mildest = (largest.stored or figure).drifted
    past = band.past(RATIO.solve("ratio", jobs=jobs.interval, peer=mildest), band.PEER)
    if is_done(statement):
        past = min(past, band.FAR_PAST / 2)
    return Comparison(
        text,
        largest.working(statement),
        ratio,
        "",
        Vote.INDICATES,
        None,
        largest.rests,
        NAME,
        past,
        statement.quantity.value / largest.figure.value,
    )
