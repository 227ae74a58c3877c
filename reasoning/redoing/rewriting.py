"""A stored claim with other leaves in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from knowledge.model.units import Exponents
from quantities import Quantity
from reasoning.grounding.types import PHYSICAL
from reasoning.model.claim import Term
from reasoning.model.leaf import Leaf, Sort
from reasoning.serialization.stored_claim import StoredClaim

KNOWN = (
    Sort.FIGURE,
    Sort.PROPERTY,
    Sort.AVERAGE,
    Sort.GIVEN,
    Sort.LACKING,
)  # sorts of what is not said, and may be given


def with_leaves(stored: StoredClaim, change: Callable[[Leaf], Leaf]) -> StoredClaim:
    """The claim with each leaf as `change` returns it."""
    claim = stored.claim
    left, right = _changed(claim.left, change), _changed(claim.right, change)
    return replace(stored, claim=replace(claim, left=left, right=right))


def with_number(stored: StoredClaim, place: int, number: Quantity) -> StoredClaim:
    """The claim with another number at a place, or one more at the end."""
    numbers = (*stored.numbers[:place], number, *stored.numbers[place + 1 :])
    return replace(stored, numbers=numbers)


def known_leaves(stored: StoredClaim) -> tuple[Leaf, ...]:
    """What the claim looks up, each once."""
    found = {leaf.id: leaf for leaf in stored.claim.leaves() if leaf.sort in KNOWN}
    return tuple(found.values())


def physical(of: Exponents) -> Exponents:
    """A type without what is counted."""
    return Exponents(tuple((base, power) for base, power in of.of if base in PHYSICAL))


def _changed(term: Term, change: Callable[[Leaf], Leaf]) -> Term:
    if term.leaf is not None:
        return Term(change(term.leaf))
    return replace(term, parts=tuple(_changed(part, change) for part in term.parts))
