"""The largest peer: new jobs against the staff of the biggest employer named, or of the biggest there is."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge import EntityKind
from reckoning import band
from reckoning.answer import Comparison, Vote
from reckoning.case import Case
from reckoning.employment import EMPLOYEES, Staff, beside, employer, is_creation, is_done, staff
from reckoning.formula import Formula
from reckoning.number import amount, times
from reckoning.offer import Offer
from reckoning.statement import Statement

NAME = "largest_peer"
RATIO = Formula("ratio = jobs / peer")
FORMULAS = (RATIO,)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    company = employer(case, statement)
    if company is None or not is_creation(statement):
        return
    peer = _peer(case, statement, company)
    own = case.figure(company, EMPLOYEES, statement)
    if peer is None or (own is not None and statement.quantity.value < own.value):
        return  # fewer jobs than it has already: nobody need be larger
    largest = staff(case, peer, statement)
    if largest is None:
        return
    comparison = _comparison(case, statement, peer, largest)
    reading = f"{case.entity(company).name} creates {amount(statement.quantity.value, 3)} jobs"
    yield Offer(NAME, (statement,), reading, (comparison,), f"{times(comparison.result)} {largest.whose} staff")


def _peer(case: Case, statement: Statement, company: str) -> str | None:
    """The peer whose staff the message gives; else the largest that is stored."""
    named = [
        e for (e, m) in case.facts if m == EMPLOYEES and e != company and case.entity(e).kind is EntityKind.COMPANY
    ]
    if named:
        return named[0]
    companies = [e for e in case.library.holders(EMPLOYEES) if case.entity(e).kind is EntityKind.COMPANY]
    sized = [(f.value, e) for e in companies if e != company and (f := case.figure(e, EMPLOYEES, statement))]
    return max(sized)[1] if sized else None


def _comparison(case: Case, statement: Statement, peer: str, largest: Staff) -> Comparison:
    jobs, figure = statement.quantity, largest.figure
    ratio = RATIO.solve("ratio", jobs=jobs.stated, peer=figure.interval)
    if largest.is_said:
        shown = f"{case.limit(peer, EMPLOYEES)}{amount(figure.value, 3)}, the message's own figure"
        if largest.stored is not None:
            stored = RATIO.solve("ratio", jobs=jobs.stated, peer=largest.stored.interval)
            shown += f"; {beside(times(stored), largest.stored, 4)}"
        text = f"{times(ratio)} {largest.whose} staff ({shown})"
    else:
        text = f"{times(ratio)} {largest.whose} staff worldwide ({amount(figure.value, 4)}, {figure.origin})"
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
