"""So many times as much as another: "China spends four times as much on its military as the US"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_in_english as bare
from i18n.number_format import format_number as amount
from quantities import Form, Interval, Quantity
from reasoning.model.answer import Comparison, Verdict, Vote
from reasoning.wording.numbers import measured, times
from reckoning import band
from reckoning.comparing.naming import VERBS, measures_named
from reckoning.comparing.tagged import Tagged, tag
from reckoning.figure import BOUNDED, DatedFigure
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

NAME = "times_as_much"
RATIO = Formula("ratio = first / second")
FORMULAS = (RATIO,)
_WHO, _OTHER = r"(?:the )?(?P<who>N\d+)", r"(?:the )?(?P<other>N\d+)"
_END = r"(?: does| do| did| has| have)?(?: (?:each|every|a) year| in D\d+)?"
_BEFORE = r"(?:in D\d+ (?:, )?)?"
SHAPES = tuple(
    re.compile(_BEFORE + shape + _END)
    for shape in (
        # China spends four times as much on its military as the US
        (
            rf"{_WHO} (?P<verb>{VERBS}|spend) (?P<said>Q\d+) (?:as much|more|the amount)(?: money)? on "
            rf"(?:its |their |the )?(?P<first>M\d+|[a-z]+) (?:as|than|of) {_OTHER}"
        ),
        # Russia produces twice as much oil as Mexico
        rf"{_WHO} (?P<verb>{VERBS}) (?P<said>Q\d+) (?:as (?:many|much) )?(?P<first>M\d+|[a-z]+) (?:as|than) {_OTHER}",
        # the users of a company are twice the population of a country
        (
            rf"(?:the )?(?:number of )?(?P<first>M\d+) of {_WHO} (?P<verb>is|are|was) (?P<said>Q\d+) (?:the "
            rf"|that of )*(?:(?:number of )?(?P<second>M\d+) of )?{_OTHER}"
        ),
        # Brazil covers more than twice the area of India
        rf"{_WHO} (?P<verb>covers|has|have|had) (?P<said>Q\d+) the (?P<first>M\d+) of {_OTHER}",
        # a company has twice as many users as a country has people
        (
            rf"{_WHO} (?P<verb>{VERBS}) (?P<said>Q\d+) as (?:many|much) (?P<first>M\d+|[a-z]+) as {_OTHER} "
            r"(?:has|have) (?P<second>M\d+|people)"
        ),
    )
)
FORMS = (Form.MULTIPLE, Form.RATIO)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if statement.quantity.form not in FORMS or not statement.is_asserted or statement.is_negated or statement.is_plan:
        return
    tagged = tag(statement.sentence)
    for shape in SHAPES:
        match = shape.fullmatch(tagged.text)
        if match is not None and tagged.quantity(match["said"]).span == statement.span:
            yield from _offers(case, statement, tagged, match)
            return


def _offers(case: Case, statement: Statement, tagged: Tagged, match: re.Match[str]) -> Iterator[Offer]:
    part = match.groupdict()
    who, other = (tagged.name(match[name]).entities[0] for name in ("who", "other"))
    first = _figure(case, statement, tagged, who, match["verb"], match["first"])
    second = _figure(case, statement, tagged, other, match["verb"], part.get("second") or match["first"])
    if first is None or second is None or first.rest.id == second.rest.id:
        return
    if first.rest.unit != second.rest.unit or (not part.get("second") and _measure(first) != _measure(second)):
        return
    yield _offer(case, statement, (who, other), first, second)


def _measure(figure: DatedFigure) -> str:
    return figure.rest.id.split(".")[1] if "." in figure.rest.id else ""


def _figure(case: Case, statement: Statement, tagged: Tagged, entity: str, verb: str, word: str) -> DatedFigure | None:
    for measure in measures_named(case.library, tagged, verb, word, case.entity(entity).kind):
        figure = case.figure(entity, measure, statement) if measure in case.library.measures else None
        if figure is not None and figure.drifted.low is not None and figure.drifted.low > 0:
            return figure
    return None


def _offer(case: Case, statement: Statement, pair: tuple[str, str], first: DatedFigure, second: DatedFigure) -> Offer:
    ratio = RATIO.reckon("ratio", first=first.drifted, second=second.drifted)
    point = first.value / second.value
    readings = (statement.quantity, *(q for q in statement.quantity.alternatives if q.form in FORMS))
    order = (Verdict.ADDS_UP, Verdict.PLAUSIBLE, Verdict.STRETCH, Verdict.DOESNT_ADD_UP)
    verdict = min((band.agreement(q.interval, ratio, _measure(first)) for q in readings), key=order.index)
    what = case.titled(pair[0], _measure(first)) if _measure(first) else case.named(pair[0])
    rival = case.titled(pair[1], _measure(second)) if _measure(second) else case.named(pair[1])
    text = say(
        "{times}: {first} against {second} ({origin})",
        times=times(Interval.point(point)),
        first=measured(first.value, first.rest.unit, 3),
        second=measured(second.value, second.rest.unit, 3),
        origin="; ".join(dict.fromkeys((first.origin, second.origin))),
    )
    worked = f"{exact(first.value)} / {exact(second.value)} = {bare(point, 4)}"
    actual = RATIO.reckon("ratio", first=first.interval, second=second.interval)
    comparison = Comparison(
        text, worked, actual, "", Vote.DECIDES, verdict, (first.rest, second.rest), NAME, value=point
    )
    reading = say("the {what} is {times} the {other}", what=what, times=_claimed(statement.quantity), other=rival)
    headline = say("{times} the {other}", times=times(Interval.point(point)), other=rival)
    return Offer(
        NAME, (statement,), reading, (comparison,), headline, _flip(ratio, verdict), weight=Fraction(2), alone=True
    )


def _claimed(quantity: Quantity) -> str:
    return times(quantity.interval if quantity.bound in BOUNDED else Interval.point(quantity.value))


def _flip(ratio: Interval, verdict: Verdict) -> str:
    if verdict is Verdict.ADDS_UP:
        return ""
    edge = band.around(ratio, band.ALLOWED)
    return say(
        "Would be plausible between {low} and {high}",
        low=f"{amount(edge.low or Fraction(0))}×",
        high=f"{amount(edge.high or Fraction(0))}×",
    )
