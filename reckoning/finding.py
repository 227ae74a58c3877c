"""From the offers of the kinds to findings: same claims said twice become one, the weightiest stands first."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction

from i18n.language import say
from knowledge import Caveat
from quantities import Span
from reasoning.model.answer import Comparison, Finding, Verdict, Vote
from reasoning.presenting.chart import decisive
from reasoning.wording.numbers import words
from reckoning.comparing.implied import IMPLIED, imply
from reckoning.kinds import KINDS, WORDLESS
from reckoning.loose import LOOSE
from reckoning.merging import merged
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement
from reckoning.rough.reach import within_reach
from reckoning.verdict import judge
from reckoning.work import WorkLimitError, spend

MOST_FINDINGS = 12
LEAST_CLAIM = 100  # a smaller number beside a claim is an age, a rank, a few of something
BESIDES = re.compile(r"[,;:]\s|\b(?:and|but|while|with|whereas|yet|plus)\b", re.IGNORECASE)
MOST_LOOSE = 15  # numbers of a text: the first of them are read loosely where need be
YES = (Verdict.ADDS_UP, Verdict.PLAUSIBLE)


def find(case: Case) -> tuple[Finding, ...]:
    """The claims of a text with their verdicts, weightiest first."""
    claims = [*merged(case, case.statements), *imply(case.scene)]
    offers: dict[int, list[Offer]] = {id(claim): [] for claim in claims}
    with suppress(WorkLimitError):  # what was found before stands
        for at, claim in enumerate(claims):
            offers[id(claim)] = _offers(case, claim, loosely=at < MOST_LOOSE)
    spoken_for = _spoken_for(claims, offers)
    covered = {s.span for found in offers.values() for offer in found for s in offer.statements} | case.fact_spans
    heard = [claim for claim in claims if offers[id(claim)] and claim.span not in spoken_for]
    findings = [_guarded(case, claim, _finding(case, claim, offers[id(claim)]), covered) for claim in heard]
    if len(findings) > 1:
        said = [f for f in findings if f.span not in case.fact_spans or f.verdict not in YES]
        findings = said or findings
    findings = _once(sorted(findings, key=lambda finding: (-finding.weight, finding.span)))
    return tuple(findings[:MOST_FINDINGS])


def _guarded(case: Case, claim: Statement, finding: Finding, covered: AbstractSet[Span]) -> Finding:
    """A yes is no sure one where the sentence says another number that nobody here could judge."""
    others = [s for s in case.beside(claim) if s.span not in covered and s.quantity.value >= LEAST_CLAIM]
    if finding.verdict is not Verdict.ADDS_UP or not any(_is_besides(claim, other) for other in others):
        return finding
    return replace(finding, verdict=Verdict.PLAUSIBLE)


def _is_besides(claim: Statement, other: Statement) -> bool:
    """Whether a comma or an "and" stands between the two, so that it is said besides."""
    first, second = sorted((claim.span, other.span))
    at = claim.sentence.span[0]
    return bool(BESIDES.search(claim.sentence.text, first[1] - at, second[0] - at))


def _spoken_for(claims: list[Statement], offers: dict[int, list[Offer]]) -> set[tuple[int, int]]:
    """The statements that another's reading explains; of two that explain each other, the heavier reading stays."""
    alone = [(o.weight, c, o) for c in claims for o in offers[id(c)] if o.alone]
    spoken_for: set[tuple[int, int]] = set()
    for _, claim, offer in sorted(alone, key=lambda entry: -entry[0]):
        if claim.span not in spoken_for:
            spoken_for |= {s.span for s in offer.statements if s.span != claim.span}
    return spoken_for


def _once(findings: list[Finding]) -> list[Finding]:
    """Each caveat with the first finding that it fits."""
    said: set[str] = set()
    kept = []
    for finding in findings:
        fresh = tuple(caveat for caveat in finding.caveats if caveat not in said)
        said |= set(fresh)
        kept.append(replace(finding, caveats=fresh))
    return kept


def _offers(case: Case, claim: Statement, *, loosely: bool = True) -> list[Offer]:
    kinds = WORDLESS if claim.via == IMPLIED else KINDS
    spend(len(claim.sentence.words))  # patterns go through the whole sentence
    found = [offer for kind in kinds for offer in kind.offer(case, claim)]
    if loosely and claim.via != IMPLIED and (loose := _loosely(case, claim, found)):
        return [loose]
    alone = [offer for offer in found if offer.alone]
    if alone:
        best = max(alone, key=lambda offer: offer.weight)
        return [offer for offer in found if offer is best or (not offer.alone and offer.kind == "already_pledged")]
    if any(offer.kind == "level" for offer in found):
        found = [offer for offer in found if offer.kind not in WEAKER_THAN_LEVEL]
    if any(offer.kind == "more_than_the_whole" for offer in found):
        found = [offer for offer in found if offer.kind not in WEAKER_THAN_WHOLE]
    return found


