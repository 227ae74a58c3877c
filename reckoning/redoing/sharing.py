"""A claim's number shared out, as the person asks: "per household?"."""

from __future__ import annotations

from dataclasses import replace

from i18n.language import say
from i18n.number_format import format_exact as exact
from quantities import Form
from reasoning.model.answer import Comparison, Finding, Vote
from reasoning.wording.numbers import counted
from reckoning.currency import HOME
from reckoning.formula import Formula
from reckoning.reading.case import Case
from reckoning.reading.statement import PLACES, Statement

EACH = Formula("each = total / heads")


def shared(case: Case, groups: tuple[str, ...], findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings, the first with a line for each group asked for."""
    if not groups or not findings:
        return findings
    first = findings[0]
    claim = next((s for s in case.statements if s.span == first.span), None)
    lines = tuple(line for group in groups if claim is not None and (line := share_out(case, claim, group)) is not None)
    return (replace(first, comparisons=(*lines, *first.comparisons)), *findings[1:])


def share_out(case: Case, claim: Statement, group: str) -> Comparison | None:
    """The number of a claim for each of a group; None where it cannot be shared or nobody counts the group there."""
    place = _place(case, claim)
    figure = case.figure(place, group, claim) if group in case.library.measures else None
    if figure is None or claim.quantity.form is not Form.AMOUNT or not figure.value:
        return None
    each = EACH.reckon("each", total=claim.quantity.stated, heads=figure.interval)
    point = claim.quantity.value / figure.value
    text = say(
        "{each} for each of the {heads} of {place} ({origin})",
        each=claim.worded(point),
        heads=counted(figure.value, case.called(group), 3),
        place=case.named(place),
        origin=figure.origin,
    )
    worked = f"{exact(claim.quantity.value)} / {exact(figure.value)} = {exact(point)}"
    return Comparison(
        text, worked, each, claim.quantity.unit.currency or "", Vote.SCALE, None, (figure.rest,), "each", value=point
    )


def _place(case: Case, claim: Statement) -> str:
    """The place named, or the country of the money, or the US, whose figures people know best."""
    named = [n.entities[0] for n in claim.sentence.names if case.entity(n.entities[0]).kind in PLACES]
    return named[0] if named else HOME.get(claim.currency if claim.is_money else "", "US")
