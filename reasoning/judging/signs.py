"""Whether a reading reckons otherwise than a sign between two numbers says: "12 x 15" is no sum of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reasoning.grounding.context import Context
from reasoning.model.claim import Candidate, Operator, Term
from reasoning.reading.language import words


def contradicts_a_sign(candidate: Candidate, context: Context) -> bool:
    """Whether two numbers with a sign of multiplication between them are added, subtracted or divided."""
    joined = _multiplied(context)
    if not joined or candidate.claim.relation != "own":
        return False
    return any(pair in joined for pair in _reckoned_otherwise(candidate.claim.right))


def _multiplied(context: Context) -> frozenset[frozenset[int]]:
    """The pairs of numbers, by their indexes, between which nothing but a sign of multiplication stands."""
    known = context.known
    if _multiplied not in known:
        stated, text = context.sentence.stated, context.sentence.text
        ends = [(context.sentence.words[one.first].start, context.sentence.words[one.last].end) for one in stated]
        gaps = (text[end:start].strip().lower() for (_, end), (start, _) in pairwise(ends))
        known[_multiplied] = frozenset(
            frozenset((index, index + 1)) for index, gap in enumerate(gaps) if gap in words().multiplication_signs
        )
    found: frozenset[frozenset[int]] = known[_multiplied]
    return found


def _reckoned_otherwise(term: Term) -> Iterator[frozenset[int]]:
    """The pairs of numbers that a term adds, subtracts or divides."""
    if term.operator is not Operator.PRODUCT and len(term.parts) > 1:
        single = [part.leaf.uses for part in term.parts if part.leaf is not None and len(part.leaf.uses) == 1]
        yield from (one | other for place, one in enumerate(single) for other in single[place + 1 :])
    for part in term.parts:
        yield from _reckoned_otherwise(part)
