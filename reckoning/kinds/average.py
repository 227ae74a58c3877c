"""An average against its total: "10,000 workers earning $50,000 on average is $500 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from quantities import Bound, Dimension, Form, Interval, PeriodKind
from reasoning.model.answer import Verdict
from reasoning.wording.numbers import limited
from reckoning import band
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.own import OwnSum
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

NAME = "average"
TOTAL = Formula("total = count * average")
FORMULAS = (TOTAL,)
AVERAGE = re.compile(r"\b(?:an\s+average\s+of|on\s+average|averag(?:e|es|ed|ing)|a\s+mean\s+of|mean)\b", re.IGNORECASE)
MUCH_MORE = Fraction(3, 2)
# What makes another sum of it.
BESIDES = frozenset(
    """plus minus after before fee fees tax taxes tip except without median top bottom most least other others rest
    than while whereas compared up down rose fell growth""".split()
)
LINKS = re.compile(
    (
        r"\b(?:is|are|was|were|makes?|comes?|totals?|total|total(?:l)?ing|altogether|in\s+all|paid|"
        r"paying|raised|earned|from|among|across|cost\w*|for|so|that['’]s|of)\b|="
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Parts:
    """So many, what each is on average, and all together."""

    count: Statement
    average: Statement
    total: Statement


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    here = case.beside(statement)
    if len(here) != 3 or here[0] is not statement or len(statement.sentence.quantities) != 3:
        return
    if ratio := _ratio_parts(here):
        yield _offer(ratio)
        return
    if not AVERAGE.search(statement.sentence.text) or statement.sentence.lowers & BESIDES:
        return
    parts = _parts(here) if all(s.quantity.form is Form.AMOUNT and _is_plain(s) for s in here) else None
    if parts is not None and LINKS.search(statement.sentence.text) and statement.is_asserted:
        yield _offer(parts)


def _is_plain(statement: Statement) -> bool:
    quantity = statement.quantity
    per = quantity.period is not None and quantity.period.kind is PeriodKind.PER
    return not quantity.direction.value and quantity.unit.per is None and not per and not quantity.is_range


def _parts(here: list[Statement]) -> _Parts | None:
    averages = [s for s in here if _is_average(s)]
    if len(averages) != 1:
        return None
    average = averages[0]
    rest = [s for s in here if s is not average]
    totals = [s for s in rest if _alike(s, average)]
    if not totals and average.noun == "people":  # "an average of 300 people": of visitors, of guests
        totals = [s for s in rest if s.is_count and s.quantity.value > average.quantity.value][-1:]
    counts = [s for s in rest if s not in totals and s.is_count and s.noun]
    if len(totals) != 1 or len(counts) != 1 or totals[0].quantity.value < average.quantity.value:
        return None
    return _Parts(counts[0], average, totals[0])


def _ratio_parts(here: list[Statement]) -> _Parts | None:
    """So many a class, a game, a teacher: the noun behind is counted in the same sentence, and so is what it has."""
    if not all(s.quantity.form is Form.AMOUNT and s.is_asserted and not s.quantity.direction.value for s in here):
        return None
    for average in here:
        per, others = _per(average), [s for s in here if s is not average]
        counts = [s for s in others if s.is_count and per and s.noun == per]
        totals = [s for s in others if s not in counts]
        if len(counts) != 1 or len(totals) != 1 or average.sentence.lowers & BESIDES:
            continue
        total = totals[0]
        alike = _alike(total, average) or (total.is_count and average.noun in ("people", "person"))
        if alike and total.quantity.value >= average.quantity.value and counts[0].noun != total.noun:
            return _Parts(counts[0], average, total)
    return None


def _per(statement: Statement) -> str:
    """The noun of which each has so many: "20 pupils per teacher", "3,000 people a game"."""
    if statement.quantity.unit.per is not None:
        return statement.quantity.unit.per.name
    at = statement.span[1] - statement.sentence.span[0]
    match = re.match(r"\s+(?:a|an|per|each|every)\s+([a-z]+)\b", statement.sentence.text[at:])
    return match[1] if match else ""


def _is_average(statement: Statement) -> bool:
    """Whether "average" stands right before the number, or right behind it."""
    text, (start, end) = statement.sentence.text, statement.span
    at = statement.sentence.span[0]
    before, behind = text[max(0, start - at - 14) : start - at], text[end - at : end - at + 22]
    return (
        bool(re.search(r"averag\w*\s+(?:of\s+)?$|mean\s+of\s+$", before, re.IGNORECASE))
        or bool(re.match(r"\s+(?:each\s+|apiece\s+)?on\s+average", behind, re.IGNORECASE))
        or statement.quantity.text.lower().startswith("an average")
    )


def _alike(first: Statement, second: Statement) -> bool:
    one, other = first.quantity.unit, second.quantity.unit
    if one.dimension is not other.dimension or one.dimension is Dimension.NONE:
        return False
    return one.currency == other.currency and one.noun == other.noun and one.factor == other.factor


def _offer(parts: _Parts) -> Offer:
    count, average, total = (s.quantity for s in (parts.count, parts.average, parts.total))
    point = count.value * average.value
    ends = [band.rounded_end(q.stated if q.bound is Bound.MORE_THAN else q.interval, q.value) for q in (count, average)]
    result = TOTAL.solve("total", count=ends[0], average=ends[1])
    verdict = band.own(total.interval, result, point)
    if verdict is Verdict.ADDS_UP and point > total.value * MUCH_MORE:
        verdict = Verdict.STRETCH  # "over 3" that comes to 30 is met, and not what is meant
    number, each, said, got = (
        parts.count.worded(count.value),
        parts.average.worded(average.value),
        parts.total.worded(total.value),
        parts.total.worded(point),
    )
    needed = TOTAL.solve(
        "average", total=Interval.point(total.value), count=Interval.point(count.value)
    ).middle or Fraction(0)
    return OwnSum(
        kind=NAME,
        statements=(parts.count, parts.average, parts.total),
        reading=say(
            "{number} with an average of {each} is {total}", number=number, each=each, total=limited(total.bound, said)
        ),
        text=say("{number} × {each} = {total}, the message's own figures", number=number, each=each, total=got),
        worked=f"{exact(count.value)} × {exact(average.value)} = {exact(point)}",
        result=result,
        point=point,
        verdict=verdict,
        got=got,
        said=said,
        unit=total.unit.currency or "",
        flip=say("Would fit with an average of {each}", each=parts.average.worded(needed)),
    ).offer()
