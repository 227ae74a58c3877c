"""A change worked out from its two ends: "Membership grew from 40,000 to 60,000, up 150%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_in_english as bare
from i18n.number_format import format_number as amount
from quantities import Dimension, Direction, Form, Interval, Quantity, Role
from reasoning.model.answer import Comparison, Verdict, Vote
from reasoning.wording.numbers import counted, percent, words
from reckoning import band
from reckoning.figure import BOUNDED
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

NAME = "percent_change"
CHANGE = Formula("change = (after - before) / before")
MULTIPLE = Formula("multiple = after / before")
RISES = frozenset("""up increase increased rise rose growth grew gain jump surge climb more plus higher""".split())
FALLS = frozenset(
    """down decrease decreased drop dropped fall fell decline loss cut less minus lower reduction""".split()
)
POINTS = Formula("points = after - before")
CHANGES = (Form.PERCENT, Form.MULTIPLE, Form.POINTS)
# A change of each year compounds; what it comes to is another sum.
A_YEAR = frozenset("""annually annual yearly cagr compound compounded monthly weekly daily""".split())
OF_BEFORE = re.compile(
    r"\s+of\s+(?:what|(?:its|their|his|her|the)\s+(?:(?:original|former|previous|earlier|old|initial|first|starting)\b))",
    re.IGNORECASE,
)
HUNDRED = Interval.point(100)
FORMULAS = (CHANGE, MULTIPLE, POINTS)
UNITS = {Form.PERCENT: "%", Form.MULTIPLE: "×", Form.POINTS: "points"}


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    here = case.beside(statement)
    before = next((s for s in here if s.quantity.role is Role.FROM), None)
    after = next((s for s in here if s.quantity.role is Role.TO), None)
    if before is not statement or after is None or len(here) != 3 or before.quantity.value == 0:
        return
    claimed = next(s for s in here if s is not before and s is not after)
    if claimed.quantity.form not in CHANGES or before.quantity.form is not after.quantity.form:
        return
    if claimed.quantity.form is Form.POINTS and before.quantity.form is not Form.PERCENT:
        return
    if (
        claimed.quantity.period is not None
        or statement.sentence.lowers & A_YEAR
        or _is_no_ratio(before, after, claimed)
    ):
        return
    if claimed.clause != before.clause or not statement.is_asserted or not _is_change(before, after, claimed):
        return
    yield _offer(before, after, claimed)


def _is_no_ratio(before: Statement, after: Statement, claimed: Statement) -> bool:
    """Temperatures have no ratios, and "five times faster" from 50 to 10 seconds is turned about."""
    hot = before.quantity.unit.dimension is Dimension.TEMPERATURE
    return hot or (claimed.quantity.form is Form.MULTIPLE and after.quantity.value < before.quantity.value)


def _is_change(before: Statement, after: Statement, claimed: Statement) -> bool:
    """Whether the third number is the change from the first to the second: "up 50 %", "a 50 % rise", "it doubled"."""
    at = claimed.span[1] - claimed.sentence.span[0]
    if OF_BEFORE.match(claimed.sentence.text[at:]):
        return False  # no change, but the new as a share of the old
    rose = after.quantity.value > before.quantity.value
    direction = claimed.quantity.direction
    if direction is not Direction.NONE:
        return (direction is Direction.UP) is rose
    near = {word.lower for word in claimed.sentence.between(claimed.span[0] - 30, claimed.span[1] + 30)}
    if near & {"of", "them", "whom", "which"} and not near & (RISES | FALLS):
        return False
    return claimed.quantity.form is Form.MULTIPLE or bool(near & (RISES if rose else FALLS))


def _offer(before: Statement, after: Statement, claimed: Statement) -> Offer:
    quantity, first, last = claimed.quantity, before.quantity, after.quantity
    point, reckoned = _reckoned(first, last, quantity)
    verdict = _verdict(quantity, reckoned, point)
    if verdict is Verdict.DOESNT_ADD_UP and _means_points(first, last, quantity):
        verdict = Verdict.STRETCH
    said, got = _worded(quantity.value, quantity.form), _worded(point, quantity.form)
    ends = {"first": words(first), "last": words(last)}
    worked = _worked(first.value, last.value, quantity.form, point)
    if last.value > first.value:
        text = say("from {first} to {last} is up {change}, the message's own figures", change=got, **ends)
    else:
        text = say("from {first} to {last} is down {change}, the message's own figures", change=got, **ends)
    comparison = Comparison(text, worked, reckoned, UNITS[quantity.form], Vote.DECIDES, verdict, (), NAME, value=point)
    headline = say("the change is {got}, not {said}", got=got, said=said)
    if verdict is Verdict.ADDS_UP:
        headline = say("the change is {got}", got=got)
    flip = "" if verdict is Verdict.ADDS_UP else _flip(first, last, quantity)
    if verdict is Verdict.STRETCH:
        points = amount(quantity.value, 3)
        headline, flip = say("up {number} percentage points, which is {got}", number=points, got=got), ""
    statements = (before, after, claimed)
    reading = say("from {first} to {last} is a change of {change}", change=said, **ends)
    return Offer(NAME, statements, reading, (comparison,), headline, flip, weight=Fraction(3), alone=True)


def _verdict(claimed: Quantity, reckoned: Interval, point: Fraction) -> Verdict:
    """Adds up if the ends as written give it; plausible if their rounding may."""
    exactly = band.own(claimed.interval, Interval.point(point), point)
    if exactly is Verdict.ADDS_UP or claimed.bound in BOUNDED:
        return exactly
    return Verdict.PLAUSIBLE if claimed.interval.overlaps(reckoned) else Verdict.DOESNT_ADD_UP


def _means_points(before: Quantity, after: Quantity, claimed: Quantity) -> bool:
    """Whether "from 4 % to 6 %, up 2 %" says per cent and means percentage points."""
    if claimed.form is not Form.PERCENT or before.form is not Form.PERCENT:
        return False
    return abs(after.value - before.value) == claimed.value


def _reckoned(before: Quantity, after: Quantity, claimed: Quantity) -> tuple[Fraction, Interval]:
    """The change in the claim's own form and direction: exactly, and with what the ends allow."""
    first, last = (band.rounded_end(end.interval, end.value) for end in (before, after))
    if claimed.form is Form.MULTIPLE:
        multiple = MULTIPLE.solve("multiple", after=last, before=first)
        return after.value / before.value, multiple
    if claimed.form is Form.POINTS:
        points = POINTS.solve("points", after=last, before=first)
        down = after.value < before.value
        return abs(after.value - before.value), -points if down else points
    point = (after.value - before.value) / before.value * 100
    change = CHANGE.solve("change", before=first, after=last) * HUNDRED
    if claimed.direction is Direction.DOWN or point < 0:
        return abs(point), change if point > 0 else -change
    return point, change


