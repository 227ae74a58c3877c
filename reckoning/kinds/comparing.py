"""Two entities compared: "India has three times as many people as the EU", "Canada is half as big as Russia"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_in_english as bare
from i18n.number_format import format_number as amount
from quantities import Form, Interval
from reasoning.model.answer import Comparison, Verdict, Vote
from reasoning.wording.numbers import measured, times
from reckoning import band
from reckoning.figure import BOUNDED, DatedFigure
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

NAME = "compare"
RATIO = Formula("ratio = first / second")
FORMULAS = (RATIO,)
THAN = re.compile(
    r"\b(?:as|than|of|compared to|to)\s+(?:(?:the|that|those|all|in|of|does|do|is|are)\s+){0,3}$", re.IGNORECASE
)
# A word of size, and the measures that people mean by it.
SIZES = {
    "big": ("area", "population"),
    "large": ("area", "population"),
    "larger": ("area", "population"),
    "bigger": ("area", "population"),
    "size": ("area", "population"),
    "small": ("area", "population"),
    "smaller": ("area", "population"),
    "populous": ("population",),
    "people": ("population",),
    "inhabitants": ("population",),
    "residents": ("population",),
    "staff": ("employees",),
    "workers": ("employees",),
}
BESIDE = ("many", "much", "as", "than")
MORE = frozenset({"more", "bigger", "larger", "higher", "greater"})
LESS = frozenset({"less", "fewer", "smaller", "lower"})
YES = (Verdict.ADDS_UP, Verdict.PLAUSIBLE)
# Measures that people mean by another definition as often: only agreement is said.
DEFINED_OTHERWISE = frozenset({"gdp_per_head_ppp", "government_spending", "government_revenue"})
ORDER = [Verdict.ADDS_UP, Verdict.PLAUSIBLE, Verdict.STRETCH, Verdict.DOESNT_ADD_UP]


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    quantity = statement.quantity
    if (
        quantity.form not in (Form.MULTIPLE, Form.RATIO, Form.PERCENT)
        or not statement.is_asserted
        or statement.is_negated
        or statement.is_plan
    ):
        return
    if len(statement.sentence.quantities) > 1 or any(
        w.lower() not in (*SIZES, *MORE, *LESS, *BESIDE) for w in statement.unexplained
    ):
        return
    pair = _pair(case, statement)
    sides = [side for m in _measures(statement) if (side := _sides(case, statement, pair, m))] if pair else []
    sides = [side for side in sides if side.verdict in YES or side.measure not in DEFINED_OTHERWISE]
    if sides:
        yield _offer(case, statement, min(sides, key=lambda side: ORDER.index(side.verdict)))


@dataclass(frozen=True, slots=True)
class _Sides:
    """Two entities by one measure, and how well their ratio agrees with the claim."""

    entities: tuple[str, str]
    measure: str
    first: DatedFigure
    second: DatedFigure
    ratio: Interval
    verdict: Verdict


def _sides(case: Case, statement: Statement, pair: tuple[str, str], measure: str) -> _Sides | None:
    first, second = (case.figure(entity, measure, statement) for entity in pair)
    if first is None or second is None:
        return None
    ratio = RATIO.solve("ratio", first=first.drifted, second=second.drifted)
    verdicts = [band.agreement(claimed, ratio, measure) for claimed in _readings(statement)]
    return _Sides(pair, measure, first, second, ratio, min(verdicts, key=ORDER.index))


def _pair(case: Case, statement: Statement) -> tuple[str, str] | None:
    """The first and the second entity: the second stands behind "as", "than" or "of"."""
    names = statement.names
    if len(names) != 2 or names[0].entities[0] == names[1].entities[0]:
        return None
    second = [n for n in names if THAN.search(case.scene.text[max(0, n.span[0] - 30) : n.span[0]])]
    if len(second) != 1:
        return None
    first = next(n for n in names if n is not second[0])
    if case.is_within(first.entities[0], second[0].entities[0]) and statement.quantity.form is not Form.MULTIPLE:
        return None  # a share of a whole: another kind
    return first.entities[0], second[0].entities[0]


def _measures(statement: Statement) -> tuple[str, ...]:
    mentioned = [m for mention in statement.sentence.mentions for m in mention.measures]
    if mentioned:
        return tuple(mentioned)
    if statement.measures:
        return statement.measures
    return next((SIZES[word.lower] for word in statement.words if word.lower in SIZES), ())


def _readings(statement: Statement) -> list[Interval]:
    """The factor claimed, and the other reading of "three times more" where there is one."""
    quantities = (statement.quantity, *statement.quantity.alternatives)
    scale = Interval.point(_scale(statement))
    shares = [q.interval * scale for q in quantities if q.form is statement.quantity.form]
    if statement.quantity.form is not Form.PERCENT:
        lesser = statement.quantity.form is Form.MULTIPLE and bool(statement.lowers & LESS)
        return [Interval.point(1) / share for share in shares] if lesser else shares
    one = Interval.point(1)
    if statement.lowers & MORE:
        return [one + share for share in shares]
    return [one - share for share in shares] if statement.lowers & LESS else shares


def _offer(case: Case, statement: Statement, sides: _Sides) -> Offer:
    first, second = sides.first, sides.second
    point = first.value / second.value
    of_first, of_second = (case.titled(entity, sides.measure) for entity in sides.entities)
    text = say(
        "{times}: {first} against {second} ({origin})",
        times=f"{amount(point)}×",
        first=measured(first.value, first.rest.unit, 3),
        second=measured(second.value, second.rest.unit, 3),
        origin=_source(first, second),
    )
    worked = f"{exact(first.value)} / {exact(second.value)} = {bare(point, 4)}"
    actual = RATIO.solve("ratio", first=first.interval, second=second.interval)
    comparison = Comparison(
        text, worked, actual, "", Vote.DECIDES, sides.verdict, (first.rest, second.rest), NAME, value=point
    )
    claimed, other = times(_claimed(statement)), case.named(sides.entities[1])
    reading = say("the {what} is {times} that of {other}", what=of_first, times=claimed, other=other)
    if len(_readings(statement)) > 1:  # "three times more"
        again = times(_readings(statement)[1])
        reading = say("{reading}, or {times} by another reading of “more”", reading=reading, times=again)
    headline, flip = say("{times} the {other}", times=f"{amount(point)}×", other=of_second), _flip(statement, sides)
    return Offer(NAME, (statement,), reading, (comparison,), headline, flip, weight=Fraction(2), alone=True)


def _claimed(statement: Statement) -> Interval:
    """The factor as the words give it, with its bound: "more than 3×"."""
    quantity, first = statement.quantity, _readings(statement)[0]
    return first if quantity.bound in BOUNDED or first.middle is None else Interval.point(first.middle)


def _flip(statement: Statement, sides: _Sides) -> str:
    if sides.verdict is Verdict.ADDS_UP or _readings(statement)[0].low is None:
        return ""
    edge = band.around(sides.ratio, band.ALLOWED)
    return say(
        "Would be plausible between {low} and {high}",
        low=f"{amount(edge.low or Fraction(0))}×",
        high=f"{amount(edge.high or Fraction(0))}×",
    )


def _scale(statement: Statement) -> Fraction:
    return Fraction(1, 100) if statement.quantity.form is Form.PERCENT else Fraction(1)


def _source(first: DatedFigure, second: DatedFigure) -> str:
    a, b = (figure.origin for figure in (first, second))
    return a if a == b else f"{a}; {b}"
