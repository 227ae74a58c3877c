"""Traps in the wording of a claim, and earlier pledges, that are told beside its verdict."""

from __future__ import annotations

from datetime import date

from knowledge import Caveat, Library
from reasoning.model.claim import Claim
from reasoning.model.leaf import Sort


def caveats_on(claim: Claim, text: str, library: Library, as_of: date) -> tuple[Caveat, ...]:
    """The caveats that fit a text and whom and what a claim is of, as far as they were known on the day `as_of`.

    Those on the wording stand first, then pledges, the newest first. A claim of the message's own numbers has none:
    nothing in it is a measure that words may hide a trap about.
    """
    entities, measures = _of(claim)
    if not measures:
        return ()
    today = as_of.isoformat()
    fitting = library.fitting_caveats(text, entities, measures)
    told = [one for one in fitting if not one.dated or one.dated < today[: len(one.dated)]]
    pledges = sorted((one for one in told if one.dated), key=lambda one: one.dated, reverse=True)
    return (*(one for one in told if not one.dated), *pledges)


def told_caveats(ids: tuple[str, ...], claim: Claim, library: Library) -> tuple[Caveat, ...]:
    """The caveats of these ids that still fit whom and what a claim is of."""
    entities, measures = _of(claim)
    by_id = {caveat.id: caveat for caveat in library.caveats if caveat.id in ids}
    return tuple(
        caveat
        for caveat in (by_id[ident] for ident in ids if ident in by_id)
        if (not caveat.entities or entities & set(caveat.entities))
        and (not caveat.measures or measures & set(caveat.measures))
    )


def _of(claim: Claim) -> tuple[set[str], set[str]]:
    """The entities and the measures of the figures in a claim."""
    known = [leaf for leaf in claim.leaves() if leaf.sort in (Sort.FIGURE, Sort.GIVEN)]
    return {leaf.entity for leaf in known}, {leaf.measure for leaf in known}
