"""What is made of the numbers of a sentence before they are multiplied: what a share leaves, growth, doubling."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import permutations

from knowledge.model.units import NUMBER
from quantities.model.quantity import SECONDS
from reasoning.grounding.context import Context
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import TIME
from reasoning.model.claim import MOST_POWER
from reasoning.model.leaf import Leaf, Sort

SHARE_SAID, SHARE_NOT_SAID = 0.15, 1.3
COMPOUND_SAID, COMPOUND_NOT_SAID = 0.1, 0.9
DOUBLED = 0.25
PERIODS = SECONDS


def other_leaves(found: Ground, index: int) -> list[Leaf]:
    """The quantities beside one of them; a share also as what remains without it, and with it on top."""
    made = compounded(found, index)
    for place, leaves in enumerate(found.stated):
        if place == index:
            continue
        for leaf in leaves:
            if leaf.value == 1 and leaf.type == NUMBER:
                continue  # "every single one": no factor
            made.append(leaf)
            made += doubled(found.context, place, leaf)
            if leaf.percent or (leaf.type == NUMBER and 0 < leaf.value < 1):
                made += around_share(found.context, leaf)
    return made


def compounded(found: Ground, index: int) -> list[Leaf]:
    """Growth by a share a period over a number of periods, or doubling once a period: (1 + p)^n, 2^n."""
    made = []
    stated = [(place, leaves[0]) for place, leaves in enumerate(found.stated) if leaves and place != index]
    cue = found.context.cue("on_top") | found.context.cue("up")
    double = found.context.cue("double")
    for (one, share), (other, time) in permutations(stated, 2):
        if dict(time.type.of) != {"s": 1}:
            continue
        quantity = found.context.sentence.stated[one].quantity
        step = quantity.period.seconds if quantity.period is not None else None
        if share.percent:
            periods = time.value / (step or SECONDS["year"])
            base = 1 + share.value
            cost, places = (COMPOUND_SAID if cue or step else COMPOUND_NOT_SAID), cue
        elif dict(share.type.of) == {"s": 1} and double and share.value < time.value:
            periods, base, cost, places = time.value / share.value, Fraction(2), COMPOUND_SAID, double
        else:
            continue
        if periods.denominator != 1 or not 1 < periods <= MOST_POWER or base.denominator > 10**6:
            continue
        value = base ** int(periods)
        made.append(
            Leaf(
                f"compound.{one}.{other}",
                Sort.STATED,
                value,
                value,
                value,
                NUMBER,
                cost,
                share.places | time.places | places,
                f"{float(base):g}^{int(periods)}",
                uses=frozenset({one, other}),
            )
        )
    return made


def doubled(context: Context, place: int, leaf: Leaf) -> list[Leaf]:
    """Two to the power of a number of times, where something is doubled or folded."""
    cue = context.cue("double")
    quantity = context.sentence.stated[place].quantity
    times = leaf.value / SECONDS[quantity.unit.name] if quantity.unit.name in SECONDS else leaf.value
    if not cue or times.denominator != 1 or not 2 <= times <= MOST_POWER or leaf.percent:
        return []
    value = Fraction(2) ** int(times)
    label = f"2^{int(times)}"
    cost = leaf.cost + DOUBLED
    return [
        replace(leaf, low=value, value=value, high=value, type=NUMBER, cost=cost, places=leaf.places | cue, label=label)
    ]


def around_share(context: Context, leaf: Leaf) -> list[Leaf]:
    made = []
    for cue, value, text in (("off", 1 - leaf.value, "1 − "), ("on_top", 1 + leaf.value, "1 + ")):
        places = context.cue(cue)
        cost = leaf.cost + (SHARE_SAID if places else SHARE_NOT_SAID)
        label = f"({text}{leaf.label})"
        made.append(
            replace(leaf, low=value, value=value, high=value, cost=cost, places=leaf.places | places, label=label)
        )
    return made


def in_unit_of(leaf: Leaf, like: Leaf) -> Leaf:
    """A bare number as one of the unit of another."""
    time, like_time = dict(leaf.type.of).get("s", 0), dict(like.type.of).get("s", 0)
    factor = like.factor
    if time < 0 and like_time < 0:  # each by a period of its own: the unit alone is taken over
        factor *= PERIODS.get(like.unit.rpartition(" per ")[2], Fraction(1))
    powers = like.type / TIME**like_time * TIME**time
    return replace(
        leaf,
        type=powers,
        low=leaf.low * factor,
        value=leaf.value * factor,
        high=leaf.high * factor,
        factor=leaf.factor * factor,
    )
