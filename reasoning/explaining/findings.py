"""Decided claims as Findings: reading, headline, lines of arithmetic, what would change the verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from i18n.language import say, translatable
from knowledge import Library
from reasoning.check import Checked
from reasoning.explaining.arithmetic import arithmetic_lines
from reasoning.explaining.caveats import caveats_on, told_caveats
from reasoning.explaining.decision import YES, Decided
from reasoning.explaining.plan_lines import plan_lines
from reasoning.explaining.wording import ClaimWording
from reasoning.judging.outcome import Basis, Outcome
from reasoning.judging.posterior import Judged
from reasoning.model.answer import Finding, Verdict
from reasoning.model.leaf import Leaf, Sort
from reasoning.serialization.claim_json import claim_to_json
from reasoning.serialization.stored_claim import StoredClaim, store_claim
from reasoning.wording.numbers import publishing

COMES_NEAR = 0.5  # the share of the mass from which an undecided reading is asked back
WEIGHT_OF_ALL = 1000  # a finding's weight is the share of the mass in thousandths
MEANT = translatable("Is this meant: {reading}? By the figures: {figures}.")


def explain(
    checked: Checked, decided: Decided, library: Library, caveats: tuple[str, ...] = (), fits: str = ""
) -> Finding:
    """The finding of a decided claim, in the language spoken, with the caveats of these ids.

    `fits` is the id of the one that says what would make it true. No word of the message stands in it.
    """
    stored = replace(stored_of(checked, decided, library), caveats=caveats, fits=fits)
    finding = finding_of(stored, decided.judged.outcome, decided.verdict, library)
    target = decided.judged.candidate.target
    span = checked.sentence.stated[target].quantity.span if target >= 0 else checked.sentence.span
    return replace(finding, span=span)


def explain_all(
    decided: list[tuple[Checked, Decided]], text: str, library: Library, as_of: date
) -> tuple[Finding, ...]:
    """The findings of the decided claims of a text, in their order, those that say the same once; with caveats."""
    found: dict[tuple[str, Verdict], Finding] = {}
    told: set[str] = set()
    for checked, one in decided:
        caveats = caveats_on(one.judged.candidate.claim, text, library, as_of)
        fits = next((caveat.id for caveat in caveats if caveat.fits), "")
        fresh = tuple(caveat.id for caveat in caveats if caveat.id not in told)
        finding = explain(checked, one, library, fresh, fits)
        finding = _with_plan_lines(finding, checked, one, library, as_of)
        if (finding.reading, finding.verdict) not in found:
            found[finding.reading, finding.verdict] = finding
            told.update(fresh)
    return tuple(found.values())


def _with_plan_lines(finding: Finding, checked: Checked, one: Decided, library: Library, as_of: date) -> Finding:
    """The finding of a plan with the lines that show its size, before the one that decides; any other as it is."""
    candidate = one.judged.candidate
    if candidate.claim.relation != "plan" or candidate.target < 0:
        return finding
    quantity = checked.sentence.stated[candidate.target].quantity
    known, decides = finding.comparisons[:-1], finding.comparisons[-1]
    lines = tuple(plan_lines(quantity, checked.sentence, library, as_of))
    return replace(finding, comparisons=(*known, *lines, decides))


def stored_of(checked: Checked, decided: Decided, library: Library) -> StoredClaim:
    """The claim of a decided reading, as it is stored."""
    said = [one.quantity for one in checked.sentence.stated]
    certainty = int(decided.mass * WEIGHT_OF_ALL)
    return store_claim(decided.judged.candidate, said, library, certainty=certainty, hedged=decided.hedged)


def wording_of(checked: Checked, judged: Judged, library: Library) -> ClaimWording:
    """The sentences of a reading that is not decided."""
    decided = Decided(judged, Verdict.CANT_TELL, 0.0)
    return ClaimWording(stored_of(checked, decided, library), judged.outcome, decided.verdict, library)


def finding_of(stored: StoredClaim, outcome: Outcome, verdict: Verdict, library: Library) -> Finding:
    """The finding of a stored claim that is judged, in the language spoken. It has no span in a text."""
    wording = ClaimWording(stored, outcome, verdict, library)
    caveats = told_caveats(stored.caveats, stored.claim, library)
    fitting = told_caveats((stored.fits,), stored.claim, library) if verdict not in YES else ()
    return Finding(
        kind="claim",
        reading=wording.reading(),
        verdict=verdict,
        headline=wording.headline(),
        comparisons=arithmetic_lines(wording),
        flip=wording.flip(),
        fits=next((say(caveat.fits) for caveat in fitting if caveat.fits), ""),
        caveats=tuple(say(caveat.text) for caveat in caveats),
        weight=Fraction(stored.certainty),
        claim=claim_to_json(stored),
    )


def open_finding(stored: StoredClaim, lacking: list[Leaf], library: Library) -> Finding:
    """The finding of a stored claim that can't be judged, as figures are lacking: it names them and who has them."""
    none = Outcome(Basis.FIRM, 1.0, over=False, label=0, ratio=Fraction(1))
    wording = ClaimWording(stored, none, Verdict.CANT_TELL, library)
    return Finding(
        kind="claim",
        reading=wording.reading(),
        verdict=Verdict.CANT_TELL,
        missing=tuple(publishing(wording.name(leaf), library.measures[leaf.measure].publisher) for leaf in lacking),
        wanted=tuple(leaf.id for leaf in lacking),
        weight=Fraction(stored.certainty),
        claim=claim_to_json(stored),
    )


def nearest(checked: list[Checked], library: Library) -> str:
    """The question whether the likeliest reading is meant, with its figures; "" where none comes near.

    It is asked only of a level of one figure, where no claim of the text was decided.
    """
    groups = [one for one in checked if one.sides.best]
    best = max(groups, key=lambda one: max(one.sides.yes, one.sides.no), default=None)
    if best is None or max(best.sides.yes, best.sides.no) < COMES_NEAR:
        return ""
    judged = best.sides.best[0]
    leaf = judged.candidate.claim.right.leaf
    if leaf is None or leaf.sort is not Sort.FIGURE or judged.candidate.claim.relation != "level":
        return ""
    finding = explain(best, Decided(judged, Verdict.CANT_TELL, 0.0), library)
    return say(MEANT, reading=finding.reading, figures="; ".join(one.text for one in finding.comparisons[:-1]))
