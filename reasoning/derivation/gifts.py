"""So much for each of many, out of one purse: what all of it comes to beside what the giver has."""

from __future__ import annotations

from collections.abc import Iterator

from reasoning.data.tables import defaults, root
from reasoning.derivation.limits import YEAR, time_leaf
from reasoning.grounding.context import Context
from reasoning.grounding.figures import Who, figure_leaf
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import MONEY, TIME
from reasoning.model.claim import Candidate, Claim, Operator, Term, single
from reasoning.model.leaf import NOWHERE, Leaf, Places
from reasoning.reading.language import words

OF_ALL, SAID_PURSE, MOST_STATED = 0.1, 0.1, 5
Purse = tuple[Term, float, Places, frozenset[int], frozenset[str]]


def gift_candidates(found: Ground) -> Iterator[Candidate]:
    """For each amount of money that is given to everybody: the amount times all of them, beside the giver's means."""
    context = found.context
    all_of_them, give = _receivers(context), context.cue("give")
    if not all_of_them or not give or len(found.stated) > MOST_STATED:
        return
    likeliest: dict[str, Leaf] = {}
    for leaf in sorted(found.wholes, key=lambda one: one.cost):
        likeliest.setdefault(leaf.entity, leaf)  # all people or all households of a place, whichever words say
    heads = list(likeliest.values())
    sums = [leaves[0].value for leaves in found.stated if leaves and leaves[0].type == MONEY]
    for index, leaves in enumerate(found.stated):
        for amount in leaves[:1]:
            each = amount.type in [MONEY / head.type for head in heads]
            if not each and (amount.type != MONEY or amount.value > min(sums)):
                continue
            for purse in _purses(found, index):
                givers = purse[-1] | {name.ids[0] for name in context.sentence.names}
                meant = [head for head in heads if not givers or head.entity in givers | {*defaults().everybody}]
                yield from (_beside(index, amount, whole, purse, all_of_them | give) for whole in meant)


def _receivers(context: Context) -> Places:
    """The words that say that all of some people get it: "every citizen", "everybody", "households", "Americans"."""
    sentence, classes = context.sentence, words()
    everybody = {place for place in context.cue("everybody") if sentence.lows[place] not in classes.for_each}
    each = {place + 1 for place in context.cue("everybody")}
    names = {place for one in sentence.names if one.form == "people" or one.first in each for place in one.places}
    nouns = {word.place for word in sentence.words if word.low in classes.people or root(word.low) == "household"}
    found = (everybody | names | nouns | context.cue("mankind")) - sentence.number_places
    found |= {p for p in context.cue("everybody") if not classes.anyone.isdisjoint(sentence.lows[max(p - 1, 0) : p])}
    return frozenset(found) | context.cue("everybody") if found else NOWHERE


def _beside(index: int, amount: Leaf, whole: Leaf, purse: Purse, cues: Places) -> Candidate:
    means, cost, places, used, givers = purse
    total = Term(None, Operator.PRODUCT, (single(amount), single(whole)))
    costs = {"product": cost + whole.cost + OF_ALL, "type": amount.cost}
    claim = Claim(total, "<", means, "gift")
    explained = amount.places | places | whole.places | cues
    return Candidate(claim, costs, explained, used | {index}, givers | {whole.entity}, index)


def _purses(found: Ground, index: int) -> Iterator[Purse]:
    """What it may be paid from: another sum that is said, or what somebody has or earns in a year."""
    context = found.context
    totals = frozenset(range(len(found.stated))) if context.cue("split") else context.results()  # what it comes to
    totals = frozenset() if context.cue("left") else totals  # what is left over is of what there was
    for other, leaves in enumerate(found.stated):
        if other != index and other not in totals and leaves and leaves[0].type == MONEY:
            yield single(leaves[0]), SAID_PURSE, leaves[0].places, frozenset({other}), frozenset()
    payers = found.who or [Who(defaults().we, defaults().nobody_named[defaults().we])]
    for giver in payers:
        measure = defaults().pays_from.get(context.library.entities[giver.id].kind.value)
        if measure is None or measure not in context.library.measures:
            continue
        leaf = figure_leaf(context, giver, measure, context.day(), 0.2, NOWHERE)
        if leaf is not None and leaf.type in (MONEY, MONEY / TIME):
            means = (
                single(leaf)
                if leaf.type == MONEY
                else Term(None, Operator.PRODUCT, (single(leaf), single(time_leaf(YEAR))))
            )
            yield means, giver.cost + 0.2, giver.places, frozenset(), frozenset({giver.id})
