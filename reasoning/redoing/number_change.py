"""Another number in the place of one that was said: "if it were 10 years", "what about 30 %?", "half that"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from knowledge import Library
from quantities import Dimension, Form, Interval, Period, PeriodKind, Quantity
from quantities.model.quantity import SECONDS
from reasoning.data.tables import root
from reasoning.derivation.product_claims import COMPARATORS
from reasoning.grounding.stated import base_units
from reasoning.grounding.types import TIME, count_bases
from reasoning.model.claim import CHANGES, HOLES
from reasoning.model.leaf import Leaf, Sort
from reasoning.redoing.rewriting import physical, with_leaves, with_number
from reasoning.serialization.stored_claim import StoredClaim, said_leaf

BOUNDED = ("level", "own", *CHANGES)  # relations whose comparator is that of the number's own bound
SHARES = (Form.PERCENT, Form.RATIO)
FAR = 10**12  # times: what is further apart is no nearer than anything else
FACTORS = (Form.RATIO, Form.MULTIPLE)


def replace_number(stored: StoredClaim, new: Quantity, library: Library, as_of: date) -> tuple[StoredClaim, int] | None:
    """The claim with a number in the place of the one that it fits best, and that place; None where it fits none."""
    ranked = [
        (*distance, rest, place)
        for place, old in enumerate(stored.numbers)
        for rest in (_apart(old, new) if stored.claim.relation == "own" else float(place != stored.claimed),)
        if (distance := _distance(old, new)) is not None
    ]
    if ranked:
        place = min(ranked)[-1]
        return _put(stored, place, new, library, as_of), place
    return _over(stored, new) or _timed(stored, new, library, as_of) or _scaled(stored, new)


def _apart(old: Quantity, new: Quantity) -> float:
    """How far apart two numbers are: in sums of what is said, none of which is more the claim than another."""
    ratio = abs(new.value / old.value) if old.value else Fraction(0)
    return float(max(ratio, 1 / ratio)) if 0 < ratio < FAR and 1 / ratio < FAR else float(FAR)


def _distance(old: Quantity, new: Quantity) -> tuple[int, int] | None:
    """How far a new number is from meaning an old one, in the order in which that counts; None where it can't."""
    if _each(new) and not _each(old):
        return None
    if _is_bare(new):
        time = old.unit.dimension is Dimension.TIME
        return (int(old.form is not Form.AMOUNT or time), 0) if old.form in (Form.AMOUNT, Form.PERCENT) else None
    if new.form is not Form.AMOUNT or old.form is not Form.AMOUNT:
        same = old.form is new.form
        return (int(not same), 0) if same or {old.form, new.form} <= set(SHARES) else None
    alike = old.unit.dimension is new.unit.dimension
    if not (alike or _is_bare(old)) or not _counts_the_same(old, new):
        return None
    return int(not alike), int(_each(old) != _each(new))


def _counts_the_same(old: Quantity, new: Quantity) -> bool:
    """Whether two numbers are of the same counted noun, or one of them of none."""
    return not (_noun(old) and _noun(new)) or root(_noun(old)) == root(_noun(new))


def _put(stored: StoredClaim, place: int, new: Quantity, library: Library, as_of: date) -> StoredClaim:
    """The claim with the new number at a place."""
    old = stored.numbers[place]
    number = _completed(old, new)
    before, after = base_units(old, library, as_of), base_units(number, library, as_of)
    ratio = after[0] / before[0] if before is not None and after is not None else Fraction(1)

    def change(leaf: Leaf) -> Leaf:
        if leaf.sort not in (Sort.STATED, Sort.GIVEN) or leaf.uses != {place}:
            return leaf
        return _resized(leaf, place, old, number, ratio)

    changed = with_number(with_leaves(stored, change), place, number)
    relation = "level" if stored.claim.relation in HOLES else stored.claim.relation  # who fills the hole claims it
    if place == stored.claimed and relation in BOUNDED:
        claim = replace(changed.claim, comparator=COMPARATORS.get(number.bound, "="), relation=relation)
        changed = replace(changed, claim=claim)
    return changed


def _resized(leaf: Leaf, place: int, old: Quantity, new: Quantity, ratio: Fraction) -> Leaf:
    """A leaf of the old number as one of the new; `ratio` is the new unit over the old."""
    scale = (leaf.value / old.value if old.value else leaf.factor) * ratio
    low, high = new.stated.ends
    value = new.value
    if old.is_range and leaf.low == leaf.high:  # an end of a range
        scale = leaf.factor * ratio
        value = low if leaf.value < old.value * leaf.factor else high
        low = high = value
    resized = replace(leaf, low=low * scale, value=value * scale, high=high * scale, factor=leaf.factor * ratio)
    if leaf.sort is Sort.GIVEN:
        return resized
    return said_leaf(replace(resized, percent=new.form is Form.PERCENT), place, new)


