"""Money of another year: what a sum of then is in the money of now, by the prices that are stored of both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from knowledge import Library
from knowledge.per_library import once_per_library
from reasoning.data.tables import defaults
from reasoning.derivation.product_claims import COMPARATORS
from reasoning.grounding.context import Context
from reasoning.grounding.figures import Who, figure_leaf
from reasoning.grounding.ground import Ground
from reasoning.grounding.past_figures import leaf_then
from reasoning.grounding.types import MONEY
from reasoning.model.claim import Candidate, Claim, Operator, Term, single
from reasoning.model.leaf import NOWHERE, Leaf

SAID = 0.2


def past_money_candidates(found: Ground) -> Iterator[Candidate]:
    """For two sums of which one is said to be worth the other in later money: the first times how prices rose."""
    context = found.context
    cue = context.cue("later_money")
    money = [index for index, leaves in enumerate(found.stated) if leaves and leaves[0].type == MONEY]
    years = [year for year in context.years() if year <= context.as_of.year]
    if not cue or len(money) != 2 or not years or years[0] == context.as_of.year or len(years) > 2:
        return
    early, late = _in_order(context, *money)
    then, now = found.stated[early][0], found.stated[late][0]
    currency = context.sentence.stated[late].quantity.unit.currency
    if currency != context.sentence.stated[early].quantity.unit.currency:
        return
    last = date(years[1], 12, 31) if len(years) > 1 else context.as_of
    prices = _prices(context, currency or "", date(years[0], 12, 31), min(last, context.as_of))
    if prices is None:
        return
    before, after = prices
    rise = Term(None, Operator.QUOTIENT, (single(after), single(before)))
    claim = Claim(
        single(now),
        COMPARATORS.get(context.sentence.stated[late].quantity.bound, "="),
        Term(None, Operator.PRODUCT, (single(_at_the_rate_of(then, now)), rise)),
        "prices",
    )
    places = then.places | now.places | cue | context.year_places()
    cost = {"product": SAID, "type": then.cost + now.cost}
    yield Candidate(claim, cost, places, frozenset({early, late}), frozenset({before.entity}), late)


def _in_order(context: Context, first: int, second: int) -> tuple[int, int]:
    """The sum of then and that of now: as they stand, but for "$650 today was $50 in 1950"."""
    year, place = min(context.year_places(), default=0), context.sentence.stated[second].first
    present = context.cue("later_money") & frozenset(range(place))
    return (second, first) if year > place and present else (first, second)


def _at_the_rate_of(then: Leaf, now: Leaf) -> Leaf:
    """The sum of then, in the units of that of now: what its money was worth elsewhere does not matter."""
    if then.unit != now.unit or not then.factor:
        return then
    return then.in_units_of(now.factor / then.factor)


def _prices(context: Context, currency: str, first: date, last: date) -> tuple[Leaf, Leaf] | None:
    """The level of prices on two days where somebody pays in a currency; None where it is not stored."""
    library, home = context.library, _homes(context.library).get(currency)
    latest = figure_leaf(context, Who(home, 0.0), defaults().prices, context.as_of, 0.0, NOWHERE) if home else None
    if latest is None:
        return None
    before = leaf_then(library, latest, first, NOWHERE)
    after = leaf_then(library, latest, last, NOWHERE, since=first if last == context.as_of else None)
    return None if before is None or after is None or before.id == after.id else (before, after)


@once_per_library
def _homes(library: Library) -> dict[str, str]:
    """Currency -> whose prices it is measured by: of those who pay in it, the one with the most people."""
    people = defaults().wholes["person"]
    known = [(library.series(one, people), one) for one in library.holders(defaults().prices)]
    sized = sorted((series[-1].value, one) for series, one in known if series)
    return {library.entities[one].currency or "": one for _, one in sized}
