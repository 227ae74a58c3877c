"""The numbers that a sentence announces as what comes out: "..., so 16 tables", "that's £27 each", "= 31k"."""

from __future__ import annotations

import re
from itertools import pairwise

from quantities import Dimension
from reasoning.reading.language import words
from reasoning.reading.passage import Sentence, Stated, Word, ages_told

FAR, NEAR = 7, 4  # words from a strong and from a weak word to the number that it announces
_SIGN = re.compile(r"(?<![<>=!])=>?(?!=)|->|→")


def announced_results(sentence: Sentence) -> frozenset[int]:
    """The indexes of the quantities that may be the result; empty where nothing announces one.

    Something to reckon with must stand before what announces it. Behind a strong word ("so", "that's", a sign) a weaker
    one ("is", "costs") says which of several numbers is meant.
    """
    if len(sentence.stated) < 2:
        return frozenset()
    return concluded(sentence) or frozenset(_weakly_announced(sentence)[-1:])


def concluded(sentence: Sentence) -> frozenset[int]:
    """Those of them that a strong word announces: nothing but a conclusion follows it."""
    if len(sentence.stated) < 2:
        return frozenset()
    places = _strong_places(sentence)
    if any(_is_said_ahead(sentence, place) for place in places):
        return frozenset({0})
    found = [(place, after) for place in places if (after := _behind(sentence, place, FAR))]
    if not found:
        return frozenset()
    place, after = found[-1]
    if len(after) == 1 and place not in _changed_places(sentence) and is_judged(sentence, sentence.stated[after[0]]):
        return frozenset()
    if place in _sign_places(sentence):  # "18 x 75 = 1,350 for a 1,200 sofa"
        first = next(index for index, one in enumerate(sentence.stated) if one.first > place)
        return frozenset(after[:1]) & {first}
    beside = [index for index in after[1:] if sentence.lows[sentence.stated[index].first - 1] in words().along]
    after = [index for index in after if index not in beside]  # "so 61 points with four to play"
    named = [index for index in _weakly_announced(sentence) if index in after]
    return frozenset(named[-1:] or after)


def is_judged(sentence: Sentence, one: Stated) -> bool:
    """Whether a number is part of what something is said of: "so giving 470 ml is nothing", not "so 5 are left"."""
    ahead = (word.low for word in sentence.words[: one.first] if word.segment == one.segment)
    told = any(low not in words().function and low not in words().light for low in ahead)
    return told and not words().being.isdisjoint(sentence.lows[one.last + 1 : one.last + 2])


def announced_on_the_way(sentence: Sentence) -> frozenset[int]:
    """The indexes of all quantities that a word or a sign announces, those that are reckoned with further included."""
    found = [_behind(sentence, place, FAR) for place in _strong_places(sentence)]
    return frozenset([*(one[0] for one in found if one), *_weakly_announced(sentence)])


def concludes_from_before(sentence: Sentence) -> bool:
    """Whether a strong word stands before the first of its numbers: "That's 40 a day", after what that is made of."""
    first = min((one.first for one in sentence.stated), default=0)
    return any(first - FAR <= place < first for place in _strong_places(sentence))


def _weakly_announced(sentence: Sentence) -> list[int]:
    """The quantities right behind a weaker word, in their order."""
    found = [
        _behind(sentence, word.place, NEAR)
        for word in sentence.words
        if not _is_relative(sentence, word)
        and not _is_said_of_another(sentence, word)
        and words().result_weak & {_as_written(sentence, word), "_".join(sentence.lows[word.place : word.place + 2])}
    ]
    return [one[0] for one in found if one and one[0] not in ages_told(sentence)]


def _is_said_of_another(sentence: Sentence, word: Word) -> bool:
    """Whether somebody is named right before a word, in a clause that is joined to another: "and Amazon has"."""
    name = next((one for one in sentence.names if one.last == word.place - 1), None)
    return name is not None and sentence.lows[name.first - 1] in words().joining_clauses


