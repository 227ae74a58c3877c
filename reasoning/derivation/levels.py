"""What a quantity could be: each product of figures, properties, averages and other quantities of its type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from i18n.language import translatable
from knowledge.model.units import NUMBER, Exponents
from quantities import Bound, Dimension, Form, PeriodKind, Quantity, Role
from quantities.model.quantity import SECONDS
from reasoning.data.tables import defaults
from reasoning.derivation.preferences import direction_cost, given_cost
from reasoning.derivation.products import Product, find_products
from reasoning.derivation.transforms import in_unit_of, other_leaves
from reasoning.grounding.context import Context
from reasoning.grounding.figures import counted_as
from reasoning.grounding.ground import Ground, on_its_day
from reasoning.grounding.types import PHYSICAL, TIME, TypeCodes, count_bases
from reasoning.model.claim import Candidate, Claim, product, single
from reasoning.model.leaf import Leaf, Places, Sort
from reasoning.reading.language import stem
from reasoning.reading.passage import is_time

COMPARATORS = {
    Bound.MORE_THAN: ">",
    Bound.AT_LEAST: ">",
    Bound.LESS_THAN: "<",
    Bound.AT_MOST: "<",
    Bound.UP_TO: "<",
    Bound.NEARLY: "~",
    Bound.ABOUT: "~",
}
BARE_COUNT, BARE_PHYSICAL = 0.1, 1.0
LEFT_COUNT = 0.35  # for each counted noun that does not cancel
BARE_TAKEN = 0.25  # a number without a unit, taken to be of the unit of another
IN_A_WHOLE = 0.3
FROM_TIMES_TO = 1.2
TIME_AS_COUNT = 0.45
BARE_TIMES_BARE = 0.7
MOST_TARGETS = 6
TIME_GIVEN = 0.1
COUNT_TAKEN = 0.6
WORKED = translatable("share of the hours worked")


def level_candidates(found: Ground) -> Iterator[Candidate]:
    """For every quantity the products that it could be."""
    for index in range(min(len(found.stated), MOST_TARGETS)):
        here = on_its_day(found, index)
        for target in found.stated[index]:
            given = given_cost(found.context, index)
            if is_time(found.context.sentence.stated[index].quantity) and len(found.stated) > 1:
                given += TIME_GIVEN
            for candidate in (*_of_known(here, index, target), *_of_stated(here, index, target)):
                yield replace(candidate, cost={**candidate.cost, "given": given}) if given else candidate


def _of_known(found: Ground, index: int, target: Leaf) -> Iterator[Candidate]:
    """Products in which at least one leaf is known rather than said."""
    codes = TypeCodes()
    quantity = found.context.sentence.stated[index].quantity
    known = [*_as_counted(found, quantity, target), *found.properties, *found.averages]
    if not known and not found.wholes:
        return
    pool = [*known, *_wholes_beside(found), *found.constants, *other_leaves(found, index)]
    leaves = [(leaf, codes.code(leaf.type)) for leaf in pool]
    ratio = _is_ratio(found.context, quantity)
    meant = {leaf.id for leaf in known}
    for cost, powers in _types(quantity, target, known, found.stated):
        for one in find_products(codes.code(powers), leaves, ratio=ratio, budget=found.context.budget):
            if _is_of_what_is_meant(one, meant):
                parts = {"type": cost + target.cost, "direction": direction_cost(found, quantity, one)}
                yield _candidate(found, index, replace(target, type=powers), one, parts)


def _of_stated(found: Ground, index: int, target: Leaf) -> Iterator[Candidate]:
    """The message's own arithmetic: products of what is said, whatever nouns are counted, with properties and units."""
    codes = TypeCodes()
    others = other_leaves(found, index)
    whole = _in_a_whole(found.context, index, target)
    if whole is not None:
        yield whole
    quantity = found.context.sentence.stated[index].quantity
    bare = target.type == NUMBER and quantity.form is Form.AMOUNT
    units = {target.type: target}
    if bare:
        measured = [leaf for leaf in others if any(base in PHYSICAL and base != "s" for base, _ in leaf.type.of)]
        units = {NUMBER: target} | {leaf.type / TIME ** dict(leaf.type.of).get("s", 0): leaf for leaf in measured}
        units |= {leaf.type: leaf for leaf in others if dict(leaf.type.of) == {"s": 1}}
    for powers, like in units.items():
        claimed = in_unit_of(target, like) if bare and powers != NUMBER else target
        leaves = [(leaf, codes.code(leaf.type, physical=True)) for leaf in (*others, *found.constants)]
        leaves += [(leaf, 0) for leaf in _as_counts(found, index)]
        wanted = codes.code(powers, physical=True)
        extra = [
            (unit, codes.code(unit.type, physical=True))
            for leaf, _ in leaves
            if leaf.sort is Sort.STATED and _takes_a_unit(leaf) and wanted and like.factor
            for unit in (replace(in_unit_of(leaf, like), cost=leaf.cost + _taken(leaf)),)
        ]
        for one in find_products(wanted, [*leaves, *extra], ratio=True, budget=found.context.budget):
            if not _is_sum_of_its_own(one, claimed) or _is_share_alone(one, claimed):
                continue
            left = count_bases(_type(one) / claimed.type)
            each = bool(found.context.cue("each"))
            uneven = sum(min(abs(exponent), 2) for exponent in left.values() if not (each and exponent == -1))
            mismatch = 0.0 if bare else LEFT_COUNT * uneven
            taken = BARE_TAKEN if claimed is not target else 0.0
            taken += _bare_times_bare(found.context, one) + _between(found.context, one)
            worked = _as_worked(found.context, one, index)
            yield _candidate(found, index, claimed, worked, {"type": mismatch + target.cost + taken}, relation="own")


