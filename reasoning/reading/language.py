"""The closed classes of words of a language, from `data/<language>.yaml`, and the stem of a word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Annotated

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict

from knowledge.text.inflection import singular, verb_forms


def _numbered(listed: str) -> dict[str, int]:
    """The words of a list that runs from one on, each with its number; ways to say the same are joined by "/".

    >>> _numbered("first second/2nd")
    {'first': 1, 'second': 2, '2nd': 2}
    """
    return {word: number for number, ways in enumerate(listed.split(), 1) for word in ways.split("/")}


# What a text of words becomes: a set, or each word with the number that it stands for.
WordSet = Annotated[frozenset[str], BeforeValidator(lambda listed: frozenset(str(listed).split()))]
Numbered = Annotated[dict[str, int], BeforeValidator(_numbered)]


class Words(BaseModel):
    """The closed classes as sets of words in small letters; the form of `data/<language>.yaml`, one text for each."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    function: WordSet
    light: WordSet
    lead_in: WordSet
    first_person: WordSet
    we: WordSet
    conditional: WordSet
    supposed: WordSet
    plan: WordSet
    negation: WordSet
    noise: WordSet
    cut: WordSet
    saying: WordSet
    past: WordSet
    long_past: WordSet
    title: WordSet
    until_then: WordSet
    present: WordSet
    consequence: WordSet
    conclusion: WordSet
    totalling: WordSet
    concluding: WordSet
    beside_number: WordSet
    years: WordSet
    since_then: WordSet
    onwards: WordSet
    concluding_inside: WordSet
    asking: WordSet
    question: WordSet
    link: WordSet
    compared_with: WordSet
    restricting: WordSet
    dwelling: WordSet
    determiner: WordSet
    possessive: WordSet
    singular_one: WordSet
    ending: WordSet
    none: WordSet
    source_tag: WordSet
    passing_on: WordSet
    passed_on: WordSet
    and_word: WordSet
    yearly: WordSet
    daily: WordSet
    each_of: WordSet
    people: WordSet
    of_an_age: WordSet
    than: WordSet
    only: WordSet
    joining: WordSet
    standing_in: WordSet
    ordinals: Numbered
    decade_parts: Mapping[str, int]  # the year of a decade that its early, middle or late years stand for
    ordinal_endings: WordSet
    ranking: WordSet
    ahead: WordSet
    counts: Numbered
    within: WordSet
    into: WordSet
    severally: WordSet
    during: WordSet
    typical: WordSet
    portions: WordSet
    often: WordSet
    once: WordSet
    once_more: WordSet
    holders: WordSet
    scales: WordSet
    spelled: WordSet
    since: WordSet
    definite: WordSet
    article: WordSet
    infinitive: WordSet
    motion: WordSet
    part_of: WordSet
    at_rate: WordSet
    beside_sum: WordSet
    any: WordSet
    other: WordSet
    alike: WordSet
    agent: WordSet
    changing: WordSet
    third_person: WordSet
    he_or_she: WordSet
    result: WordSet
    result_weak: WordSet
    noon: WordSet
    midnight: WordSet
    framing: WordSet
    telling: WordSet
    thinking: WordSet
    asked_back: WordSet
    hearer: WordSet
    opening: WordSet
    opening_told: WordSet
    auxiliary: WordSet
    meanwhile: WordSet
    source: WordSet
    denial: WordSet
    factive: WordSet
    share_of: WordSet
    asides: WordSet
    participle_endings: WordSet
    gerund_endings: WordSet
    leaving_out: WordSet
    lasting: WordSet
    pointing: WordSet
    priced: WordSet
    paying: WordSet
    ago: WordSet
    article_one: WordSet
    restating: WordSet
    choice: WordSet
    abbreviated: WordSet
    being: WordSet
    set_beside: WordSet
    for_each: WordSet
    for_each_opening: WordSet
    anyone: WordSet
    along: WordSet
    unbroken: WordSet
    anyones: WordSet
    asking_kindly: WordSet
    circle: WordSet
    reactions: WordSet
    posting: WordSet
    heading: WordSet

    @cached_property
    def empty(self) -> frozenset[str]:
        """The words that say little of what is claimed: function words and light ones."""
        return self.function | self.light


@cache
def words(language: str = "en") -> Words:
    """The word classes of a language. Raises KeyError without a file for it, and ValidationError for another form."""
    names = {"en": "english.yaml"}
    text = files("reasoning.reading").joinpath(f"data/{names[language]}").read_text(encoding="utf-8")
    return Words.model_validate(yaml.safe_load(text))


def any_of(listed: frozenset[str]) -> str:
    """The source of a pattern of any word of a class, the longest first; "_" is what stands between words.

    >>> any_of(frozenset({"a", "an"}))
    '(?:an|a)'
    """
    longest_first = sorted(listed, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word).replace('_', '[ -]') for word in longest_first)})"


@cache
def abbreviations(language: str = "en") -> Mapping[str, str]:
    """Abbreviated word of a chat -> the word in full: "ppl" -> "people"."""
    return _pairs(words(language).abbreviated)


@cache
def how_often(language: str = "en") -> Mapping[str, str]:
    """Adverb of how often -> as a numeral: "twice" -> "2x"."""
    return _pairs(words(language).often | words(language).once)


def _pairs(listed: frozenset[str]) -> dict[str, str]:
    return {first: second for pair in listed for first, _, second in (pair.partition("="),)}


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The part that the forms of a word share; both sides of a comparison go through it.

    >>> stem("employees") == stem("employee"), stem("died") == stem("die"), stem("countries") == stem("country")
    (True, True, True)
    """
    low = word.lower().removesuffix("'s").removesuffix("’s").strip("'’.")
    verb = verb_forms(low)[0] if low.isalpha() else low
    noun = singular(low)
    is_noun = noun.endswith(("f", "fe")) and noun != low and verb not in words().light  # "loaves", but not "leaves"
    is_noun |= noun == low == verb + "s" and low.endswith(("us", "as"))  # "bus", "gas"
    base = verb if verb != low and not is_noun else noun
    for ending, least in (("ing", 5), ("ed", 4)):
        if base.endswith(ending) and len(base) > least:
            base = base.removesuffix(ending)
            if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "sl":
                base = base[:-1]
            break
    if len(base) > 3 and base.endswith("e"):
        base = base[:-1]
    return base[:-1] + "i" if len(base) > 3 and base.endswith("y") else base
