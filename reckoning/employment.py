"""Claims of new jobs: who is to create them, and the figures of staff they are set against."""

from __future__ import annotations

from dataclasses import dataclass

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_in_english as bare
from i18n.number_format import format_number as amount
from knowledge import EntityKind
from quantities import Form, PeriodKind
from reasoning.model.answer import Reference
from reasoning.wording.numbers import dated
from reckoning.figure import DatedFigure
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement
from reckoning.reading.verb import Action

EMPLOYEES = "employees"
HIRING = frozenset({"hire", "hires", "hiring", "recruit", "recruits", "recruiting"})
DONE = frozenset("""created added generated helped helps help supported supports support brought made""".split())
JOBS = frozenset({"job", "worker", "employee"})


def is_creation(statement: Statement) -> bool:
    """Whether a statement is of jobs that somebody creates: a verb or noun of creating, or no verb at all."""
    if statement.quantity.form is not Form.AMOUNT or statement.is_negated or not statement.is_asserted:
        return False
    if _is_growth(statement) or {"fewer", "less"} & {m.lower() for m in statement.quantity.unit.modifiers}:
        return False
    if statement.noun == "people":
        return bool(statement.lowers & HIRING)
    if statement.noun not in JOBS:
        return False
    if Action.CREATE in statement.action:
        return True
    return statement.noun == "job" and not statement.action - {Action.SPEND, Action.PLEDGE, Action.GIVE}


def _is_growth(statement: Statement) -> bool:
    """Whether it is a change of the staff since some year, for its own figures to tell."""
    period = statement.quantity.period
    return statement.noun == "employee" and period is not None and period.kind is PeriodKind.SINCE


def is_done(statement: Statement) -> bool:
    """Whether the jobs are said to be there already, or helped along: then they need not all be the actor's own."""
    return not statement.is_plan and bool(statement.lowers & DONE)


def employer(case: Case, statement: Statement) -> str | None:
    """The company that is to create the jobs."""
    subject = statement.subject
    return subject if subject and case.entity(subject).kind is EntityKind.COMPANY else None


@dataclass(frozen=True, slots=True)
class Staff:
    """A company's staff, named by whose it is ("Walmart's"): as the message gives it, or as stored, or both."""

    whose: str
    figure: DatedFigure
    stored: DatedFigure | None

    @property
    def is_said(self) -> bool:
        return self.figure is not self.stored

    @property
    def rests(self) -> tuple[Reference, ...]:
        return tuple(dict.fromkeys(f.rest for f in (self.figure, self.stored) if f is not None))

    def working(self, statement: Statement) -> str:
        """The jobs divided by each of the figures."""
        jobs = statement.quantity.value
        return "; ".join(f"{exact(jobs)} / {exact(r.value)} = {bare(jobs / r.value, 4)}" for r in self.rests)


def staff(case: Case, company: str, statement: Statement) -> Staff | None:
    """A company's staff, the message's own figure before the one stored for the day of the claim."""
    stored = case.figure(company, EMPLOYEES, statement)
    figure = case.said(company, EMPLOYEES) or stored
    return Staff(possessive(case.entity(company).name), figure, stored) if figure is not None else None


def beside(ratio: str, stored: DatedFigure, figures: int) -> str:
    """The stored staff in words, beside the message's own: "3.3× the 30,000 stored for 2016, Walmart"."""
    return say(
        "{ratio} the {number} stored for {date}, {producer}",
        ratio=ratio,
        number=amount(stored.value, figures),
        date=dated(stored.rest.as_of),
        producer=stored.rest.producer,
    )


def possessive(name: str) -> str:
    """Whose: "Amazon's", "Mercedes'".

    >>> possessive("Walmart")
    "Walmart's"
    """
    return say("{name}'", name=name) if name.endswith("s") else say("{name}'s", name=name)
