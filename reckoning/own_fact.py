"""What the message says itself, beside what is stored: "the message says 150 million; BLS has 159 million"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_in_english as bare
from i18n.number_format import format_number as amount
from quantities import Interval
from reasoning.model.answer import Comparison, Finding, Verdict, Vote
from reasoning.wording.numbers import measured
from reckoning import band
from reckoning.figure import said
from reckoning.formula import Formula
from reckoning.physical import base_factor
from reckoning.reading.case import Case

NAME = "own_fact"
RATIO = Formula("ratio = said / stored")
SAME = Fraction(2, 100)  # so close, there is nothing to say
MOST = 2


def compared(case: Case, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings; the first also sets the message's own facts beside the stored figures, where they differ."""
    if not findings or not case.facts:
        return findings
    first = findings[0]
    spans = {finding.span for finding in findings}
    shown = {rest.id for comparison in first.comparisons for rest in comparison.rests}
    lines = [
        line
        for (entity, measure), quantity in case.facts.items()
        if quantity.span not in spans
        and (line := _line(case, entity, measure)) is not None
        and not _is_shown(line, shown)
    ]
    return (replace(first, comparisons=(*first.comparisons, *lines[:MOST])), *findings[1:]) if lines else findings


def _is_shown(line: Comparison, shown: set[str]) -> bool:
    return any(rest.id in shown for rest in line.rests if rest.id != "message")


def _line(case: Case, entity: str, measure: str) -> Comparison | None:
    quantity = case.facts[entity, measure]
    unit = case.measure(measure).unit
    figure = case.stored(entity, measure, case.scene.as_of)
    factor = base_factor(quantity, unit)
    if figure is None or factor is None or factor.middle != 1 or not figure.value:
        return None
    ratio = quantity.value / figure.value
    if abs(ratio - 1) <= SAME or band.agreement(quantity.interval, figure.drifted, measure) is Verdict.DOESNT_ADD_UP:
        return None
    own = said(quantity, unit)
    text = say(
        "the message says {said} for the {what}; {producer} has {stored}",
        said=amount(quantity.value, 3),
        what=case.titled(entity, measure),
        producer=figure.origin,
        stored=measured(figure.value, unit, 3),
    )
    worked = f"{exact(quantity.value)} / {exact(figure.value)} = {bare(ratio, 4)}"
    result = RATIO.reckon("ratio", said=Interval.point(quantity.value), stored=figure.interval)
    return Comparison(text, worked, result, "", Vote.SCALE, None, (own.rest, figure.rest), NAME, value=ratio)
