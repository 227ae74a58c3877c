"""Bills: products and single amounts of a sentence, added up: so many at so much each, and so many at so much each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from operator import mul

from knowledge.model.units import NUMBER, Exponents
from reasoning.derivation.product_claims import BARE_TAKEN, COMPARATORS
from reasoning.derivation.soundness import defines, is_at, is_said_a_time
from reasoning.derivation.transforms import in_unit_of, times
from reasoning.grounding.context import Context
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import PHYSICAL, count_bases
from reasoning.model.claim import Candidate, Claim, Operator, Term, product, single
from reasoning.model.leaf import Leaf
from reasoning.reading.items import listed_items

FEWEST, MOST = 3, 7  # numbers that are added up
NO_PAIR_SAID = 0.35  # for each two numbers that are multiplied without a word for it
EACH_ITEM = 0.05
WORDS_BEFORE = 2
WITHOUT_A_TOTAL = 0.5
BESIDE, PAID_BEYOND = 4, 0.1  # words from a number to what says that it is interest
AMID = 1.0  # a total stands before what makes it or behind it
COUNT_TAKEN = 1.4  # "200k likes" as so much money
Item = tuple[Leaf, ...]


def bill_candidates(found: Ground) -> Iterator[Candidate]:
    """For each number that may be a total: the others in their order, single or multiplied two by two, added up."""
    context = found.context
    leaves = [one[0] for one in found.stated if one]
    if not FEWEST < len(leaves) <= MOST + 1 or len(leaves) < len(found.stated):
        return
    for target in leaves:
        (index,) = target.uses
        total = index in context.results() or bool(context.cue("total"))
        parts = [leaf for leaf in leaves if leaf.id != target.id]
        yield from _beyond(found, target, parts)
        if target.percent or any(part.percent or part.value <= 0 or is_said_a_time(context, part) for part in parts):
            continue
        listed, _ = listed_items(context.sentence)
        for items in _items([part for part in parts if not defines(context, part)]):
            if any(len(item) > 1 and all(leaf.uses <= listed for leaf in item) for item in items):
                continue
            if any(_is_odd(context, item, target) for item in items):
                continue
            alike = _in_one_unit(items, target)
            if alike is not None and _is_counted_alike(items, target):
                cost = sum(NO_PAIR_SAID for item in items if len(item) > 1 and not _is_pair_said(context, item))
                cost += EACH_ITEM * len(items) + (0.0 if total else WITHOUT_A_TOTAL)
                cost += AMID if is_amid(target, parts) else 0.0
                yield _candidate(found, target, alike, cost)


def _beyond(found: Ground, target: Leaf, parts: list[Leaf]) -> Iterator[Candidate]:
    """What is paid beyond a loan: so much each time, times how often, less what was lent."""
    (index,), context = target.uses, found.context
    one = context.sentence.stated[index]
    cue = context.cue("beyond") & frozenset(range(one.first - BESIDE, one.last + BESIDE + 1))
    for lent in parts if cue and len(parts) == FEWEST else ():
        pair = tuple(part for part in parts if part is not lent)
        paid, less = (None if target.percent else _in_unit(item, target) for item in (pair, (lent,)))
        if paid is not None and less is not None:
            term = Term(None, Operator.DIFFERENCE, (_sum([paid]), single(less[0])))
            claim = Claim(single(target), COMPARATORS.get(one.quantity.bound, "="), term, "own")
            places = target.places.union(cue, *(part.places for part in parts))
            used = frozenset({index}).union(*(part.uses for part in parts))
            yield Candidate(claim, {"product": PAID_BEYOND, "type": target.cost}, places, used, frozenset(), index)


def is_amid(target: Leaf, parts: list[Leaf]) -> bool:
    """Whether a number stands between others: "24 at 30 is 720 for a phone of 600"."""
    places = [min(part.uses) for part in parts]
    return min(places) < min(target.uses) < max(places)


def _items(parts: list[Leaf]) -> Iterator[list[Item]]:
    """The ways to cut a list into items of one or two that follow each other, two or more with a product among them."""

    def cut(at: int) -> Iterator[list[Item]]:
        if at == len(parts):
            yield []
        for size in (2, 1):
            if at + size <= len(parts):
                for rest in cut(at + size):
                    yield [tuple(parts[at : at + size]), *rest]

    return (items for items in cut(0) if len(items) > 1 and any(len(item) > 1 for item in items))


def _is_odd(context: Context, item: Item, target: Leaf) -> bool:
    """Whether an item is a price alone, "at 11", or so many things, alone or times others: "5 people, 3 pizzas"."""
    if len(item) == 1:
        return is_at(context, item[0]) or bool(count_bases(item[0].type) and not count_bases(target.type))
    return all(count_bases(leaf.type) for leaf in item) and not _is_pair_said(context, item)


def _is_counted_alike(items: list[Item], target: Leaf) -> bool:
    """Whether each item that counts something counts what the total counts, if that counts anything."""
    if any(power < 0 for item in items for power in count_bases(reduce(mul, (leaf.type for leaf in item))).values()):
        return False  # "12 a night" is not so much once
    wanted = count_bases(target.type).keys()
    counted = [{base for leaf in item for base in count_bases(leaf.type)} for item in items]
    return not wanted or all(not bases or bases & wanted for bases in counted)


def _in_one_unit(items: list[Item], target: Leaf) -> list[Item] | None:
    """The items with each a number of the target's unit; None where one can't be."""
    made = [_in_unit(item, target) for item in items]
    return None if None in made else [one for one in made if one is not None]


def _in_unit(item: Item, target: Leaf) -> Item | None:
    """An item of the physical unit of the target: a bare number in it is taken to be of that unit."""
    wanted = _physical(target.type)
    types = [_physical(leaf.type) for leaf in item]
    if reduce(mul, types) == wanted:
        return item  # also 3 kg at 4 a kilo
    if wanted == NUMBER == types[-1] and len(item) > 1 and item[0].factor:
        return times(item[0], item[0].factor), item[1]  # 3 kg at 4
    if any(powers != NUMBER for powers in types) or not target.factor:
        return None
    *first, last = item
    unsaid = COUNT_TAKEN if not first and count_bases(last.type) else BARE_TAKEN
    return (*first, replace(in_unit_of(last, target), cost=last.cost + unsaid))


def _physical(powers: Exponents) -> Exponents:
    """The part of a type that is no counted noun."""
    return Exponents(tuple((base, power) for base, power in powers.of if base in PHYSICAL))


def _is_pair_said(context: Context, item: Item) -> bool:
    """Whether a word between two numbers, or right behind them, multiplies them."""
    first, last = (context.sentence.stated[min(leaf.uses)] for leaf in item)
    return bool(context.cue("rate") & frozenset(range(first.first, last.last + 2)))


def _is_taken_off(context: Context, item: Item) -> bool:
    """Whether a word right before an item takes it off: "minus a 10 voucher"."""
    first = min(context.sentence.stated[index].first for leaf in item for index in leaf.uses)
    return not context.cue("off").isdisjoint(range(first - WORDS_BEFORE, first))


def _sum(items: list[Item]) -> Term:
    """The sum of the products of one or more items."""
    terms = tuple(product(tuple(single(leaf) for leaf in item)) for item in items)
    return terms[0] if len(terms) == 1 else Term(None, Operator.SUM, terms)


def _candidate(found: Ground, target: Leaf, items: list[Item], cost: float) -> Candidate:
    context = found.context
    (index,) = target.uses
    leaves = [leaf for item in items for leaf in item]
    added = [item for item in items if not _is_taken_off(context, item)]
    off = [item for item in items if _is_taken_off(context, item)]
    term = _sum(added or off)
    if added and off:
        term = Term(None, Operator.DIFFERENCE, (term, _sum(off)))
    quantity = context.sentence.stated[index].quantity
    claim = Claim(single(target), COMPARATORS.get(quantity.bound, "="), term, "own")
    places = target.places.union(*(leaf.places for leaf in leaves)) | context.cue("rate") | context.cue("total")
    used = frozenset({index}).union(*(leaf.uses for leaf in leaves))
    taken = max(sum(leaf.cost >= BARE_TAKEN for leaf in leaves) - 1, 0)  # what one is taken to be of, all are
    total = cost + sum(leaf.cost for leaf in leaves) - taken * BARE_TAKEN
    return Candidate(claim, {"product": total, "type": target.cost}, places, used, frozenset(), index)
