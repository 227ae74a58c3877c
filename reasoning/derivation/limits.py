"""What goes beyond what anybody has ever done, beside the people, things and times that the sentence says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from knowledge.model.units import NUMBER
from knowledge.text.inflection import singular
from quantities import Bound, Dimension, PeriodKind
from quantities.model.quantity import SECONDS
from reasoning.data.tables import root
from reasoning.derivation.product_claims import product_candidate
from reasoning.derivation.products import Product, Products
from reasoning.grounding.ground import Ground
from reasoning.grounding.limits import limit_leaves
from reasoning.grounding.types import LENGTH, MONEY, TIME, TypeCodes, count_bases, counted
from reasoning.model.claim import Candidate
from reasoning.model.leaf import NOWHERE, Leaf, Places, Sort
from reasoning.reading.language import words
from reasoning.reading.passage import Stated
from reasoning.reading.plan_words import plan_places

BELOW = frozenset({Bound.LESS_THAN, Bound.AT_MOST, Bound.UP_TO, Bound.NEARLY})
PLACE = "place"  # what a limit is by that is so much for each of all who live somewhere
KNOWN, SOME_TIME = 0.1, 0.3
ONE, DAY, YEAR = Fraction(1), Fraction(SECONDS["day"]), Fraction(SECONDS["year"])
MOST_YEARS = 10  # that a plan may take for which no time is said


def limit_candidates(found: Ground) -> Iterator[Candidate]:
    """For each number what nobody goes beyond: so much for each, times how many and how long, where they are said."""
    context, planned = found.context, plan_places(found.context.sentence)
    savings = found.context.cue("savings") if planned else NOWHERE  # of which no more can be spent
    rates = (leaf for leaves in found.stated for leaf in leaves if savings and leaf.type == MONEY / TIME)
    counts = {base for leaves in found.stated for leaf in leaves for base in count_bases(leaf.type)}
    counts |= {*count_bases(counted("person") * counted(PLACE))}
    limits = [one for one in (*limit_leaves(context), *rates) if counts.issuperset(count_bases(one.type))]
    if any(leaf.said and leaf.type == LENGTH for leaf in found.figures):
        limits = [one for one in limits if one.type != LENGTH]  # what is measured is known itself
    meant = {leaf.id for leaf in limits}
    said = [one for leaves in found.stated for one in leaves if one.type not in (NUMBER, TIME) and one.id not in meant]
    helpers = list(_helpers(found, limits)) if limits else []
    for index, stated in enumerate(context.sentence.stated if limits else ()):
        if stated.quantity.bound in BELOW:
            continue
        codes, others = TypeCodes(), [leaf for leaf in said if index not in leaf.uses]
        times = list(times_meant(found, stated))
        if any(leaf.type == TIME for leaf in found.stated[index]):  # "31 hours yesterday", not "3 days, 5 hours each"
            times = [one for one in times if one.sort is Sort.CONSTANT and one.value > found.stated[index][0].factor]
        pool = [*limits, *others, *helpers, *times]
        products = Products([(leaf, codes.code(leaf.type)) for leaf in pool], budget=context.budget)
        for target in found.stated[index]:
            for one in products.of_type(codes.code(target.type)):
                own = [leaf for leaf in one.above if leaf.id in meant]
                if len(own) != 1 or one.below or index in own[0].uses:
                    continue
                made = product_candidate(found, index, target, one, {"type": target.cost}, "limit")
                most, over = made.claim.right.value(), own[0].value == own[0].high
                if (target.value > most if over else target.value < most) and _holds(found, stated, own[0], one):
                    claim = replace(made.claim, comparator="<" if over else ">")
                    yield replace(made, claim=claim, places=made.places | planned)


def _holds(found: Ground, stated: Stated, limit: Leaf, one: Product) -> bool:
    """Whether the time that is said is as long as that for which a limit holds, and is no part of something longer."""
    if limit.type == NUMBER / counted("person") and stated.quantity.unit.dimension is not Dimension.TIME:
        return False  # so many hours of a day
    period, behind = stated.quantity.period, found.context.sentence.lows[stated.last + 1 : stated.last + 2]
    if dict(limit.type.of).get("s", 0) >= 0:
        return limit.type != TIME or (words().part_of | words().motion).isdisjoint(behind)
    times = [leaf.value for leaf in one.above if leaf.type == TIME]
    times = times or [period.seconds for period in [period] if period is not None and period.seconds]
    known = found.context.library.limits.get(limit.entity)
    return known is None or not known.seconds or (bool(times) and min(times) >= known.seconds)


def _helpers(found: Ground, limits: list[Leaf]) -> Iterator[Leaf]:
    """The people who do it: one who tells of himself, so many in a team, all of a place that is named."""
    sentence, classes, person = found.context.sentence, words(), counted("person")
    yield from (replace(one, type=counted(PLACE)) for one in found.wholes if one.type == person and one.places)
    if (doer := _single_doer(found, limits)) is not None:
        yield Leaf("1 person", Sort.CONSTANT, ONE, ONE, ONE, person, KNOWN, doer, "1 person")
    for stated, leaves in zip(sentence.stated, found.stated, strict=True):
        group = sentence.lows[max(stated.first - 2, 0) : stated.first]
        kinds = [(classes.groups, person), (classes.peopled, counted(PLACE))]  # "a team of 9", "a town of 9,000"
        for kind in (kind for named, kind in kinds if named & {*group[:1]} and group[-1] in classes.each_of):
            yield from (replace(leaf, type=kind) for leaf in leaves[:1] if leaf.type in (NUMBER, person))


def _single_doer(found: Ground, limits: list[Leaf]) -> Places | None:
    """The places of the words for the one person who does something; none where a verb opens what is told."""
    sentence, classes, lows = found.context.sentence, words(), found.context.sentence.lows
    me = classes.first_person - classes.possessive | classes.he_or_she
    owners = classes.possessive | classes.article | classes.singular_one
    for place, low in enumerate(lows):
        is_one = low in classes.kin or (root(low) == "person" and singular(low) == low and low not in classes.groups)
        is_one &= lows[place - 1] in owners if place else low in classes.kin
        if low in me or is_one:
            return frozenset({max(place - is_one, 0), place})
    return NOWHERE if any(0 in leaf.places for leaf in limits) and not sentence.names else None


def times_meant(found: Ground, stated: Stated) -> Iterator[Leaf]:
    """The time that a number is of: said with it or beside it, a day or season that is named, the years of a plan."""
    context, period = found.context, stated.quantity.period
    sentence, names = context.sentence, words().day_names
    if period is not None and period.kind is PeriodKind.OVER and period.seconds:
        start = sentence.span[0]
        yield time_leaf(period.seconds, sentence.places_of(start + period.span[0], start + period.span[1]))
    times = [leaf for leaves in found.stated for leaf in leaves[:1] if leaf.type == TIME]
    times = [leaf for leaf in times if not leaf.places & stated.places]
    yield from times
    if times or (period is not None and period.kind is not PeriodKind.BY):
        return
    said = {place for place, low in enumerate(sentence.lows) if low in names} - sentence.number_places
    ahead = [year for year in context.years() if year > context.as_of.year]
    if ahead:
        yield time_leaf((ahead[-1] - context.as_of.year) * YEAR, context.year_places())
    elif said:
        yield time_leaf(max(names[sentence.lows[place]] for place in said) * DAY, frozenset(said))
    elif plan_places(sentence):
        yield time_leaf(MOST_YEARS * YEAR, cost=SOME_TIME)


def time_leaf(seconds: Fraction, places: Places = NOWHERE, cost: float = KNOWN) -> Leaf:
    """A length of time that is meant, in years or in days."""
    label = f"{seconds / DAY} days" if seconds % YEAR else f"{seconds / YEAR} years"
    return Leaf("time", Sort.CONSTANT, seconds, seconds, seconds, TIME, cost, places, label)
