"""How far prices rose: "consumer prices in the US have risen by 56 % since 2000", by the stored consumer prices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_in_english as bare
from i18n.number_format import format_number as amount
from quantities import Form, Interval
from reasoning.model.answer import Verdict
from reasoning.wording.numbers import percent
from reckoning import band
from reckoning.comparing.tagged import LONGEST, Tagged, tag
from reckoning.formula import Formula
from reckoning.kinds.past_money import PRICES
from reckoning.offer import Offer
from reckoning.own import OwnSum
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

NAME = "prices"
RISE = Formula("rise = after / before")
FORMULAS = (RISE,)
SHAPE = re.compile(
    r"(?:overall |consumer |average )*(?:M\d+|prices|inflation|the cost of living)(?: in (?:the "
    r")?(?P<where>N\d+))? (?:have |has |are |is )?"
    r"(?:risen|rose|gone up|went up|increased|up|more than)?(?: by)? ?(?P<said>Q\d+)(?: higher)? "
    r"(?:since (?P<since>D\d+)|(?:between (?P<from>D\d+) and (?P<to>D\d+))|(?:from (?P<start>D\d+) to (?P<end>D\d+)))"
)
WORDS = re.compile(r"\b(?:consumer prices|prices in|cost of living|overall prices|average prices|cpi)\b", re.IGNORECASE)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    text = statement.sentence.text
    if statement.quantity.form not in (Form.PERCENT, Form.MULTIPLE) or len(text) > LONGEST or not WORDS.search(text):
        return
    tagged = tag(statement.sentence)
    match = SHAPE.fullmatch(tagged.text)
    if match is None or statement.is_negated or not statement.is_asserted or PRICES not in case.library.measures:
        return
    days = _days(case, tagged, match)
    where = tagged.name(match["where"]).entities[0] if match["where"] else "US"
    if days is not None and case.library.series(where, PRICES):
        yield from _offers(case, statement, where, days)


def _days(case: Case, tagged: Tagged, match: re.Match[str]) -> tuple[date, date] | None:
    start = next((tagged.date(match[g]).start for g in ("since", "from", "start") if match[g]), None)
    end = next((tagged.date(match[g]).start for g in ("to", "end") if match[g]), case.scene.as_of)
    if start is None or end is None or start.year >= end.year:
        return None
    return date(start.year, 12, 31), min(date(end.year, 12, 31), case.scene.as_of)


def _offers(case: Case, statement: Statement, where: str, days: tuple[date, date]) -> Iterator[Offer]:
    before, after = (case.stored(where, PRICES, day) for day in days)
    reference = case.library.figure_at(where, PRICES, days[0])
    if before is None or after is None or reference is None or abs(reference.end.year - days[0].year) > 1:
        return
    point = after.value / before.value
    factor = RISE.reckon("rise", after=after.drifted, before=before.drifted)
    in_percent = statement.quantity.form is Form.PERCENT
    claimed = statement.quantity.interval
    if in_percent:
        claimed = claimed * Interval.point(Fraction(1, 100)) + Interval.point(1)
    verdict = band.agreement(claimed, factor)
    got = percent((point - 1) * 100) if in_percent else f"{amount(point)}×"
    said = percent(statement.quantity.value, 3) if in_percent else f"{amount(statement.quantity.value, 3)}×"
    origin = f"{before.origin}; {after.origin}"
    edge = band.around(Interval.point(point), band.ALLOWED)
    yield OwnSum(
        kind=NAME,
        statements=(statement,),
        reading=say(
            "prices in {where} rose {said} from {start} to {end}",
            where=case.named(where),
            said=said,
            start=days[0].year,
            end=days[1].year,
        ),
        text=say(
            "prices rose {factor}×, that is by {got} ({origin})",
            factor=amount(point, 3),
            got=percent((point - 1) * 100),
            origin=origin,
        ),
        worked=f"{exact(after.value)} / {exact(before.value)} = {bare(point, 5)}",
        result=factor,
        point=point,
        verdict=verdict,
        got=got,
        said=said,
        flip=""
        if verdict is Verdict.ADDS_UP
        else say(
            "Would be plausible between {low} and {high}",
            low=percent(((edge.low or Fraction(1)) - 1) * 100),
            high=percent(((edge.high or Fraction(1)) - 1) * 100),
        ),
        rests=(before.rest, after.rest),
    ).offer()
