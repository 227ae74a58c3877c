"""How many times as large something is as another, where each is named by one length: by the squares of the lengths.

A 16 inch pizza is four times as much pizza as one of 8 inches, and an 80 inch screen four times a 40 inch one.
"""

from __future__ import annotations

from collections.abc import Iterator

from quantities import Dimension, Form
from reasoning.derivation.product_claims import COMPARATORS
from reasoning.grounding.context import Context
from reasoning.grounding.ground import Ground
from reasoning.model.claim import Candidate, Claim, Operator, Term, single
from reasoning.model.leaf import constant

SQUARED = 0.15
NUMBERS = 3  # two lengths and how many times
SQUARE = constant(2)


def size_candidates(found: Ground) -> Iterator[Candidate]:
    """How many times as large what the first of two lengths names is as what the second does."""
    context = found.context
    sized = sizes_compared(context)
    if sized is None:
        return
    first, second = sized
    top, bottom = found.stated[first][0], found.stated[second][0]
    ratio = Term(None, Operator.QUOTIENT, (single(top), single(bottom)))
    squared = Term(None, Operator.POWER, (ratio, single(SQUARE)))
    for index, one in enumerate(context.sentence.stated):
        if one.quantity.form is Form.MULTIPLE and found.stated[index]:
            target = found.stated[index][0]
            claim = Claim(single(target), COMPARATORS.get(one.quantity.bound, "="), squared, "own")
            places = target.places | top.places | bottom.places | context.cue("bulk")
            stated = frozenset({index, first, second})
            yield Candidate(claim, {"product": SQUARED, "type": target.cost}, places, stated, frozenset(), index)


def by_squares(candidates: list[Candidate], context: Context) -> list[Candidate]:
    """The candidates without those that compare two lengths themselves where they name what is compared in size."""
    sized = sizes_compared(context)
    if sized is None:
        return candidates
    both = frozenset(sized)
    return [one for one in candidates if not both <= one.stated or one.claim.right.operator is Operator.POWER]


def sizes_compared(context: Context) -> tuple[int, int] | None:
    """The indexes of two lengths that name things whose sizes are compared; None where lengths are, or nothing is."""
    stated = context.sentence.stated
    lengths = [index for index, one in enumerate(stated) if one.quantity.unit.dimension is Dimension.LENGTH]
    if len(lengths) != NUMBERS - 1 or len(stated) != NUMBERS or not context.cue("bulk"):
        return None
    first, second = lengths
    named = stated[first].places | {stated[first].last + 1}
    return (first, second) if named & context.cue("flat_things") else None
