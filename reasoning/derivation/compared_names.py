"""Who is compared with whom: the names around a number or a comparing word, by the words before them."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import EntityKind
from quantities import Form, Quantity
from reasoning.grounding.context import Context
from reasoning.grounding.ground import Ground
from reasoning.reading.language import words
from reasoning.reading.passage import Named, Sentence, Stated

BY_BEHIND = 3  # words behind "overtaken" in which "by" turns it around
FOR_EACH = 5  # words from "every" to the name: "for every dollar of the output of X"


def compared_with(context: Context, quantity: Quantity, places: dict[str, int]) -> str:
    """Which of two named is what the other is compared with: as the words before them say, else the later one."""
    target = _stated_of(context, quantity)
    first = target.first
    counted = {ident for name in counted_names(context, quantity) for ident in name.ids} & places.keys()
    if len(counted) == 1:
        return counted.pop()
    if quantity.form is Form.RATIO and quantity.value > 1:
        return max(places, key=lambda one: places[one])  # "X : Y = 3 : 1"
    if _is_multiplied(context, target, places):
        return min(places, key=lambda one: places[one])
    here = [one for one, place in places.items() if context.sentence.words[place].segment == target.segment]
    if len(here) == 1 and places[here[0]] < first and not _is_compared_with(context, places[here[0]]):
        return next(one for one in places if one != here[0])  # the subject of the number's own part
    compared = [one for one, place in places.items() if _is_compared_with(context, place)]
    if len(compared) == 1:
        other = next(one for one in places if one != compared[0])
        lows, place = context.sentence.lows, places[compared[0]]
        by_than = not (is_set_beside(lows, place) or _is_counted_by(lows, place))
        if not (by_than and place < first < places[other]):  # "the GDP of X is 6 times Y's" has another "of"
            return compared[0]
    return max(places, key=lambda one: places[one])


def _is_multiplied(context: Context, target: Stated, places: dict[str, int]) -> bool:
    """Whether the first of two is multiplied to make the other: "X times 7 is Y", "double X and you get Y"."""
    first, second = sorted(places.values())
    classes, lows = words(), context.sentence.lows
    made = not classes.yielding.isdisjoint(lows[max(target.last, first) + 1 : second])
    by = not (classes.multiplying | classes.agent).isdisjoint(lows[max(target.first - 1, 0) : target.first])
    by &= not classes.multiplying.isdisjoint(lows[: target.first])
    return made and (by or (lows[target.first] in classes.multiplying and target.first < first))


def fitted(context: Context, places: dict[str, int]) -> str | None:
    """Which of two named is said to fit into the other: "Wales would fit into France", "you could fit Wales into"."""
    fits, lows = context.cue("fits"), context.sentence.lows
    into = next((at for at in range(min(fits, default=len(lows)), len(lows)) if lows[at] in words().into), None)
    if into is None or len(places) != 2:
        return None
    behind = [one for one in places if places[one] > into]
    if not behind:  # "so big that you could fit Wales into it"
        inside = [one for one in places if places[one] > min(fits)]
        return inside[0] if len(inside) == 1 else None
    return next((one for one in places if one not in behind), None) if len(behind) == 1 else None


def counted_names(context: Context, quantity: Quantity) -> list[Named]:
    """The places of which a quantity counts so many: "Peru is 30 Denmarks"."""
    sentence, entities = context.sentence, context.library.entities
    noun = sentence.places_of(*quantity.span) - sentence.places_of(*quantity.number_span)
    plain = words().function.isdisjoint(sentence.lows[at] for at in noun)
    named = (one for one in sentence.names if one.last in noun and one.form == "name" and plain)
    return [one for one in named if entities[one.ids[0]].kind is not EntityKind.THING]


def _stated_of(context: Context, quantity: Quantity) -> Stated:
    return next(one for one in context.sentence.stated if one.quantity is quantity)


def nearest_mentions(found: Ground, quantity: Quantity) -> dict[str, int]:
    """Entity -> the place of its mention that stands nearest to a quantity: in its own part, if it can be."""
    sentence = found.context.sentence
    target = _stated_of(found.context, quantity)
    nearest: dict[str, tuple[int, int, int]] = {}
    for one in found.who:
        if one.places:
            place = min(one.places)
            away = (abs(sentence.words[place].segment - target.segment), abs(place - target.first), place)
            nearest[one.id] = min(nearest.get(one.id, away), away)
    return {ident: place for ident, (_, _, place) in nearest.items()}


def _is_compared_with(context: Context, place: int) -> bool:
    """Whether the name at a place is what is compared with: "than X", "compared with X", "for every dollar of X"."""
    lows = context.sentence.lows
    return _follows_than(lows, place) or is_set_beside(lows, place) or _is_counted_by(lows, place)


def _follows_than(lows: Sequence[str], place: int) -> bool:
    """Whether "than", "as", "of" stands before the name at a place, with at most an article between."""
    classes = words()
    return place > 0 and (
        lows[place - 1] in classes.compared_with
        or (place > 1 and lows[place - 2] in classes.compared_with and lows[place - 1] in classes.function)
    )


def _is_counted_by(lows: Sequence[str], place: int) -> bool:
    """Whether it is said how many there are for each of the name at a place: "for every dollar of X"."""
    classes = words()
    return any(
        lows[at] in classes.for_each and lows[at - 1] in classes.for_each_opening
        for at in range(max(place - FOR_EACH, 1), place)
    )


def is_set_beside(lows: Sequence[str], place: int) -> bool:
    """Whether "compared with", "unlike" stands before a place, with nothing but function words between."""
    classes = words()
    for at in range(place - 1, -1, -1):
        if lows[at] in classes.set_beside:
            return True
        if lows[at] not in classes.function:
            return False
    return False


def agent_place(cue: int, sentence: Sentence) -> int | None:
    """The place of the "by" that turns a comparing verb around: "has been overtaken by"; None where none does."""
    lows, classes = sentence.lows, words()
    if not lows[cue].endswith(tuple(classes.participle_endings)):
        return None  # "is the larger by area"
    behind = range(cue + 1, min(cue + 1 + BY_BEHIND + len(sentence.number_places), len(lows)))
    return next(
        (place for place in behind if lows[place] in classes.agent and place + 1 not in sentence.number_places), None
    )


def is_margin(context: Context, index: int) -> bool:
    """Whether a number says by how much one is ahead: "higher than it by only 4 m", "longer than it, about 680 km"."""
    lows, one = context.sentence.lows, context.sentence.stated[index]
    if one.quantity.form is not Form.AMOUNT or not words().compared_with.isdisjoint(lows[one.last + 1 : one.last + 2]):
        return False  # "by 5 to 1"
    before = [low for low in lows[: one.first] if low not in words().light | words().only]
    compares = context.cue("more") | context.cue("less")
    return bool(before and compares) and (before[-1] in words().agent or _is_afterthought(context, one))


def _is_afterthought(context: Context, one: Stated) -> bool:
    """Whether a measured number stands alone in the part of a sentence behind a comparison: "longer, about 680 km"."""
    sentence, classes = context.sentence, words()
    alone = all(
        word.low in classes.function or word.low in classes.light
        for word in sentence.words
        if word.segment == one.segment and word.place not in one.places
    )
    part = {word.low for word in sentence.words if word.segment == one.segment - 1}
    return alone and one.quantity.unit.factor is not None and not part.isdisjoint(classes.than - classes.set_beside)


def names_beside(sentence: Sentence, cue: int) -> tuple[Named, ...]:
    """Who is compared with, named before a comparing word: "compared with X, Y has more", "of X and Y, Y is larger"."""
    ahead = sorted((name for name in sentence.names if name.last < cue), key=lambda name: name.first)
    if ahead and sentence.lows[0] in words().choice:
        return tuple(name for name in ahead[:-1] if name.ids != ahead[-1].ids)
    return tuple(name for name in ahead if is_set_beside(sentence.lows, name.first))
