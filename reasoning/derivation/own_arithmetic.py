"""The message's own arithmetic: what the numbers that are said make of each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import partial
from itertools import pairwise

from knowledge.model.units import NUMBER, Exponents
from quantities import Dimension, Form, PeriodKind, Role
from quantities.model.quantity import SECONDS
from reasoning.derivation.product_claims import BARE_TAKEN, product_candidate, type_of
from reasoning.derivation.products import Product, find_products
from reasoning.derivation.restatements import restatement
from reasoning.derivation.savings import saved_leaves
from reasoning.derivation.shared_out import all_people, beside_leaves, is_for_each_of_all, once_leaves
from reasoning.derivation.soundness import is_at, is_divided, is_reckoned
from reasoning.derivation.transforms import in_unit_of, other_leaves, taken_off
from reasoning.derivation.worked_hours import as_worked
from reasoning.grounding.context import Context, dating_places
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import LENGTH, MASS, MONEY, PHYSICAL, TIME, TypeCodes, count_bases
from reasoning.model.claim import Candidate, Claim, Operator, single
from reasoning.model.leaf import NOWHERE, Leaf, Sort, constant
from reasoning.reading.items import listed_items
from reasoning.reading.language import words
from reasoning.reading.passage import ages_told, is_paid, is_rate, is_time
from reasoning.reading.results import concluded

LEFT_COUNT = 0.35  # for each counted noun that does not cancel
COUNT_TAKEN = 1.2  # a count taken to be so much of a unit, beyond that
IN_A_WHOLE = 0.3
WATERY = 0.2
FROM_TIMES_TO = 2.2
TIME_AS_COUNT, NOT_BY_TIME = 0.45, 1.3
MANY_TIMES = 3
ADDED = 1.5
NOT_OF_THEM = 1.5  # "20 % came and half of them sang": half is of the 20 %, and of nothing else
OVER_A_REST = 0.15  # what a share leaves, or makes of all, is rather multiplied with than divided by
BARE_TIMES_BARE = 0.7
GUESSED = 0.8  # a number that counts nothing sets off another, or times a time, and no word says so
BESIDE = 2  # words
BILLION = 10**9
ITEMS_MULTIPLIED = 2.5  # two of a list of items
SHARES = frozenset({Form.PERCENT, Form.POINTS, Form.RATIO, Form.MULTIPLE})


def own_products(found: Ground, index: int, target: Leaf) -> Iterator[Candidate]:
    """The message's own arithmetic: products of what is said, whatever nouns are counted, with properties and units."""
    codes = TypeCodes()
    aside = taken_off(found.context, index).union(ages_told(found.context.sentence))
    if index in aside - found.context.results():
        return
    quantity = found.context.sentence.stated[index].quantity
    ages = ages_told(found.context.sentence) if quantity.form is Form.AMOUNT and not is_time(quantity) else ()
    plain = [leaf for leaf in other_leaves(found, index) if len(leaf.uses) > 1 or leaf.uses.isdisjoint(ages)]
    others = [*plain, *beside_leaves(found, index, target), *saved_leaves(found, index)]
    everybody = all_people(found, index)
    others += [*everybody, *(once_leaves(found, index, target) if everybody else ())]
    whole = _in_a_whole(found.context, index, target)
    if whole is not None:
        yield whole
    bare = target.type == NUMBER and quantity.form is Form.AMOUNT
    for powers, like, claimed in _claims(found, index, target, plain):
        leaves = [(leaf, codes.code(leaf.type, physical=True)) for leaf in (*others, *_units(found))]
        wanted = codes.code(powers, physical=True)
        extra = [
            (taken, codes.code(taken.type, physical=True))
            for leaf, _ in leaves
            if leaf.sort is Sort.STATED and _takes_a_unit(found.context, leaf) and wanted and like.factor
            for taken in (replace(in_unit_of(leaf, like), cost=leaf.cost + _taken(leaf)),)
        ]
        counts = [(leaf, 0) for leaf in _as_counts(found, index)]
        for one in find_products(wanted, [*leaves, *counts, *extra], ratio=True, budget=found.context.budget):
            if len((*one.above, *one.below)) == 1 and any(leaf.cost >= COUNT_TAKEN for leaf in one.above):
                continue  # that so many things are taken to be so much of a unit shows nothing
            if _divides_times(one, claimed) or not is_reckoned(found.context, one, claimed):
                continue
            if _mixes_kinds(found.context, one, index):
                continue
            restated = restatement(found.context, one, claimed)
            if restated is None:
                continue
            mismatch = 0.0 if bare else LEFT_COUNT * _uneven(found.context, one, claimed)
            unsaid = BARE_TAKEN if claimed is not target else 0.0
            unsaid += _bare_times_bare(found.context, one) + _between(found.context, one)
            unsaid += ADDED if _is_added(found.context, one, index) else 0.0
            unsaid += GUESSED if _is_guessed(found.context, one, powers, index) else 0.0
            unsaid += OVER_A_REST if any(map(_is_of_a_share, one.below)) else 0.0
            unsaid += NOT_OF_THEM if _is_against_them(found.context, one) else 0.0
            worked = as_worked(found.context, one, index)
            heads = any(leaf.sort is Sort.FIGURE for leaf in (*worked.above, *worked.below))
            if heads and not is_for_each_of_all(worked):
                continue
            parts = {"type": mismatch + target.cost + unsaid}
            yield product_candidate(found, index, restated, worked, parts, relation="level" if heads else "own")


