"""Sums: averages, shares that make a whole, and from one number to another by a share or a difference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from knowledge.model.units import NUMBER
from quantities import Direction, Form, Quantity, Role
from quantities.model.quantity import SECONDS
from reasoning.derivation.growth import compounded
from reasoning.derivation.percent_steps import falling, rising
from reasoning.derivation.product_claims import COMPARATORS
from reasoning.derivation.soundness import named_sides
from reasoning.derivation.transforms import in_unit_of, taken_off
from reasoning.grounding.context import Context
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import PHYSICAL, TIME
from reasoning.model.claim import Candidate, Claim, Operator, Term, single
from reasoning.model.leaf import Leaf, constant
from reasoning.reading.items import listed_items
from reasoning.reading.language import words

MOST_PARTS = 6
PERCENT_AS_POINTS = 0.9  # "from 4% to 6%, up 2%": the points are meant, and not said
RATE_OF_RATES = 0.2
RATES_ADDED = 0.9  # rises that follow each other are multiplied
MEAN, BESIDE = 0.2, 4  # words from an average to what says that it is one
ROLES_SAID, ROLES_NOT_SAID = 0.05, 0.6


def sum_candidates(found: Ground) -> Iterator[Candidate]:
    """What the numbers of a sentence make when added, taken away or compared with each other."""
    leaves = [one[0] for one in found.stated if one and one[0].uses.isdisjoint(named_sides(found.context))]
    if len(leaves) > MOST_PARTS or len(leaves) < 2:
        return
    yield from _steps(found, leaves)
    yield from _grown_ranges(found, leaves)
    yield from _hundred(found, leaves)
    yield from _means(found, leaves)
    yield from _paces(found, leaves)


def _steps(found: Ground, leaves: list[Leaf]) -> Iterator[Candidate]:
    """From A to B: a share, a difference or a multiple."""
    context = found.context
    up_down = rising(context) | falling(context)
    for target in leaves:
        others = [leaf for leaf in leaves if leaf.id != target.id]
        if _quantity(found, target).role in (Role.FROM, Role.TO) or _is_share_of(context, target):
            continue
        if target.percent and len(taken_off(context, min(target.uses))) > 1:
            continue
        ranges = (ends for leaf in others if (ends := _ends(found, leaf)))
        for one, other in (*combinations(others, 2), *ranges):
            second = _like(other, one)
            if second is None or one.value <= 0 or second.value <= 0 or one.value == second.value:
                continue
            roles = {_quantity(found, one).role, _quantity(found, other).role}
            roles |= {Role.FROM, Role.TO} if one.uses == other.uses else set()
            cost = ROLES_SAID if Role.FROM in roles or Role.TO in roles else ROLES_NOT_SAID - (0.3 if up_down else 0)
            first, last = _in_order(found, one, second, roles, _direction(found, min(target.uses)))
            for claimed, term, unlikely in _steps_between(found, target, first, last):
                more = PERCENT_AS_POINTS if unlikely and Role.FROM in roles else 0.0
                more += _rate_of_rates(found, target) if target.percent and one.percent else 0.0
                yield _candidate(found, claimed, term, [first, last], cost + more, up_down)


def _ends(found: Ground, leaf: Leaf) -> tuple[Leaf, ...]:
    """The ends of a range that something went through, "from 40 to 114"; none for any other number."""
    first = found.context.sentence.stated[min(leaf.uses)].first
    moved = first - 1 in found.context.cue("from") and rising(found.context) | falling(found.context)
    ends = (leaf.low, leaf.high) if moved and not leaf.percent and 0 < leaf.low < leaf.high else ()
    return tuple(replace(leaf.exact(end), id=f"{leaf.id}.{end}") for end in ends)


def _rate_of_rates(found: Ground, target: Leaf) -> float:
    """What speaks against a percentage being that from one percentage to another."""
    results = found.context.results()
    return RATE_OF_RATES + (RATES_ADDED if results and target.uses.isdisjoint(results) else 0.0)


def _steps_between(found: Ground, target: Leaf, first: Leaf, last: Leaf) -> Iterator[tuple[Leaf, Term, bool]]:
    """What a number may be of two others: as what it is claimed, the term, whether points would have been said so."""
    context, quantity = found.context, _quantity(found, target)
    rates = first.percent and last.percent
    big, small = (last, first) if last.value > first.value else (first, last)
    if quantity.form is Form.PERCENT or (quantity.form is Form.RATIO and not rates):
        yield target, _relative(first, last), False
    if quantity.form is Form.PERCENT and rates:
        yield target, _difference(first, last), True
    elif quantity.form is Form.POINTS and rates:
        yield target, _difference(first, last), False
    elif quantity.form is Form.MULTIPLE:
        ends = (small, big) if quantity.value < 1 else (big, small)  # "halved"
        yield target, Term(None, Operator.QUOTIENT, (single(ends[0]), single(ends[1]))), False
    elif quantity.form in (Form.AMOUNT, Form.POINTS):
        like = _like(target, first)
        roles = {_quantity(found, first).role, _quantity(found, last).role}
        announced = roles == {Role.FROM, Role.TO} and target.uses <= context.results()
        said = announced or rising(context) | falling(context)
        if like is not None and said:
            yield like, _difference(first, last), False


def _is_share_of(context: Context, target: Leaf) -> bool:
    """Whether a percentage is of something that follows, and no change: "20% of them"."""
    (index,) = target.uses
    behind = context.sentence.stated[index].last + 1
    return target.percent and not words().part_of.isdisjoint(context.sentence.lows[behind : behind + 1])


def _difference(one: Leaf, other: Leaf) -> Term:
    """The larger of two less the smaller."""
    big, small = (other, one) if other.value > one.value else (one, other)
    return Term(None, Operator.DIFFERENCE, (single(big), single(small)))


def _grown_ranges(found: Ground, leaves: list[Leaf]) -> Iterator[Candidate]:
    """The end of a range as its beginning grown over a time: "5 % a year takes $1,000 to $1,629"."""
    for leaf in leaves:
        if leaf.percent or not 0 < leaf.low < leaf.high:
            continue
        index = int(leaf.id.split(".")[1])
        first, last = leaf.exact(leaf.low), leaf.exact(leaf.high)
        for growth in compounded(found, index):
            term = Term(None, Operator.PRODUCT, (single(first), single(growth)))
            used, cost = frozenset({index, *growth.uses}), {"product": growth.cost, "type": leaf.cost}
            yield Candidate(
                Claim(single(last), "=", term, "own"), cost, leaf.places | growth.places, used, frozenset(), index
            )


def _direction(found: Ground, index: int) -> Direction:
    """Whether a number is said to be a rise or a fall: by its own words, else by those of the sentence."""
    one = found.context.sentence.stated[index]
    if one.quantity.direction is not Direction.NONE:
        return one.quantity.direction
    up, down = rising(found.context), falling(found.context)
    beside = {one.first - 2, one.last + 1}  # "the rise of 20 %", "a 20 % rise"
    up, down = (up & beside, down & beside) if (up | down) & beside else (up, down)
    if bool(up) == bool(down):
        return Direction.NONE
    return Direction.UP if up else Direction.DOWN


def _in_order(found: Ground, one: Leaf, other: Leaf, roles: set[Role], direction: Direction) -> tuple[Leaf, Leaf]:
    """What was and what is: by "from" and "to", else by the direction that is said, else as they stand."""
    if one.uses != other.uses and (Role.TO in roles or Role.FROM in roles):
        swapped = _quantity(found, one).role is Role.TO or _quantity(found, other).role is Role.FROM
    elif direction is Direction.NONE:
        swapped = False
    else:
        swapped = (one.value > other.value) == (direction is Direction.UP)
    return (other, one) if swapped else (one, other)


def _relative(first: Leaf, last: Leaf) -> Term:
    ratio = Term(None, Operator.QUOTIENT, (single(last), single(first)))
    one = single(constant(1))
    return Term(None, Operator.DIFFERENCE, (ratio, one) if last.value > first.value else (one, ratio))


def _paces(found: Ground, leaves: list[Leaf]) -> Iterator[Candidate]:
    """So much a time as what takes one number to another between their years: "50,000 by 2030, 20,000 in 2024"."""
    years = {leaf.id: period.year for leaf in leaves if (period := _quantity(found, leaf).period) and period.year}
    dated = [leaf for leaf in leaves if leaf.id in years]
    for target, one, other in ((leaf, *pair) for leaf in leaves for pair in combinations(dated, 2)):
        second = _like(other, one)
        span = abs(years[one.id] - years[other.id])
        if dict(target.type.of).get("s") != -1 or target.id in years or second is None or not span:
            continue
        time = replace(constant(span * SECONDS["year"], f"{span} years"), type=TIME)
        term = Term(None, Operator.QUOTIENT, (_difference(one, second), single(time)))
        cue = found.context.year_places()
        yield _candidate(found, target, term, [one, second], ROLES_SAID, cue)


def _means(found: Ground, leaves: list[Leaf]) -> Iterator[Candidate]:
    """The average of some numbers, or their median."""
    cue, middle = found.context.cue("mean"), found.context.cue("median")
    for mean in leaves if cue | middle else ():
        rest = [leaf for leaf in leaves if leaf.id != mean.id]
        timed = dict(mean.type.of).get("s") == -1 and all("s" not in dict(leaf.type.of) for leaf in rest)
        often = _quantity(found, mean).period
        seconds = often.seconds if timed and often and often.seconds else 0  # "15 a day" of what is listed day by day
        target = replace(mean.in_units_of(seconds), type=mean.type * TIME) if seconds else mean
        like = next((leaf for leaf in (target, *rest) if leaf.type not in (NUMBER, *_counts(leaf))), target)
        counted = like.type in (NUMBER, *_counts(like))
        alike = [leaf if counted and leaf.type in _counts(leaf) else _like(leaf, like) for leaf in (target, *rest)]
        claimed, *parts = [replace(one, cost=0.0) for one in alike if one is not None] or [target]
        one = found.context.sentence.stated[min(mean.uses)]
        beside = (cue | middle) & frozenset(range(one.first - BESIDE, one.last + BESIDE + 1))
        if len(parts) < max(2, len(rest)) or not (beside or mean.uses <= found.context.results()):
            continue
        ranked = sorted(parts, key=lambda one: one.value)
        amid = ranked[(len(parts) - 1) // 2 : len(parts) // 2 + 1] if middle else parts
        total = Term(None, Operator.SUM, tuple(map(single, amid))) if len(amid) > 1 else single(amid[0])
        term = Term(None, Operator.QUOTIENT, (total, single(constant(len(amid))))) if len(amid) > 1 else total
        yield _candidate(found, claimed, term, parts, MEAN, cue | middle)


def _hundred(found: Ground, leaves: list[Leaf]) -> Iterator[Candidate]:
    """Shares of a whole that are all there is, make 100 %."""
    shares = [leaf for leaf in leaves if leaf.percent or (leaf.type == NUMBER and 0 < leaf.value < 1)]
    changes = found.context.cue("up") | found.context.cue("down")
    points = any(_quantity(found, leaf).form is Form.POINTS for leaf in shares)
    if len(shares) < 3 or len(shares) < len(leaves) or changes or points:
        return
    whole = constant(1, "the whole")
    term = Term(None, Operator.SUM, tuple(single(share) for share in shares))
    used = frozenset(int(share.id.split(".")[1]) for share in shares)
    places = frozenset().union(*(share.places for share in shares)) | found.context.cue("left")
    _, named = listed_items(found.context.sentence)
    whole_said = found.context.cue("entire")
    if whole_said and named.isdisjoint(place for one in found.who for place in one.places):
        places |= named | whole_said  # but in "23% in Poland, 19% in Germany" nothing is said to be all there is
    claim = Claim(single(whole), "=", term, "whole")
    yield Candidate(claim, {"product": 0.4}, places, used, frozenset(), -1)


def _like(leaf: Leaf, like: Leaf) -> Leaf | None:
    """The leaf where it is of the same type, or a bare number taken to be; else None."""
    if leaf.type == like.type or {leaf.type, like.type} <= _counts(leaf, like):
        return leaf if leaf.percent == like.percent or leaf.type != NUMBER else None
    if leaf.type == NUMBER and not leaf.percent and not leaf.unit and like.factor:
        return replace(in_unit_of(leaf, like), cost=0.25)
    if like.type == NUMBER and not like.percent and _counts(leaf):
        return replace(leaf, type=NUMBER, cost=0.25)  # "6 medals, 4 and 4 make 14"
    return None


def _counts(*leaves: Leaf) -> set[object]:
    """The types among those of some leaves that are of counts alone."""
    return {leaf.type for leaf in leaves if leaf.type.of and all(base not in PHYSICAL for base, _ in leaf.type.of)}


def _quantity(found: Ground, leaf: Leaf) -> Quantity:
    return found.context.sentence.stated[int(leaf.id.split(".")[1])].quantity


def _candidate(
    found: Ground, target: Leaf, term: Term, parts: list[Leaf], cost: float, cue: frozenset[int]
) -> Candidate:
    index = int(target.id.split(".")[1])
    used = frozenset({index, *(int(part.id.split(".")[1]) for part in parts)})
    places = target.places.union(*(part.places for part in parts)) | cue
    claim = Claim(single(target), COMPARATORS.get(_quantity(found, target).bound, "="), term, "own")
    total = cost + sum(part.cost for part in parts)
    return Candidate(claim, {"product": total, "type": target.cost}, places, used, frozenset(), index)
