"""An answer without the texts of its claims, and made again of what is stored: by other figures, or elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from knowledge import Library
from reasoning.model.answer import Answer, Finding
from reasoning.redoing.evaluation import reevaluate
from reasoning.serialization.claim_loader import ClaimError


def without_texts(answer: Answer) -> Answer:
    """The answer with the claim alone in each finding that has one: `tell_again` makes the rest of it."""
    findings, readings = (tuple(map(_without_texts, some)) for some in (answer.findings, answer.readings))
    return replace(answer, findings=findings, readings=readings)


def tell_again(stored: Answer, library: Library) -> Answer:
    """The answer with each finding that has a claim told again, by the figures of a library in the language spoken.

    Raises ClaimError, a ValueError, for what is no claim, or one of something that the library does not have.
    """
    findings, readings = (
        tuple(_told(one, stored.as_of, library) for one in some) for some in (stored.findings, stored.readings)
    )
    return replace(stored, findings=findings, readings=readings)


def renew(old: Answer, library: Library) -> Answer:
    """The answer with each claim by the figures of a library. What was asked for without a claim stays as it is."""
    findings, readings = (
        tuple(_told_by(one, old.as_of, library) for one in some) for some in (old.findings, old.readings)
    )
    return replace(old, findings=findings, readings=readings, library_version=library.version)


def _without_texts(finding: Finding) -> Finding:
    if not finding.claim:
        return finding
    return replace(finding, reading="", headline="", comparisons=(), flip="", fits="", caveats=(), missing=())


def _told(finding: Finding, as_of: date, library: Library) -> Finding:
    """The finding with all that its claim gives. Raises ClaimError."""
    if not finding.claim:
        return finding
    again = reevaluate(finding.claim, library, as_of)
    return replace(
        finding,
        reading=again.reading,
        verdict=again.verdict,
        headline=again.headline,
        comparisons=again.comparisons,
        flip=again.flip,
        fits=again.fits,
        caveats=again.caveats,
        missing=again.missing,
        wanted=again.wanted,
        claim=again.claim,
    )


def _told_by(finding: Finding, as_of: date, library: Library) -> Finding:
    """The finding by the figures of a library, as it is where that lacks one of them."""
    try:
        return _told(finding, as_of, library)
    except ClaimError:
        return finding
