"""A claim apart from its text: its terms, the numbers as they were said, and how sure its reading was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from knowledge import Library
from knowledge.model.units import Exponents
from quantities import Dimension, Direction, Interval, Quantity, Role, Unit
from reasoning.data.tables import roots
from reasoning.grounding.known_nouns import known_noun
from reasoning.grounding.stated import units_elsewhere
from reasoning.grounding.types import PHYSICAL
from reasoning.model.claim import HOLES, Candidate, Claim, Term
from reasoning.model.leaf import NOWHERE, Leaf, Sort


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim that can be judged and told again without the text. No word of the text is in it.

    The leaves of what was said, or given later, name by `uses` one of the `numbers`, which stand in the order in which
    the claim has them. `claimed` is the index of the number that is claimed, -1 for a claim without one. `certainty`
    is the share of the mass on the side of its reading in thousandths; `hedged` tells that a yes stands beside numbers
    that stay open, `upper_only` that what is reckoned is only the most there can be. `shared` are the units of
    time, and the measures that count heads, for each of which the number was asked for. A claim that was changed by a
    person is `accepted`: its reading is what they mean, however sure it was. `caveats` are the ids of those that are
    told with it, `fits` is that of the one that says what would make it true, "" for none.

    Of a plan, `place` is the id of the place whose wholes show its size, "" for none; `money` the index of the number
    that it costs, -1 for none, and `pledged` the share of that which was pledged before. `beside` are figures that the
    text itself gives, as what is given in the place of the stored ones.
    """

    claim: Claim
    numbers: tuple[Quantity, ...]
    claimed: int
    certainty: int
    hedged: bool = False
    upper_only: bool = False
    shared: tuple[str, ...] = ()
    accepted: bool = False
    caveats: tuple[str, ...] = ()
    fits: str = ""
    place: str = ""
    money: int = -1
    pledged: Fraction | None = None
    beside: tuple[Leaf, ...] = ()

    @property
    def quantity(self) -> Quantity | None:
        """The number that is claimed; None for a claim without one."""
        return self.numbers[self.claimed] if self.claimed >= 0 else None


def store_claim(
    candidate: Candidate, said: list[Quantity], library: Library, *, certainty: int, hedged: bool
) -> StoredClaim:
    """The claim of a reading, whose leaves name quantities of `said`, as it is stored."""
    claim = candidate.claim
    left, right = _spelled_out(claim.left), _spelled_out(claim.right)
    leaves = (*left.leaves(), *right.leaves())
    used = list(dict.fromkeys(index for leaf in leaves for index in sorted(leaf.uses)))
    if candidate.target >= 0 and candidate.target not in used:
        used.append(candidate.target)
    read = {index: leaf for leaf in reversed(leaves) for index in leaf.uses}
    numbers = tuple(wordless(_as_read(said[index], read.get(index)), library) for index in used)
    places = {index: place for place, index in enumerate(used)}
    return StoredClaim(
        Claim(_renamed(left, places, numbers), claim.comparator, _renamed(right, places, numbers), claim.relation),
        numbers,
        places.get(candidate.target, -1),
        certainty,
        hedged,
        candidate.upper_only,
    )


def with_own_figure(stored: StoredClaim) -> StoredClaim:
    """The claim of a plan with the figure that the text itself gives in the place of the stored one; else as it is."""
    leaf = stored.claim.right.leaf
    if leaf is None or leaf.sort is not Sort.FIGURE:
        return stored
    for own in stored.beside:
        if (own.entity, own.measure) == (leaf.entity, leaf.measure):
            in_place = replace(leaf, low=own.low, value=own.value, high=own.high)
            return replace(stored, claim=replace(stored.claim, right=Term(in_place)))
    return stored


def given_leaf(leaf: Leaf, low: Fraction, value: Fraction, high: Fraction, place: int) -> Leaf:
    """A looked-up leaf with what is said in its place, which is the number at a place among those of the claim."""
    return replace(
        _apart(leaf),
        sort=Sort.GIVEN,
        low=low,
        value=value,
        high=high,
        dated="",
        stale_years=0,
        estimate=False,
        years=None,
        uses=frozenset({place}),
    )