def _completed(old: Quantity, new: Quantity) -> Quantity:
    """The new number with what it does not say: the unit where it is bare, the period, the noun."""
    if _is_bare(new):
        period = new.period if _each(new) else old.period
        return replace(old, stated=new.stated, precision=new.precision, bound=new.bound, period=period)
    period = new.period if new.period is not None or _each(old) == "" else old.period
    unit = new.unit
    if unit.dimension is Dimension.COUNT and not unit.noun:
        unit = old.unit
    if old.unit.per is not None and unit.per is None:
        unit = replace(unit, per=old.unit.per, per_count=old.unit.per_count)
    return replace(new, period=period, unit=unit)


def _over(stored: StoredClaim, new: Quantity) -> tuple[StoredClaim, int] | None:
    """The claim with another length of time for the number that is said to be over one, and for what is made in it."""
    overs = [at for at, one in enumerate(stored.numbers) if one.period and one.period.kind is PeriodKind.OVER]
    if new.unit.dimension is not Dimension.TIME or new.unit.name not in SECONDS or len(overs) != 1:
        return None
    old = stored.numbers[overs[0]]
    length = Period(PeriodKind.OVER, new.value, new.unit.name)
    before, after = old.period.seconds if old.period is not None else None, length.seconds
    years = [leaf for leaf in stored.claim.leaves() if leaf.sort is Sort.CONSTANT and leaf.type == TIME]
    if not before or not after or any(leaf.value != before for leaf in years):
        return None
    label = f"{after / SECONDS['year']} years"
    longer = {leaf.id: replace(leaf.exact(after), label=label) for leaf in years}
    changed = with_leaves(stored, lambda leaf: longer.get(leaf.id, leaf))
    return with_number(changed, overs[0], replace(old, period=length)), overs[0]


def _timed(stored: StoredClaim, new: Quantity, library: Library, as_of: date) -> tuple[StoredClaim, int] | None:
    """The claim with a length of time in the place of the one year, or so many, that it takes unsaid."""
    typed = base_units(new, library, as_of)
    if typed is None or typed[1] != TIME or new.unit.dimension is not Dimension.TIME:
        return None
    taken = {leaf.id for leaf in stored.claim.leaves() if leaf.sort is Sort.CONSTANT and leaf.type == TIME}
    if len(taken) != 1:
        return None
    place = len(stored.numbers)
    low, high = new.stated.ends
    leaf = Leaf("", Sort.STATED, low * typed[0], new.value * typed[0], high * typed[0], TIME, factor=typed[0])
    said = said_leaf(leaf, place, new)
    return with_number(with_leaves(stored, lambda one: said if one.id in taken else one), place, new), place


def _scaled(stored: StoredClaim, new: Quantity) -> tuple[StoredClaim, int] | None:
    """The claim with its number times a factor: "half that", "twice as many"."""
    old = stored.quantity
    if new.form not in FACTORS or old is None or old.form is not Form.AMOUNT:
        return None
    times = new.value
    number = replace(old, stated=old.stated * Interval.point(times), precision=old.precision * times)
    changed = with_leaves(
        stored,
        lambda leaf: (
            _resized(leaf, stored.claimed, old, number, Fraction(1)) if leaf.uses == {stored.claimed} else leaf
        ),
    )
    return with_number(changed, stored.claimed, number), stored.claimed


def fits_leaf(leaf: Leaf, new: Quantity, library: Library, as_of: date) -> Fraction | None:
    """The base units in one of a number's own, where it can be the value of a leaf; None where it can't."""
    if _is_bare(new):
        return leaf.factor
    typed = base_units(new, library, as_of)
    if typed is None or (new.form in SHARES) is not leaf.percent or new.form is Form.MULTIPLE:
        return None
    counts, own = ({base for base, power in count_bases(of).items() if power > 0} for of in (typed[1], leaf.type))
    same = physical(typed[1]) == physical(leaf.type) and (not counts or not own or bool(counts & own))
    return typed[0] if same else None


def _is_bare(quantity: Quantity) -> bool:
    return quantity.unit.dimension is Dimension.NONE and quantity.form is Form.AMOUNT


def _noun(quantity: Quantity) -> str:
    return quantity.unit.noun or ""


def _each(quantity: Quantity) -> str:
    """The unit of time that a number is said for each of: "year" for "$4,000 a year"; "" for none."""
    period = quantity.period
    return period.unit if period is not None and period.kind.value == "per" else ""
