"""Places among all of a kind: the most, the fourth largest, one of the five richest, more than any other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge import EntityKind
from knowledge.model.entity import TRADES
from quantities import Dimension, Quantity
from reasoning.data.tables import defaults
from reasoning.derivation.records import time_of_record
from reasoning.grounding.context import figure_on
from reasoning.grounding.figures import Who, a_head, figures_of, is_of_all_heads
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import LENGTH, MASS
from reasoning.model.claim import Candidate, Claim, Operator, Term, single
from reasoning.model.leaf import Leaf, Places, constant
from reasoning.reading.language import stem, words
from reasoning.reading.passage import Named, Sentence

MOST_MEASURES, MOST_HOLDERS, FEWEST_RIVALS = 6, 260, 4
MOST_PARTS = 40  # of a rank: who stands below the place that is claimed matters no more
RANK, NOT_PER_HEAD = 0.35, 1.6
FEWEST_HEADS = 500_000  # of fewer people the most or the least a head is hardly meant
LEAST_TOPPED = 100  # "the top 10" are places
FAR_NEXT = 5  # words from "than" to the number: "than that of the next nine"
NEAR_MOST = 3  # words before "most" in which "second" or "one of the five" belongs to it


@dataclass(frozen=True, slots=True)
class Place:
    """The place that is said: the first is the most, `among` means that or better; `falls` counts from the least."""

    number: int
    among: bool
    falls: bool
    places: Places
    denied: bool = False
    needs_measure: bool = False  # no word says that it is the most of anything: "third by population"


NAMED_APART = frozenset({EntityKind.THING, EntityKind.STATE})  # of which some are called otherwise: a capital, no state


def rank_candidates(found: Ground) -> Iterator[Candidate]:
    """The places that somebody named is said to hold among all of its kind that have a figure."""
    context = found.context
    place = read_place(found)
    yield from _beyond_the_next(found)
    if place is None or not context.sentence.names:
        return
    library = context.library
    holders = _holders(context.sentence, context.cue("most") | context.cue("least"))
    for leaf in [one for one in found.figures if one.entity in holders][:MOST_MEASURES]:
        entity = library.entities[leaf.entity]
        if entity.kind in TRADES or not leaf.places or (place.needs_measure and not leaf.said):
            continue
        if context.cue("measured_most") and leaf.type not in (LENGTH, MASS):
            continue  # "the tallest people" are not the most
        noun = frozenset(context.sentence.places_by_stem.get(stem(entity.known_for), ()))
        if entity.kind is EntityKind.THING and not (leaf.said and noun):
            continue
        whole = NOT_PER_HEAD if is_of_all_heads(context, leaf) else 0.0
        scope = [name for name in context.sentence.names if _is_around(name, leaf, found)]
        rivals = _rivals(found, leaf, scope[0].ids[0] if scope else "")
        if len(rivals) < FEWEST_RIVALS:
            continue
        around = frozenset(p for name in scope for p in name.places)
        entities = frozenset({leaf.entity, *(name.ids[0] for name in scope)})
        places = leaf.places | place.places | around | noun | context.cue("as_country")
        cost = {"product": leaf.cost + RANK + whole}
        yield Candidate(_claim(leaf, rivals, place), cost, places, _used(place, found), entities, -1)


def _beyond_the_next(found: Ground) -> Iterator[Candidate]:
    """That one has more than the next so many together: "more than the next nine countries put together"."""
    context, lows = found.context, found.context.sentence.lows
    said = context.cue("more") | context.cue("next") | context.cue("total")
    for index, one in enumerate(context.sentence.stated):
        near = range(max(one.first - FAR_NEXT, 0), one.first)
        if words().than.isdisjoint(lows[p] for p in near) or said.isdisjoint({one.first - 1, one.last}):
            continue
        for leaf in [leaf for leaf in found.figures if leaf.said][:MOST_MEASURES]:
            rivals = sorted((r for r in _rivals(found, leaf, "") if r.value < leaf.value), key=lambda r: -r.value)
            others = tuple(single(rival) for rival in rivals[: int(one.quantity.value)])
            if 1 < len(others) == one.quantity.value <= MOST_PARTS:
                claim = Claim(single(leaf), ">", Term(None, Operator.SUM, others), "order")
                places = leaf.places | one.places | said | {*near}
                yield Candidate(claim, {"product": leaf.cost}, places, frozenset({index}), frozenset({leaf.entity}), -1)


def _holders(sentence: Sentence, superlatives: Places) -> frozenset[str]:
    """Who may hold a place; all where every name says within what it is: "in the EU", "Africa's largest country"."""
    around, lows = words().within | words().other, sentence.lows  # "in the EU", "any other EU country"
    own = []
    for group in sentence.joined:
        first = group[0].first
        better = words().ahead & {*lows[max(first - 1, 0) : first]}  # "after Russia and China", who have better places
        last = group[-1] if len(group) == len(sentence.names) else None  # "after China and India the US"
        own += [
            name
            for name in group
            if around.isdisjoint(lows[max(name.first - 2, 0) : name.first])
            and name.last + 1 not in superlatives
            and (name is last or not better)
        ]
    return frozenset(ident for name in own or sentence.names for ident in name.ids[:2])


def read_place(found: Ground) -> Place | None:
    """The place that the words of a sentence say; None where they say none."""
    context = found.context
    sentence = context.sentence
    most, least = context.cue("most"), context.cue("least")
    more, less = context.cue("more"), context.cue("less")
    beyond_all = _nobody(sentence) or _any_other(sentence)
    if beyond_all and (more or less):
        return Place(1, among=False, falls=bool(less) and not more, places=beyond_all | more | less)
    cue = min((place for place in most | least if _is_of_all(place, sentence)), default=None)
    if time_of_record(context) is not None:
        return None
    if cue is None:
        return _bare_place(sentence)
    number, among, places = _number(sentence, cue)
    falls = bool(least) and not most
    denied = frozenset(p for p in range(max(cue - 2 * NEAR_MOST, 0), cue) if sentence.lows[p] in words().negation)
    ended = frozenset(p + 1 for p in denied if sentence.lows[p + 1] in words().ending)
    several = number == 1 and not context.cue("among_them").isdisjoint(range(cue - 3, cue))  # "among the highest"
    if not number or several or (denied and number > 1):
        return None
    return Place(number, among, falls, places | most | least | denied | ended, bool(denied))


def _bare_place(sentence: Sentence) -> Place | None:
    """A place with no word for the most: "comes third by population", "is 9th in area"."""
    lows, classes = sentence.lows, words()
    for place in range(1, len(lows)):
        number, places = _ordinal(sentence, place)
        before, behind = lows[place - 1], {*lows[max(places) + 1 : max(places) + 2]} if places else set()
        if number and before in classes.ranking | classes.being and behind & (classes.agent | classes.within):
            ranked = frozenset({place - 1}) if before in classes.ranking else frozenset()
            return Place(number, among=False, falls=False, places=places | ranked, needs_measure=True)
    return None


def _nobody(sentence: Sentence) -> Places:
    """The places of "no country", where a "than" follows; none else."""
    lows, classes = sentence.lows, words()
    if classes.than.isdisjoint(lows):
        return frozenset()
    than = frozenset(place for place, low in enumerate(lows) if low in classes.than)
    denied = (place for place in range(len(lows) - 1) if lows[place] in classes.negation)
    first = next((p for p in denied if not classes.holders.isdisjoint(lows[p + 1 : p + 3])), None)
    return frozenset() if first is None or first > min(than) else than | {first, first + 1, first + 2}


def _any_other(sentence: Sentence) -> Places:
    """The places of "any other"."""
    lows = sentence.lows
    firsts = (p for p in range(len(lows) - 1) if lows[p] in words().any and lows[p + 1] in words().other)
    return frozenset(place for first in firsts for place in (first, first + 1))


def _is_of_all(place: int, sentence: Sentence) -> bool:
    """Whether a word for the most is a superlative, and no "most people" or "at most"."""
    lows = sentence.lows
    if any(one.first == place + 1 and _is_no_place(one.quantity) for one in sentence.stated):
        return False  # "tops 3 million"
    if lows[place] not in words().function:
        return True
    before, behind = lows[place - 1 : place], lows[place + 1 : place + 2]
    ranked = before and (before[0] in words().article or before[0] in words().ordinals)
    bounds = words().at_rate.intersection(before)  # "at most"
    return bool(ranked or (behind and behind[0] not in words().people | words().function and not bounds))


def _is_no_place(quantity: Quantity) -> bool:
    """Whether a number is too large for a place among others, or has a unit."""
    return quantity.value >= LEAST_TOPPED or quantity.unit.dimension not in (Dimension.NONE, Dimension.COUNT)


def _number(sentence: Sentence, cue: int) -> tuple[int, bool, Places]:
    """The number of a place, whether it is that or better, and its words: "the second", "the top 5", "one of the ten".

    It is 0 where no number says how many are meant: "one of the largest".
    """
    classes = words()
    around = [p for p in range(max(cue - NEAR_MOST, 0), min(cue + NEAR_MOST + 1, len(sentence.lows))) if p != cue]
    for place in around:
        number, explained = _ordinal(sentence, place)
        if number and place < cue:
            return number, False, explained
    for place in around:
        low = sentence.lows[place]
        number = classes.counts.get(low) or (int(low) if low.isdecimal() and len(low) < 3 else 0)
        if number > 1 and place > cue and classes.part_of & {*sentence.lows[cue + 1 : place]}:
            return 1, False, frozenset(range(cue + 1, place + 1))  # "of the 8 planets": all there are
        if number > 1:
            return number, True, frozenset({place})
    ones = (p for p in around if sentence.lows[p] in classes.singular_one)
    plural = frozenset([p for p in ones if classes.part_of & {*sentence.lows[p + 1 : p + 2]}][:1])
    return (0, True, plural) if plural else (1, False, frozenset())


def _ordinal(sentence: Sentence, place: int) -> tuple[int, Places]:
    """The number of an ordinal in letters or digits at a place, with its words; 0 for none: "ninth", "9th"."""
    lows, classes = sentence.lows, words()
    if lows[place] in classes.ordinals:
        return classes.ordinals[lows[place]], frozenset({place})
    if lows[place].isdecimal() and len(lows[place]) < 3 and classes.ordinal_endings & {*lows[place + 1 : place + 2]}:
        return int(lows[place]), frozenset({place, place + 1})
    return 0, frozenset()


def _is_around(name: Named, leaf: Leaf, found: Ground) -> bool:
    """Whether a name says within what somebody has a place: "in Europe"."""
    entities = found.context.library.entities
    everywhere = bool(found.context.cue("as_country")) and entities[name.ids[0]].kind is EntityKind.WORLD
    return everywhere or (name.ids[0] != leaf.entity and name.ids[0] in entities[leaf.entity].part_of)


def _rivals(found: Ground, leaf: Leaf, scope: str) -> list[Leaf]:
    """The figures of all others of the same kind, within the scope where there is one."""
    library, day = found.context.library, found.context.day()
    kind, known_for = library.entities[leaf.entity].kind, library.entities[leaf.entity].known_for
    if found.context.cue("as_country"):
        kind, scope = EntityKind.COUNTRY, ""
    if not scope and kind is EntityKind.STATE:  # of the same country
        around = library.entities[leaf.entity].part_of
        scope = next((one for one in around if library.entities[one].kind is EntityKind.COUNTRY), "")
    others = [
        one
        for one in library.holders(leaf.measure)
        if one != leaf.entity
        and library.entities[one].kind is kind
        and (kind not in NAMED_APART or library.entities[one].known_for == known_for)
        and (not scope or scope in library.entities[one].part_of)
    ][:MOST_HOLDERS]
    known = figures_of(found.context, (Who(one, 0.0) for one in others), leaf, day)
    if " / " not in leaf.id:
        return known
    heads = [(one, figure_on(library, one.entity, defaults().wholes["person"], day)) for one in known]
    return [a_head(one, people) for one, people in heads if people is not None and people.low >= FEWEST_HEADS]


def _claim(leaf: Leaf, rivals: list[Leaf], place: Place) -> Claim:
    """That a figure is beyond all others, or has its place among them."""
    rivals = sorted(rivals, key=lambda one: one.value, reverse=not place.falls)
    if place.number == 1:
        comparator = "<" if place.falls is not place.denied else ">"
        return Claim(single(leaf), comparator, single(rivals[0]), "rank")
    ahead = sum((one.value < leaf.value) if place.falls else (one.value > leaf.value) for one in rivals)
    parts = (single(leaf), *(single(one) for one in rivals[: min(max(place.number, ahead) + 1, MOST_PARTS)]))
    operator = Operator.RANK_FROM_BELOW if place.falls else Operator.RANK
    return Claim(single(constant(place.number)), ">" if place.among else "=", Term(None, operator, parts), "place")


def _used(place: Place, found: Ground) -> frozenset[int]:
    """The numbers of the sentence that only say a place: the 10 of "the top 10"."""
    return frozenset(index for index, one in enumerate(found.context.sentence.stated) if one.places & place.places)
