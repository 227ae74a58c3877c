"""So much for each of many, out of one purse: what all of it comes to beside what the giver has."""

from __future__ import annotations

from collections.abc import Iterator

from reasoning.data.tables import defaults
from reasoning.grounding.figures import Who, figure_leaf, of_a_year
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import MONEY, TIME, counted
from reasoning.model.claim import Candidate, Claim, Operator, Term, single
from reasoning.model.leaf import Leaf

OF_ALL = 0.1


def gift_candidates(found: Ground) -> Iterator[Candidate]:
    """For each amount of money that is given to everybody: the amount times all of them, beside the giver's means."""
    context = found.context
    each, give = context.cue("everybody"), context.cue("give")
    if not each or not give or len(found.stated) > 2:
        return
    person = counted("person")
    heads = [leaf for leaf in found.wholes if leaf.type == person]
    for index, leaves in enumerate(found.stated):
        for amount in leaves[:1]:
            if amount.type not in (MONEY, MONEY / person):
                continue
            for giver in found.who:
                purse = _purse(found, giver)
                if purse is not None:
                    yield from (_beside(found, index, amount, whole, giver, purse) for whole in heads)


def _beside(found: Ground, index: int, amount: Leaf, whole: Leaf, giver: Who, purse: Leaf) -> Candidate:
    total = Term(None, Operator.PRODUCT, (single(amount), single(whole)))
    cues = found.context.cue("everybody") | found.context.cue("give")
    cost = {"product": giver.cost + whole.cost + OF_ALL, "type": amount.cost}
    places = amount.places | giver.places | whole.places | cues
    claim = Claim(total, "<", single(purse), "gift")
    return Candidate(claim, cost, places, frozenset({index}), frozenset({giver.id, whole.entity}), index)


def _purse(found: Ground, giver: Who) -> Leaf | None:
    """What somebody can pay from: a fortune, or the income of a year."""
    library = found.context.library
    measure = defaults().pays_from.get(library.entities[giver.id].kind.value)
    if measure is None or measure not in library.measures:
        return None
    leaf = figure_leaf(found.context, giver, measure, found.context.day(), 0.2, frozenset())
    if leaf is None or leaf.type == MONEY:
        return leaf
    return None if leaf.type != MONEY / TIME else of_a_year(leaf)
