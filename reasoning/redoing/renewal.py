"""An answer without the texts of its claims, and made again of what is stored of them: by other figures, or elsewhere.

A claim that was not reasoned by types is read again from its reading, as the text itself is not kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from knowledge import Library
from reasoning.model.answer import Answer, Finding
from reasoning.redoing.evaluation import reevaluate
from reasoning.serialization.claim_loader import ClaimError

Reckoned = Callable[[str, date], Answer]


def without_texts(answer: Answer) -> Answer:
    """The answer with the claim alone in each finding that has one: `tell_again` makes the rest of it."""
    return replace(answer, findings=tuple(map(_without_texts, answer.findings)))


def tell_again(stored: Answer, library: Library) -> Answer:
    """The answer with each finding that has a claim told again, by the figures of a library in the language spoken.

    Raises ClaimError, a ValueError, for what is no claim, or one of something that the library does not have.
    """
    return replace(stored, findings=tuple(_told(one, stored.as_of, library) for one in stored.findings))


def renew(old: Answer, before: Reckoned, after: Reckoned, library: Library) -> Answer:
    """The answer with each claim as `after` has it. A claim that `before` does not read as it was read stays as it is.

    `before` and `after` reckon a text for a day, by the figures that the answer was given with and by `library`.
    """
    findings = tuple(
        _told_by(finding, old.as_of, library) if finding.claim else _renewed(finding, old.as_of, before, after)
        for finding in old.findings
    )
    return replace(old, findings=findings, library_version=library.version)


def _without_texts(finding: Finding) -> Finding:
    if not finding.claim:
        return finding
    return replace(finding, reading="", headline="", comparisons=(), flip="", fits="", caveats=())


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


def _renewed(old: Finding, as_of: date, before: Reckoned, after: Reckoned) -> Finding:
    again = before(old.reading, as_of).findings
    if len(again) != 1 or _seen(again[0]) != _seen(old):
        return old  # the reading alone does not say what the text said
    new = after(old.reading, as_of).findings
    if len(new) != 1 or new[0].kind != old.kind:
        return old
    return replace(
        new[0],
        reading=old.reading,
        restated=old.restated,
        caveats=old.caveats,
        span=old.span,
    )


def _seen(finding: Finding) -> tuple[object, ...]:
    return finding.kind, finding.verdict, finding.headline, [one.text for one in finding.comparisons]
