"""A number that can be read in two ways: both are said where their verdicts differ. "20.000 people", "10m"."""

from __future__ import annotations

from dataclasses import replace

from i18n.language import say, translatable
from quantities import Quantity
from reasoning.model.answer import Finding, Verdict
from reasoning.wording.numbers import words
from reckoning.finding import find
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

MOST = 3  # findings that are looked at, and other readings of each
FEW = 15  # numbers: of a text with more only the weightiest finding is looked at, as all are worked out anew for it
YES = (Verdict.ADDS_UP, Verdict.PLAUSIBLE)
NO = (Verdict.STRETCH, Verdict.DOESNT_ADD_UP)


def read_twice(case: Case, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings, each with its other reading where that comes out otherwise."""
    by_span = {statement.span: statement for statement in case.statements}
    most = MOST if len(case.statements) <= FEW else 1
    return tuple(_both(case, finding, by_span.get(finding.span)) for finding in findings[:most]) + findings[most:]


def _both(case: Case, finding: Finding, claim: Statement | None) -> Finding:
    if claim is None or not claim.quantity.alternatives or _is_own(finding):
        return finding
    for other in claim.quantity.alternatives[:MOST]:
        verdict = (
            _verdict(case, claim, other)
            if (other.value, other.unit) != (claim.quantity.value, claim.quantity.unit)
            else None
        )
        if verdict is None or verdict is Verdict.CANT_TELL or (verdict in YES) is (finding.verdict in YES):
            continue
        shown = say(OTHERWISE[verdict], number=words(other))
        # A no that another reading of the same words turns into a yes is no no.
        open_ = finding.verdict in NO and verdict in YES
        return replace(finding, other_reading=shown, verdict=Verdict.CANT_TELL if open_ else finding.verdict)
    return finding


def _is_own(finding: Finding) -> bool:
    """Whether the message's own figures agree: of two readings of a number, that which fits is meant."""
    yes = finding.verdict in YES
    return yes and bool(finding.comparisons) and not any(line.rests for line in finding.comparisons)


OTHERWISE = {
    Verdict.ADDS_UP: translatable("as {number}: that adds up"),
    Verdict.PLAUSIBLE: translatable("as {number}: that would be plausible"),
    Verdict.STRETCH: translatable("as {number}: that would be a stretch"),
    Verdict.DOESNT_ADD_UP: translatable("as {number}: that doesn't add up"),
}


def _verdict(case: Case, claim: Statement, other: Quantity) -> Verdict | None:
    """What comes of the claim with the other reading; None where it is no claim then."""
    sentence = claim.sentence
    placed = replace(other, span=claim.span, number_span=claim.quantity.number_span, alternatives=())
    changed = tuple(placed if quantity.span == claim.span else quantity for quantity in sentence.quantities)
    sentences = tuple(
        replace(s, quantities=changed) if s.number == sentence.number else s for s in case.scene.sentences
    )
    found = find(Case(replace(case.scene, sentences=sentences)))
    return next((finding.verdict for finding in found if finding.span == claim.span), None)
