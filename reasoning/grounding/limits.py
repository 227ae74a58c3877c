"""What nobody, or none of its kind, has gone beyond, where words mean it: records and generous estimates."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.model.estimation import Limit
from knowledge.model.units import NUMBER, Exponents
from knowledge.text.inflection import singular
from reasoning.grounding.context import Context
from reasoning.grounding.thing_index import head_of
from reasoning.grounding.types import counted
from reasoning.model.leaf import NOWHERE, Leaf, Places, Sort
from reasoning.reading.language import words

MEANT = 0.15
ONE_BEFORE = 3  # words before a noun in which an article or a possessive says that it is one


def limit_leaves(context: Context) -> Iterator[Leaf]:
    """The limits that words mean, by what they count: of one that is named, of each of those counted, of a person."""
    sentence, (start, end) = context.sentence, context.sentence.span
    for one in context.library.limit_mentions(sentence.text[start:end]):
        named, *done = (sentence.places_of(start + first, start + last) for first, last in (one.span, *one.verbs))
        if not named or max(named) + 1 in context.thing_places - named:
            continue  # "a bull elephant" is no bull
        for noun in one.limit.counts or ("",):
            powers = counted(head_of(one.name if noun == Limit.ITSELF else noun)) if noun else NUMBER
            places = named.union(*done)
            if one.limit.least or not one.limit.is_of_one or _is_single(named, context):
                yield limit_of(one.limit, powers, places)
            if one.limit.is_of_one:
                yield limit_of(one.limit, powers / counted(head_of(one.name)), places)


def _is_single(places: Places, context: Context) -> bool:
    """Whether one of what is named is meant: "my pumpkin", "a carp", but not "3 kilos of pumpkin"."""
    lows, classes, noun = context.sentence.lows, words(), context.sentence.lows[max(places)]
    before = lows[max(min(places) - ONE_BEFORE, 0) : min(places)]
    one = classes.possessive | classes.article_one | classes.article | classes.pointing
    is_one = singular(noun) == noun and not one.isdisjoint(before)
    return is_one or noun in classes.first_person | classes.he_or_she


def limit_of(limit: Limit, powers: Exponents, places: Places = NOWHERE) -> Leaf:
    """A limit as the range from what is usual to what nobody has gone beyond, which is its value."""
    low, high = limit.extent.interval.ends
    each = counted(limit.by) if limit.by else NUMBER
    return Leaf(
        f"{limit.id}.{Limit.ITSELF}", Sort.PROPERTY, low, low if limit.least else high, high,
        limit.extent.powers * powers / each, MEANT, places, limit.id.replace("-", " "), limit.extent.unit,
        limit.extent.factor, limit.id, Limit.ITSELF, estimate=True, percent=limit.extent.unit == "%",
    )  # fmt: skip
