"""Matter, energy or land shared out: "Italy buys 3 million tonnes of paper a year, 50 kg per person"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from quantities import Dimension, Form, Interval, PeriodKind, Quantity
from reckoning import band
from reckoning.answer import Verdict
from reckoning.figure import Figure
from reckoning.formula import Formula
from reckoning.group import counted_group, group_of, size
from reckoning.language import say
from reckoning.measure import worded
from reckoning.number import exact, measured
from reckoning.offer import Offer
from reckoning.own import OwnSum
from reckoning.reading.case import Case
from reckoning.reading.statement import PLACES, Statement

NAME = "stuff_per_head"
EACH = Formula("each = total * unit / (other * heads)")
FORMULAS = (EACH,)
SHARED = frozenset({Dimension.MASS, Dimension.VOLUME, Dimension.ENERGY, Dimension.AREA, Dimension.LENGTH})
FEWEST = 1000  # times as much in all as for each: else it is no sum of a whole people
YES = (Verdict.ADDS_UP, Verdict.PLAUSIBLE)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    """For what each has, the later or the earlier of the two."""
    measure = counted_group(statement) if _is_plain(statement.quantity) else None
    if measure is None or not statement.is_asserted or statement.is_negated:
        return
    others = [s for s in case.beside(statement) if s is not statement]
    total = _alike(others[0], statement) if len(others) == 1 and counted_group(others[0]) is None else None
    if total is None or not _is_whole(total, statement):
        return
    places = {e for e in (name.entities[0] for name in statement.sentence.names) if case.entity(e).kind in PLACES}
    is_placed = bool(places)
    group = group_of(case, statement) if is_placed else ("world", measure)
    heads = size(case, group, statement) if group is not None and len(places) < 2 else None
    if group is None or heads is None:
        return
    found = _judged(statement, total, case.titled(*group), heads)
    if is_placed or found.comparisons[0].points_to in YES:
        yield found  # where no place is said, the world's people are tried, and only agreement counts


def _alike(total: Statement, each: Statement) -> Statement | None:
    """The other number as one of the same sort: 27 billion pounds of beef are no money."""
    dimension = each.quantity.unit.dimension
    readings = (total.quantity, *(q for q in total.quantity.alternatives if q.span == total.quantity.span))
    fitting = next((q for q in readings if q.unit.dimension is dimension), None)
    return replace(total, quantity=fitting) if fitting is not None else None


def _is_plain(quantity: Quantity) -> bool:
    plain = quantity.form is Form.AMOUNT and not quantity.direction.value and not quantity.is_range
    return plain and quantity.unit.dimension in SHARED and quantity.unit.factor is not None


def _is_whole(total: Statement, each: Statement) -> bool:
    """Whether the other is so much in all, in the same time: a year that is said once holds for both."""
    whole, one = total.quantity, each.quantity
    if not _is_plain(whole) or whole.unit.dimension is not one.unit.dimension or whole.unit.per is not None:
        return False
    periods = {_period(whole), _period(one)} - {None}
    above, below = whole.value * (whole.unit.factor or 0), one.value * (one.unit.factor or 0)
    return len(periods) < 2 and total.is_asserted and above >= below * FEWEST > 0


def _period(quantity: Quantity) -> Fraction | None:
    period = quantity.period
    return period.seconds if period is not None and period.kind is PeriodKind.PER else None


def _judged(each: Statement, total: Statement, group: str, heads: Figure) -> Offer:
    whole, one = total.quantity, each.quantity
    assert whole.unit.factor is not None
    assert one.unit.factor is not None
    points = {"unit": Interval.point(whole.unit.factor), "other": Interval.point(one.unit.factor)}
    result = EACH.solve("each", total=whole.interval, heads=heads.drifted, **points)
    point = whole.value * whole.unit.factor / (one.unit.factor * heads.value)
    verdict = band.agreement(one.interval, result)
    said, got, all_of_it = worded(one.value, one), worded(point, one), worded(whole.value, whole)
    people = measured(heads.value, heads.rest.unit, 3)
    needed = worded(one.value * one.unit.factor * heads.value / whole.unit.factor, whole)
    return OwnSum(
        kind=NAME,
        statements=(each, total),
        reading=say(
            "{total} shared out among the {group} is {each} each",
            total=all_of_it,
            group=group,
            each=said,
        ),
        text=say(
            "{total} / {heads} = {each} each ({origin})", total=all_of_it, heads=people, each=got, origin=heads.origin
        ),
        worked=(
            f"{exact(whole.value)} × {exact(whole.unit.factor)} / ({exact(one.unit.factor)} × {exact(heads.value)})"
            f" = {exact(point)}"
        ),
        result=result,
        point=point,
        verdict=verdict,
        got=got,
        said=said,
        unit=one.unit.name,
        flip="" if verdict is Verdict.ADDS_UP else say("Would take {total} in all", total=needed),
        rests=(heads.rest,),
    ).offer()
