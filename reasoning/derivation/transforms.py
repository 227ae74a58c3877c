"""What is made of the numbers of a sentence before they are multiplied: what a share leaves, growth, doubling."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import permutations

from knowledge.model.units import NUMBER, Exponents
from quantities import PeriodKind
from quantities.model.quantity import SECONDS
from reasoning.grounding.context import Context
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import PHYSICAL, TIME
from reasoning.model.claim import MOST_PARTS, MOST_POWER, Operator, Term, power, product, single
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
    cue = found.context.cue("on_top") | found.context.cue("up") | found.context.cue("devalues")
    double = found.context.cue("double")
    for (one, share), (other, time) in permutations(stated, 2):
        if dict(time.type.of) != {"s": 1}:
            continue
        period = found.context.sentence.stated[one].quantity.period
        step = period.seconds if period is not None and period.kind is PeriodKind.PER else None
        if share.percent:
            each = step or SECONDS["year"]
            periods = time.value / each
            base, grown = 1 + share.value, _of_share(Operator.PLUS, share)
            how_often = single(times(time, each))
            cost, places = (COMPOUND_SAID if cue or step else COMPOUND_NOT_SAID), cue
        elif dict(share.type.of) == {"s": 1} and double and share.value < time.value:
            periods, base, cost, places = time.value / share.value, Fraction(2), COMPOUND_SAID, double
            grown, how_often = single(_two()), Term(None, Operator.QUOTIENT, (_point(time), _point(share)))
        else:
            continue
        whole = MOST_PARTS if share.percent else 1
        if whole % periods.denominator or not 1 < periods <= MOST_POWER or base.denominator > 10**6:
            continue
        value = power(base, periods)
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
                f"{float(base):g}^{float(periods):g}",
                uses=frozenset({one, other}),
                made=Term(None, Operator.POWER, (grown, how_often)),
            )
        )
    return made


def doubled(context: Context, place: int, leaf: Leaf) -> list[Leaf]:
    """Two to the power of a number of times, where something is doubled or folded."""
    cue = context.cue("double")
    quantity = context.sentence.stated[place].quantity
    each = SECONDS.get(quantity.unit.name, Fraction(1))
    often = leaf.value / each
    if not cue or often.denominator != 1 or not 2 <= often <= MOST_POWER or leaf.percent:
        return []
    value = Fraction(2) ** int(often)
    label = f"2^{int(often)}"
    cost = leaf.cost + DOUBLED
    made = Term(None, Operator.POWER, (single(_two()), single(times(leaf, each))))
    return [
        replace(
            leaf,
            low=value,
            value=value,
            high=value,
            type=NUMBER,
            cost=cost,
            places=leaf.places | cue,
            label=label,
            made=made,
        )
    ]


def _two() -> Leaf:
    """What is doubled is times two."""
    return Leaf("2", Sort.CONSTANT, Fraction(2), Fraction(2), Fraction(2), label="2")


def times(leaf: Leaf, each: Fraction) -> Leaf:
    """How many times a number holds `each`, as a bare number."""
    often = leaf.value / each
    return replace(leaf, low=often, value=often, high=often, factor=leaf.factor / each, type=NUMBER)


def _point(leaf: Leaf) -> Term:
    """A number without its range."""
    return single(replace(leaf, low=leaf.value, high=leaf.value))


def _of_share(operator: Operator, leaf: Leaf) -> Term:
    """What is left of a whole, or what it is, with a share off or on top."""
    return Term(None, operator, (_point(leaf),))


def around_share(context: Context, leaf: Leaf) -> list[Leaf]:
    """What a share leaves of a whole, and the whole with a share on top."""
    made = []
    for cue, operator, value, text in (
        ("off", Operator.LESS, 1 - leaf.value, "1 − "),
        ("on_top", Operator.PLUS, 1 + leaf.value, "1 + "),
    ):
        places = context.cue(cue)
        cost = leaf.cost + (SHARE_SAID if places else SHARE_NOT_SAID)
        label = f"({text}{leaf.label})"
        made.append(
            replace(
                leaf,
                low=value,
                value=value,
                high=value,
                cost=cost,
                places=leaf.places | places,
                label=label,
                made=_of_share(operator, leaf),
            )
        )
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
        unit = Leaf(str(factor), Sort.CONSTANT, factor, factor, factor, label=str(factor))
        made = product((made, single(unit)))
    return replace(
        leaf,
        made=made,
        type=powers,
        low=leaf.low * factor,
        value=leaf.value * factor,
        high=leaf.high * factor,
        factor=leaf.factor * factor,
    )
