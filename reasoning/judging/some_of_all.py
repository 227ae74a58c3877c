"""Whether a number is only of some of the people of a place, whom no word of the sentence means all of."""

from __future__ import annotations

from quantities import Dimension
from reasoning.data.tables import defaults, outsiders
from reasoning.grounding.context import Context
from reasoning.model.claim import Candidate
from reasoning.reading.language import words

FEW = 10  # "7,000 Syrians live here": so much fewer than a people are hardly said to be all of it
NO_STAFF = 2.5  # nobody's customers are counted as its staff
NOT_ITS_OWN = 0.6  # tourists are not of the people of a place, and a plan for its nurses is none for all of them


def is_of_some(candidate: Candidate, context: Context, *, unexplained: bool) -> bool:
    """Whether a number set beside all people of a place counts only some of them: "30,000 workers".

    With `unexplained` words beside it "9 million Germans lost their jobs" is of some, too, and so are very few.
    """
    leaf = candidate.claim.right.leaf
    if candidate.target < 0 or leaf is None or leaf.measure not in defaults().wholes.values():
        return False
    stated = context.sentence.stated[candidate.target]
    if stated.quantity.unit.dimension is not Dimension.COUNT:
        return False
    if any(name.form == "people" and name.places & stated.places for name in context.sentence.names):
        return (unexplained and not leaf.said) or candidate.claim.left.value() * FEW < leaf.value
    return not leaf.said and words().people.isdisjoint(context.sentence.lows[place] for place in stated.places)


def not_its_own(candidate: Candidate, context: Context) -> float:
    """The cost of setting those beside all people of a place who need not be of them, and of planning for some.

    Whoever buys from a company is not of its people either.
    """
    if candidate.target < 0:
        return 0.0
    stems = {context.sentence.words[place].stem for place in context.sentence.stated[candidate.target].places}
    if stems & outsiders() and _is_staff(candidate):
        return NO_STAFF
    if not is_of_some(candidate, context, unexplained=False):
        return 0.0
    return NOT_ITS_OWN if stems & outsiders() or candidate.claim.relation == "plan" else 0.0


def _is_staff(candidate: Candidate) -> bool:
    """Whether a number is set beside all that somebody has of its own, as a company its staff."""
    own = defaults().own_totals.values()
    return any(leaf.measure in own for leaf in candidate.claim.right.leaves())