def _is_relative(sentence: Sentence, word: Word) -> bool:
    """Whether a word says more of the noun before it, and announces nothing: "a phone that costs 600"."""
    classes, before = words(), sentence.words[max(word.place - 2, 0) : word.place]
    opened = len(before) > 1 and before[1].low in classes.definite | classes.question
    return opened and before[0].segment == word.segment and before[0].low not in classes.function


def _strong_places(sentence: Sentence) -> list[int]:
    """The places of the words before which it is reckoned, and behind which the result stands, in their order."""
    said = [
        word.place
        for word in sentence.words
        if _as_written(sentence, word) in words().result and not _departs(sentence, word)
    ]
    return sorted([*said, *_sign_places(sentence), *_pointing_places(sentence), *_changed_places(sentence)])


def _changed_places(sentence: Sentence) -> list[int]:
    """The places of the "of" behind a change that is already known of: "The rise of 20 %"."""
    classes, lows = words(), sentence.lows
    return [
        word.place
        for word in sentence.words[2:]
        if word.low in classes.part_of
        and lows[word.place - 1] in classes.change_named
        and lows[word.place - 2] in classes.definite
    ]


def _pointing_places(sentence: Sentence) -> list[int]:
    """The places of "is" behind the "that" which a sentence opens with: "That is 180 km/h"."""
    pairs, classes = pairwise(sentence.words), words()
    return [
        verb.place
        for that, verb in pairs
        if that.capital and that.low in classes.pointing and verb.low in classes.being and _opens(sentence, that)
    ]


def _opens(sentence: Sentence, word: Word) -> bool:
    """Whether a word is the first of its part of a sentence."""
    return word.place == 0 or sentence.words[word.place - 1].segment < word.segment


def _departs(sentence: Sentence, word: Word) -> bool:
    """Whether a word that leaves something over says when somebody goes: "the coach leaves at 3"."""
    behind = sentence.lows[word.place + 1 : word.place + 2]
    return word.low in words().leaving and not words().at_rate.isdisjoint(behind)


def _sign_places(sentence: Sentence) -> list[int]:
    """The places of the words right before an equals sign or an arrow."""
    signs = [sign.start() for sign in _SIGN.finditer(sentence.text, *sentence.span)]
    before = [[word.place for word in sentence.words if word.end <= start][-1:] for start in signs]
    measured = {place for one in sentence.stated for place in range(one.first, one.last + 1)}
    # "n = 1,004" names one.
    return [place for places in before for place in places if len(sentence.lows[place]) > 1 or place in measured]


def _is_said_ahead(sentence: Sentence, place: int) -> bool:
    """Whether the result alone stands before what announces it: "$360: that's 12 chairs at $30 each"."""
    first, second = sentence.stated[:2]
    between = sentence.text[sentence.words[first.last].end : sentence.words[place].start]
    return between.strip() == ":" and second.first > place


def _as_written(sentence: Sentence, word: Word) -> str:
    """A word in small letters with what is joined to it: "that's"."""
    return sentence.text[word.start : word.end].lower()


def _is_none(sentence: Sentence, one: Stated) -> bool:
    """Whether a number is "one" of something that is counted, and no unit that is measured in, or "not 35"."""
    denied = sentence.lows[max(one.first - 1, 0)] in words().negation
    return denied or (one.quantity.value == 1 and one.quantity.unit.dimension in (Dimension.NONE, Dimension.COUNT))


def _behind(sentence: Sentence, place: int, far: int) -> list[int]:
    """The quantities that stand behind a place, where the first is near and one stands before it; in their order.

    "One" is no result: "making it one of the largest".
    """
    stated = sentence.stated
    after = [index for index, one in enumerate(stated) if one.first > place and not _is_none(sentence, one)]
    if not after or stated[0].first > place or stated[after[0]].first - place > far:
        return []
    if not words().than.isdisjoint(sentence.lows[place : stated[after[0]].first]):
        return []  # "is more than two" compares
    return after
