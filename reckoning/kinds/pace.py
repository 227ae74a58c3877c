"""The pace: a number over years as so much a year, against what the country adds in a year."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_in_english as bare
from i18n.number_format import format_number as amount
from quantities import Form, Interval, PeriodKind
from quantities.model.quantity import SECONDS
from reasoning.model.answer import Comparison, Vote
from reasoning.wording.numbers import dated, measured, percent
from reckoning.employment import is_creation
from reckoning.figure import DatedFigure
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement
from reckoning.reading.verb import Action

NAME = "pace"
PACE = Formula("pace = total / years")
SHARE = Formula("share = pace / usual")
FORMULAS = (PACE, SHARE)
# What adds up over the years; a population "by 2100" does not.
FLOWS = {Action.CREATE, Action.SPEND, Action.COST, Action.GIVE, Action.PLEDGE, Action.LOSE}
USUAL = "jobs_added"


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    years = _years(case, statement)
    if not is_creation(statement) and not statement.action & FLOWS:
        return
    if years is None or statement.quantity.form is not Form.AMOUNT:
        return
    pace = PACE.solve("pace", total=statement.quantity.stated, years=Interval.point(years))
    assert pace.middle is not None
    each = statement.worded(pace.middle)
    span = say("{number} years", number=amount(years))
    text = say("{each} a year, every year for {time}", each=each, time=span)
    worked = f"{exact(statement.quantity.value)} / {bare(years)} = {exact(pace.middle)} a year"
    lines = [Comparison(text, worked, pace, "a year", Vote.SCALE, None, (), NAME)]
    usual = _usual(case, statement)
    if usual is not None and usual.interval.low is not None and usual.interval.low > 0:
        lines.append(_against(case, pace, usual))
    reading = say("{number} over {time}", number=statement.worded(statement.quantity.value), time=span)
    yield Offer(NAME, (statement,), reading, tuple(lines), say("{each} a year", each=each))


def _years(case: Case, statement: Statement) -> Fraction | None:
    """The years it is to take: "over 5 years", or up to a year to come ("by 2030"); None below two."""
    period = statement.quantity.period
    if period is None:
        return None
    if period.kind is PeriodKind.OVER and period.seconds is not None:
        years = period.seconds / SECONDS["year"]
    elif period.kind is PeriodKind.BY and period.year is not None and statement.is_plan:
        years = Fraction(period.year - case.scene.as_of.year)
    else:
        return None
    return years if years >= 2 else None


def _usual(case: Case, statement: Statement) -> DatedFigure | None:
    """The jobs that the country adds in a year."""
    place = case.place(statement)
    if place is None or not is_creation(statement) or USUAL not in case.library.measures:
        return None
    return case.figure(place, USUAL, statement)


def _against(case: Case, pace: Interval, usual: DatedFigure) -> Comparison:
    share = SHARE.solve("share", pace=pace, usual=usual.interval)
    assert share.middle is not None
    assert pace.middle is not None
    rest = usual.rest
    text = say(
        "{share} of the {number} the country added in {date} ({producer})",
        share=percent(share.middle * 100),
        number=measured(usual.value, rest.unit, 2),
        date=dated(rest.as_of),
        producer=rest.producer,
    )
    worked = f"{exact(pace.middle)} / {exact(usual.value)} = {bare(share.middle, 4)}"
    # Only scale: what a country adds in a year swings from minus nine million to plus seven.
    return Comparison(text, worked, share, "", Vote.SCALE, None, (rest,), NAME)
