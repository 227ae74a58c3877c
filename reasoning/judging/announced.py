"""The cost of taking another number for the result than the one that the sentence announces as what comes out."""

from __future__ import annotations

from reasoning.grounding.context import Context
from reasoning.model.claim import Candidate

NOT_THE_RESULT = 0.4  # the announced number is used, and another one is claimed
PASSED_OVER = 0.7  # two or more numbers are reckoned with, and what they are said to make is left out
NOTHING_RECKONED = 0.4  # the announced number is claimed by itself, as if nothing stood before it
RECKONED = frozenset({"own", "level"})  # relations in which one number is what others make


def passed_over(candidate: Candidate, context: Context) -> float:
    """The cost of a claim that takes several numbers of a sentence and not the announced one for their result."""
    results = context.results()
    if not results or candidate.claim.relation not in RECKONED:
        return 0.0
    if candidate.target in results:
        return NOTHING_RECKONED if len(candidate.stated) == 1 else 0.0
    if candidate.stated & results:
        return NOT_THE_RESULT
    return PASSED_OVER if len(candidate.stated) > 1 else 0.0