def _is_of_a_share(leaf: Leaf) -> bool:
    """Whether a number is what a share leaves, or makes of all: 1 − 25 %."""
    return leaf.made is not None and leaf.made.operator in (Operator.SUM, Operator.DIFFERENCE)


def _is_against_them(context: Context, one: Product) -> bool:
    """Whether a share of those counted before, "half of them", is not multiplied with a share that stands before it."""
    shares = [leaf for leaf in (*one.above, *one.below) if leaf.uses and leaf.value < 1]
    stated = {leaf.id: context.sentence.stated[min(leaf.uses)] for leaf in shares}
    cue = context.cue("of_them")
    parts = [leaf for leaf in shares if cue & (stated[leaf.id].places | {stated[leaf.id].last + 1})]
    if not parts or len(shares) < 2:
        return False
    first = min(stated[leaf.id].first for leaf in shares)
    plain = not any(leaf.made is not None or leaf in one.below for leaf in shares)
    return not plain or any(stated[leaf.id].first == first for leaf in parts)


def _is_of_unsaid_time(context: Context, one: Product) -> bool:
    """Whether a time that is said is set beside one that no word says: "1.05 trillion two years before"."""
    times = [leaf for leaf in (*one.above, *one.below) if leaf.type == TIME]
    unsaid = (leaf.sort is Sort.CONSTANT and leaf.places <= dating_places(context) for leaf in times)
    return any(leaf.sort is Sort.STATED for leaf in times) and any(unsaid)


def _mixes_kinds(context: Context, one: Product, index: int) -> bool:
    """Whether numbers are set beside each other that are of two kinds: two sums, two times, pay and parts of a time."""
    unsaid = not context.sentence.stated[index].quantity.period and _is_of_unsaid_time(context, one)
    return (
        unsaid
        or _has_part_and_whole(context, one, index)
        or _sum_over_sum(context, one)
        or _is_paid_by_part_of_the_time(context, one, index)
    )


def _has_part_and_whole(context: Context, one: Product, index: int) -> bool:
    """Whether some are multiplied with, or divided by, those of whom they are some: "40 of his 200 vines"."""
    leaves = [leaf for leaf in (*one.above, *one.below) if leaf.uses and leaf.value > 1]
    numbers = sorted({index, *(min(leaf.uses) for leaf in leaves)})
    amounts = context.sentence.stated[index].quantity.form is Form.AMOUNT and len(leaves) == len(
        (*one.above, *one.below)
    )
    if amounts and len(leaves) > 1 and any(is_divided(context, number) for number in numbers):
        return True
    stated = [context.sentence.stated[number] for number in numbers if number != index]
    gaps = (context.sentence.lows[part.last + 1 : whole.first] for part, whole in pairwise(stated))
    whose = words().definite | words().possessive
    return any(words().part_of.issuperset(gap[:1]) and whose.intersection(gap[1:2]) for gap in gaps)


def _is_paid_by_part_of_the_time(context: Context, one: Product, index: int) -> bool:
    """Whether pay of no time, that of an hour, is set beside hours a week as a part of all time: "$20, 40 h a week"."""
    said = [leaf for leaf in (*one.above, *one.below) if leaf.sort is Sort.STATED]
    places = (index, *(min(leaf.uses) for leaf in said))
    quantities = [context.sentence.stated[place].quantity for place in places]
    in_part = any(is_rate(quantity) and is_time(quantity) for quantity in quantities)
    return in_part and any(leaf.type == MONEY for leaf in said)


