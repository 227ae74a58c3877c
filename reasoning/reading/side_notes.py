"""The words of a post that stand beside its claim, set off by emoji: a heading before it, a cheer behind it."""

from __future__ import annotations

from reasoning.reading.language import words
from reasoning.reading.passage import Sentence, Word
from reasoning.reading.strangers import is_strange

MOST_IN_HEADING = 6  # words


def side_places(sentence: Sentence) -> frozenset[int]:
    """The places of the words that only head a claim or follow it: no number is among them, and names are known by."""
    if not sentence.signs or not sentence.stated:
        return frozenset()
    first, last = sentence.words[sentence.stated[0].first].start, sentence.words[sentence.stated[-1].last].end
    before = [sign for sign in sentence.signs if sign < first]
    behind = [sign for sign in sentence.signs if sign >= last]
    ahead = [word for word in sentence.words if before and word.start < before[0]]
    after = [word for word in sentence.words if behind and word.start > behind[0]]
    sides = [*(ahead if _is_heading(ahead, sentence) else ()), *(after if _is_cheer(after, sentence) else ())]
    return frozenset(word.place for word in sides) - sentence.name_places


def _is_heading(ahead: list[Word], sentence: Sentence) -> bool:
    """Whether words before a claim head it: "Geo quiz", or words in no dictionary; but no "Wembley" that "can"."""
    if not 0 < len(ahead) <= MOST_IN_HEADING or len(ahead) == len(sentence.words):
        return False
    following, classes = sentence.words[len(ahead)], words()
    if following.place in sentence.number_places or following.low in classes.auxiliary | classes.link | classes.within:
        return False
    telling = [word for word in ahead if word.is_word and word.low not in classes.empty]
    return any(word.low in classes.heading for word in ahead) or all(is_strange(word) for word in telling)


def _is_cheer(after: list[Word], sentence: Sentence) -> bool:
    """Whether words behind a claim add nothing to it: they name nobody, and do not go on with its last noun."""
    classes = words()
    goes_on = classes.within | classes.part_of | classes.link | classes.auxiliary | classes.restricting | classes.than
    return bool(after) and after[0].low not in goes_on and sentence.name_places.isdisjoint(one.place for one in after)
