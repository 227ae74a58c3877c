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

SQUARED, LENGTHS = 0.15, 2
MEASURED_BEHIND = 3  # words behind how many times, in which "as wide" and "the diameter" stand
SQUARE = constant(2)


def size_candidates(found: Ground) -> Iterator[Candidate]:
    """How many times as large, or by what share larger, what one of two lengths names is as what the other does."""
    context = found.context
    sized = sizes_compared(context)
    if sized is None or len(sized) == LENGTHS:
        return
    index = sized[-1]
    if not all(found.stated[place] for place in sized):
        return
    top, bottom, target = (found.stated[place][0] for place in sized)
    if top.value < bottom.value:
        top, bottom = bottom, top
    ratio = Term(None, Operator.QUOTIENT, (single(top), single(bottom)))
    larger = Term(None, Operator.POWER, (ratio, single(SQUARE)))
    if target.percent:
        larger = Term(None, Operator.DIFFERENCE, (larger, single(constant(1))))
    sign = COMPARATORS.get(context.sentence.stated[index].quantity.bound, "=")
    ones = (one.places for one in context.sentence.stated if one.quantity.value == 1)  # "as much as one of 20 cm"
    places = (target.places | top.places | bottom.places | context.cue("bulk")).union(*ones)
    cost = {"product": SQUARED, "type": target.cost}
    yield Candidate(Claim(single(target), sign, larger, "own"), cost, places, frozenset(sized), frozenset(), index)


def by_squares(candidates: list[Candidate], context: Context) -> list[Candidate]:
    """The candidates without those that compare two lengths themselves where they name what is compared in size."""
    sized = sizes_compared(context)
    if sized is None:
        return candidates
    both = frozenset(sized[:LENGTHS])
    return [one for one in candidates if both.isdisjoint(one.stated) or _squares(one.claim.right)]


def _squares(term: Term) -> bool:
    """Whether a power stands in a term."""
    return term.operator is Operator.POWER or any(map(_squares, term.parts))


def sizes_compared(context: Context) -> tuple[int, ...] | None:
    """The indexes of two lengths that name flat things, and of how many times, or by what share, one is larger.

    No third index where that is not said: "more pizza". None where their lengths are compared themselves: "twice as
    wide", "twice the diameter".
    """
    stated = context.sentence.stated
    lengths = [index for index, one in enumerate(stated) if one.quantity.unit.dimension is Dimension.LENGTH]
    times = [index for index, one in enumerate(stated) if one.quantity.form in (Form.MULTIPLE, Form.PERCENT)]
    if len(lengths) != LENGTHS or len(times) > 1 or not context.cue("flat_things"):
        return None
    if not times:
        return tuple(lengths) if context.cue("bulk") else None
    behind = frozenset(range(stated[times[0]].last + 1, stated[times[0]].last + 1 + MEASURED_BEHIND))
    measured = context.cue("property.diameter") | context.cue("property.length") | context.cue("property.height")
    return None if measured & behind else (lengths[0], lengths[1], times[0])
