"""What is made of the numbers of a sentence before they are multiplied: what a share leaves, growth, doubling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from math import prod

from knowledge.model.units import NUMBER, Exponents
from quantities import Dimension, Form
from quantities.model.quantity import SECONDS
from reasoning.data.tables import defaults
from reasoning.derivation.growth import compounded, doubled, of_share, spreading, times
from reasoning.grounding.context import Context
from reasoning.grounding.ground import Ground
from reasoning.grounding.stated import chained_sides
from reasoning.grounding.types import LENGTH, PHYSICAL, TIME
from reasoning.model.claim import Operator, Term, product, single
from reasoning.model.leaf import NOWHERE, Leaf, Places, constant
from reasoning.reading.language import words

SHARE_SAID, SHARE_NOT_SAID = 0.15, 1.3
ONE_WAY = 0.8  # where words say both ways
BOTH_WAYS, WORKDAYS, HOW_OFTEN, DAILY, TRIES = 0.1, 0.5, 0.05, 0.1, 0.1
WORDS_BEFORE = 3  # a number, in which it is said to be saved
WORDS_BEHIND = 3  # from a number to the end of "each way"
PERIODS = SECONDS


def other_leaves(found: Ground, index: int) -> list[Leaf]:
    """The quantities beside one of them; a share also as what remains without it, and with it on top."""
    made = [*compounded(found, index), *spreading(found, index), *_spanned(found, index)]
    off, paid = taken_off(found.context, index), _paid_for(found)
    made += [leaf for leaf in paid if index not in leaf.uses]
    for place, leaves in enumerate(found.stated):
        if place == index or any(place in leaf.uses for leaf in paid):
            continue
        for leaf in leaves:
            if place in off:
                made += around_share(found.context, leaf)[:1]
                continue
            if leaf.value == 1 and leaf.type == NUMBER:
                continue  # "every single one": no factor
            timed = found.context.sentence.stated[place].quantity.unit.dimension is Dimension.TIME
            part = leaf.type == NUMBER and 0 < leaf.value < 1
            if timed and part and found.context.cue("closed"):  # so much of a year
                made += around_share(found.context, leaf)[:1]
                continue
            one_way = ONE_WAY if _both_ways(found.context, place) else 0.0
            made.append(replace(leaf, cost=leaf.cost + one_way))
            made += doubled(found.context, place, leaf)
            made += as_meant(found, index, place, leaf)
            if leaf.percent or (part and not timed):
                made += around_share(found.context, leaf)
    return made


def _paid_for(found: Ground) -> list[Leaf]:
    """The share that is paid for where some of what is bought is free: "buy two, get one free", "the third free"."""
    sentence, made = found.context.sentence, []
    bought = [(one, leaves[0]) for one, leaves in zip(sentence.stated, found.stated, strict=True) if leaves]
    for place in found.context.cue("free"):
        before = [(one, leaf) for one, leaf in bought if one.first < place and leaf.value.denominator == 1]
        nth = words().ordinals.get(sentence.lows[place - 1], 0)
        free = before[-1][1] if before and place - 1 <= before[-1][0].last < place + 1 else constant(1)
        rest = before[:-1] if free.uses else [pair for pair in before if pair[1].value == nth - 1]
        for _, leaf in rest[-1:]:
            whole = Term(None, Operator.SUM, (single(leaf), single(free)))
            share = Term(None, Operator.QUOTIENT, (single(leaf), whole))
            text, uses = f"{leaf.label} / ({leaf.label} + {free.label})", leaf.uses | free.uses
            places = leaf.places | free.places | {place, place - 1}
            shown = replace(leaf.exact(share.value()), type=NUMBER, label=text, made=share, places=places, uses=uses)
            made.append(shown)
    return made


def taken_off(context: Context, index: int) -> frozenset[int]:
    """The indexes of the shares of which only what they leave is paid: "20 % off and then another 10 %".

    None where the quantity at `index` is what is saved.
    """
    stated, claimed = context.sentence.stated, context.sentence.stated[index]
    behind, made = set[int](), set[int]()
    for place, one in enumerate(stated):
        further = context.cue("further") & frozenset(range(one.first - WORDS_BEFORE, one.first))
        if one.quantity.form is Form.PERCENT and (one.last + 1 in context.cue("taken_off") or (made and further)):
            made.add(place)
            behind.add(one.last + 1)
    saved = (context.cue("off") - behind) & frozenset(range(claimed.first - WORDS_BEFORE, claimed.last + WORDS_BEFORE))
    return frozenset() if saved else frozenset(made)


def _spanned(found: Ground, index: int) -> Iterator[Leaf]:
    """The area, or the volume, of each chain of sides: "4 by 6 m"."""
    for sides in chained_sides(found.context):
        leaves = [found.stated[side][0] for side in sides if found.stated[side]]
        if index in sides or len(leaves) < len(sides) or any(leaf.type != LENGTH for leaf in leaves):
            continue
        made = product(tuple(single(leaf) for leaf in leaves))
        low, value, high = (prod(getattr(leaf, end) for leaf in leaves) for end in ("low", "value", "high"))
        yield replace(
            leaves[0], id=f"sides.{sides[0]}", low=low, value=value, high=high, type=LENGTH ** len(leaves), unit="",
            factor=Fraction(1), places=NOWHERE.union(*(leaf.places for leaf in leaves)), uses=frozenset(sides),
            label=" × ".join(leaf.label for leaf in leaves), made=made,
        )  # fmt: skip


def as_meant(found: Ground, index: int, place: int, leaf: Leaf) -> list[Leaf]:
    """A number as often as words mean it: both ways, on working days alone, so many tries for one hit of "1 in n"."""
    context = found.context
    one, claimed = context.sentence.stated[place], context.sentence.stated[index].quantity
    period, timed = one.quantity.period, claimed.unit.dimension is Dimension.TIME
    both = _both_ways(context, place)
    made = []
    if both:
        made.append(_times(leaf, Fraction(2), BOTH_WAYS, both))
    if timed and claimed.period and one.quantity.unit.dimension is Dimension.TIME and period and period.unit == "day":
        made.append(_times(leaf, Fraction(defaults().workdays), WORKDAYS))
    behind = context.sentence.lows[one.last + 1 : one.last + 2]
    if leaf.type == TIME and leaf.value <= SECONDS["day"] and not words().lasting.isdisjoint(behind):
        made.append(_times(replace(leaf, type=NUMBER), 1 / SECONDS["day"], DAILY))  # "8 hours for a month": each day
    weekdays = context.cue("weekdays") & frozenset(range(one.last + 1, one.last + 1 + WORDS_BEHIND))
    if weekdays:
        daily, named = Fraction(defaults().workdays) / SECONDS["day"], f"{defaults().workdays} a day"
        made.append(replace(_times(leaf, daily, DAILY, weekdays, named), type=leaf.type / TIME))
    if one.quantity.unit.name == "day" and leaf.type == NUMBER:
        often = times(leaf, SECONDS["day"])  # "5 days a week" says how often something is done
        made.append(replace(often, type=leaf.type / TIME, cost=leaf.cost + HOW_OFTEN))
    if timed and one.quantity.form is Form.RATIO and 0 < leaf.low < 1:
        tries = Term(None, Operator.QUOTIENT, (single(constant(1)), single(leaf)))
        turned = replace(leaf, low=1 / leaf.high, value=1 / leaf.value, high=1 / leaf.low, made=tries)
        made.append(replace(turned, cost=leaf.cost + TRIES, label=f"1 / ({leaf.label})"))
    return made


def _both_ways(context: Context, index: int) -> Places:
    """The places of the words behind a number that say it of the way there, and of that back: "each way"."""
    one, cue = context.sentence.stated[index], context.cue("both_ways")
    near = cue & frozenset(range(one.last + 1, one.last + 1 + WORDS_BEHIND))
    before = (range(max(other.first - WORDS_BEHIND, 0), other.first) for other in context.sentence.stated)
    apart = all(map(cue.isdisjoint, before))
    is_way = one.quantity.unit.dimension is Dimension.LENGTH
    return near or (cue if is_way and not apart else NOWHERE)


def _times(leaf: Leaf, factor: Fraction, cost: float, places: Places = NOWHERE, named: str = "") -> Leaf:
    """A number that is said, times a factor, which is told as it is `named`."""
    made = product((single(leaf), single(constant(factor, named))))
    label = f"{leaf.label} × {constant(factor, named).label}"
    return replace(leaf.times(factor), cost=leaf.cost + cost, places=leaf.places | places, label=label, made=made)


def around_share(context: Context, leaf: Leaf) -> list[Leaf]:
    """What a share leaves of a whole, and the whole with a share on top."""
    made = []
    for cue, operator, value, text in (
        ("off", Operator.LESS, 1 - leaf.value, "1 − "),
        ("on_top", Operator.PLUS, 1 + leaf.value, "1 + "),
    ):
        places = context.cue(cue) | (context.cue("closed") if cue == "off" else NOWHERE)
        cost = leaf.cost + (SHARE_SAID if places else SHARE_NOT_SAID)
        label = f"({text}{leaf.label})"
        said, made_of = leaf.places | places, of_share(operator, leaf)
        made.append(replace(leaf.exact(value), cost=cost, places=said, label=label, made=made_of))
    return made


def in_unit_of(leaf: Leaf, like: Leaf) -> Leaf:
    """A bare number as one of the unit of another."""
    time, like_time = dict(leaf.type.of).get("s", 0), dict(like.type.of).get("s", 0)
    factor = like.factor
    if like_time < 0:  # the unit alone is taken over, each keeps its own period
        factor *= PERIODS.get(like.unit.rpartition(" per ")[2], Fraction(1))
    below = Exponents(tuple((base, power) for base, power in leaf.type.of if base in PHYSICAL - {"s"} and power < 0))
    powers = like.type / TIME**like_time * TIME**time * below  # "1.80 a litre" is so much money a litre
    made = leaf.made
    if made is not None and factor != 1:
        made = product((made, single(constant(factor))))
    return replace(leaf.in_units_of(factor), made=made, type=powers)
