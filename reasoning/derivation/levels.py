"""What a quantity could be: each product of figures, properties, averages and other quantities of its type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise, permutations
from math import inf

from knowledge.model.units import NUMBER, Exponents
from quantities import Dimension, Form, PeriodKind, Quantity
from quantities.model.quantity import SECONDS
from reasoning.data.tables import cues, defaults, root
from reasoning.derivation.claimed_number import change_cost, given_cost, tells_excess
from reasoning.derivation.compared_names import counted_names
from reasoning.derivation.own_arithmetic import in_main_unit, own_products
from reasoning.derivation.product_claims import BARE_TAKEN, product_candidate
from reasoning.derivation.product_costs import product_cost
from reasoning.derivation.products import MOST_FOUND, Product, Products
from reasoning.derivation.records import time_of_record
from reasoning.derivation.shared_out import shared_leaves
from reasoning.derivation.soundness import doubles_once_more
from reasoning.derivation.transforms import in_unit_of, other_leaves
from reasoning.grounding.context import Context
from reasoning.grounding.figures import Who, counted_as, figure_leaf
from reasoning.grounding.ground import Ground, is_calendar_year, on_its_day
from reasoning.grounding.types import MONEY, PHYSICAL, TIME, TypeCodes, count_bases, counted, quantity_type
from reasoning.model.claim import Candidate, Operator, Term, single
from reasoning.model.leaf import NOWHERE, Leaf, Places, Sort, constant
from reasoning.reading.language import stem, words
from reasoning.reading.passage import is_time
from reasoning.reading.results import concluded

BARE_COUNT, BARE_PHYSICAL, BARE_MONEY, LEAST_BARE_MONEY = 0.1, 1.0, 0.4, 1_000_000
FOR_EACH, MOST_TARGETS, ALL_UNSAID, MOST_YEARS = 0.1, 6, 0.55, 150
BEYOND_ALL = Fraction(5, 4)  # so many times all people are more than there can be of any
PERIOD, LARGE = SECONDS["year"], 10**6  # so much a year, or at all, is money rather than how many
TIME_GIVEN, WITHIN_GIVEN, PAID_WITHIN = 0.1, 1.5, 3  # the last in words before a number
MANY, FEWER = 7, 12  # numbers of a sentence from which on fewer products are taken of each type
SEVERAL, MOST_ASIDE = 4, 1.2  # numbers; what a product of one of them costs at most where another is concluded
MOST_ABOVE_TYPES = 2.9  # a product of one type that costs so much more than that of another has no part
AGES = (Dimension.AGE, Dimension.NONE)  # also "65 or older"
OF_A_STOCK = 2.0  # by how much something changed is not how much of it there is


def level_candidates(found: Ground) -> Iterator[Candidate]:
    """For every quantity the products that it could be."""
    record = time_of_record(found.context)
    aside = record.used if record is not None else NOWHERE  # "a 40-year high" is no factor of what is high
    aside |= _of_names(found)
    set_aside = NOWHERE.union(*(found.context.sentence.stated[index].places for index in aside))
    said = [[] if index in aside else leaves for index, leaves in enumerate(found.stated)]
    for index in range(min(len(found.stated), MOST_TARGETS)):
        here = replace(on_its_day(found, index), stated=said)
        given, change = given_cost(found.context, index), change_cost(found.context, index)
        if is_time(found.context.sentence.stated[index].quantity) and len(found.stated) > 1:
            given += TIME_GIVEN
        within = _is_within(found.context, index)
        for target in said[index]:
            known = list(_of_known(here, index, target))
            for candidate in (*known, *own_products(here, index, target)):
                more = given + (_cost_of_change(candidate, found, index, change) if change else 0.0)
                alone = within and all(leaf.sort is not Sort.STATED for leaf in candidate.claim.right.leaves())
                more += WITHIN_GIVEN * alone
                cost = {**candidate.cost, "given": more} if more else candidate.cost
                yield replace(candidate, cost=cost, places=candidate.places | set_aside)
            if tells_excess(found.context, index):
                yield from _excesses(here, known)


def _of_names(found: Ground) -> Places:
    """The shares and ages whose number is a word for a measure, and none of its own: "the top 1 percent pay"."""
    sentence = found.context.sentence
    measured = (*[leaf for leaf in found.figures if leaf.said], *found.averages)
    named = NOWHERE.union(*(leaf.places for leaf in measured))
    return frozenset(
        index
        for index, one in enumerate(sentence.stated)
        if one.quantity.form is Form.PERCENT or one.quantity.unit.dimension in AGES
        if sentence.places_of(*one.quantity.number_span) <= named
        if one.quantity.form is not Form.PERCENT
        or named & {one.first - 1, one.last, one.last + 1}  # "turn up and 65 %"
    )


def _is_within(context: Context, index: int) -> bool:
    """Whether a time is that in which another number is said to have come: "8 million people in just four years"."""
    sentence, one = context.sentence, context.sentence.stated[index]
    ahead = [low for low in sentence.lows[max(one.first - 2, 0) : one.first] if low not in words().only]
    others = (other.quantity for other in sentence.stated[:index] if other.segment == one.segment)
    timed = is_time(one.quantity) and any(not is_time(other) for other in others)
    return timed and not words().during.isdisjoint(ahead[-1:])


def _cost_of_change(candidate: Candidate, found: Ground, index: int, cost: float) -> float:
    """What speaks against so many more being so many, unless a figure is itself of what came or went: jobs added."""
    quantity, right = found.context.sentence.stated[index].quantity, candidate.claim.right
    measures = {leaf.entity: leaf.measure for leaf in right.leaves()}
    alike = len({*measures.values()}) == 1 < len(measures)
    if quantity.form is Form.MULTIPLE and right.operator is Operator.QUOTIENT and alike:
        return 0.0  # "five times heavier than a cat" has not grown
    figures = [leaf for leaf in right.leaves() if leaf.sort is Sort.FIGURE]
    changes = found.context.cue("up") | found.context.cue("down")
    if any(leaf.places & changes for leaf in right.leaves() if leaf.sort is not Sort.STATED):
        return 0.0  # also how fast hair grows
    is_stock = bool(figures) and not any(dict(leaf.type.of).get("s") for leaf in figures)
    return cost + OF_A_STOCK * (is_stock and quantity.form is Form.AMOUNT)


def _excesses(found: Ground, known: list[Candidate]) -> Iterator[Candidate]:
    """By what share one has more, or less, than another: what is beyond, or below, one of their ratio."""
    context = found.context
    up = context.cue("than_up") | context.cue("more")
    wholes = {leaf.measure for leaf in found.wholes}
    compares, falls = up | context.cue("than_down") | context.cue("less"), not up
    for candidate in known:
        ratio = candidate.claim.right
        if ratio.operator is not Operator.QUOTIENT or candidate.claim.relation != "level":
            continue
        one, other = ratio.parts
        if one.leaf is None or other.leaf is None or one.leaf.value <= 0 or other.leaf.value <= 0:
            continue
        if one.leaf.entity == other.leaf.entity and not wholes.isdisjoint((one.leaf.measure, other.leaf.measure)):
            continue  # a part of a whole is compared with other parts, not with it
        turned = Term(None, Operator.QUOTIENT, (other, one)) if falls else ratio
        parts = (single(constant(1)), turned) if falls else (turned, single(constant(1)))
        claim = replace(candidate.claim, right=Term(None, Operator.DIFFERENCE, parts), relation="excess")
        yield replace(candidate, claim=claim, places=candidate.places | compares)


def _of_known(found: Ground, index: int, target: Leaf) -> Iterator[Candidate]:
    """Products in which at least one leaf is known rather than said."""
    codes = TypeCodes()
    quantity = found.context.sentence.stated[index].quantity
    ratios = quantity.unit.dimension is not Dimension.NONE or quantity.form is not Form.AMOUNT
    ratios &= quantity.form is not Form.MULTIPLE or target.type != NUMBER  # "by a factor of 4"
    ratios |= quantity.form is Form.AMOUNT and any(one.places for one in found.who)  # "doctors in Peru: 50,000"
    averages = [leaf for leaf in found.averages if ratios or leaf.type != NUMBER]
    known = [*_as_counted(found, quantity, target), *_exceeded(found, target), *found.properties, *averages]
    if not known and not found.wholes:
        return
    others = other_leaves(found, index)
    said = [*others, *_of_its_unit(others, target), *shared_leaves(found, index, target)]
    pool = [*known, *_wholes_beside(found), *found.constants, *said]
    leaves = [(leaf, codes.code(leaf.type)) for leaf in pool]
    products = Products(leaves, ratio=_is_ratio(found.context, quantity), budget=found.context.budget)
    meant = {leaf.id for leaf in known}
    bare = quantity.unit.dimension is Dimension.NONE and quantity.form is Form.AMOUNT and target.value > 1
    most_each = MOST_FOUND if len(found.stated) < MANY else FEWER
    most = MOST_ASIDE if _is_aside(found, index) else inf  # of a product and its type
    for cost, claimed in _claimed(found.context, quantity, target, known, found.stated):
        likely = products.of_type(codes.code(claimed.type), most - cost)
        most = min([most, *(one.cost + cost + MOST_ABOVE_TYPES for one in likely[:1])])
        for one in likely[:most_each]:
            if not _is_of_what_is_meant(one, meant) or _names_itself(found.context, one, target):
                continue
            factors = (*one.above, *one.below)
            if claimed.type == NUMBER and bare and any(leaf.percent and leaf.sort is Sort.FIGURE for leaf in factors):
                continue  # a plain 7 is no 7 %
            shares = (leaf.type == NUMBER and leaf.value < 1 for leaf in factors)
            of_age = claimed.type == TIME and quantity.unit.dimension in (Dimension.AGE, Dimension.NONE)
            if of_age and any(shares):
                continue  # "three in ten are 65 or older": no share makes an age
            if not doubles_once_more(found.context, one):
                parts = {"type": cost + target.cost, "direction": product_cost(found, quantity, one)}
                yield product_candidate(found, index, claimed, one, parts)


def _is_aside(found: Ground, index: int) -> bool:
    """Whether a number is one of several from which another is concluded: itself it is hardly the claim."""
    concludes = bool(concluded(found.context.sentence)) and index not in found.context.results()
    return concludes and len(found.stated) >= SEVERAL


def _of_its_unit(others: list[Leaf], target: Leaf) -> list[Leaf]:
    """The large bare numbers as amounts of money where the quantity is one: "900bn is $2,600 for everybody"."""
    if dict(target.type.of).get("money") != 1:
        return []
    money = replace(target, type=MONEY * TIME ** dict(target.type.of).get("s", 0))
    bare = [leaf for leaf in others if leaf.type in (NUMBER, NUMBER / TIME) and leaf.value * PERIOD >= LARGE]
    return [replace(in_unit_of(leaf, money), cost=leaf.cost + BARE_TAKEN) for leaf in bare if not leaf.percent]


def _is_of_what_is_meant(one: Product, meant: set[str]) -> bool:
    """Whether words mean one of the leaves, or what is said is shared among, or multiplied by, all of a place."""
    leaves = (*one.above, *one.below)
    if sum(leaf.type == NUMBER and leaf.sort in (Sort.PROPERTY, Sort.AVERAGE) for leaf in leaves) > 1:
        return False  # a share of the day, times another
    if any(leaf.id in meant for leaf in leaves):
        return True
    return any(leaf.sort is Sort.STATED for leaf in leaves) and any(
        leaf.sort is Sort.FIGURE and leaf.places for leaf in leaves
    )


def _names_itself(context: Context, one: Product, target: Leaf) -> bool:
    """Whether a number is only what the thing is called by: "a $2 coin" is worth that."""
    leaves = (*one.above, *one.below)
    sentence = context.sentence
    money = {index for leaf in (target, *leaves) if leaf.type == MONEY for index in leaf.uses}
    spans = (sentence.stated[index].quantity.number_span for index in money)
    numbers = frozenset(place for span in spans for place in sentence.places_of(*span))  # no "2 billion dollar bills"
    for leaf in leaves if len(leaves) > 1 else ():
        nouns = leaf.places - context.cue(f"property.{leaf.measure}") if leaf.sort is Sort.PROPERTY else NOWHERE
        if nouns & numbers:
            return True  # "$100 bills", what they cost and the $100
    if len(leaves) == 1 and leaves[0].sort is Sort.AVERAGE and leaves[0].places <= target.places:
        return True  # "3 in 10 adults" are no adults a head
    if len(leaves) != 1 or leaves[0].sort is not Sort.PROPERTY:
        return False
    measured = {stem(part) for part in leaves[0].measure.split("-")}  # "60 pounds of honey" is honey
    cue = context.cue(f"property.{leaves[0].measure}")
    named = leaves[0].places & target.places - (cue if cue - target.places else frozenset())  # "covers", not "square"
    return any(context.sentence.words[place].stem not in measured for place in named)


def _as_counted(found: Ground, quantity: Quantity, target: Leaf) -> list[Leaf]:
    """The figures, as counts of the noun that the quantity counts where their measure is counted in it."""
    noun = quantity.unit.noun or quantity.unit.name
    bases = list(count_bases(target.type))
    made = [leaf for leaf in found.figures if not is_calendar_year(leaf)]
    if noun and len(bases) == 1:
        base = stem(noun.split()[-1])
        for leaf in found.figures:
            again = counted_as(found.context.library, leaf, bases[0], base)
            if again is not None:
                made.append(again)
    return made


def _exceeded(found: Ground, target: Leaf) -> list[Leaf]:
    """All people of the world where more of them are counted, whatever they do."""
    everybody, people = next(iter(defaults().everybody)), defaults().wholes["person"]
    leaf = figure_leaf(found.context, Who(everybody, 0.0), people, found.context.day(), ALL_UNSAID, NOWHERE)
    have = {one.id for one in found.figures}
    fits = leaf is not None and leaf.type == target.type and target.value > leaf.high * BEYOND_ALL
    return [leaf] if leaf is not None and fits and leaf.id not in have else []


def _wholes_beside(found: Ground) -> list[Leaf]:
    have = {leaf.id for leaf in found.figures}
    return [leaf for leaf in found.wholes if leaf.id not in have]


def _claimed(
    context: Context, quantity: Quantity, target: Leaf, known: list[Leaf], stated: list[list[Leaf]]
) -> Iterator[tuple[float, Leaf]]:
    """The leaves that the quantity may be, with their cost: of each of its types, and of unsaid years."""
    types = _types(context, quantity, target, known)
    below = quantity.unit.per.noun if quantity.unit.per is not None else None
    if below and stem(below) in cues()["occasion"]:  # "40 kWh a load"
        types.append((0.0, target.type * counted(below)))
    yield from ((cost, replace(target, type=powers)) for cost, powers in types)
    yield from ((BARE_TAKEN, leaf) for leaf in _of_their_units(context, quantity, target, stated))
    period = _period_of_pay(context, known) if target.type == MONEY else None
    if period is not None:
        each = target.in_units_of(1 / SECONDS[period])  # "a minimum wage of 13 euros" is one an hour
        yield BARE_COUNT, replace(each, type=target.type / TIME)
    bare = quantity.unit.dimension is Dimension.NONE and quantity.form is Form.AMOUNT
    years = next((leaf for leaf in known if leaf.sort is Sort.FIGURE and leaf.said and leaf.type == TIME), None)
    if bare and years is not None and target.value <= MOST_YEARS:  # "a life expectancy of 82"
        yield BARE_COUNT, in_unit_of(replace(target, type=TIME), years)


def _period_of_pay(context: Context, known: list[Leaf]) -> str | None:
    """The period, other than a year, of the likeliest amount of money in a time that words mean; None for none."""
    pay = next((leaf for leaf in known if leaf.said and leaf.type == MONEY / TIME), None)
    measure = context.library.measures.get(pay.measure) if pay is not None else None
    return measure.period if measure is not None and measure.period != "year" else None


def _of_their_units(context: Context, quantity: Quantity, target: Leaf, stated: list[list[Leaf]]) -> Iterator[Leaf]:
    """A bare number as so much of the unit of another: "£5 for each ... is 1.7 billion"."""
    bare = quantity.unit.dimension is Dimension.NONE and quantity.form is Form.AMOUNT
    if not bare or _is_for_each(context, quantity):
        return
    made: dict[tuple[Exponents, Fraction], Leaf] = {}
    for leaf in (leaf for leaves in stated for leaf in leaves):
        plain = Exponents(tuple((base, power) for base, power in leaf.type.of if base in PHYSICAL and base != "s"))
        if plain != NUMBER and leaf.factor:
            taken = in_unit_of(target, in_main_unit(context, leaf))
            taken = replace(taken, type=plain * TIME ** dict(target.type.of).get("s", 0))
            made.setdefault((plain, taken.value), taken)
    yield from made.values()


def _types(context: Context, quantity: Quantity, target: Leaf, known: list[Leaf]) -> list[tuple[float, Exponents]]:
    """The types that the quantity may have, with their cost; a bare number may be of what is known."""
    if _is_for_each(context, quantity) or bool(counted_names(context, quantity)):
        return [(0.0, target.type), (FOR_EACH, NUMBER)]
    if quantity.form is Form.RATIO and quantity.value > 1:  # "cows outnumber people 3 to 1"
        counts = {
            leaf.type for leaf in known if leaf.said and len(leaf.type.of) == 1 == sum(count_bases(leaf.type).values())
        }
        return [(0.0, target.type), *((0.0, one / other) for one, other in permutations(counts, 2))]
    if quantity.unit.dimension is not Dimension.NONE or quantity.form is not Form.AMOUNT:
        won = context.cue("won_by") if quantity.form is Form.MULTIPLE else NOWHERE  # "won it five times"
        return [(0.0, target.type), *((BARE_COUNT, one.type) for one in known if one.places & won and one.type.of)]
    if quantity.unit.per is not None:  # "300k per Norwegian" counts no Norwegians, it may be money
        return [(0.0, target.type), (BARE_MONEY, target.type * MONEY)]
    if any(base in PHYSICAL and base != "s" for base, _ in target.type.of):
        return [(0.0, target.type)]  # it has been read as so many metres
    return _bare_types(context, quantity, target, known)


def _bare_types(context: Context, quantity: Quantity, target: Leaf, known: list[Leaf]) -> list[tuple[float, Exponents]]:
    """The types that a bare number may have, of what is known, with their cost."""
    made: dict[Exponents, float] = {}
    time = dict(target.type.of).get("s")
    rates = time == -1 and sum(_is_bare_rate(one.quantity) for one in context.sentence.stated) > 1
    averages = (leaf for leaf in known if leaf.sort is Sort.AVERAGE)
    of_all = (replace(leaf, type=leaf.type * counted("person")) for leaf in averages)  # "dentists in Peru: 40,000"
    for leaf in (*known, *of_all):
        flows = dict(leaf.type.of).get("s")
        if rates and flows is None and count_bases(leaf.type):
            made.setdefault(leaf.type / TIME, BARE_COUNT)  # "1000 a month for everybody is 4 trillion a year"
        if time is None and flows == -1 and leaf.said:
            made |= {powers: made.get(powers, cost) for powers, cost in _of_a_year(context, quantity, leaf)}
        if flows == time and not (_is_measured(leaf) and _is_how_many_of(context, quantity)):
            made[leaf.type] = min(made.get(leaf.type, 9.0), _cost_unsaid(context, quantity, leaf))
    return [(0.0, target.type), *((cost, powers) for powers, cost in made.items() if powers != target.type)]


def _of_a_year(context: Context, quantity: Quantity, leaf: Leaf) -> Iterator[tuple[Exponents, float]]:
    """What a bare number may be of a figure of so much a year: "road deaths fell to 900", "spends 60bn on its army"."""
    if leaf.sort is Sort.FIGURE and count_bases(leaf.type):
        yield leaf.type * TIME, BARE_COUNT
    if leaf.type == MONEY / TIME and quantity.value >= LEAST_BARE_MONEY:
        yield MONEY, BARE_COUNT if _is_paid(context, quantity) else BARE_MONEY


def _is_measured(leaf: Leaf) -> bool:
    """Whether a leaf is of a thing, or in a unit that is said."""
    return leaf.sort is Sort.PROPERTY or not _is_plain(leaf)


def _is_plain(leaf: Leaf) -> bool:
    """Whether a leaf only counts, so that no unit need be said."""
    bases = {base for base, _ in leaf.type.of} - {"s"}
    return bases.isdisjoint(PHYSICAL) and bases.isdisjoint(defaults().plain_units)


def _cost_unsaid(context: Context, quantity: Quantity, leaf: Leaf) -> float:
    """What it costs that no unit is said of a number that is so much of a leaf."""
    is_money = leaf.type in (MONEY, MONEY / TIME) and quantity.value >= LEAST_BARE_MONEY  # "worth 5 billion"
    if _is_paid(context, quantity):
        return BARE_COUNT if is_money else BARE_PHYSICAL
    return BARE_COUNT if _is_plain(leaf) else BARE_MONEY if is_money else BARE_PHYSICAL


def _is_paid(context: Context, quantity: Quantity) -> bool:
    """Whether a word that pays stands shortly before a number: "spends over 800 billion"."""
    first = min(context.sentence.places_of(*quantity.number_span), default=0)
    return not words().paying.isdisjoint(context.sentence.lows[max(first - PAID_WITHIN, 0) : first])


def _is_how_many_of(context: Context, quantity: Quantity) -> bool:
    """Whether a bare number says of how many something is: "a stack of 7,300"."""
    first = min(context.sentence.places_of(*quantity.span), default=0)
    return first > 1 and context.sentence.lows[first - 1] in words().each_of


def _is_bare_rate(quantity: Quantity) -> bool:
    """Whether a quantity is a bare number by a time: "1000 a month"."""
    bare = quantity.unit.dimension is Dimension.NONE and quantity.form is Form.AMOUNT
    return bare and quantity.period is not None and quantity.period.kind is PeriodKind.PER


def _is_for_each(context: Context, quantity: Quantity) -> bool:
    """Whether so many are counted for each of the same: "four people in India for every person in the US"."""
    typed = quantity_type(quantity)
    counted = count_bases(typed[1]) if typed is not None else {}
    lows, classes = context.sentence.lows, words()
    after = (lows[at + 1] for at in range(1, len(lows) - 1) if lows[at] in classes.for_each)
    opened = any(low in classes.for_each and before in classes.for_each_opening for before, low in pairwise(lows))
    return opened and quantity.unit.dimension is Dimension.COUNT and any(root(low) in counted for low in after)


def _is_ratio(context: Context, quantity: Quantity) -> bool:
    bare, each = quantity.unit.dimension is Dimension.NONE, _is_for_each(context, quantity)
    counted = bool(context.cue("times")) and quantity.unit.dimension is Dimension.COUNT
    said = bare and bool(context.cue("of_them") | context.cue("times"))
    is_one = quantity.form in (Form.MULTIPLE, Form.RATIO, Form.PERCENT)
    return is_one or each or counted or said or bool(counted_names(context, quantity))
