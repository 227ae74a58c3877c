"""The message's own arithmetic: what the numbers that are said make of each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from knowledge.model.units import NUMBER
from quantities import Dimension, Form, Role
from reasoning.derivation.product_claims import BARE_TAKEN, number_one, product_candidate, type_of
from reasoning.derivation.products import Product, find_products
from reasoning.derivation.transforms import in_unit_of, other_leaves
from reasoning.derivation.worked_hours import as_worked
from reasoning.grounding.context import Context
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import PHYSICAL, TIME, TypeCodes, count_bases
from reasoning.model.claim import Candidate, Claim, single
from reasoning.model.leaf import Leaf, Sort

LEFT_COUNT = 0.35  # for each counted noun that does not cancel
COUNT_TAKEN = 0.6  # a count taken to be so much of a unit, beyond that
IN_A_WHOLE = 0.3
FROM_TIMES_TO = 1.2
TIME_AS_COUNT = 0.45
BARE_TIMES_BARE = 0.7
SHARES = frozenset({Form.PERCENT, Form.POINTS, Form.RATIO, Form.MULTIPLE})


def own_products(found: Ground, index: int, target: Leaf) -> Iterator[Candidate]:
    """The message's own arithmetic: products of what is said, whatever nouns are counted, with properties and units."""
    codes = TypeCodes()
    others = other_leaves(found, index)
    whole = _in_a_whole(found.context, index, target)
    if whole is not None:
        yield whole
    quantity = found.context.sentence.stated[index].quantity
    bare = target.type == NUMBER and quantity.form is Form.AMOUNT
    units = {target.type: target}
    if bare:
        measured = [leaf for leaf in others if any(base in PHYSICAL and base != "s" for base, _ in leaf.type.of)]
        units = {NUMBER: target} | {leaf.type / TIME ** dict(leaf.type.of).get("s", 0): leaf for leaf in measured}
        units |= {leaf.type: leaf for leaf in others if dict(leaf.type.of) == {"s": 1}}
    for powers, like in units.items():
        claimed = in_unit_of(target, like) if bare and powers != NUMBER else target
        leaves = [(leaf, codes.code(leaf.type, physical=True)) for leaf in (*others, *found.constants)]
        leaves += [(leaf, 0) for leaf in _as_counts(found, index)]
        wanted = codes.code(powers, physical=True)
        extra = [
            (unit, codes.code(unit.type, physical=True))
            for leaf, _ in leaves
            if leaf.sort is Sort.STATED and _takes_a_unit(found.context, leaf) and wanted and like.factor
            for unit in (replace(in_unit_of(leaf, like), cost=leaf.cost + _taken(leaf)),)
        ]
        for one in find_products(wanted, [*leaves, *extra], ratio=True, budget=found.context.budget):
            if not _is_sum_of_its_own(one, claimed) or _is_share_alone(one, claimed):
                continue
            left = count_bases(type_of(one) / claimed.type)
            each = bool(found.context.cue("each"))
            uneven = sum(min(abs(exponent), 2) for exponent in left.values() if not (each and exponent == -1))
            mismatch = 0.0 if bare else LEFT_COUNT * uneven
            taken = BARE_TAKEN if claimed is not target else 0.0
            taken += _bare_times_bare(found.context, one) + _between(found.context, one)
            worked = as_worked(found.context, one, index)
            yield product_candidate(
                found, index, claimed, worked, {"type": mismatch + target.cost + taken}, relation="own"
            )


def _bare_times_bare(context: Context, one: Product) -> float:
    """Two amounts without a unit are hardly multiplied where nothing says so."""
    bare = [leaf for leaf in (*one.above, *one.below) if leaf.sort is Sort.STATED and leaf.type == NUMBER]
    amounts = [leaf for leaf in bare if leaf.value > 1 and not leaf.percent and len(leaf.uses) == 1]
    cue = context.cue("times") | context.cue("each") | context.cue("split")
    return BARE_TIMES_BARE if len(amounts) > 1 and not cue else 0.0


