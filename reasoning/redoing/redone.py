"""A finding made again from its stored claim, with what a person changes in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from i18n.language import say, translatable
from knowledge import Library
from reasoning.model.answer import Finding
from reasoning.redoing.changes import change_claim
from reasoning.redoing.evaluation import judge_again
from reasoning.serialization.claim_loader import ClaimError, load_claim

UNREAD = translatable(
    "I could not use “{words}”. These work: “Walmart has 2 million staff”, “if it were 10 years”, "
    "“if it were 5 million”, "
    "“use 2019”, “per household?”, “in Germany?”."
)
UNFIT = translatable("With “{words}” the two sides can't be set against each other.")


def redo_finding(
    old: Finding, given: tuple[str, ...], library: Library, as_of: date, before: tuple[str, ...] = ()
) -> tuple[Finding, tuple[str, ...], str]:
    """The finding of a stored claim with each change, its changes in words, and a note on what did not fit.

    `before` are the changes that the claim has already; they are told again where one more was made. Raises ClaimError
    for a claim that can't be judged.
    """
    stored = load_claim(old.claim, library, as_of)
    changed = change_claim(stored, given, library, as_of, before)
    notes = [*changed.notes, *(say(UNREAD, words=words) for words in changed.unread[:1])]
    try:
        finding = judge_again(changed.stored, library, as_of)
    except ClaimError:
        if changed.stored == stored:
            raise
        finding, changed = judge_again(stored, library, as_of), replace(changed, changes=before)
        notes.append(say(UNFIT, words=given[0][:60]))
    is_changed = changed.stored != stored or not given
    return replace(finding, span=old.span), changed.changes if is_changed else (), " ".join(notes)