def _bare_times_bare(context: Context, one: Product) -> float:
    """Two amounts without a unit are hardly multiplied where nothing says so."""
    bare = [leaf for leaf in (*one.above, *one.below) if leaf.sort is Sort.STATED and leaf.type == NUMBER]
    amounts = [leaf for leaf in bare if leaf.value > 1 and not leaf.percent and len(leaf.uses) == 1]
    cue = context.cue("times") | context.cue("each") | context.cue("split")
    return BARE_TIMES_BARE if len(amounts) > 1 and not cue else 0.0


def _as_counts(found: Ground, index: int) -> list[Leaf]:
    """Lengths of time as how many there are: "52 weeks" as 52, where another time is by the week."""
    return [
        replace(leaf, low=number, value=number, high=number, type=NUMBER, cost=leaf.cost + TIME_AS_COUNT)
        for place, leaves in enumerate(found.stated)
        for leaf in leaves[:1]
        if place != index and dict(leaf.type.of) == {"s": 1} and leaf.factor
        for number in (leaf.value / leaf.factor,)
    ]


def _is_of_time(leaf: Leaf) -> bool:
    """Whether a number is a length of time."""
    return dict(leaf.type.of) == {"s": 1}


def _taken(leaf: Leaf) -> float:
    """What it costs a number to be of the unit of another: more where it counts something."""
    return BARE_TAKEN + (COUNT_TAKEN if count_bases(leaf.type) else 0.0)


def _takes_a_unit(leaf: Leaf) -> bool:
    """Whether a number may be of the unit of another: it has none of its own, or only a count or a period."""
    return not leaf.percent and all(base not in PHYSICAL or (base == "s" and power < 0) for base, power in leaf.type.of)


def _as_worked(context: Context, one: Product, index: int) -> Product:
    """A product, times the share of all hours that is worked where what is paid by the hour is set beside longer."""
    if not _is_around_the_clock(context, one, index):
        return one
    low, high = defaults().worked
    leaf = Leaf("worked", Sort.AVERAGE, low, (low + high) / 2, high, label=WORKED)
    hourly = any(
        period is not None and period.seconds == SECONDS["hour"]
        for above in one.above
        for place in above.uses
        for period in (context.sentence.stated[place].quantity.period,)
    )
    if hourly:
        return replace(one, above=(*one.above, leaf))
    return replace(one, below=(*one.below, leaf))


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


def _between(context: Context, one: Product) -> float:
    """What something was before and after is hardly multiplied: "from 40 to 120"."""
    used = frozenset().union(*(leaf.uses for leaf in (*one.above, *one.below)))
    roles = {context.sentence.stated[index].quantity.role for index in used}
    return FROM_TIMES_TO if roles & {Role.FROM, Role.TO} else 0.0


def _in_a_whole(context: Context, index: int, target: Leaf) -> Candidate | None:
    """ "60 minutes in an hour": so much of one unit as makes another; the two over each other are 1."""
    quantity = context.sentence.stated[index].quantity
    period = quantity.period
    alone = len(context.sentence.stated) == 1
    if quantity.unit.dimension is not Dimension.TIME or period is None or period.count != 1 or not alone:
        return None
    claim = Claim(single(target), "=", single(_one()), "own")
    return Candidate(claim, {"product": IN_A_WHOLE}, target.places, frozenset({index}), frozenset(), index)


def _is_sum_of_its_own(one: Product, claimed: Leaf) -> bool:
    """Whether two or more numbers that are said make it, or another unit of the same."""
    said = [leaf for leaf in (*one.above, *one.below) if leaf.sort is Sort.STATED]
    leaves = (*one.above, *one.below)
    physical = any(base in PHYSICAL for base, _ in claimed.type.of)
    if len(leaves) == 1 and leaves[0].sort is Sort.CONSTANT:
        return physical and bool(leaves[0].unit) and bool(leaves[0].places)
    if len(leaves) == 1 and len(leaves[0].uses) > 1:
        return True
    if len(leaves) == 1:
        other = leaves[0]
        return physical and other.unit != claimed.unit and other.factor != claimed.factor
    if any(leaf.sort is Sort.CONSTANT and not leaf.places for leaf in leaves):
        return False
    constant_time = any(leaf.sort is Sort.CONSTANT and dict(leaf.type.of).get("s") for leaf in leaves)
    timed = any(dict(leaf.type.of).get("s") for leaf in said) and not claimed.percent
    if constant_time and not (timed or (dict(claimed.type.of).get("s") and physical and not _is_of_time(claimed))):
        return False
    return len(said) >= 2 or (bool(said) and physical)


