"""The bands of the verdicts, named and exact, all in one place.

They are judgements of what is usual, not figures: nobody published them, and the tests of the kinds hold them.
"""

from __future__ import annotations

from fractions import Fraction

from quantities import Interval
from reasoning.model.answer import Verdict

# A level against its stored reference: a share of the reference on either side.
AGREES = Fraction(1, 10)
ALLOWED = Fraction(1, 4)
UNUSUAL = Fraction(1, 2)
# What a census counts is known so well that a quarter off is no reading of it.
CENSUS = frozenset({"population", "area"})
COUNTED_WELL = (Fraction(1, 10), Fraction(3, 20), Fraction(1, 4))

# How far a figure may drift in a year, for one that is older (or newer) than the day of the claim. People change
# slowly, money faster, a company's staff fastest; taken generously, so that an old figure decides less.
DRIFT = {
    "population": Fraction(15, 1000),
    "area": Fraction(0),
    "employees": Fraction(10, 100),
    "revenue": Fraction(12, 100),
    "gdp": Fraction(6, 100),
    "labour_force": Fraction(2, 100),
}
# However old a figure is, it is let drift no farther.
MOST_DRIFT = Fraction(3, 10)
DRIFT_OTHERWISE = Fraction(4, 100)

# New jobs against the jobs the employer has: more than twice its whole staff in one plan is unusual.
MULTIPLE = Fraction(2)
# Against the largest of its peers: more than the largest has in all is unusual.
PEER = Fraction(1)
# A single actor's part of a whole country's: more than a tenth is unusual.
SHARE = Fraction(1, 10)
# Money for one job, in average yearly wages: below a quarter of a wage or above fifty is unusual.
UNIT_COST_LOW = Fraction(1, 4)
UNIT_COST_HIGH = Fraction(50)
# Two indicators past their bands, one of them so many times past, add up to a no.
FAR_PAST = Fraction(10)


def level(claimed: Interval, stored: Interval, drifted: Interval, measure: str) -> Verdict:
    """A level against its stored figure. What only the figure's age allows is plausible at most."""
    verdict = agreement(claimed, drifted, measure)
    if verdict is Verdict.ADDS_UP and not claimed.overlaps(around(stored, AGREES)):
        return Verdict.PLAUSIBLE
    return verdict


def agreement(claimed: Interval, reckoned: Interval, measure: str = "") -> Verdict:
    """A claimed level against a stored one, by how far apart the two lie; for some measures in bands of their own."""
    shares = COUNTED_WELL if measure in CENSUS else (AGREES, ALLOWED, UNUSUAL)
    for share, verdict in zip(shares, (Verdict.ADDS_UP, Verdict.PLAUSIBLE, Verdict.STRETCH), strict=True):
        if claimed.overlaps(around(reckoned, share)):
            return verdict
    return Verdict.DOESNT_ADD_UP


def around(reckoned: Interval, share: Fraction) -> Interval:
    """Up by the share of it, and down by as many times: for 25 %, from 1/1.25 of it to 1.25 times."""
    low = None if reckoned.low is None else min(reckoned.low / (1 + share), reckoned.low * (1 + share))
    high = None if reckoned.high is None else max(reckoned.high / (1 + share), reckoned.high * (1 + share))
    return Interval(low, high)


# So far off, the message's own arithmetic is close and not right: said to one digit, or careless.
CLOSE = Fraction(12, 100)
# The ends of a change are taken as rounded to this, however round they look.
END_ROUNDING = Fraction(1, 100)
# "More than 60 %" is held to the number itself, with so much to spare.
BOUND_SLACK = Fraction(1, 100)


def own(claimed: Interval, reckoned: Interval, point: Fraction | None = None) -> Verdict:
    """The message's own arithmetic gets its rounding and no more.

    A claim with a bound ("more than 60 %") must hold for the `point` itself.
    """
    if point is not None and (claimed.low is None or claimed.high is None or claimed.low_open or claimed.high_open):
        reckoned = Interval.point(point).widened(BOUND_SLACK)
    if claimed.overlaps(reckoned):
        return Verdict.ADDS_UP
    return Verdict.STRETCH if claimed.overlaps(around(reckoned, CLOSE)) else Verdict.DOESNT_ADD_UP


def rounded_end(end: Interval, value: Fraction) -> Interval:
    """An end of a change with the rounding that it may have, a hundredth of it at most."""
    narrow = Interval.point(value).widened(END_ROUNDING)
    low = narrow.low if end.low is None or narrow.low is None else max(end.low, narrow.low)
    high = narrow.high if end.high is None or narrow.high is None else min(end.high, narrow.high)
    return Interval(low, high)


def past(ratio: Interval, band: Fraction) -> Fraction:
    """How many times a ratio lies past its band, at its mildest end; below 1 where it may be within."""
    return Fraction(0) if ratio.low is None else ratio.low / band


# A chain of estimates: exact where its ends lie this near together; plausible up to twice beyond its range, and not
# to be had only beyond four times it.
EXACT_CHAIN = Fraction(105, 100)
# What is only looked up ("the Moon is ... away") may vary so much and is still held to its range.
NARROW_CHAIN = Fraction(12, 10)
CHAIN_ALLOWED = Fraction(1)
CHAIN_UNUSUAL = Fraction(3)