def _sum_over_sum(context: Context, one: Product) -> bool:
    """Whether of two bare sums in the billions, one over the other, only one is taken to be money."""
    bare = [
        [leaf for leaf in side if len(leaf.uses) == 1 and _is_bare_sum(context, leaf)]
        for side in (one.above, one.below)
    ]
    return any((top.type == NUMBER) != (bottom.type == NUMBER) for top in bare[0] for bottom in bare[1])


def _is_bare_sum(context: Context, leaf: Leaf) -> bool:
    """Whether a leaf is a number of billions, of nothing that is said."""
    quantity = context.sentence.stated[min(leaf.uses)].quantity
    return leaf.sort is Sort.STATED and quantity.unit.dimension is Dimension.NONE and quantity.value >= BILLION


def _claims(found: Ground, index: int, target: Leaf, plain: list[Leaf]) -> Iterator[tuple[Exponents, Leaf, Leaf]]:
    """The types a number may be of, each with the number that it is read like, and itself as claimed.

    A bare number is of the unit of another, or of its money; one that is announced is so much in the others' period.
    """
    quantity = found.context.sentence.stated[index].quantity
    bare = quantity.form is Form.AMOUNT and all(base not in PHYSICAL and power < 0 for base, power in target.type.of)
    main = in_main_unit(found.context, target)
    yield target.type, main, target
    if bare:
        units = [(leaf.type, leaf) for leaf in map(partial(_price_unit, found.context), plain) if leaf is not None]
        if not is_paid(found.context.sentence, found.context.sentence.stated[index]):
            single = (leaf for leaf in plain if len(leaf.uses) == 1)  # "3 by 2 m and cost 400" are no 400 m2
            measured = [leaf for leaf in single if any(base in PHYSICAL and base != "s" for base, _ in leaf.type.of)]
            units += [(leaf.type / TIME ** dict(leaf.type.of).get("s", 0), leaf) for leaf in measured]
            units += [(leaf.type, leaf) for leaf in plain if dict(leaf.type.of) == {"s": 1}]
        likes = [(powers, in_main_unit(found.context, unit)) for powers, unit in units if powers != NUMBER]
        for (powers, _), like in {(powers, like.factor): like for powers, like in likes}.items():
            yield powers, like, in_unit_of(target, like)
    own = quantity.period
    of_shares = [one.quantity.period for one in found.context.sentence.stated if one.quantity.form is Form.PERCENT]
    if own and own.seconds and not target.percent and any(one and one.unit == own.unit for one in of_shares):
        powers = target.type * TIME  # "2 % a month of 1,500 is 30 a month"
        yield powers, main, replace(target.in_units_of(own.seconds), type=powers)
    seconds = _longest_period(found.context, index)
    if seconds and "s" not in dict(target.type.of) and index in found.context.results():
        yield target.type / TIME, main, replace(target.in_units_of(1 / seconds), type=target.type / TIME)


def _longest_period(context: Context, index: int) -> Fraction | None:
    """The seconds of the longest period by which the other numbers are said; None where none is, or a time is said."""
    others = [one.quantity for place, one in enumerate(context.sentence.stated) if place != index]
    periods = [one.period.seconds for one in others if is_rate(one) and one.period and one.period.seconds]
    timed = context.sentence.stated[index].quantity.period or any(is_time(one) and not is_rate(one) for one in others)
    return None if timed else max(periods, default=None)


def _price_unit(context: Context, leaf: Leaf) -> Leaf | None:
    """What a bare number is read like beside a price: of its money; None for what is none: "3 kg at 2.50 a kilo"."""
    unit = context.sentence.stated[min(leaf.uses)].quantity.unit
    if unit.dimension is not Dimension.MONEY or unit.per is None or not unit.per.factor or len(leaf.uses) > 1:
        return None
    return replace(leaf, type=MONEY, factor=leaf.factor * unit.per.factor * unit.per_count)


def _uneven(context: Context, one: Product, claimed: Leaf) -> int:
    """How many counted nouns do not cancel; none where a number without a noun may be so many of one for each other."""
    if any(_is_bare(leaf) for leaf in (*one.above, *one.below)):
        return 0
    left = count_bases(type_of(one) / claimed.type)
    each = bool(context.cue("each") or context.cue("carries"))
    return sum(min(abs(exponent), 2) for exponent in left.values() if not (each and abs(exponent) == 1))


def in_main_unit(context: Context, like: Leaf) -> Leaf:
    """What a bare number is read like: beside cents it is of dollars."""
    units = [context.sentence.stated[place].quantity.unit for place in like.uses]
    parts = [unit.factor for unit in units if unit.dimension is Dimension.MONEY and unit.factor]
    return replace(like, factor=like.factor / parts[0]) if parts else like


