"""Money of another year: "$100 in 1950 is worth $1,300 today", by the stored consumer prices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_money as money
from i18n.number_format import format_number as amount
from quantities import Dimension, Interval, Quantity
from reasoning.model.answer import Verdict
from reckoning import band
from reckoning.comparing.tagged import Tagged, tag
from reckoning.currency import HOME
from reckoning.figure import DatedFigure
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.own import OwnSum
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

NAME = "past_money"
NOW = Formula("now = then * index / before")
FORMULAS = (NOW,)
PRICES = "consumer_price_index"
# What says that the second sum is the first in later money.
THEN = re.compile(
    r"(?:.*? )?(?:(?P<then>Q\d+)|(?:a|one) (?P<one>dollar|cent))(?: M\d+)?(?: that (?:an?|the|"
    r"it) ?[a-z]* (?:M\d+|cost|was|is))? (?:back )?(?:in|from) (?P<from>D\d+)(?: dollars| money|"
    r" prices)?(?: ,| \(|:)?"
    r"(?: or| which| that| it)?(?: (?:is|was|are|has|had|would|be|the|equivalent|equal|same|as|"
    r"of|to|worth|about|roughly|around|buys?|'s|M\d+"
    r"|today|now|=|buying|purchasing|having|what|some|nearly|bought|buying|power|only|just|comes?))*"
    r" (?P<now>Q\d+)(?P<behind>(?: .*)?)"
)
# The year first, and what it was paid for: "In 1970 a house cost $23,000, that's $190,000 in today's money".
DATED = re.compile(
    r"(?:.*? )?(?:in|the) (?P<from>D\d+) (?:[^,Q]+ )?(?P<then>Q\d+)(?: [^,Q]+)?"
    r" (?:, |\( |= |or )+(?:(?:or|which|that|this|it|is|was|would be|that's|it's|the|equivalent|equal|worth|to|of|about"
    r"|around|roughly|some|nearly|over|almost) )*(?P<now>Q\d+)(?P<behind>(?: .*)?)(?P<one>(?!))?"
)
LATER = re.compile(
    r"(?:today|now|nowadays|adjusted for inflation|after inflation|in (?P<in>D\d+)(?: dollars|"
    r" money| prices)?|(?:in )?(?:today|current|present day) ?(?:'s|’s)?"
    r" ?(?:dollars|money|pounds|euros|prices|terms|value)|(?:dollars|money|pounds|prices) (?:of )?today)"
)
SAME = re.compile(
    r"worth|equivalent|equal|same|buying|purchasing|buys?|inflation|dollars|money|prices|terms|"
    r"'s (?:value|pounds|euros)|\b(?:is|would be|was)\b.*\b(?:today|now)\b"
)
EARLY = re.compile(r"\b(?:today|now)\b")


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if (
        not (statement.is_money or statement.noun == "cent")
        or not statement.is_asserted
        or statement.is_negated
        or PRICES not in case.library.measures
    ):
        return
    tagged = tag(statement.sentence, fluff=True)
    match = THEN.fullmatch(tagged.text) or DATED.fullmatch(tagged.text)
    then = _then(tagged, match) if match is not None else None
    if match is None or then is None or len(tagged.quantities) != 1 + bool(match["then"]):
        return
    now = tagged.quantity(match["now"])
    if statement.quantity is not (tagged.quantity(match["then"]) if match["then"] else now):
        return
    later = LATER.search(match["behind"])
    if then.direction.value or now.direction.value or not SAME.search(tagged.text[match.start("from") :]):
        return  # "from $1 million in 2000 to $2 million in 2020" is a change, and nothing that was worth the same
    if later is None and not EARLY.search(match[0][: match.start("now")]):
        return
    start, end = tagged.date(match["from"]).start, _end(case, tagged, later)
    if now.unit.currency != then.unit.currency or start is None or end is None or start.year >= end.year:
        return
    yield from _offers(case, statement, then, now, start, end)


def _then(tagged: Tagged, match: re.Match[str]) -> Quantity | None:
    """The earlier sum; "a dollar" is one, and 36 cents are $0.36 where the later sum is in dollars."""
    later = tagged.quantity(match["now"])
    if match["one"]:
        return replace(later, stated=Interval.point(Fraction(1, 1 if match["one"] == "dollar" else 100)))
    earlier = tagged.quantity(match["then"])
    if earlier.unit.name == "cent" and later.unit.currency in ("USD", "EUR"):
        return replace(earlier, stated=earlier.stated * Interval.point(Fraction(1, 100)), unit=later.unit)
    return earlier if earlier.unit.dimension is Dimension.MONEY else None


def _end(case: Case, tagged: Tagged, later: re.Match[str] | None) -> date | None:
    return tagged.date(later["in"]).start if later and later["in"] else case.scene.as_of


def _offers(
    case: Case, statement: Statement, early: Quantity, now: Quantity, start: date, end: date
) -> Iterator[Offer]:
    currency = early.unit.currency or "USD"
    home = HOME.get(currency, "")
    days = (date(start.year, 12, 31), min(date(end.year, 12, 31), case.scene.as_of))
    before, after = (_index(case, home, day) for day in days)
    others = tuple(s for s in case.beside(statement) if s.quantity is now)
    then, said = (money(q.value, currency, 3) for q in (early, now))
    reading = say("{then} in {year} is worth {now} in {end}", then=then, year=start.year, now=said, end=days[1].year)
    if before is None or after is None:
        missing = say(
            "consumer prices of {where} in {year} and {end} (its statistics office)",
            where=_where(case, home, currency),
            year=start.year,
            end=days[1].year,
        )
        yield Offer(
            NAME,
            (statement, *others),
            reading,
            missing=(missing,),
            wanted=(f"{home}.{PRICES}",),
            weight=Fraction(3),
            alone=True,
        )
        return
    yield _offer(case, (statement, *others), (early, now), before, after, reading)


def _where(case: Case, home: str, currency: str) -> str:
    return case.named(home) if home in case.library.entities else currency


def _index(case: Case, home: str, day: date) -> DatedFigure | None:
    """The prices of the year, or of one at most five years off: where only some years are stored."""
    reference = case.library.figure_at(home, PRICES, day) if home else None
    if reference is None or abs(reference.end.year - day.year) > 5:
        return None
    return case.stored(home, PRICES, day)


def _offer(
    case: Case,
    statements: tuple[Statement, ...],
    sums: tuple[Quantity, Quantity],
    before: DatedFigure,
    after: DatedFigure,
    reading: str,
) -> Offer:
    quantity, now = sums
    currency = quantity.unit.currency or "USD"
    point = quantity.value * after.value / before.value
    result = NOW.reckon("now", then=quantity.stated, index=after.drifted, before=before.drifted)
    verdict = band.agreement(now.interval, result)
    got, said = money(point, currency), money(now.value, currency, 3)
    text = say(
        "prices rose {factor}×: {then} is {now} ({origin})",
        factor=amount(after.value / before.value),
        then=money(quantity.value, currency, 3),
        now=got,
        origin=f"{before.origin}; {after.origin}",
    )
    edge = band.around(Interval.point(point), band.ALLOWED)
    return OwnSum(
        kind=NAME,
        statements=statements,
        reading=reading,
        text=text,
        worked=f"{exact(quantity.value)} × ({exact(after.value)} / {exact(before.value)}) = {exact(point)} {currency}",
        result=result,
        point=point,
        verdict=verdict,
        got=got,
        said=said,
        unit=currency,
        flip=""
        if verdict is Verdict.ADDS_UP
        else say(
            "Would be plausible between {low} and {high}",
            low=money(edge.low or Fraction(0), currency),
            high=money(edge.high or Fraction(0), currency),
        ),
        rests=(before.rest, after.rest),
    ).offer()
