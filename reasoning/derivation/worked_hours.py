"""Pay by the hour is of the hours that are worked, not of all."""

from __future__ import annotations

from dataclasses import replace

from i18n.language import translatable
from quantities import Dimension, PeriodKind
from quantities.model.quantity import SECONDS
from reasoning.data.tables import defaults
from reasoning.derivation.products import Product
from reasoning.grounding.context import Context
from reasoning.model.leaf import Leaf, Sort

WORKED = translatable("share of the hours worked")
WORKED_SHARE = "worked"  # its id


def as_worked(context: Context, one: Product, index: int) -> Product:
    """A product, times the share of all hours that is worked where what is paid by the hour is set beside longer."""
    if not _is_around_the_clock(context, one, index):
        return one
    leaf = share_worked()
    hourly = any(
        period is not None and period.seconds == SECONDS["hour"]
        for above in one.above
        for place in above.uses
        for period in (context.sentence.stated[place].quantity.period,)
    )
    if hourly:
        return replace(one, above=(*one.above, leaf))
    return replace(one, below=(*one.below, leaf))


def share_worked() -> Leaf:
    """The share of all hours that is worked."""
    low, high = defaults().worked
    return Leaf(WORKED_SHARE, Sort.AVERAGE, low, (low + high) / 2, high, label=WORKED)


def _is_around_the_clock(context: Context, one: Product, index: int) -> bool:
    """Whether pay by the hour stands beside an amount by the day or longer, and nothing says how long is worked."""
    used = {index}.union(*(leaf.uses for leaf in (*one.above, *one.below)))
    quantities = [context.sentence.stated[place].quantity for place in used]
    rates = [
        (quantity.unit.dimension, quantity.period.seconds)
        for quantity in quantities
        if quantity.period is not None and quantity.period.kind is PeriodKind.PER and quantity.period.seconds
    ]
    hourly = (Dimension.MONEY, SECONDS["hour"]) in rates
    long = any(seconds >= SECONDS["day"] for _, seconds in rates)
    timed = any(other.quantity.unit.dimension is Dimension.TIME for other in context.sentence.stated)
    return hourly and long and not timed
