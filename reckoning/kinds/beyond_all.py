"""More people coming or doing than there are: "At this rate 400 million voters turn out in Mexico"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import (
    format_exact as exact,
)
from i18n.number_format import (
    format_in_english as bare,
)
from i18n.number_format import (
    format_money as money,
)
from i18n.number_format import (
    format_number as amount,
)
from quantities import Form, Interval, PeriodKind
from reasoning.model.answer import Comparison, Verdict, Vote
from reasoning.wording.numbers import measured, times
from reckoning.figure import DatedFigure
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement
from reckoning.rough.core import is_said
from reckoning.rough.home import homes
from reckoning.rough.topic import topics

NAME = "beyond_all"
RATIO = Formula("ratio = part / whole")
FORMULAS = (RATIO,)
COMING = re.compile(
    r"\b(?:pour\w*|flood\w*|stream\w*|com(?:e|es|ing)|came|cross\w*|enter\w*|arriv\w+|invad\w+"
    r"|let(?:s|ting)? (?:\w+ ){0,3}in|immigrat\w+"
    r"|vot\w+|los\w+ (?:their|a|his|my|your|our)? ?(?:jobs?|homes?|insurance|coverage|health)"
    r"|lay|laid off|out of work|unemployed"
    r"|creat\w*|add\w*|hir\w+|killed|die|died|dead|deport\w*|register\w*|homeless|hungry|starv\w*)\b",
    re.IGNORECASE,
)
# What each of so many does at one time, said right behind their number: "10 billion people own a smartphone".
NOW = re.compile(
    r"\s+(?:(?:world ?wide|in the world|on (?:the )?(?:earth|planet)|already|now|regularly|currently)\s+)?"
    r"(?:owns?|uses?|are|is|lives?|speaks?|smokes?|drives?|believes?|suffers?|lacks?|works?|goes|go)\b",
    re.IGNORECASE,
)
OVER_TIME = re.compile(
    r"\b(?:since|ever|history|worldwide|world|globally|globe|visits?|trips?|times|doses)\b", re.IGNORECASE
)
# What some of the people do, and at most this part of them.
WHOLES = {"job": "labour_force", "worker": "labour_force", "voter": "population", "vote": "population"}
PEOPLE = frozenset(
    "people person immigrant migrant alien illegal refugee citizen voter soul foreigner human vote job worker".split()
)
SMALLEST = 100_000
PARTS = re.compile(
    r"\b(?:improper\w*|fraud\w*|wast\w+|stolen|stole|abuse|error\w*|overpa\w+|scam\w*|sav(?:e|es|ed|ing|ings))\b",
    re.IGNORECASE,
)
# Over a year and more than one program, so much more than the whole is no part of it.
MUCH = Fraction(11, 10)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    quantity = statement.quantity
    if statement.is_money:
        yield from _money(case, statement)
        return
    people = statement.noun in PEOPLE or statement.counting == "people"
    if quantity.form is not Form.AMOUNT or not people or quantity.value < SMALLEST or not is_said(statement):
        return
    period = quantity.period
    if period is not None and period.kind is PeriodKind.SINCE:
        return
    text = statement.sentence.text
    if NOW.match(case.scene.text, statement.span[1]) and not case.is_ahead(statement) and not statement.asks_size:
        yield from _beyond(case, statement, "world", "population")
        return
    if OVER_TIME.search(text) or not COMING.search(text) or statement.asks_size:
        return
    measure = WHOLES.get(statement.noun, "population")
    for entity, _ in homes(case, statement, measure)[:1]:
        if entity != "world":
            yield from _beyond(case, statement, entity, measure)


def _money(case: Case, statement: Statement) -> Iterator[Offer]:
    """A part that is more than all that is spent on a thing: "$3 trillion of Medicare payments are fraud"."""
    if not PARTS.search(statement.sentence.text) or not is_said(statement) or statement.quantity.value < SMALLEST:
        return
    found = {t.measure: f for t in topics(case, statement) if (f := _spent(case, statement, t.measure)) is not None}
    if not found or any(f.rest.unit != statement.currency for f in found.values()):
        return
    total = sum((f.value for f in found.values()), Fraction(0))
    if statement.quantity.interval.low is None or statement.quantity.interval.low < total * MUCH:
        return
    value = statement.quantity.value / total
    what = say("{spent} in all", spent=" + ".join(case.called(m) for m in found))
    text = say("{times} the {whole} ({number})", times=times(Interval.point(value)), whole=what,
               number=money(total, statement.currency, 3))  # fmt: skip
    sums = " + ".join(exact(f.value) for f in found.values())
    working = f"{sums} = {exact(total)}; {exact(statement.quantity.value)} / {exact(total)} = {bare(value, 4)}"
    rests = tuple(f.rest for f in found.values())
    comparison = Comparison(
        text, working, Interval.point(value), "", Vote.DECIDES, Verdict.STRETCH, rests, NAME, value=value
    )
    reading = say("{part} of {whole}", part=money(statement.quantity.value, statement.currency, 3), whole=what)
    flip = say("Possible only below {number}, the whole there is", number=money(total, statement.currency, 3))
    headline = say("{times} the {whole}", times=times(Interval.point(value)), whole=what)
    yield Offer(NAME, (statement,), reading, (comparison,), headline, flip)


def _spent(case: Case, statement: Statement, measure: str) -> DatedFigure | None:
    """What is spent on a thing in a year, if it is a part of a government's spending."""
    if case.measure(measure).whole != "federal_outlays":
        return None
    return next((case.stored(e, measure, case.day(statement)) for e, _ in homes(case, statement, measure)), None)


def _beyond(case: Case, statement: Statement, entity: str, measure: str) -> Iterator[Offer]:
    figure = case.stored(entity, measure, case.day(statement))
    if figure is None or not figure.drifted.below(statement.quantity.interval):
        return
    number = statement.quantity.value
    ratio = RATIO.solve("ratio", part=Interval.point(number), whole=figure.interval)
    value = number / figure.value
    what = case.titled(entity, measure)
    text = say("{times} the {whole} ({number}, {origin})", times=times(Interval.point(value)), whole=what,
               number=measured(figure.value, figure.rest.unit, 3), origin=figure.origin)  # fmt: skip
    working = f"{exact(number)} / {exact(figure.value)} = {bare(value, 4)}"
    comparison = Comparison(text, working, ratio, "", Vote.DECIDES, Verdict.STRETCH, (figure.rest,), NAME, value=value)
    reading = say(
        "{number} {counted} in {place}", number=amount(number, 3), counted=statement.counted, place=case.named(entity)
    )
    flip = say("Possible only below {number}, the whole there is", number=amount(figure.value, 3))
    yield Offer(
        NAME,
        (statement,),
        reading,
        (comparison,),
        say("{times} the {whole}", times=times(Interval.point(value)), whole=what),
        flip,
    )
