"""What several who are named together have: "France and Spain together have 117 million people"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from knowledge import EntityKind
from knowledge.model.units import NUMBER
from quantities import Form
from reasoning.data.tables import defaults
from reasoning.derivation.claimed_number import change_cost, given_cost
from reasoning.derivation.product_claims import COMPARATORS
from reasoning.grounding.context import Context
from reasoning.grounding.figures import Who, figures_of
from reasoning.grounding.ground import Ground, on_its_day
from reasoning.grounding.types import PHYSICAL, count_bases
from reasoning.model.claim import Candidate, Claim, Operator, Term, single
from reasoning.model.leaf import Leaf
from reasoning.reading.passage import Named

MOST_JOINED, MOST_FIGURES, MOST_WHOLES, TOGETHER, NOT_SAID = 8, 6, 4, 0.05, 0.3
MOST_ABOVE_BEST, BARE, SHARE = 0.6, 0.1, 0.1


def joint_candidates(found: Ground) -> Iterator[Candidate]:
    """For each quantity what a group of names has together, or that as a share or a multiple of what another has."""
    context = found.context
    groups = [group for group in context.sentence.joined if 1 < len(group) <= MOST_JOINED and _can_add(group, context)]
    if not groups or context.cue("severally"):
        return
    for index, leaves in enumerate(found.stated):
        here = on_its_day(found, index)
        for target in leaves:
            for group in groups:
                yield from _of_group(here, index, target, group)


def _can_add(group: tuple[Named, ...], context: Context) -> bool:
    """Whether no name of a group is of a thing, or of a part of another."""
    entities = [context.library.entities[name.ids[0]] for name in group]
    if any(one.kind is EntityKind.THING for one in entities):
        return False
    return not any(
        one.id == other.id or one.id in other.part_of for one in entities for other in entities if one is not other
    )


def _of_group(found: Ground, index: int, target: Leaf, group: tuple[Named, ...]) -> Iterator[Candidate]:
    """The readings of one quantity by the sums that a group has."""
    context = found.context
    quantity = context.sentence.stated[index].quantity
    members = frozenset(ident for name in group for ident in name.ids)
    leaves = [one for one in found.figures if one.entity in group[0].ids and _adds_up(one, context)]
    for leaf in (one for one in leaves[:MOST_FIGURES] if one.cost <= leaves[0].cost + MOST_ABOVE_BEST):
        total = _total(found, index, leaf, group)
        if total is None:
            continue
        said = context.cue("jointly")
        cost = leaf.cost + (TOGETHER if said else NOT_SAID)
        places = frozenset(place for name in group for place in name.places) | leaf.places | target.places | said
        given = given_cost(context, index) + change_cost(context, index)
        if target.type == leaf.type or (target.type == NUMBER and quantity.form is Form.AMOUNT):
            bare = BARE if target.type == NUMBER else 0.0
            costs = {"product": cost, "type": target.cost + bare, "given": given}
            claim = Claim(single(replace(target, type=leaf.type)), COMPARATORS.get(quantity.bound, "="), total, "level")
            yield Candidate(claim, costs, places, frozenset({index}), members, index)
        elif target.type == NUMBER:
            for whole in _wholes(found, leaf, members):
                costs = {"product": cost + dict(whole.parts)["entity"] + SHARE, "type": target.cost, "given": given}
                term = Term(None, Operator.QUOTIENT, (total, single(whole)))
                claim = Claim(single(target), COMPARATORS.get(quantity.bound, "="), term, "level")
                yield Candidate(
                    claim, costs, places | whole.places, frozenset({index}), members | {whole.entity}, index
                )


def _total(found: Ground, index: int, leaf: Leaf, group: tuple[Named, ...]) -> Term | None:
    """The sum of the figures of a group by the measure of one; None where one of them has none."""
    context = found.context
    others = [Who(name.ids[0], 0.0, name.places) for name in group[1:]]
    parts = [leaf, *figures_of(context, others, leaf, context.day_of(index))]
    return Term(None, Operator.SUM, tuple(single(part) for part in parts)) if len(parts) == len(group) else None


def _wholes(found: Ground, leaf: Leaf, members: frozenset[str]) -> list[Leaf]:
    """Figures by the same measure of those who are not in the group: what a share or a multiple is of."""
    pool = {one.id: one for one in (*found.wholes, *found.figures) if one.measure == leaf.measure}
    others = [one for one in pool.values() if one.entity not in members and one.id != leaf.id and " / " not in one.id]
    if not others:
        around, context = found.context.library.entities[leaf.entity].part_of, found.context
        world = [Who(one, cost) for one, cost in defaults().everybody.items() if one in around]
        others = figures_of(context, world, leaf, context.day())
    return others[:MOST_WHOLES]


def _adds_up(leaf: Leaf, context: Context) -> bool:
    """Whether the sum of such figures of several means something: of counts and of what flows, not of shares."""
    measure = context.library.measures[leaf.measure]
    if leaf.percent or " / " in leaf.id or measure.unit in defaults().plain_units:
        return False
    if measure.sums or measure.period is not None or leaf.measure in defaults().adding.split():
        return True
    return bool(count_bases(leaf.type)) and all(base not in PHYSICAL for base, _ in leaf.type.of)