def _loosely(case: Case, claim: Statement, found: list[Offer]) -> Offer | None:
    """What a loose reading offers, where the others can't tell: one that agrees before one that doesn't."""
    heard = [offer for offer in found if offer.alone] or found
    if judge(tuple(c for offer in heard for c in offer.comparisons)) is not Verdict.CANT_TELL:
        return None
    near = within_reach(claim)
    offers = [offer for kind in LOOSE for offer in kind.offer(case, near)]
    return min(offers, key=lambda offer: offer.comparisons[0].points_to not in YES, default=None)


# What a direct reference makes idle.
WEAKER_THAN_LEVEL = ("more_than_the_whole", "share", "scale")
WEAKER_THAN_WHOLE = ("share",)


# --- one finding


def _finding(case: Case, claim: Statement, offers: list[Offer]) -> Finding:
    comparisons = tuple(c for offer in offers for c in offer.comparisons)
    verdict = judge(comparisons)
    lead = _lead(offers, comparisons)
    caveats = () if lead.kind in OWN_SUMS else _caveats(case, claim)
    missing = dict.fromkeys(m for offer in offers for m in offer.missing) if verdict is Verdict.CANT_TELL else ()
    wanted = dict.fromkeys(w for offer in offers for w in offer.wanted) if missing else ()
    fits = (
        next((say(c.fits) for c in caveats if c.fits), "")
        if verdict in (Verdict.STRETCH, Verdict.DOESNT_ADD_UP)
        else ""
    )
    return Finding(
        kind=lead.kind,
        reading=_reading(offers, lead),
        verdict=verdict,
        headline=lead.headline,
        comparisons=comparisons,
        flip=lead.flip,
        fits=fits,
        caveats=tuple(say(caveat.text) for caveat in caveats),
        other_reading="" if lead.kind in TRIED else _other_reading(claim),
        missing=tuple(missing),
        wanted=tuple(wanted),
        judged=_judged(case, claim),
        weight=_weight(case, claim, offers, verdict),
        span=claim.span,
    )


# Sums of the message's own numbers: nothing in them is a measure that words may hide a trap about.
OWN_SUMS = frozenset(
    """past_money conversion compounding break_even average shares_in_turn prices size_of
    percent_change count_times_each""".split()
)


def _judged(case: Case, claim: Statement) -> str:
    """For which year, where the claim names one."""
    year = case.year(claim)
    return say("for {year}", year=year) if year is not None and year < case.scene.as_of.year else ""


def _caveats(case: Case, claim: Statement) -> tuple[Caveat, ...]:
    """Those that fit the wording or the actor and were known that day; traps in the wording first, then the newest."""
    today = case.scene.as_of.isoformat()
    entities = tuple(e for e in (claim.subject, claim.place) if e)
    fitting = case.library.fitting_caveats(case.scene.text, entities, claim.measures)
    known = [c for c in fitting if not c.dated or c.dated < today[: len(c.dated)]]
    return tuple(sorted(known, key=lambda c: (bool(c.dated), [-ord(sign) for sign in c.dated])))


def _lead(offers: list[Offer], comparisons: tuple[Comparison, ...]) -> Offer:
    """The offer whose comparison the verdict rests on."""
    comparison = decisive(comparisons)
    return next((offer for offer in offers if comparison in offer.comparisons), offers[0])


def _reading(offers: list[Offer], lead: Offer) -> str:
    """The fullest of the readings, where several kinds read the same claim."""
    same = [offer.reading for offer in offers if offer.kind in ("multiple", "largest_peer")]
    return same[0] if same else lead.reading


TRIED = ("chain", "conversion")  # they tried the other readings, or the other side tells the unit


def _other_reading(claim: Statement) -> str:
    if claim.measures:
        return ""  # what is measured tells the unit
    other = next(iter(claim.quantity.alternatives), None)
    if other is None or other.unit == claim.quantity.unit:
        return ""
    number = f"{other.text.strip()} {say(other.unit_name)}".rstrip() if not other.unit.currency else words(other)
    return say("or {how}", how=say("as {number}", number=number))


# What makes a claim weigh: the best vote of its comparisons, its verdict, and what somebody does.
VOTES = {Vote.DECIDES: 3, Vote.INDICATES: 2, Vote.SCALE: 1}
SEVERITY = {
    Verdict.DOESNT_ADD_UP: 3,
    Verdict.STRETCH: 2,
    Verdict.ADDS_UP: 1,
    Verdict.PLAUSIBLE: 1,
    Verdict.CANT_TELL: 0,
}
DEEDS = ("multiple", "largest_peer", "unit_cost", "per_head", "percent_change", "parts")


def _weight(case: Case, claim: Statement, offers: list[Offer], verdict: Verdict) -> Fraction:
    """How much a claim matters: deeds before facts the text gives, decided before open, no before yes."""
    votes = max((VOTES[c.vote] for offer in offers for c in offer.comparisons), default=0)
    given = claim.quantity in case.facts.values() and len(case.statements) > 2
    deeds = sum(offer.kind in DEEDS for offer in offers)
    return Fraction(4 * deeds + 3 * votes + SEVERITY[verdict] + len(offers) - (6 if given else 0))