def _as_counts(found: Ground, index: int) -> list[Leaf]:
    """Lengths of time as how many there are: "52 weeks" as 52, where another time is by the week."""
    return [
        replace(leaf, low=number, value=number, high=number, type=NUMBER, cost=leaf.cost + TIME_AS_COUNT)
        for place, leaves in enumerate(found.stated)
        for leaf in leaves[:1]
        if place != index and dict(leaf.type.of) == {"s": 1} and leaf.factor
        for number in (leaf.value / leaf.factor,)
    ]


def _is_of_time(leaf: Leaf) -> bool:
    """Whether a number is a length of time."""
    return dict(leaf.type.of) == {"s": 1}


def _taken(leaf: Leaf) -> float:
    """What it costs a number to be of the unit of another: more where it counts something."""
    return BARE_TAKEN + (COUNT_TAKEN if count_bases(leaf.type) else 0.0)


def _takes_a_unit(context: Context, leaf: Leaf) -> bool:
    """Whether a number may be of the unit of another: it is no share, and has no unit but a count or a period."""
    if any(context.sentence.stated[index].quantity.form in SHARES for index in leaf.uses):
        return False
    return all(base not in PHYSICAL or (base == "s" and power < 0) for base, power in leaf.type.of)


def _between(context: Context, one: Product) -> float:
    """What something was before and after is hardly multiplied: "from 40 to 120"."""
    used = frozenset().union(*(leaf.uses for leaf in (*one.above, *one.below)))
    roles = {context.sentence.stated[index].quantity.role for index in used}
    return FROM_TIMES_TO if roles & {Role.FROM, Role.TO} else 0.0


def _in_a_whole(context: Context, index: int, target: Leaf) -> Candidate | None:
    """ "60 minutes in an hour": so much of one unit as makes another; the two over each other are 1."""
    quantity = context.sentence.stated[index].quantity
    period = quantity.period
    alone = len(context.sentence.stated) == 1
    if quantity.unit.dimension is not Dimension.TIME or period is None or period.count != 1 or not alone:
        return None
    claim = Claim(single(target), "=", single(number_one()), "own")
    return Candidate(claim, {"product": IN_A_WHOLE}, target.places, frozenset({index}), frozenset(), index)


def _is_sum_of_its_own(one: Product, claimed: Leaf) -> bool:
    """Whether two or more numbers that are said make it, or another unit of the same."""
    said = [leaf for leaf in (*one.above, *one.below) if leaf.sort is Sort.STATED]
    leaves = (*one.above, *one.below)
    physical = any(base in PHYSICAL for base, _ in claimed.type.of)
    if len(leaves) == 1 and leaves[0].sort is Sort.CONSTANT:
        return physical and bool(leaves[0].unit) and bool(leaves[0].places)
    if len(leaves) == 1 and len(leaves[0].uses) > 1:
        return True
    if len(leaves) == 1:
        other = leaves[0]
        return physical and other.unit != claimed.unit and other.factor != claimed.factor
    if any(leaf.sort is Sort.CONSTANT and not leaf.places for leaf in leaves):
        return False
    constant_time = any(leaf.sort is Sort.CONSTANT and dict(leaf.type.of).get("s") for leaf in leaves)
    timed = any(dict(leaf.type.of).get("s") for leaf in said) and not claimed.percent
    if constant_time and not (timed or (dict(claimed.type.of).get("s") and physical and not _is_of_time(claimed))):
        return False
    return len(said) >= 2 or (bool(said) and physical)


def _is_share_alone(one: Product, claimed: Leaf) -> bool:
    """Whether an amount is made of nothing said but shares: a share is of something, alone it makes none."""
    said = [leaf for leaf in (*one.above, *one.below) if leaf.sort is Sort.STATED]
    physical = any(base in PHYSICAL for base, _ in claimed.type.of)
    return physical and bool(said) and all(leaf.percent for leaf in said)