def filled(stored: StoredClaim) -> StoredClaim:
    """The claim with what is reckoned in the place of the number that it asks for; any other as it is."""
    left = stored.claim.left.leaf
    if stored.claim.relation not in HOLES or left is None:
        return stored
    value = stored.claim.right.value()
    number = replace(stored.numbers[stored.claimed], stated=Interval.point(value / left.factor), precision=Fraction(0))
    numbers = (*stored.numbers[: stored.claimed], number, *stored.numbers[stored.claimed + 1 :])
    claim = replace(stored.claim, left=Term(left.exact(value)))
    return replace(stored, claim=claim, numbers=numbers)


def known_type(of: Exponents) -> Exponents:
    """The bases of a type that are the program's own: a noun of the message is none."""
    return Exponents(tuple((base, power) for base, power in of.of if base in PHYSICAL or base in roots().values()))


def said_leaf(leaf: Leaf, place: int, number: Quantity) -> Leaf:
    """The leaf of one of the numbers, by its place among them."""
    return replace(leaf, id=f"said.{place}", label="", unit=number.unit_name, uses=frozenset({place}))


def _spelled_out(term: Term) -> Term:
    """The term with what is made of what is said in its parts: 1 − 25 % instead of 75 %."""
    if term.leaf is not None:
        return _spelled_out(term.leaf.made) if term.leaf.made is not None else term
    return replace(term, parts=tuple(_spelled_out(part) for part in term.parts))


def _renamed(term: Term, places: dict[int, int], numbers: tuple[Quantity, ...]) -> Term:
    """The term without what ties its leaves to words of the text."""
    if term.leaf is None:
        return replace(term, parts=tuple(_renamed(part, places, numbers) for part in term.parts))
    leaf = _apart(term.leaf)
    if leaf.sort is Sort.STATED:
        place = places[min(leaf.uses)]
        return Term(said_leaf(leaf, place, numbers[place]))
    return Term(replace(leaf, unit="", factor=term.leaf.factor**0) if leaf.sort is Sort.CONSTANT else leaf)


def _apart(leaf: Leaf) -> Leaf:
    """A leaf without what ties it to a text."""
    return replace(leaf, cost=0.0, places=NOWHERE, said=True, parts=(), made=None, type=known_type(leaf.type))


def _as_read(quantity: Quantity, leaf: Leaf | None) -> Quantity:
    """The one of a quantity's readings whose unit, and if possible whose number, was taken."""
    known = (quantity, *quantity.alternatives, *units_elsewhere(quantity))
    readings = [one for one in known if leaf is not None and one.unit_name == leaf.unit]
    same = (one for one in readings if leaf is not None and one.value * leaf.factor == leaf.value)
    return next(same, readings[0] if readings else quantity)


def wordless(quantity: Quantity, library: Library) -> Quantity:
    """A quantity without the words in which it was said, and without a noun that is not the program's own."""
    unit = _known_unit(quantity.unit, known_noun(quantity.unit.noun, library), library)
    period = replace(quantity.period, span=(0, 0)) if quantity.period is not None else None
    return replace(
        quantity,
        unit=unit,
        period=period,
        direction=Direction.NONE,
        role=Role.LEVEL,
        span=(0, 0),
        number_span=(0, 0),
        text="",
        alternatives=(),
    )


def _known_unit(unit: Unit, noun: str, library: Library) -> Unit:
    """A unit with the noun in the place of its own, and without a denominator that counts an unknown one."""
    counts = unit.dimension in (Dimension.COUNT, Dimension.RATIO) and bool(unit.noun)
    below = unit.per
    if below is not None:
        under = known_noun(below.noun, library)
        below = None if below.noun and not under else _known_unit(below, under, library)
    return replace(unit, name=noun if counts else unit.name, noun=noun or None, modifiers=(), per=below)
