"""An answer without the texts of its claims, and made again of what is stored: by other figures, or elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from knowledge import Library
from reasoning.model.answer import Answer, Finding
from reasoning.redoing.evaluation import reevaluate
from reasoning.serialization.claim_loader import ClaimError


def without_texts(answer: Answer) -> Answer:
    """The answer with the claim alone in each finding that has one: `tell_again` makes the rest of it."""
    return _with_each(answer, _without_texts)


def tell_again(stored: Answer, library: Library) -> Answer:
    """The answer with each finding that has a claim told again, by the figures of a library in the language spoken.

    Raises ClaimError, a ValueError, for what is no claim, or one of something that the library does not have.
    """
    return _with_each(stored, lambda one: _told(one, stored.as_of, library))


def renew(old: Answer, library: Library) -> Answer:
    """The answer with each claim by the figures of a library. What was asked for without a claim stays as it is."""
    new = _with_each(old, lambda one: _told_by(one, old.as_of, library))
    return replace(new, library_version=library.version)


def _with_each(answer: Answer, change: Callable[[Finding], Finding]) -> Answer:
    """The answer with each of its findings and of its readings as `change` returns it."""
    return replace(answer, findings=tuple(map(change, answer.findings)), readings=tuple(map(change, answer.readings)))


def _without_texts(finding: Finding) -> Finding:
    if not finding.claim:
        return finding
    return replace(finding, reading="", headline="", comparisons=(), flip="", fits="", caveats=(), missing=())


def _told(finding: Finding, as_of: date, library: Library) -> Finding:
    """The finding with all that its claim gives. Raises ClaimError."""
    return replace(reevaluate(finding.claim, library, as_of), span=finding.span) if finding.claim else finding


def _told_by(finding: Finding, as_of: date, library: Library) -> Finding:
    """The finding by the figures of a library, as it is where that lacks one of them."""
    try:
        return _told(finding, as_of, library)
    except ClaimError:
        return finding