def _worded(number: Fraction, form: Form) -> str:
    if form is Form.PERCENT:
        return percent(number, 3)
    if form is Form.POINTS:
        return counted(number, say("point") if number == 1 else say("points"), 3)
    return f"{amount(number, 3)}×"


def _worked(before: Fraction, after: Fraction, form: Form, point: Fraction) -> str:
    high, low = max(after, before), min(after, before)
    if form is Form.POINTS:
        return f"{exact(high)} - {exact(low)} = {exact(high - low)} points"
    if form is Form.MULTIPLE:
        return f"{exact(after)} / {exact(before)} = {bare(point, 4)}"
    return f"({exact(high)} - {exact(low)}) / {exact(before)} = {bare(point, 4)} %"


def _flip(before: Quantity, after: Quantity, claimed: Quantity) -> str:
    fell = after.value < before.value
    if claimed.form is Form.MULTIPLE:
        needed = before.value * claimed.value
    elif claimed.form is Form.POINTS:
        needed = before.value + (-claimed.value if fell else claimed.value)
    else:
        change = claimed.value / (-100 if fell else 100)
        needed = CHANGE.solve("after", change=Interval.point(change), before=before.stated).middle or Fraction(0)
    return say("Would fit if it had gone to {number}", number=amount(needed, 3)) if needed >= 0 else ""