def _is_bare(leaf: Leaf) -> bool:
    """Whether a number that is said has no unit, but for what it is per: "16", "12 per box"."""
    plain = leaf.sort is Sort.STATED and not leaf.percent and len(leaf.uses) == 1 and leaf.value > 1
    return plain and leaf.unit not in SECONDS and all(exponent < 0 for _, exponent in leaf.type.of)


def _bare_times_bare(context: Context, one: Product) -> float:
    """Two amounts without a unit are hardly multiplied where nothing says so."""
    bare = [leaf for leaf in (*one.above, *one.below) if leaf.sort is Sort.STATED and leaf.type == NUMBER]
    amounts = [leaf for leaf in bare if leaf.value > 1 and not leaf.percent and len(leaf.uses) == 1]
    cue = context.cue("times") | context.cue("each") | context.cue("split")
    listed, _ = listed_items(context.sentence)
    if (
        sum(leaf.uses <= listed and leaf.type != LENGTH for leaf in (*one.above, *one.below) if leaf.uses) > 1
        or sum(is_at(context, leaf) for leaf in amounts) > 1  # two prices
        or _are_coordinate(context, amounts)
    ):
        return ITEMS_MULTIPLIED
    return BARE_TIMES_BARE if len(amounts) > 1 and not cue else 0.0


def _are_coordinate(context: Context, leaves: list[Leaf]) -> bool:
    """Whether nothing but "and" or a comma stands between two of some numbers: "14, 17 and 20"."""
    stated = sorted((context.sentence.stated[min(leaf.uses)] for leaf in leaves), key=lambda one: one.first)
    gaps = ((one.last + 1, other.first) for one, other in pairwise(stated))
    return any(words().and_word.issuperset(context.sentence.lows[slice(*gap)]) for gap in gaps)


def _is_guessed(context: Context, one: Product, claimed: Exponents, index: int) -> bool:
    """Whether a bare number divides, or is times a bare rate or a time, where no word beside it says that it does."""
    said = [leaf for leaf in (*one.above, *one.below) if leaf.sort is Sort.STATED]
    bare = [leaf for leaf in said if leaf.type == NUMBER and _is_bare(leaf)]
    loose = [leaf for leaf in bare if leaf.low != leaf.high or not _is_joined(context, min(leaf.uses))]
    rates = [leaf for leaf in said if dict(leaf.type.of).get("s") == -1 and not leaf.percent]
    times = [leaf for leaf in said if leaf.type == TIME]
    repeated = [leaf for leaf in times if claimed == TIME and leaf in one.above]
    aged = [leaf for leaf in bare if repeated and is_at(context, leaf)]  # "retires at 67"
    weak = context.results() - concluded(context.sentence)  # "earns 3,100, pays 950 and has 2 cats"
    shared = _is_joined(context, index) or bool(count_bases(claimed) and index not in weak)  # "29 each", "500 nurses"
    ranges = any(leaf.low != leaf.high for leaf in loose)  # "between 9 and 12"
    return (
        bool(aged)
        or ranges
        or any(
            repeated
            or (rates and (times or (leaf in one.above and rates[0] in one.above)))
            or (leaf in one.below and not shared)
            for leaf in loose
        )
    )


def _is_joined(context: Context, index: int) -> bool:
    """Whether a word, or a sign, beside a number shares, repeats or prices: "for 6", "2.4 to a home", "x 12"."""
    one, sentence = context.sentence.stated[index], context.sentence
    shared = context.cue("each") | context.cue("split") | context.cue("carries") | context.cue("size_of")
    cues = shared | context.cue("times") | context.cue("rate")
    beside = cues & frozenset(range(one.first - BESIDE, one.last + BESIDE + 1))
    behind = words().article_one & {*sentence.lows[one.last + 1 : one.last + 3]}
    return bool(beside or behind) or sentence.lows[one.first - 1] in words().lasting


def _divides_times(one: Product, claimed: Leaf) -> bool:
    """Whether a length of time stands below the line among three or more of them: only rates are so set off."""
    times = [leaf for leaf in (*one.above, *one.below, claimed) if leaf.sort is Sort.STATED and leaf.type == TIME]
    return len(times) >= MANY_TIMES and any(leaf in one.below for leaf in times)


