"""What is put aside again and again, and grows: so much a month at a yearly share, over a number of years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import permutations

from knowledge.model.units import NUMBER
from quantities import PeriodKind
from quantities.model.quantity import SECONDS
from reasoning.data.tables import defaults
from reasoning.derivation.growth import times
from reasoning.grounding.context import Context
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import MONEY, TIME
from reasoning.model.claim import MOST_POWER, Candidate, Claim, Operator, Term, product, single
from reasoning.model.leaf import Leaf, Sort, constant
from reasoning.reading.language import words

SAVED = 0.1
YEAR = SECONDS["year"]


def saved_leaves(found: Ground, index: int) -> Iterator[Leaf]:
    """The times that what is put aside each period, and grows by a share, counts for: ((1 + i)^n - 1) / i periods."""
    context = found.context
    stated = [(place, leaves[0]) for place, leaves in enumerate(found.stated) if leaves and place != index]
    for (flow, _), (one, share), (other, time) in permutations(stated, 3):
        step = _step(context, flow)
        if not step or not share.percent or not share.value > 0 or dict(time.type.of) != {"s": 1}:
            continue
        if share.low != share.high or time.low != time.high or _step(context, one) not in (0, YEAR):
            continue
        often = time.value / step
        if often.denominator == 1 and 1 < often <= MOST_POWER:
            made = _grown(share, time, step)
            value = made.value()
            yield Leaf(
                f"saved.{flow}.{one}.{other}", Sort.STATED, value, value, value, TIME, SAVED,
                share.places | time.places, f"{share.label}^{int(often)}", uses=frozenset({one, other}), made=made,
            )  # fmt: skip


def fortune_candidates(found: Ground) -> Iterator[Candidate]:
    """What is put aside over a time as at least what makes a millionaire of somebody.

    Nothing is said of a sum that falls short by no more than savings may have grown.
    """
    context, fortunes = found.context, defaults().fortunes
    reached = next((word for word in context.sentence.words if word.low in fortunes), None)
    stated = [(place, leaves[0]) for place, leaves in enumerate(found.stated) if leaves]
    if reached is None:
        return
    for (flow, rate), (other, time) in permutations(stated, 2):
        step = _step(context, flow)
        if not step or dict(time.type.of) != {"s": 1} or rate.type * TIME not in (MONEY, NUMBER):
            continue
        unit = rate.factor * step
        least = constant(fortunes[reached.low] * unit, f"{fortunes[reached.low]:,}")
        least = replace(least, type=rate.type * TIME, places=frozenset({reached.place}))
        total, years = rate.value * time.value, float(time.value / YEAR)
        growing = context.cue("growing")
        denied = not words().negation.isdisjoint(context.sentence.lows[max(min(growing, default=0) - 1, 0) :][:1])
        share = float(defaults().best_savings)
        grown = float(total) * ((1 + share) ** years - 1) / (share * years)
        if (growing and not denied) or (not denied and total < least.value <= grown):
            continue
        claim = Claim(single(time), "<", product((single(least),), (single(rate),)), "own")
        places, used = rate.places | time.places | growing | least.places, frozenset({flow, other})
        yield Candidate(claim, {"product": SAVED}, places, used, frozenset(), other)


def _step(context: Context, index: int) -> Fraction:
    """The seconds of the period by which a quantity is said; 0 for none."""
    period = context.sentence.stated[index].quantity.period
    return period.seconds or Fraction(0) if period is not None and period.kind is PeriodKind.PER else Fraction(0)


def _grown(share: Leaf, time: Leaf, step: Fraction) -> Term:
    """The periods, each with its growth up to the end, put together; as a term over the numbers that are said."""
    parts = YEAR / step
    each = single(share) if parts == 1 else Term(None, Operator.QUOTIENT, (single(share), single(constant(parts))))
    power = Term(None, Operator.POWER, (Term(None, Operator.PLUS, (each,)), single(times(time, step))))
    gained = Term(None, Operator.DIFFERENCE, (power, single(constant(1))))
    return product((gained, single(replace(constant(step), type=TIME))), (each,))
