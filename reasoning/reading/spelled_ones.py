"""Amounts that are said without a numeral, written with one in as many characters: "weighs a tonne", "a metre each"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from quantities import Dimension
from quantities.model.quantity import SECONDS
from quantities.units.physical_units import WORDS
from reasoning.reading.language import any_of, how_often, one_and, words

FEWEST = 2  # units that stand alone
LONGEST = 400  # characters of a sentence in which one unit is that of another
BEFORE = 12  # characters in which the word before an article stands


class _Patterns(NamedTuple):
    """One unit for each of something, one behind any word, adverbs of how often that end a part, one and a half."""

    for_each: re.Pattern[str]
    alone: re.Pattern[str]
    adverb: re.Pattern[str]
    in_a_time: re.Pattern[str]  # "twice a day"
    and_a_half: re.Pattern[str]
    about_one: re.Pattern[str]
    whole_one: re.Pattern[str]  # "a full kilometre"
    open_above: re.Pattern[str]  # "20+ million", which is "20 million+", as "20-odd million" is "20 million-odd"


@cache
def _patterns() -> _Patterns:
    classes = words()
    measured = (" ".join(name) for name, unit in WORDS.items() if unit.dimension is not Dimension.TIME)
    units = any_of(frozenset(measured))
    bounds = frozenset(word.replace("_", " ") for word in classes.bounding_one)
    units_of_all = frozenset(" ".join(name) for name, unit in WORDS.items() if name[-1] not in classes.function)
    article = rf"\b{any_of(classes.article_one & classes.determiner - frozenset(classes.counts))}"
    return _Patterns(
        re.compile(
            rf"{article}(?= {units} (?:{any_of(classes.part_of)} \w+ )?{any_of(classes.severally)}\b)",
            re.IGNORECASE,
        ),
        re.compile(rf"(?:(\w+) )?({article}) ({units})\b(?: ({any_of(classes.part_of)})\b)?", re.IGNORECASE),
        re.compile(
            rf"\b(?:{any_of(frozenset(how_often()))}(?= {any_of(classes.once_more)}\b)"
            rf"|{any_of(frozenset(pair.partition('=')[0] for pair in classes.often))}(?=\s*(?:$|[,.;:!?)])))"
        ),
        re.compile(
            rf"\b{any_of(frozenset(pair.partition('=')[0] for pair in classes.often))}"
            rf"(?= {any_of(classes.article_one | classes.for_each)} {any_of(frozenset(SECONDS))}\b)",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\b(?:{any_of(classes.singular_one)}|({any_of(classes.for_each)})) (\w+) "
            rf"{any_of(classes.and_word)} {any_of(classes.singular_one)} "
            rf"({any_of(frozenset(one_and()))})(?![\w-])",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?<=\b){any_of(bounds)} {any_of(classes.article_one)}(?= {any_of(units_of_all)}\b"
            rf"(?! (?:{any_of(classes.ago)}|{any_of(classes.determiner)})\b))",
            re.IGNORECASE,
        ),
        re.compile(rf"{article} {any_of(classes.whole_one)}(?= {units}\b)", re.IGNORECASE),
        re.compile(rf"(?<=\w)(\+|[ -]odd)(\s?{any_of(classes.scales)})\b", re.IGNORECASE),
    )


def with_numerals(text: str) -> str:
    """A sentence with so much for each, and how often, in numerals, and as many characters.

    >>> with_numerals("it took an hour and a half")
    'it took 1.5           hour'
    >>> with_numerals("one every hour and a half")
    'one every 1.5        hour'
    >>> with_numerals("they stand a metre apart and go round it twice"), with_numerals("20+ million, 80-odd percent")
    ('they stand 1 metre apart and go round it 2x   ', '20 million+, 80 percent-odd')
    >>> with_numerals("brushes for 3 minutes twice a day")
    'brushes for 3 minutes 2     a day'
    """
    each, _, adverb, in_a_time, and_a_half, about_one, whole_one, open_above = _patterns()
    text = open_above.sub(r"\2\1", text)
    text = and_a_half.sub(_with_its_part, text)
    text = whole_one.sub(lambda match: "1".ljust(len(match[0])), text)
    if any(map(str.isdigit, text)):
        text = about_one.sub(_with_a_one, text)
    if any(word in text for word in words().severally):
        for match in each.finditer(text):
            start, end = match.span()
            if words().portions.isdisjoint(text[max(start - BEFORE, 0) : start].lower().split()[-1:]):
                text = _with_one(text, start, end)
    text = in_a_time.sub(lambda match: how_often()[match[0].lower()].rstrip("x").ljust(len(match[0])), text)
    return adverb.sub(lambda match: how_often()[match[0]].ljust(len(match[0])), text)


def with_one_unit(text: str) -> str:
    """A sentence without a numeral, with the last unit behind a verb as one of it, where another unit stands before.

    >>> with_one_unit("a cubic metre of water weighs a tonne"), with_one_unit("give him an inch and he'll take a mile")
    ('a cubic metre of water weighs 1 tonne', "give him an inch and he'll take a mile")
    """
    found = list(_patterns().alone.finditer(text)) if len(text) <= LONGEST else []
    kinds = [WORDS[tuple(match[3].lower().split())].dimension for match in found]
    no_verbs = words().function - words().being
    if len(found) < FEWEST or kinds[-1] in kinds[:-1] or found[-1][4]:
        return text
    verb = (found[-1][1] or "").lower()
    return _with_one(text, *found[-1].span(2)) if verb and verb not in no_verbs else text


def _with_its_part(match: re.Match[str]) -> str:
    """One and a part of a unit as a number of it, in as many characters."""
    each, unit, part = match.groups()
    before = f"{each} " if each else ""
    return before + one_and()[part.lower()].ljust(len(match[0]) - len(before) - len(unit)) + unit


def _with_a_one(match: re.Match[str]) -> str:
    """A bound with one behind it instead of an article, in as many characters."""
    bound, _, article = match[0].rpartition(" ")
    return f"{bound} {'1'.ljust(len(article))}"


def _with_one(text: str, start: int, end: int) -> str:
    return text[:start] + "1".ljust(end - start) + text[end:]
