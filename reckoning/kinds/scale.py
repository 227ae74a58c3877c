"""To scale: how much a number is, for a question that claims nothing. "How big is $4 trillion?" """

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from quantities import Form
from reckoning.answer import Comparison, Vote
from reckoning.case import Case
from reckoning.figure import Figure
from reckoning.formula import Formula
from reckoning.number import amount, exact, measured, money, share_of
from reckoning.offer import Offer
from reckoning.statement import PLACES, Statement

NAME = "scale"
SHARE = Formula("share = part / whole")
EACH = Formula("each = total / heads")
FORMULAS = (SHARE, EACH)
# What money is set against, for the place meant: its economy, its government's year, its people.
MONEY_SCALES = ("gdp", "federal_outlays", "national_debt")


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if not statement.asks_size or statement.quantity.form is not Form.AMOUNT:
        return
    lines = list(_money(case, statement)) if statement.is_money else list(_count(case, statement))
    if lines:
        worded = statement.worded(statement.quantity.value)
        yield Offer(NAME, (statement,), f"how much is {worded}", tuple(lines), worded, weight=Fraction(1, 2))


def _place(case: Case, statement: Statement) -> str:
    """The place meant, or the country of the currency, or the US, whose figures people know best."""
    named = next((n.entities[0] for n in statement.sentence.names if case.entity(n.entities[0]).kind in PLACES), None)
    return named or {"GBP": "GB", "EUR": "EU"}.get(statement.quantity.unit.currency or "", "US")


def _money(case: Case, statement: Statement) -> Iterator[Comparison]:
    place, day, currency = _place(case, statement), case.day(statement), statement.currency
    for measure in MONEY_SCALES:
        if measure not in case.library.measures or case.measure(measure).unit != currency:
            continue
        if figure := case.stored(place, measure, day):
            yield _share(statement, case.titled(place, measure), figure)
    if heads := case.stored(place, "population", day):
        each = EACH.solve("each", total=statement.quantity.stated, heads=heads.interval)
        point = statement.quantity.value / heads.value
        text = (
            f"{money(point, currency)} for each of the {measured(heads.value, 'people', 3)} of {case.named(place)} "
            f"({heads.origin})"
        )
        worked = f"{exact(statement.quantity.value)} / {exact(heads.value)} = {exact(point)} {currency}"
        yield Comparison(text, worked, each, currency, Vote.SCALE, None, (heads.rest,), NAME)


def _count(case: Case, statement: Statement) -> Iterator[Comparison]:
    place, day = _place(case, statement), case.day(statement)
    scales = ("labour_force", "jobs_added") if statement.noun in ("job", "worker") else _scales(statement)
    for measure in scales:
        figure = case.stored(place, measure, day) if measure in case.library.measures else None
        if figure is not None and figure.value > 0:
            yield _share(statement, case.titled(place, measure), figure)


def _share(statement: Statement, what: str, figure: Figure) -> Comparison:
    """The number as a share of a stored figure."""
    number = statement.quantity.value
    share = SHARE.solve("share", part=statement.quantity.stated, whole=figure.interval)
    text = f"{share_of(share, f'the {what}')} ({measured(figure.value, figure.rest.unit, 3)}, {figure.origin})"
    worked = f"{exact(number)} / {exact(figure.value)} = {amount(number / figure.value, 4)}"
    return Comparison(
        text, worked, share, "", Vote.SCALE, None, (figure.rest,), NAME, value=statement.quantity.value / figure.value
    )


def _scales(statement: Statement) -> tuple[str, ...]:
    """What a counted noun is set against: all there are of it, and the people. Nothing for what nobody counts."""
    period = statement.quantity.period
    yearly = period is None or (period.count == 1 and period.unit == "year")
    own = tuple(measure for measure in statement.measures[:1] if measure != "population" and yearly)
    return (*own, "population") if own or statement.noun == "people" or not statement.noun else ()
