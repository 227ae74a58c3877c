"""Which way to bind a formula a sentence means: of a nation or of each of its people, and the one that agrees."""

from __future__ import annotations

from fractions import Fraction

from quantities import Interval
from reasoning.model.answer import Verdict
from reckoning.chain.binding import Binding
from reckoning.chain.tally import apart, judge, width

WIDE = 100  # times the low end: to lie within such a range says nothing
ORDER = (Verdict.ADDS_UP, Verdict.PLAUSIBLE, Verdict.STRETCH, Verdict.DOESNT_ADD_UP)
YES = ORDER[:2]
# What a few have many of (children, dogs, cars) says little of one person: so many times off it is let be.
OF_ONE = 20
# A number below this of what a place has may be of somebody of that name.
FEW = 1000
# So far off it is another thing of that name: a bar of chocolate and no planet, a company and no fruit.
ANOTHER = 10**12
Found = tuple[Binding, Interval]


def verdict_of(found: Found) -> Verdict:
    binding, reckoned = found
    return judge(binding.claim.interval, reckoned, binding.chain.tree)


def meant(found: list[Found]) -> Found | None:
    """Of the ways to bind the first formula that fits, the one that agrees best.

    None where a later formula agrees and this one says no, as the words may mean either, and where the range is so
    wide that it is no news to lie within.
    """
    if not found:
        return None
    first = [pair for pair in found if pair[0].chain is found[0][0].chain]
    best = _of_all_or_each(first)
    if best is None or _is_unsure(best):
        return None
    if verdict_of(best) is Verdict.DOESNT_ADD_UP:
        return None if {verdict_of(pair) for pair in found} & set(YES) else best
    return None if width(best[1]) > WIDE else best


def _of_all_or_each(found: list[Found]) -> Found | None:
    """What fits the nation; a number far below what all of them come to is said of each, if anything."""
    best = _best([pair for pair in found if not pair[0].is_each])
    each = [pair for pair in found if pair[0].is_each]
    if not each or verdict_of(best) is not Verdict.DOESNT_ADD_UP or not _is_below(best):
        return best
    folk, other = best[0].folk, _best(each)
    if folk is None or (folk.is_name and best[0].quantity.value < FEW):
        return None
    if verdict_of(other) is not Verdict.DOESNT_ADD_UP:
        return other if folk.is_said else None
    if folk.crowd is not None and _apart(other) > folk.crowd:
        return None  # of some people, and more than one
    if _is_unsure(other):
        return None
    return other if folk.is_said and _apart(other) < _apart(best) else best


def _best(found: list[Found]) -> Found:
    return min(found, key=lambda pair: (ORDER.index(verdict_of(pair)), width(pair[1])))


def _is_unsure(found: Found) -> bool:
    """Whether it is off, but of one person's things, or so far that something else is meant."""
    binding, verdict = found[0], verdict_of(found)
    if verdict in YES:
        return False
    is_one = binding.average is not None and (
        binding.is_each or (binding.folk is not None and binding.folk.each is None)
    )
    return _apart(found) > ANOTHER or (is_one and not binding.is_flow and _apart(found) < OF_ONE)


def _is_below(found: Found) -> bool:
    claimed, reckoned = found[0].claim.interval, found[1]
    return claimed.high is not None and reckoned.low is not None and claimed.high < reckoned.low


def _apart(found: Found) -> Fraction:
    return apart(found[0].claim.interval, found[1])