def _is_share_alone(one: Product, claimed: Leaf) -> bool:
    """Whether an amount is made of nothing said but shares: a share is of something, alone it makes none."""
    said = [leaf for leaf in (*one.above, *one.below) if leaf.sort is Sort.STATED]
    physical = any(base in PHYSICAL for base, _ in claimed.type.of)
    return physical and bool(said) and all(leaf.percent for leaf in said)


def _is_of_what_is_meant(one: Product, meant: set[str]) -> bool:
    """Whether words mean one of the leaves, or what is said is shared among, or multiplied by, all of a place."""
    leaves = (*one.above, *one.below)
    if any(leaf.id in meant for leaf in leaves):
        return True
    return any(leaf.sort is Sort.STATED for leaf in leaves) and any(
        leaf.sort is Sort.FIGURE and leaf.places for leaf in leaves
    )


def _as_counted(found: Ground, quantity: Quantity, target: Leaf) -> list[Leaf]:
    """The figures, as counts of the noun that the quantity counts where their measure is counted in it."""
    noun = quantity.unit.noun or quantity.unit.name
    bases = list(count_bases(target.type))
    made = list(found.figures)
    if noun and len(bases) == 1:
        base = stem(noun.split()[-1])
        for leaf in found.figures:
            again = counted_as(found.context.library, leaf, bases[0], base)
            if again is not None:
                made.append(again)
    return made


def _wholes_beside(found: Ground) -> list[Leaf]:
    have = {leaf.id for leaf in found.figures}
    return [leaf for leaf in found.wholes if leaf.id not in have]


def _types(
    quantity: Quantity, target: Leaf, known: list[Leaf], stated: list[list[Leaf]]
) -> list[tuple[float, Exponents]]:
    """The types that the quantity may have, with their cost; a bare number may be of what is known or said."""
    if quantity.unit.dimension is not Dimension.NONE or quantity.form is not Form.AMOUNT:
        return [(0.0, target.type)]
    made: dict[Exponents, float] = {}
    time = dict(target.type.of).get("s")
    for leaf in known:
        if dict(leaf.type.of).get("s") != time:
            continue
        plain = all(base not in PHYSICAL or base == "s" for base, _ in leaf.type.of)
        made[leaf.type] = min(made.get(leaf.type, 9.0), BARE_COUNT if plain else BARE_PHYSICAL)
    for leaves in stated:  # "$5 for each ... is 1.7 billion": of the unit of another
        for leaf in leaves:
            plain_type = Exponents(
                tuple((base, power) for base, power in leaf.type.of if base in PHYSICAL and base != "s")
            )
            if plain_type != NUMBER and not time:
                made[plain_type] = min(made.get(plain_type, 9.0), BARE_TAKEN)
    return [(0.0, target.type), *((cost, powers) for powers, cost in made.items() if powers != target.type)]


def _is_ratio(context: Context, quantity: Quantity) -> bool:
    if quantity.form in (Form.MULTIPLE, Form.RATIO, Form.PERCENT):
        return True
    return quantity.unit.dimension in (Dimension.NONE, Dimension.COUNT) and bool(context.cue("times"))


def _type(one: Product) -> Exponents:
    powers = NUMBER
    for leaf in one.above:
        powers = powers * leaf.type
    for leaf in one.below:
        powers = powers / leaf.type
    return powers


def _candidate(
    found: Ground, index: int, target: Leaf, one: Product, cost: dict[str, float], relation: str = "level"
) -> Candidate:
    leaves = (*one.above, *one.below)
    right = (
        product(tuple(single(leaf) for leaf in one.above), tuple(single(leaf) for leaf in one.below))
        if one.above
        else (product((single(_one()),), tuple(single(leaf) for leaf in one.below)))
    )
    quantity = found.context.sentence.stated[index].quantity
    places: Places = target.places.union(*(leaf.places for leaf in leaves))
    used = frozenset({index}).union(*(leaf.uses for leaf in leaves))
    claim = Claim(single(target), COMPARATORS.get(quantity.bound, "="), right, relation)
    return Candidate(
        claim,
        {**cost, "product": one.cost},
        places,
        used,
        frozenset(ident for leaf in leaves for ident in leaf.entity.split()),
        index,
    )


def _one() -> Leaf:
    return Leaf("1", Sort.CONSTANT, Fraction(1), Fraction(1), Fraction(1), label="1")
