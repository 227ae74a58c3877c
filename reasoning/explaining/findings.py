"""Decided claims as Findings: reading, headline, lines of arithmetic, what would change the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from i18n.language import say
from knowledge import Library
from reasoning.check import Checked
from reasoning.explaining.arithmetic import arithmetic_lines
from reasoning.explaining.caveats import caveats_on, told_caveats
from reasoning.explaining.decision import YES, Decided, verdict_of
from reasoning.explaining.plan_lines import PEER, Plan, multiple_line, plan_lines, plan_of
from reasoning.explaining.plans import PLAN, Key, gather_plans, plan_key
from reasoning.explaining.said_figures import SaidFigure, figures_beside, said_figures
from reasoning.explaining.wording import ClaimWording
from reasoning.judging.comparison import compare
from reasoning.judging.outcome import Basis, Outcome
from reasoning.model.answer import Finding, Verdict
from reasoning.model.leaf import Leaf
from reasoning.serialization.claim_json import claim_to_json
from reasoning.serialization.stored_claim import StoredClaim, given_leaf, store_claim, with_own_figure, wordless
from reasoning.wording.numbers import publishing

MOST_BESIDE = 10  # figures of the text that are told with a plan
WEIGHT_OF_ALL = 1000  # a finding's weight is the share of the mass in thousandths


def explain(
    checked: Checked, decided: Decided, library: Library, as_of: date, stored: StoredClaim | None = None
) -> Finding:
    """The finding of a decided claim, in the language spoken. No word of the message stands in it.

    `stored` is the claim with what the whole text says of it, where that is more than its sentence does.
    """
    stored = stored or stored_of(checked, decided, library)
    outcome, verdict, told = decided.judged.outcome, decided.verdict, with_own_figure(stored)
    if told is not stored:
        outcome = compare(told.claim, told.quantity) or outcome
        verdict = verdict_of(outcome, told.claim, decided.mass, hedged=decided.hedged)
    finding = finding_of(stored, outcome, verdict, library, as_of)
    target = decided.judged.candidate.target
    span = checked.sentence.stated[target].quantity.span if target >= 0 else checked.sentence.span
    return replace(finding, span=span)


def explain_all(
    decided: list[tuple[Checked, Decided]],
    text: str,
    library: Library,
    as_of: date,
    checked: Sequence[Checked] = (),
) -> tuple[Finding, ...]:
    """The findings of the decided claims of a text, in their order, those that say the same once; with caveats.

    A plan is told once, whatever sentences say it, before the figures that the text gives beside it. Those it takes
    from all claims `checked`.
    """
    found: dict[tuple[str, Verdict], Finding] = {}
    told: set[str] = set()
    plans, figures = gather_plans(decided, text, library), said_figures(checked)
    for one_checked, one in _plans_first(decided, plans, figures):
        caveats = caveats_on(one.judged.candidate.claim, text, library, as_of)
        fits = next((caveat.id for caveat in caveats if caveat.fits), "")
        fresh = tuple(caveat.id for caveat in caveats if caveat.id not in told)
        key = plan_key(one.judged.candidate)
        plan = plans.get(key) if key is not None else None
        stored = stored_of(one_checked, one, library, plan, figures.values())
        finding = explain(one_checked, one, library, as_of, replace(stored, caveats=fresh, fits=fits))
        if (finding.reading, finding.verdict) not in found:
            found[finding.reading, finding.verdict] = finding
            told.update(fresh)
    return tuple(found.values())


def _plans_first(
    decided: list[tuple[Checked, Decided]], plans: dict[Key, Plan], figures: dict[tuple[str, str], SaidFigure]
) -> list[tuple[Checked, Decided]]:
    """The decided claims with each plan once, without the right figures that are told with one.

    A plan that doesn't add up by a figure of the text goes before the others.
    """
    beside = [one for one in figures.values() if any(_tells(plan, one) for plan in plans.values())]
    told = {(one.stored.entity, one.stored.measure) for one in beside}
    kept, again, first = [], set(), []
    for pair in decided:
        candidate, verdict = pair[1].judged.candidate, pair[1].verdict
        key = plan_key(candidate)
        if key is not None and key in plans:
            if candidate.claim.relation != PLAN or key in again:
                continue
            again.add(key)
            if verdict not in YES and any(plans[key].is_own(one) for one in beside):
                first.append(pair)
                continue
        elif key is not None and key[1:] in told and verdict in YES and candidate.claim.relation == "level":
            continue
        kept.append(pair)
    return [*first, *kept]


def _tells(plan: Plan, figure: SaidFigure) -> bool:
    """Whether a plan is told with a figure of the text."""
    return plan.is_own(figure) or plan.is_peer(figure) or plan.is_whole(figure)


def stored_of(
    checked: Checked,
    decided: Decided,
    library: Library,
    plan: Plan | None = None,
    figures: Iterable[SaidFigure] = (),
) -> StoredClaim:
    """The claim of a decided reading, as it is stored; of a plan with what the whole text says of it."""
    said = [one.quantity for one in checked.sentence.stated]
    candidate = decided.judged.candidate
    if plan is not None and said[candidate.target].period is None:
        said[candidate.target] = replace(said[candidate.target], period=plan.period)
    certainty = int(decided.mass * WEIGHT_OF_ALL)
    stored = store_claim(candidate, said, library, certainty=certainty, hedged=decided.hedged)
    stored = replace(stored, accepted=decided.accepted, upper_only=stored.upper_only and not decided.accepted)
    if plan is None or candidate.claim.relation != PLAN:
        return stored
    numbers, beside = [*stored.numbers], []
    for one in figures:
        if _tells(plan, one):
            beside.append(given_leaf(one.stored, one.leaf.low, one.leaf.value, one.leaf.high, len(numbers)))
            numbers.append(wordless(one.quantity, library))
    stored = replace(stored, place=plan.place or "", pledged=plan.pledged, beside=tuple(beside[:MOST_BESIDE]))
    if plan.money is not None:
        stored = replace(stored, money=len(numbers))
        numbers.append(wordless(plan.money, library))
    return replace(stored, numbers=tuple(numbers))


def finding_of(stored: StoredClaim, outcome: Outcome, verdict: Verdict, library: Library, as_of: date) -> Finding:
    """The finding of a stored claim that is judged, in the language spoken. It has no span in a text.

    A plan is told with the lines that show its size; it doesn't add up where it is a stretch of one's own and more than
    all of another one, which say nothing of each other.
    """
    told, plan, figures = with_own_figure(stored), plan_of(stored), figures_beside(stored, library, as_of)
    lines = tuple(plan_lines(plan, figures, library, as_of)) if plan is not None else ()
    if verdict is Verdict.STRETCH and any(one.kind == PEER for one in lines):
        verdict = Verdict.DOESNT_ADD_UP
    wording = ClaimWording(told, outcome, verdict, library)
    decides = arithmetic_lines(wording)
    if plan is not None and told is not stored:
        own = next(one for one in figures.values() if plan.is_own(one))
        decides = (replace(multiple_line(plan, own, library), points_to=verdict),)
    caveats = told_caveats(stored.caveats, stored.claim, library)
    fitting = told_caveats((stored.fits,), stored.claim, library) if verdict not in YES else ()
    return Finding(
        kind="claim",
        reading=wording.reading(),
        verdict=verdict,
        headline=wording.headline(),
        comparisons=(*decides, *lines),
        flip=wording.flip(),
        fits=next((say(caveat.fits) for caveat in fitting if caveat.fits), ""),
        caveats=tuple(say(caveat.text) for caveat in caveats),
        weight=Fraction(stored.certainty),
        claim=claim_to_json(stored),
    )


def open_finding(stored: StoredClaim, lacking: list[Leaf], library: Library, called: str = "") -> Finding:
    """The finding of a stored claim that can't be judged, as figures are lacking: it names them and who has them.

    `called` is the name of whom the library does not know, which stands in no stored claim.
    """
    none = Outcome(Basis.FIRM, 1.0, over=False, label=0, ratio=Fraction(1))
    wording = ClaimWording(stored, none, Verdict.CANT_TELL, library)
    return Finding(
        kind="claim",
        reading=wording.reading(),
        verdict=Verdict.CANT_TELL,
        missing=tuple(_lacking(leaf, wording, called) for leaf in lacking),
        wanted=tuple(leaf.id for leaf in lacking),
        weight=Fraction(stored.certainty),
        claim=claim_to_json(stored),
    )


def _lacking(leaf: Leaf, wording: ClaimWording, called: str) -> str:
    """A figure that is lacking, with who publishes it: "employees of Zorblax (its annual report)"."""
    measure = wording.library.measures[leaf.measure]
    name = say("{what} of {whom}", what=say(measure.name), whom=called) if called else wording.name(leaf)
    return publishing(name, measure.publisher)
