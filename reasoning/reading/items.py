"""Lists of items with a number each: "rent 900, food 300, phone 20", "45% rent, 30% food and 25% fun"."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from quantities import Dimension, Form
from reasoning.reading.language import words
from reasoning.reading.passage import Sentence, Stated

FEWEST = 3
MOST_BETWEEN = 4  # words from one number to the next

Items = tuple[frozenset[int], frozenset[int]]  # the indexes of the numbers, the places of the words that name the items


@lru_cache(maxsize=64)
def listed_items(sentence: Sentence) -> Items:
    """The longest list of items in a sentence; empty where there is none."""
    runs: list[list[int]] = [[]]
    for index, (one, other) in enumerate(pairwise(sentence.stated)):
        if _is_next(sentence, one, other):
            runs[-1] = [*(runs[-1] or [index]), index + 1]
        else:
            runs.append([])
    run = max(runs, key=len)
    if len(run) < FEWEST:
        return frozenset(), frozenset()
    first, last = sentence.stated[run[0]], sentence.stated[run[-1]]
    around = range(first.first - MOST_BETWEEN, last.last + MOST_BETWEEN + 1)
    own = {first.segment, last.segment, *(sentence.stated[index].segment for index in run)}
    named = (word.place for word in sentence.words if word.place in around and word.segment in own)
    return frozenset(run), frozenset(named) - sentence.number_places


def _is_next(sentence: Sentence, one: Stated, other: Stated) -> bool:
    """Whether two numbers of one sort have nothing but the names of items between them."""
    quantities = one.quantity, other.quantity
    held = sentence.words[other.first - 1].capital  # "6 medals, Sweden 4"
    counts = held and {each.unit.dimension for each in quantities} <= {Dimension.COUNT, Dimension.NONE}
    if len({(counts or each.unit.dimension, each.form, each.period and each.period.unit) for each in quantities}) > 1:
        return False
    between = sentence.lows[one.last + 1 : other.first]
    written = {sentence.text[word.start : word.end].lower() for word in sentence.words[one.last + 1 : other.first]}
    if written & (words().conclusion | words().infinitive) or one.quantity.form not in (Form.AMOUNT, Form.PERCENT):
        return False  # "that's 30 each", "1 kg of fruit to 750 g of sugar"
    nouns = {each.unit.noun for each in quantities}
    if len(nouns - {"", None}) > 1 and words().and_word.issuperset(between):
        near = sentence.lows[one.last + 1 : other.last + 1 + len(words().and_word)]
        return not words().and_word.isdisjoint(near)  # "3 cats, 2 dogs and 4 fish"
    joining = words().function - words().link - words().each_of
    known = all(low in joining or not _is_empty(low) for low in between)
    return known and 0 < len(between) <= MOST_BETWEEN and not all(map(_is_empty, between))


def _is_empty(low: str) -> bool:
    """Whether a word names no item."""
    classes = words()
    return any(low in each for each in (classes.function, classes.link, classes.result, classes.priced))
