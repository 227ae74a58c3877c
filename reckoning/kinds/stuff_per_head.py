"""Matter, energy or land shared out: "Italy buys 3 million tonnes of paper a year, 50 kg per person"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from knowledge.text.inflection import singular
from quantities import Dimension, Form, Interval, PeriodKind, Quantity
from reasoning.model.answer import Verdict
from reasoning.wording.numbers import measured
from reckoning import band
from reckoning.figure import DatedFigure
from reckoning.formula import Formula
from reckoning.group import counted_group, group_of, size
from reckoning.measure import worded
from reckoning.offer import Offer
from reckoning.own import OwnSum
from reckoning.reading.case import Case
from reckoning.reading.statement import PLACES, Statement

NAME = "stuff_per_head"
TOTAL = Formula("total = each * scale * heads")
FORMULAS = (TOTAL,)
SHARED = frozenset(
    {Dimension.MASS, Dimension.VOLUME, Dimension.ENERGY, Dimension.AREA, Dimension.LENGTH, Dimension.COUNT}
)
FEWEST = 1000  # times as much in all as for each: else it is no sum of a whole people
YES = (Verdict.ADDS_UP, Verdict.PLAUSIBLE)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    """For what each has, the later or the earlier of the two."""
    measure = counted_group(statement) if _is_plain(statement.quantity) else None
    if measure is None or statement.is_negated or statement.asks_size:
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
    noun = each.quantity.unit.noun
    fitting = next((q for q in readings if q.unit.dimension is dimension and q.unit.noun == noun), None)
    return replace(total, quantity=fitting) if fitting is not None else None


def _is_plain(quantity: Quantity) -> bool:
    plain = quantity.form is Form.AMOUNT and not quantity.direction.value and not quantity.is_range
    return plain and quantity.unit.dimension in SHARED and _unit(quantity) is not None and quantity.value > 0


def _unit(quantity: Quantity) -> Fraction | None:
    """In base units; 1 for a thing that is counted."""
    is_thing = quantity.unit.dimension is Dimension.COUNT and singular(quantity.unit.noun or "") not in ("", "person")
    return Fraction(1) if is_thing else quantity.unit.factor


def _is_whole(total: Statement, each: Statement) -> bool:
    """Whether the other is so much in all that many share it."""
    whole, one = total.quantity, each.quantity
    if not _is_plain(whole) or whole.unit.dimension is not one.unit.dimension or whole.unit.per is not None:
        return False
    return whole.value >= one.value * _scale(one, whole) * FEWEST


def _scale(one: Quantity, whole: Quantity) -> Fraction:
    """What turns a number of the one's unit and period into the whole's; a period that is said once holds for both."""
    times = _period(one), _period(whole)
    often = times[1] / times[0] if times[0] and times[1] else Fraction(1)
    return often * (_unit(one) or Fraction(1)) / (_unit(whole) or Fraction(1))


def _period(quantity: Quantity) -> Fraction | None:
    period = quantity.period
    return period.seconds if period is not None and period.kind is PeriodKind.PER else None


@dataclass(frozen=True, slots=True)
class _Sum:
    """So much for each of so many; `scale` turns a number for each into the unit and period of the whole."""

    each: Statement
    total: Statement
    heads: DatedFigure
    scale: Fraction
    reading: str

    @property
    def known(self) -> dict[str, Interval]:
        return {"heads": self.heads.drifted, "scale": Interval.point(self.scale)}

    @property
    def values(self) -> dict[str, str]:
        return {"heads": measured(self.heads.value, self.heads.rest.unit, 3), "origin": self.heads.origin}


def _judged(each: Statement, total: Statement, group: str, heads: DatedFigure) -> Offer:
    """What is said last is the claim: the sum of all, or what each has."""
    whole, one = total.quantity, each.quantity
    reading = say(
        "{total} shared out among the {group} is {each} each",
        total=worded(whole.value, whole),
        group=group,
        each=worded(one.value, one),
    )
    found = _Sum(each, total, heads, _scale(one, whole), reading)
    return _all_of_it(found) if each.span < total.span else _shared(found)


def _all_of_it(found: _Sum) -> Offer:
    whole, one = found.total.quantity, found.each.quantity
    point = one.value * found.scale * found.heads.value
    result = TOTAL.solve("total", each=one.interval, **found.known)
    got, share = worded(point, whole), worded(one.value, one)
    return OwnSum(
        kind=NAME,
        statements=(found.total, found.each),
        reading=found.reading,
        text=say("{each} × {heads} = {total} ({origin})", each=share, total=got, **found.values),
        worked=f"{exact(one.value)} × {exact(found.scale)} × {exact(found.heads.value)} = {exact(point)}",
        result=result,
        point=point,
        verdict=band.agreement(whole.interval, result),
        got=got,
        said=worded(whole.value, whole),
        unit=whole.unit.name,
        flip=say("Would fit with {each} each", each=worded(whole.value / (found.scale * found.heads.value), one)),
        rests=(found.heads.rest,),
    ).offer()


def _shared(found: _Sum) -> Offer:
    whole, one = found.total.quantity, found.each.quantity
    point = whole.value / (found.scale * found.heads.value)
    result = TOTAL.solve("each", total=whole.interval, **found.known)
    got, all_of_it = worded(point, one), worded(whole.value, whole)
    return OwnSum(
        kind=NAME,
        statements=(found.each, found.total),
        reading=found.reading,
        text=say("{total} / {heads} = {each} each ({origin})", each=got, total=all_of_it, **found.values),
        worked=f"{exact(whole.value)} / ({exact(found.scale)} × {exact(found.heads.value)}) = {exact(point)}",
        result=result,
        point=point,
        verdict=band.agreement(one.interval, result),
        got=got,
        said=worded(one.value, one),
        unit=one.unit.name,
        flip=say("Would take {total} in all", total=worded(one.value * found.scale * found.heads.value, whole)),
        rests=(found.heads.rest,),
    ).offer()
