"""Changes without a number: that something has risen or fallen, or is more or less than it was."""

from __future__ import annotations

from collections.abc import Iterator

from reasoning.derivation.changes import series_ends, spans_meant
from reasoning.grounding.context import Context, dating_places
from reasoning.grounding.ground import Ground
from reasoning.model.claim import Candidate, Claim, single
from reasoning.model.leaf import Places
from reasoning.reading.language import words
from reasoning.reading.passage import is_time

MOST_SERIES, TREND, NO_YEARS = 6, 0.1, 0.5
YEAR_BEHIND = 4  # words from "than" to the year that is compared with
DENIED_BEFORE = 4  # words before "risen" in which a denial turns it around


def trend_candidates(found: Ground) -> Iterator[Candidate]:
    """That a figure is more, or less, at the end of a time than at its beginning."""
    context = found.context
    cue, falls = _direction(context)
    used = frozenset(k for k, one in enumerate(context.sentence.stated) if is_time(one.quantity))
    if not cue or len(used) < len(context.sentence.stated):
        return  # where a number says how much, it is the claim
    denial = _denial(context, cue)
    comparator = "<" if falls is not bool(denial) else ">"
    for between in spans_meant(found):
        cost = between.cost + (0.0 if between.places else NO_YEARS)
        for leaf in found.figures[:MOST_SERIES]:
            if not leaf.said or " / " in leaf.id or not _is_near(context, cue, leaf.places):
                continue
            ends = series_ends(found, leaf, between, cue)
            if ends is None:
                continue
            said = (index for index in used if context.sentence.stated[index].places <= between.places)
            claim = Claim(single(ends[1]), comparator, single(ends[0]), "trend")
            costs = {"product": leaf.cost + TREND, "dates": cost}
            places = leaf.places | between.places | cue | denial
            yield Candidate(claim, costs, places, frozenset(said), frozenset({leaf.entity}), -1)


def _direction(context: Context) -> tuple[Places, bool]:
    """The words that say which way something went, and whether it fell; none where both ways are said."""
    sentence = context.sentence
    than = {place for place, low in enumerate(sentence.lows) if low in words().than}
    if than:
        more, less = context.cue("more"), context.cue("less")
        soon = frozenset(range(min(than) + 1, min(than) + 1 + YEAR_BEHIND))
        times = context.year_places() | dating_places(context)
        named = any(name.first > min(than) and name.places.isdisjoint(times) for name in sentence.names)
        if named or bool(more) == bool(less) or not times & soon:
            return frozenset(), False
        return more | less | than, bool(less)
    up, down = context.cue("up") - context.cue("more"), context.cue("down")
    return (frozenset(), False) if bool(up) == bool(down) else (up | down, bool(down))


def _denial(context: Context, cue: Places) -> Places:
    """The places of what denies a change: "has not fallen"."""
    lows = context.sentence.lows
    before = range(max(min(cue) - DENIED_BEFORE, 0), min(cue))
    return frozenset(place for place in before if lows[place] in words().negation)


def _is_near(context: Context, cue: Places, places: Places) -> bool:
    """Whether a word of change stands in a part of the sentence that the figure is named in."""
    segments = {context.sentence.words[place].segment for place in places}
    return any(context.sentence.words[place].segment in segments for place in cue)
