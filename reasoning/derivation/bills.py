"""Bills and budgets: amounts of a sentence, single or so many at so much each, added up, or what goes out taken off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from math import prod
from operator import mul

from knowledge.model.units import NUMBER, Exponents
from quantities import Form, PeriodKind
from reasoning.derivation.growth import times
from reasoning.derivation.percent_steps import falling, rising
from reasoning.derivation.product_claims import BARE_TAKEN, COMPARATORS
from reasoning.derivation.soundness import counts_speakers, defines, is_at, is_divided, named_sides
from reasoning.derivation.transforms import in_unit_of, taken_off
from reasoning.grounding.context import Context
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import MONEY, PHYSICAL, TIME, count_bases
from reasoning.model.claim import Candidate, Claim, Operator, Term, product, single
from reasoning.model.leaf import NOWHERE, Leaf, Places
from reasoning.reading.items import listed_items
from reasoning.reading.language import words
from reasoning.reading.passage import ages_told, is_rate

FEWEST, MOST = 2, 8  # numbers that are added up
NO_PAIR_SAID = 0.35  # for each two numbers that are multiplied without a word for it
EACH_ITEM = 0.05
FAR_LESS = 10**4  # what is so many times less than a total adds nothing to it
WITHOUT_A_TOTAL, SINGLE_UNSAID = 0.5, 0.8
TOTAL_FIRST = 0.4  # more, where no word says that what stands first is a sum
RATES_ADDED = 0.9  # rises that follow each other are multiplied
AMID = 1.0  # a total stands before what makes it or behind it
COUNT_TAKEN = 1.4  # "200k likes" as so much money
ADDED_ALL_THE_SAME = 0.8  # what comes in and what goes out, or of which something is left
NEAR, BEHIND = 5, 2  # words before and behind an amount that say what it is for
FLOWS = ("coming_in", "going_out", "sold")
EXPLAINED = ("rate", "total", "left", *FLOWS)  # cues
Item = tuple[Leaf, ...]
Signed = list[tuple[Item, int]]  # 1 for what is added, -1 for what is taken off


def bill_candidates(found: Ground) -> Iterator[Candidate]:
    """For each number that may be a total, or a rest: the others in their order, single or multiplied two by two."""
    sentence = found.context.sentence
    apart = named_sides(found.context) | ages_told(sentence)
    leaves = [leaf for leaf in _at_once(found) if leaf.uses.isdisjoint(apart)]
    leaves = [leaf for leaf in leaves if not counts_speakers(found.context, leaf)]
    amounts = all(sentence.stated[min(leaf.uses)].quantity.form in (Form.AMOUNT, Form.PERCENT) for leaf in leaves)
    if not amounts or not FEWEST < len(leaves) <= MOST + 1 or len({leaf.percent for leaf in leaves}) > 1:
        return
    for leaf in leaves:
        (index,) = leaf.uses
        shared = words().severally.intersection(sentence.lows[sentence.stated[index].last + 1 :][:1])  # "60 each"
        parts = [other for other in leaves if other.id != leaf.id]
        target = _in_their_money(leaf, parts)
        if shared or len(taken_off(found.context, index)) > 1 or any(defines(found.context, part) for part in parts):
            continue  # what is taken off after another is of what is left
        for items in (_of_the_same(found.context, items) for items in _items(parts)):
            if not any(_is_odd(found.context, item, target, alone=len(items) == len(parts)) for item in items):
                yield from _bills(found, target, items)


def _bills(found: Ground, target: Leaf, items: list[Item]) -> Iterator[Candidate]:
    """A number as what some items come to, and as what those that go out leave of the others."""
    context, announced = found.context, target.uses <= found.context.results()
    alike = [made for item in items if (made := _in_unit(item, target))]
    values = [prod(leaf.value for leaf in item) for item in alike]
    if len(alike) < len(items) or min(values) * FAR_LESS < target.value:
        return
    (own,), uses = target.uses, [index for item in items for leaf in item for index in leaf.uses]
    rest, amid, first = _rest(context, target, len(uses)), min(uses) < own < max(uses), own < min(uses)
    cost = sum(NO_PAIR_SAID for item in items if len(item) > 1 and not _is_pair_said(context, item))
    cost += EACH_ITEM * len(items) + (AMID if amid else 0.0)
    flows = _flows(context, alike, rest=bool(rest))
    apart = {sign for _, sign in flows} == {1, -1}
    parted = any(is_divided(context, index) for index in uses)  # of whom not all need be told
    if (
        apart
        and (rest or not (parted or count_bases(target.type)))
        and (announced or (rest and not amid and not first))
    ):
        yield from _candidate(found, target, flows, cost, rest)
    cost += ADDED_ALL_THE_SAME if apart or rest else 0.0
    cost += RATES_ADDED if target.percent and rising(context) | falling(context) else 0.0
    single, equated = len(uses) == len(items), "=" in context.sentence.text
    listed = frozenset(uses) == listed_items(context.sentence)[0]
    if not (context.cue("total") or listed or is_divided(context, own) or (announced and (equated or not single))):
        cost += (TOTAL_FIRST if first and not equated else 0.0) + (SINGLE_UNSAID if single else WITHOUT_A_TOTAL)
    if apart or max(values) < target.value:
        added = [(item, -1 if _is_taken_off(context, item) else 1) for item in alike]
        yield from _candidate(found, target, added, cost, NOWHERE)


def _at_once(found: Ground) -> list[Leaf]:
    """The numbers of a sentence; where one period alone is said, and no time, "1,400 a month", without it."""
    sentence = found.context.sentence
    flows = frozenset[int]().union(*map(found.context.cue, (*FLOWS, "remainder")))
    leaves = [leaves[0].times(-1) if leaves[0].value < 0 else leaves[0] for leaves in found.stated if leaves]
    for place, leaf in enumerate(leaves):
        one, powers = sentence.stated[min(leaf.uses)], _physical(leaf.type)
        numeral = one.places <= sentence.places_of(*one.quantity.number_span)
        if numeral or (leaf.places & flows and not powers.of):  # "700 rent" counts nothing
            leaves[place] = replace(leaf, type=powers)
    said = [one.quantity.period for one in sentence.stated]
    periods = {one.seconds for one in said if one is not None and one.kind is PeriodKind.PER}
    seconds = next(iter(periods)) if len(periods) == 1 else None
    if not seconds or any(leaf.type == TIME for leaf in leaves):
        return leaves
    return [replace(one.in_units_of(seconds), type=one.type * TIME) if _is_rate(one) else one for one in leaves]


def _is_rate(leaf: Leaf) -> bool:
    """Whether a number is so much in a time."""
    return dict(leaf.type.of).get("s", 0) < 0


def _rest(context: Context, target: Leaf, parts: int) -> Places:
    """The places of the words beside a number that say that it is left over: "leaves 40", "40 in my pocket"."""
    one, lows = context.sentence.stated[min(target.uses)], context.sentence.words
    others = [other for other in context.sentence.stated if other is not one]
    start = max((other.last + 1 for other in others if other.last < one.first), default=0)
    end = min((other.first for other in others if other.first > one.last), default=len(lows))
    start += start > 0 and lows[start].segment == lows[start - 1].segment  # "2 left and 5"
    near = range(max(start, one.first - NEAR), min(one.last + NEAR, end))
    return (context.cue("remainder") | context.cue("beyond" if parts > FEWEST else "remainder")) & frozenset(near)


def _flows(context: Context, items: list[Item], *, rest: bool) -> Signed:
    """The items as what comes in and what goes out, by the words beside each, or by those of the one before it."""
    made, said, before = list[tuple[Item, int]](), 0, 0
    for item in items:
        own = _sign(context, item, before)
        made.append((item, own or said or (-1 if rest and made else 1)))
        said = own if own < 0 or (own and context.cue("going_out")) else said  # "a grant of 900: 300 on paint"
        before = max(context.sentence.stated[min(leaf.uses)].last for leaf in item) + 1
    if rest and len({sign for _, sign in made}) == 1:  # "paid 12 and 5 of 20"
        most = max(items, key=lambda item: prod(leaf.value for leaf in item))
        made = [(item, 1 if item is most else -1) for item in items]
    return made


def _sign(context: Context, item: Item, start: int) -> int:
    """1 for an amount that comes in by the words before it, or right behind it, -1 for one that goes out, else 0."""
    if _is_taken_off(context, item):
        return -1
    stated = [context.sentence.stated[min(leaf.uses)] for leaf in item]
    first, last = stated[0].first, stated[-1].last
    signs = (1, -1, 1 if len(item) > 1 or item[0].type == MONEY else -1)  # eggs that are sold are gone
    flows = {place: sign for flow, sign in zip(FLOWS, signs, strict=True) for place in context.cue(flow)}
    ahead = [place for place in range(max(start, first - 2 * NEAR), first) if place in flows]
    behind = [word for word in context.sentence.words[first : last + 1 + BEHIND] if word.segment == stated[-1].segment]
    near = [*ahead[-1:], *(word.place for word in behind if word.place in flows)]
    return flows[near[0]] if near else 0


def _items(parts: list[Leaf]) -> Iterator[list[Item]]:
    """The ways to cut a list into two or more items of one or two that follow each other."""

    def cut(at: int) -> Iterator[list[Item]]:
        if at == len(parts):
            yield []
        for size in (2, 1):
            if at + size <= len(parts):
                for rest in cut(at + size):
                    yield [tuple(parts[at : at + size]), *rest]

    return (items for items in cut(0) if len(items) > 1)


def _of_the_same(context: Context, items: list[Item]) -> list[Item]:
    """The items, with so many of the first pair also where so much for each is alone: "5 boys, 9 each and 4 each"."""
    count = next((item[0] for item in items if len(item) > 1), None)
    return [(count, *item) if count and len(item) == 1 and _is_each(context, item) else item for item in items]


def _is_each(context: Context, item: Item) -> bool:
    """Whether a word right behind an item says that each gets so much: "9 each"."""
    behind = context.sentence.stated[min(item[-1].uses)].last + 1
    return bool(words().severally.intersection(context.sentence.lows[behind : behind + 1]))


def _is_odd(context: Context, item: Item, target: Leaf, *, alone: bool) -> bool:
    """Whether an item is a price alone, "at 11", or so many things, alone or times others: "5 people, 3 pizzas"."""
    each, wanted = count_bases(reduce(mul, (leaf.type for leaf in item))), count_bases(target.type).keys()
    counted = {base for leaf in item for base in count_bases(leaf.type)}
    if any(power < 0 for power in each.values()) or (wanted and counted and not counted & wanted):
        return True  # "12 a night" is not so much once, and 3 cats are no part of 5 dogs
    if len(item) == 1:
        priced = is_at(context, item[0]) and not context.cue("going_out")
        lone = counted and not wanted and not (alone and _physical(target.type) == NUMBER)
        return bool(lone) or priced or _is_each(context, item) or (_is_rate(item[0]) and not _is_rate(target))
    first, last = (context.sentence.stated[min(leaf.uses)] for leaf in item)
    between, lows = range(first.first, last.first), context.sentence.lows[first.first : last.first]
    rated = is_rate(first.quantity) != (item[1].type == TIME) or is_rate(last.quantity) != (item[0].type == TIME)
    parted = words().beside_sum | words().definite | words().possessive  # "30 of his 240 goats"
    listed = all(leaf.uses <= listed_items(context.sentence)[0] or leaf.percent for leaf in item)
    if rated or listed or not (_is_each(context, item) or parted.isdisjoint(lows)):
        return True
    alike = item[0].type == item[1].type or all(count_bases(leaf.type) for leaf in item)  # two prices, or two things
    far = last.first - first.last > NEAR or any(not context.cue(flow).isdisjoint(between) for flow in FLOWS)
    return (alike or far) and not _is_pair_said(context, item)


def _in_their_money(target: Leaf, parts: list[Leaf]) -> Leaf:
    """A bare number beside prices as so much of their money: "46 at 25 rupees and 30 at 15, total 1,600"."""
    money = next((leaf for leaf in parts if leaf.type == MONEY and leaf.factor), None)
    if target.type != NUMBER or target.percent or money is None:
        return target
    return replace(in_unit_of(target, money), cost=target.cost + BARE_TAKEN)


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
    stated = [context.sentence.stated[min(leaf.uses)] for leaf in item]
    before = range(stated[0].first - BEHIND, stated[0].first)
    return any(one.quantity.value < 0 for one in stated) or not context.cue("off").isdisjoint(before)


def _candidate(found: Ground, target: Leaf, items: Signed, cost: float, rest: Places) -> Iterator[Candidate]:
    """The claim that a number is what is added less what is taken off; none where nothing is left."""
    context, (index,) = found.context, target.uses
    sides = ([product(tuple(map(single, item))) for item, one in items if one == sign] for sign in (1, -1))
    terms = [Term(None, Operator.SUM, tuple(side)) if len(side) > 1 else side[0] for side in sides if side]
    if rest & context.cue("beyond"):  # what is paid beyond what was lent, or lacking
        terms.sort(key=lambda term: -term.value())
    term = Term(None, Operator.DIFFERENCE, tuple(terms)) if len(terms) > 1 else terms[0]
    if term.value() <= 0 or (is_divided(context, index) and term.value() < target.value):
        return  # the parts that are named need not be all
    leaves, stated = [leaf for item, _ in items for leaf in item], context.sentence.stated
    claim = Claim(single(target), COMPARATORS.get(stated[index].quantity.bound, "="), term, "own")
    used = frozenset({index}).union(*(leaf.uses for leaf in leaves))
    places = target.places.union(rest, *(leaf.places for leaf in leaves), *map(context.cue, EXPLAINED))
    if rest or used - {index} == listed_items(context.sentence)[0]:  # words beside a number say what it is for
        beside = range(len(context.sentence.words))
        places |= frozenset(place for one in used for place in beside if -NEAR <= place - stated[one].first < NEAR)
    taken = max(sum(leaf.cost >= BARE_TAKEN for leaf in leaves) - 1, 0)  # what one is taken to be of, all are
    total = cost + sum(leaf.cost for leaf in leaves) - taken * BARE_TAKEN
    yield Candidate(claim, {"product": total, "type": target.cost}, places, used, frozenset(), index)