def _is_added(context: Context, one: Product, target: int) -> bool:
    """Whether a word that adds stands between two numbers of a product, or before it: "3 at 4 plus 2 at 5"."""
    stated = context.sentence.stated
    firsts = [stated[index].first for leaf in (*one.above, *one.below) for index in leaf.uses]
    firsts += [stated[target].first] if target not in context.results() else []
    adding = [word.place for word in context.sentence.words if word.low in words().beside_sum]
    adding += [one.first for one in stated if one.quantity.text.startswith("+")]
    return bool(firsts) and any(min(firsts) < place <= max(firsts) for place in adding)


def _as_counts(found: Ground, index: int) -> list[Leaf]:
    """Lengths of time as how many there are: "52 weeks" as 52, where another time is by the week.

    "$100 each over 10 years" is not said to be paid each year.
    """
    periods = [one.quantity.period for one in found.context.sentence.stated]
    unsaid = bool(found.context.cue("each")) and not any(one and one.kind is PeriodKind.PER for one in periods)
    cost = TIME_AS_COUNT + (NOT_BY_TIME if unsaid else 0.0)
    return [
        replace(leaf.exact(leaf.value / leaf.factor), type=NUMBER, cost=leaf.cost + cost)
        for place, leaves in enumerate(found.stated)
        for leaf in leaves[:1]
        if place != index and dict(leaf.type.of) == {"s": 1} and leaf.factor and _is_a_period(found, place)
    ]


def _is_a_period(found: Ground, place: int) -> bool:
    """Whether another number is said of each such length of time, or is a time in it: "40 hours, 52 weeks".

    So are two amounts of money beside hours: what one of them earns, and all.
    """
    stated = found.context.sentence.stated
    name = stated[place].quantity.unit.name
    others = [one.quantity for at, one in enumerate(stated) if at != place]
    said = any(other.period is not None and other.period.unit == name for other in others)
    paid = (
        SECONDS.get(name, 0) == SECONDS["hour"] and [other.unit.dimension for other in others] == [Dimension.MONEY] * 2
    )
    return said or paid or any(other.unit.dimension is Dimension.TIME and other.unit.name != name for other in others)


def _units(found: Ground) -> list[Leaf]:
    """The constants that are units: one person, or one household, makes no difference to what people reckon."""
    units = [leaf for leaf in found.constants if any(base in PHYSICAL for base, _ in leaf.type.of)]
    watery = found.context.cue("watery") if found.context.shares() else NOWHERE  # a litre of it weighs a kilogram
    kilo = replace(constant(1000, "1 kg per litre"), type=MASS / LENGTH**3, cost=WATERY, places=watery)
    return [*units, kilo] if watery else units


def _taken(leaf: Leaf) -> float:
    """What it costs a number to be of the unit of another: more where it counts something."""
    return BARE_TAKEN + (COUNT_TAKEN if count_bases(leaf.type) else 0.0)


def _takes_a_unit(context: Context, leaf: Leaf) -> bool:
    """Whether a number may be of the unit of another: it is no share, and has no unit but a count or a period."""
    if "^" in leaf.label:
        return False  # so many times as much, of something that is not said
    said = [context.sentence.stated[index].quantity for index in leaf.uses]
    if any(one.form in SHARES or one.unit.dimension is Dimension.TIME for one in said):
        return False
    return all(base not in PHYSICAL or power < 0 or base == "s" for base, power in leaf.type.of)  # s² in 1 / kWh


def _between(context: Context, one: Product) -> float:
    """What something was before and after is hardly multiplied: "from 40 to 120"."""
    used = frozenset().union(*(leaf.uses for leaf in (*one.above, *one.below)))
    stated = [context.sentence.stated[index] for index in used]
    changes = any(not one.quantity.stated.is_point and one.first - 1 in context.cue("from") for one in stated)
    changes |= len({period.year for each in stated if (period := each.quantity.period) and period.year}) > 1
    return FROM_TIMES_TO if changes or {one.quantity.role for one in stated} & {Role.FROM, Role.TO} else 0.0


def _in_a_whole(context: Context, index: int, target: Leaf) -> Candidate | None:
    """ "60 minutes in an hour": so much of one unit as makes another; the two over each other are 1."""
    quantity = context.sentence.stated[index].quantity
    period = quantity.period
    alone = len(context.sentence.stated) == 1
    if quantity.unit.dimension is not Dimension.TIME or period is None or period.count != 1 or not alone:
        return None
    claim = Claim(single(target), "=", single(constant(1)), "own")
    return Candidate(claim, {"product": IN_A_WHOLE}, target.places, frozenset({index}), frozenset(), index)
