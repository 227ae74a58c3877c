"""Changes of a series between two dates: by how much, by what share, how many times, and whether up or down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from knowledge.model.units import NUMBER
from quantities import Direction, Form, Quantity, Role
from quantities.model.quantity import SECONDS
from reasoning.data.tables import defaults
from reasoning.derivation.product_claims import COMPARATORS
from reasoning.grounding.context import Context, dating_places, figure_on
from reasoning.grounding.figures import Who, leaf_of_figure, of_a_year
from reasoning.grounding.ground import Ground
from reasoning.grounding.past_figures import leaf_then
from reasoning.grounding.terms import terms_of_office
from reasoning.grounding.types import TIME
from reasoning.model.claim import Candidate, Claim, Operator, Term, single
from reasoning.model.leaf import NOWHERE, Leaf, Places, Sort, constant
from reasoning.reading.language import words

YEARS_SAID, LAST_YEAR = 0.0, 0.45
UNKNOWN_TERM = 1.2  # since somebody came or left of whom nobody knows when, or by so much as takes longer
UP_OR_DOWN_SAID, NOT_SAID = 0.0, 0.8
MOST_SERIES = 6
NONE = Leaf("0", Sort.CONSTANT, Fraction(0), Fraction(0), Fraction(0), label="0")
PACE_OF_NOW = 0.25  # less where so much a time is claimed, which is of now unless another time is said
MOST_UNEVEN = 5  # the part of a time, as a divisor, by which its length may be said unevenly
MOST_OF_A_YEAR = 400  # days between the ends of two years that follow each other
MOST_TIMES = 20  # "40 times" is how often rather than how many fold


@dataclass(frozen=True, slots=True)
class Between:
    """Two days with what it costs to take them, and the words that say them."""

    first: date
    last: date
    cost: float
    places: Places


def change_candidates(found: Ground) -> Iterator[Candidate]:
    """For every quantity that may be a change, the changes of the series that the words may mean."""
    context = found.context
    for index, leaves in enumerate(found.stated):
        quantity = context.sentence.stated[index].quantity
        down, up = context.cue("down"), context.cue("up") - context.cue("than_up")
        dated = dating_places(context) or context.years()
        if dated:
            down, up = down | context.cue("than_down"), up | context.cue("than_up") | context.cue("created")
        by = quantity.role is Role.BY or _is_by(context, index)
        said = quantity.direction is not Direction.NONE or by or bool(down or up)
        multiple = quantity.form is Form.MULTIPLE and quantity.value <= MOST_TIMES
        if not said and not (multiple and context.years()):
            continue
        if quantity.role in (Role.FROM, Role.TO) or (quantity.form is Form.MULTIPLE and quantity.value > MOST_TIMES):
            continue
        if context.cue("won_by") and _is_by(context, index):
            yield from _margins(found, index)
            continue
        falls = quantity.direction is Direction.DOWN or (quantity.direction is Direction.NONE and bool(down) and not up)
        for target in leaves[:1]:
            for between in spans_meant(found, index):
                yield from _of_series(found, index, target, quantity, between, falls=falls, cue=down if falls else up)


def _is_by(context: Context, index: int) -> bool:
    """Whether a word before a quantity says that it is by how much: "by 537 votes", "by just 537 votes"."""
    first = context.sentence.stated[index].first
    return not words().agent.isdisjoint(context.sentence.lows[max(first - 2, 0) : first])


def _margins(found: Ground, index: int) -> Iterator[Candidate]:
    """By how much somebody has more than the next one, or less than the first: "won by 3 million votes"."""
    context = found.context
    library, cue = context.library, context.cue("won_by")
    ahead = {ident for name in context.sentence.names if name.first < min(cue) for ident in name.ids}
    for leaf in [one for one in found.figures if one.said and one.entity in ahead and " / " not in one.id][
        :MOST_SERIES
    ]:
        own = library.figure_of(leaf.id)
        day = own.end if own else context.day()
        others = [figure_on(library, one, leaf.measure, day) for one in library.holders(leaf.measure)]
        same = [one for one in others if one and own and one.entity != own.entity and one.dated == own.dated]
        first = max(same, key=lambda one: one.value, default=None)
        rival = first and leaf_of_figure(library, first, Who(first.entity, 0.0), 0.0, NOWHERE, day)
        for target in found.stated[index][:1] if rival else []:
            sides = [of_a_year(one) for one in ((rival, leaf) if context.cue("down") else (leaf, rival)) if one]
            if target.type not in (sides[0].type, NUMBER):
                continue
            right = Term(None, Operator.DIFFERENCE, (single(sides[0]), single(sides[1])))
            bound = COMPARATORS.get(context.sentence.stated[index].quantity.bound, "=")
            claim = Claim(single(replace(target, type=sides[0].type)), bound, right, "excess")
            cost = {"product": leaf.cost + 0.1, "type": target.cost}
            entities = frozenset(one.entity for one in sides)
            yield Candidate(claim, cost, target.places | leaf.places | cue, frozenset({index}), entities, index)


def spans_meant(found: Ground, index: int = -1) -> list[Between]:
    """The pairs of days that the sentence may speak of."""
    context = found.context
    sentence = context.sentence
    plain, places = context.years(), context.year_places()
    made = []
    if len(plain) == 2:
        made.append(Between(date(plain[0], 12, 31), date(plain[1], 12, 31), YEARS_SAID, places))
    elif len(plain) == 1:
        year = plain[0]
        now = context.as_of
        if year < now.year:
            made.append(Between(date(year, 12, 31), now, YEARS_SAID + 0.1, places))
        if not _is_since(context, year):
            made.append(Between(date(year - 1, 12, 31), date(year, 12, 31), YEARS_SAID + 0.2, places))
    for other, stated in enumerate(sentence.stated):
        quantity = stated.quantity
        if other != index and quantity.unit.dimension.value == "time" and found.stated[other]:
            years_back = found.stated[other][0].value / SECONDS["year"]
            if years_back.denominator <= 12 and 1 <= years_back <= 300:
                then = context.as_of - timedelta(days=int(years_back * SECONDS["year"] / SECONDS["day"]))
                made.append(Between(then, context.as_of, YEARS_SAID + 0.1, stated.places))
    made += [*_since_decades(context), *_terms(context), *_recent_times(context)]
    if not made:
        now = context.as_of
        folds = index >= 0 and sentence.stated[index].quantity.form in (Form.RATIO, Form.MULTIPLE)  # "cut in half"
        unknown = folds or context.cue("took_office") or context.cue("left_office")
        last_year = LAST_YEAR + (UNKNOWN_TERM if unknown else 0.0)
        made.append(Between(now - timedelta(days=365), now, last_year, frozenset()))
        ends = [date(now.year - back, 12, 31) for back in (2, 1, 3, 2)]
        made.append(Between(ends[0], ends[1], last_year, frozenset()))
        made.append(Between(ends[2], ends[3], last_year + 0.15, frozenset()))
    return made


def _terms(context: Context) -> Iterator[Between]:
    """The terms of whoever governed; up to now where it is said since they came."""
    came = context.cue("took_office") and not words().since.isdisjoint(context.sentence.lows)
    for term in terms_of_office(context):
        yield Between(
            term.first,
            context.as_of if came and not context.cue("first") & term.places else term.last,
            YEARS_SAID + 0.1,
            term.places,
        )


def _since_decades(context: Context) -> Iterator[Between]:
    """Up to now from the part of each decade that is named, else from any: "since the 1990s", "the mid-nineties"."""
    parts, lows = words().decade_parts, context.sentence.lows
    for decade in context.decades() if not context.years() else ():
        places = context.sentence.places_of(*decade.span)
        first = min(places, default=0)
        said = {place for place in range(max(first - 2, 0), first) if lows[place] in parts}
        for years in sorted({parts[lows[place]] for place in said} or parts.values()):
            assert decade.start is not None
            then = date(decade.start.year + years, 12, 31)
            if then < context.as_of:
                yield Between(then, context.as_of, YEARS_SAID + 0.1, places | said)


def _recent_times(context: Context) -> Iterator[Between]:
    """Up to now the one length of time that stands without a number: "in the last decade"."""
    recent, now = context.cue("recent"), context.as_of
    for word in context.sentence.words[1:]:
        years = SECONDS.get(word.low, 0) // SECONDS["year"]
        if years and word.place - 1 in recent and word.place not in context.sentence.number_places:
            then = date(now.year - years, now.month, 1)
            yield Between(then, now, YEARS_SAID + 0.1, frozenset({word.place - 1, word.place}))


def _is_since(context: Context, year: int) -> bool:
    """Whether a year is the first of a time up to now: "since 2010", or that of an event."""
    sentence = context.sentence
    at = next((word.place for word in sentence.words if word.low == str(year)), None)
    if at is None:
        return True
    first = next(word.place for word in sentence.words if word.segment == sentence.words[at].segment)
    return not words().since.isdisjoint(sentence.lows[first:at])


def _of_series(
    found: Ground,
    index: int,
    target: Leaf,
    quantity: Quantity,
    between: Between,
    *,
    falls: bool,
    cue: Places,
) -> Iterator[Candidate]:
    said_too = [leaf for leaf in found.figures if leaf.said and not leaf.places.isdisjoint(target.places)]
    for leaf in found.figures[:MOST_SERIES]:
        ends = None if said_too and not leaf.said else series_ends(found, leaf, between, cue)
        if ends is None:
            continue
        before, after = ends
        wanted = target
        rates = leaf.percent
        said = quantity.form
        term: Term | None
        if said is Form.RATIO or (said is Form.PERCENT and not rates):
            term = _real_growth(found, leaf, between, falls=falls) or _share_of_change(before, after, falls=falls)
        elif leaf.value < 0 and falls and target.type == leaf.type:  # "losing jobs" where a negative number is added
            term = Term(None, Operator.DIFFERENCE, (single(NONE), single(leaf)))
        elif said is Form.MULTIPLE:
            shrinks = falls and quantity.value > 1  # "halved" is less than one fold
            one, other = (before, after) if shrinks else (after, before)
            term = Term(None, Operator.QUOTIENT, (single(one), single(other)))
        elif target.type == leaf.type / TIME:
            term = _pace(found, before, after, falls=falls)
        elif (said in (Form.PERCENT, Form.POINTS) and rates) or target.type in (leaf.type, NUMBER):
            one, other = (before, after) if falls else (after, before)
            term = Term(None, Operator.DIFFERENCE, (single(one), single(other)))
            if target.type == NUMBER and not rates:
                wanted = replace(target, type=leaf.type)
        else:
            continue
        if term is None:
            continue
        dates = between.cost - (PACE_OF_NOW if term.operator is Operator.QUOTIENT and not between.places else 0.0)
        cost = {"product": leaf.cost + 0.1, "dates": dates, "type": target.cost}
        claim = Claim(single(wanted), COMPARATORS.get(quantity.bound, "="), term, "change")
        places = target.places | leaf.places | between.places | cue | _lengths(found, between)
        stated = enumerate(found.context.sentence.stated)
        used = {index, *(k for k, one in stated if one.places <= places - target.places)}
        yield Candidate(claim, cost, places, frozenset(used), frozenset({leaf.entity}), index)


def _lengths(found: Ground, between: Between) -> Places:
    """The places of the lengths of time that say how long a time is whose days are known: "in just four years"."""
    long = Fraction((between.last - between.first).days) * SECONDS["day"]
    times = [leaves[0] for leaves in found.stated if leaves and leaves[0].type == TIME]
    return NOWHERE.union(*(time.places for time in times if abs(time.value - long) * MOST_UNEVEN <= long))


def series_ends(found: Ground, leaf: Leaf, between: Between, cue: Places) -> tuple[Leaf, Leaf] | None:
    """A figure as it was on the first day and on the last; None where nobody knows, or it is the same figure."""
    context = found.context
    before = leaf_then(context.library, leaf, between.first, between.places)
    since = between.first if between.last >= context.as_of else None
    after = leaf_then(context.library, leaf, between.last, cue, since=since)
    if before is None or after is None or before.id == after.id:
        return None
    return before, after


def _real_growth(found: Ground, leaf: Leaf, between: Between, *, falls: bool) -> Term | None:
    """By how much a total of money grew in a year in real terms, where the knowledge has that; else None."""
    measure = defaults().real_growth.get(leaf.measure)
    if measure is None or (between.last - between.first).days > MOST_OF_A_YEAR:
        return None
    real = leaf_then(found.context.library, replace(leaf, measure=measure), between.last, leaf.places)
    sides = (single(NONE), single(of_a_year(real))) if real is not None else ()
    return Term(None, Operator.DIFFERENCE, sides if falls else sides[::-1]) if sides else None


def _share_of_change(before: Leaf, after: Leaf, *, falls: bool) -> Term:
    ratio = Term(None, Operator.QUOTIENT, (single(after), single(before)))
    one = single(constant(1))
    return Term(None, Operator.DIFFERENCE, (one, ratio) if falls else (ratio, one))


def _pace(found: Ground, before: Leaf, after: Leaf, *, falls: bool) -> Term | None:
    """So much a time: the change over the time that it took; None where the figures' days are not known."""
    first, last = (found.context.library.figure_of(leaf.id) for leaf in (before, after))
    if first is None or last is None:
        return None
    one, other = (before, after) if falls else (after, before)
    seconds = Fraction((last.end - first.end).days) * SECONDS["day"]
    took = Leaf("took", Sort.CONSTANT, seconds, seconds, seconds, TIME, unit="day", factor=SECONDS["day"])
    grown = Term(None, Operator.DIFFERENCE, (single(one), single(other)))
    return Term(None, Operator.QUOTIENT, (grown, single(took)))
