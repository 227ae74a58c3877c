"""Numbers that grow: by a share each period, doubled again and again, or passed on by each to so many others."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import permutations

from knowledge.model.units import NUMBER
from knowledge.text.inflection import plural
from quantities import PeriodKind
from quantities.model.quantity import SECONDS
from reasoning.grounding.context import Context
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import TIME
from reasoning.model.claim import MOST_PARTS, MOST_POWER, Operator, Term, power, single
from reasoning.model.leaf import Leaf, Sort, constant
from reasoning.reading.language import words

COMPOUND_SAID, COMPOUND_NOT_SAID = 0.1, 0.9
DOUBLED = 0.25
MOST_TOLD = 100  # others to whom each passes something on


def compounded(found: Ground, index: int) -> list[Leaf]:
    """Growth by a share a period over a number of periods, or doubling once a period: (1 + p)^n, 2^n."""
    made = []
    stated = [(place, leaves[0]) for place, leaves in enumerate(found.stated) if leaves and place != index]
    cue = found.context.cue("on_top") | found.context.cue("up") | found.context.cue("devalues")
    double = found.context.cue("double")
    for (one, share), (other, time) in permutations(stated, 2):
        if dict(time.type.of) != {"s": 1} or one in found.context.results():
            continue
        period = found.context.sentence.stated[one].quantity.period
        step = period.seconds if period is not None and period.kind is PeriodKind.PER else None
        if share.percent:
            each = step or SECONDS["year"]
            periods = time.value / each
            base, grown = 1 + share.value, of_share(Operator.PLUS, share)
            how_often = single(times(time, each))
            cost, places = (COMPOUND_SAID if cue or step else COMPOUND_NOT_SAID), cue
        elif double and (step or dict(share.type.of) == {"s": 1}) and 0 < (step or share.value) < time.value:
            once = _every(step, period.unit) if step and period else share
            periods, base, cost, places = time.value / once.value, Fraction(2), COMPOUND_SAID, double
            grown, how_often = single(constant(2)), Term(None, Operator.QUOTIENT, (_point(time), _point(once)))
        else:
            continue
        whole = MOST_PARTS if share.percent else 1
        if whole % periods.denominator or not 1 < periods <= MOST_POWER or base.denominator > 10**6:
            continue
        value = power(base, periods)
        label = f"{float(base):g}^{float(periods):g}"
        leaf = Leaf(
            f"compound.{one}.{other}", Sort.STATED, value, value, value, NUMBER, cost,
            share.places | time.places | places, label, uses=frozenset({one, other}),
        )  # fmt: skip
        made.append(replace(leaf, made=Term(None, Operator.POWER, (grown, how_often))))
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
    made = Term(None, Operator.POWER, (single(constant(2)), single(times(leaf, each))))
    places = leaf.places | cue
    return [replace(leaf.exact(value), type=NUMBER, cost=cost, places=places, label=label, made=made)]


def spreading(found: Ground, index: int) -> list[Leaf]:
    """What is passed on by each to so many others, again and again: "each tells 3 friends, 5 rounds" is 3^5.

    At most it is all who have heard of it by then, the first one included.
    """
    cue, made = found.context.cue("spread"), []
    stated = [(place, leaves[0]) for place, leaves in enumerate(found.stated) if leaves and place != index and cue]
    for (one, others), (other, often) in permutations(stated, 2):
        if not is_passed_on(found.context, one, other):
            continue
        base, times = others.value, int(often.value)
        least, most = base**times, (base ** (times + 1) - 1) / (base - 1)
        leaf = Leaf(
            f"spread.{one}.{other}", Sort.STATED, least, least, most, others.type, DOUBLED,
            others.places | often.places | cue, f"{int(base)}^{times}", uses=frozenset({one, other}),
        )  # fmt: skip
        made.append(replace(leaf, made=Term(None, Operator.POWER, (single(others), single(often)))))
    return made


def is_passed_on(context: Context, one: int, other: int) -> bool:
    """Whether the first of two numbers is to how many others each passes something on, the second how often."""
    base, often = (context.sentence.stated[place].quantity for place in (one, other))
    if not context.cue("spread") or not context.cue("each") or often.unit.noun is None:
        return False
    counts = all(each.value.denominator == 1 for each in (base, often))
    again = often.unit.noun in words().repeated
    return counts and again and 1 < base.value <= MOST_TOLD and 1 < often.value <= MOST_POWER and not base.period


def _every(seconds: Fraction, unit: str) -> Leaf:
    """The time after which something is done again: "every 20 minutes"."""
    number = seconds / SECONDS[unit]
    return replace(constant(seconds, f"{number} {unit if number == 1 else plural(unit)}"), type=TIME)


def times(leaf: Leaf, each: Fraction) -> Leaf:
    """How many times a number holds `each`, as a bare number."""
    return replace(leaf.exact(leaf.value).in_units_of(1 / each), type=NUMBER)


def _point(leaf: Leaf) -> Term:
    """A number without its range."""
    return single(leaf.exact(leaf.value))


def of_share(operator: Operator, leaf: Leaf) -> Term:
    """What is left of a whole, or what it is, with a share off or on top."""
    return Term(None, operator, (_point(leaf),))
