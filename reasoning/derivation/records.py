"""Records: that a figure is more, or less, than in all of a time: "the lowest in 50 years", "at a record high"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge import Figure
from quantities.model.quantity import SECONDS
from reasoning.grounding.context import Context, figure_on
from reasoning.grounding.figures import Who, leaf_of_figure
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import TIME
from reasoning.model.claim import Candidate, Claim, single
from reasoning.model.leaf import Leaf, Places
from reasoning.reading.language import words
from reasoning.reading.passage import Sentence, is_time

MOST_SERIES = 3
HIDDEN = 0.6  # a measure that costs so much more than another is told by a part of its words
FEWEST = 8  # figures that are earlier, where no number says of how long it is the record
RECORD = 0.15
LONGEST = 300  # years of which anything is the record, rather than how long something takes
NEAR_TIME = 6  # words from "highest" to the time of which it is


@dataclass(frozen=True, slots=True)
class Time:
    """The time of which something is the most, or the least, up to the day `last`; from `first` on, or ever."""

    falls: bool
    first: date | None
    last: date
    places: Places
    used: frozenset[int]


def record_candidates(found: Ground) -> Iterator[Candidate]:
    """That a figure is beyond all earlier ones of a time."""
    context = found.context
    time = time_of_record(context)
    if time is None or not words().negation.isdisjoint(context.sentence.lows):
        return
    leaves = [one for one in found.figures if one.said and " / " not in one.id][:MOST_SERIES]
    for leaf in (one for one in leaves if one.cost <= leaves[0].cost + HIDDEN):
        now = figure_on(context.library, leaf.entity, leaf.measure, time.last)
        earlier = [] if now is None else _earlier(context.library.series(leaf.entity, leaf.measure), now, time.first)
        if now is None or len(earlier) < (FEWEST if time.first is None else 1):
            continue
        other = (min if time.falls else max)(earlier, key=lambda one: one.value)
        who = Who(leaf.entity, 0.0)
        sides = [
            leaf_of_figure(context.library, one, who, leaf.cost, leaf.places, one.end, rated=time.last)
            for one in (now, other)
        ]
        if sides[0] is None or sides[1] is None:
            continue
        claim = Claim(single(sides[0]), "<" if time.falls else ">", single(sides[1]), "trend")
        levels = (leaves[0].places for leaves in found.stated if leaves and _is_level(leaves[0], leaf))
        places = leaf.places.union(time.places, *levels)
        yield Candidate(claim, {"product": leaf.cost + RECORD}, places, time.used, frozenset({leaf.entity}), -1)


def _is_level(said: Leaf, leaf: Leaf) -> bool:
    """Whether a number may be how high a figure is, which is another claim: "7.7 %, the lowest since 2008"."""
    return said.percent if leaf.percent else said.type in (leaf.type, leaf.type * TIME)


def _earlier(series: tuple[Figure, ...], now: Figure, first: date | None) -> list[Figure]:
    """The figures before one that are of as long a time as it, from a day on; none where they begin later than that."""
    alike = [one for one in series if one.end < now.start and len(one.dated) == len(now.dated)]
    if first is not None and (not alike or alike[0].start > first):
        return []
    return [one for one in alike if first is None or one.start >= first]


def time_of_record(context: Context) -> Time | None:
    """The time of which words say that something is the most or the least; None where they say none."""
    sentence = context.sentence
    high, low = context.cue("most") | context.cue("highs"), context.cue("least") | context.cue("lows")
    anytime = context.cue("record") or not words().any.isdisjoint(sentence.lows)
    if not high | low and anytime and not words().than.isdisjoint(sentence.lows):  # "more than ever"
        high, low = context.cue("more"), context.cue("less")
    cue = high | low
    if not cue or bool(high) == bool(low) or sentence.lows[min(cue) - 1] in words().ordinals:  # "the second largest"
        return None
    near, day = range(min(cue) - 2, max(cue) + NEAR_TIME), context.day()
    for index, one in enumerate(sentence.stated):
        if is_time(one.quantity) and one.first in near:
            years = int(one.quantity.value * SECONDS.get(one.quantity.unit.name, 0) / SECONDS["year"])
            if 1 < years <= LONGEST:
                first = date(max(day.year - years + 1, 1), 1, 1)
                return Time(bool(low), first, day, cue | one.places, frozenset({index}))
    dated = context.years() or [one.end.year for one in context.decades() if one.end is not None]
    since = [place for place in range(len(sentence.lows)) if sentence.lows[place] in words().since and place in near]
    if since and 1 <= len(dated) <= 2 and dated[0] < context.as_of.year:
        last = context.as_of if len(dated) == 1 else min(date(dated[1], 12, 31), context.as_of)
        said = cue | context.year_places() | {*since}
        return Time(bool(low), date(dated[0] + 1, 1, 1), last, said, frozenset())
    ever = context.cue("record") & frozenset(near) or _any_time(sentence)
    return Time(bool(low), None, day, cue | ever, frozenset()) if ever else None


def _any_time(sentence: Sentence) -> Places:
    """The places of the words for any other time that something is compared with: "than in any year before"."""
    lows = sentence.lows
    anys = (place for place, low in enumerate(lows) if low in words().any and not words().than.isdisjoint(lows[:place]))
    return frozenset(place for one in anys for place in (one, one + 1) if set(lows[one + 1 : one + 3]) & SECONDS.keys())
