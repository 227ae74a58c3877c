"""The closed classes of words of a language, from `data/<language>.yaml`, and the stem of a word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from knowledge.text.inflection import singular, verb_forms


class _WordFile(BaseModel):
    """The form of `data/<language>.yaml`: each list is one text of words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    function: str
    light: str
    lead_in: str
    first_person: str
    we: str
    conditional: str
    supposed: str
    plan: str
    negation: str
    noise: str
    cut: str
    saying: str
    past: str
    long_past: str
    title: str
    until_then: str
    present: str
    consequence: str
    conclusion: str
    asking: str
    question: str
    link: str
    compared_with: str
    restricting: str
    determiner: str
    possessive: str
    singular_one: str
    yearly: str
    daily: str
    each_of: str
    people: str
    of_an_age: str
    than: str
    only: str
    joining: str
    standing_in: str
    ordinals: str
    counts: str
    within: str
    holders: str
    scales: str
    spelled: str
    since: str
    definite: str
    article: str
    infinitive: str
    motion: str
    part_of: str
    at_rate: str
    beside_sum: str
    any: str
    other: str
    alike: str
    agent: str
    changing: str
    third_person: str
    he_or_she: str
    result: str
    result_weak: str
    noon: str
    midnight: str
    framing: str
    telling: str
    hearer: str
    opening: str
    opening_told: str
    auxiliary: str
    meanwhile: str
    source: str
    denial: str
    factive: str
    share_of: str
    asides: str
    participle_endings: str
    gerund_endings: str
    leaving_out: str
    pointing: str
    priced: str
    ago: str
    article_one: str
    restating: str
    choice: str
    abbreviated: str
    being: str
    set_beside: str
    for_each: str
    for_each_opening: str
    anyone: str
    along: str
    unbroken: str
    anyones: str


@dataclass(frozen=True, slots=True)
class Words:
    """The closed classes as sets of words in small letters."""

    function: frozenset[str]
    light: frozenset[str]
    lead_in: frozenset[str]
    first_person: frozenset[str]
    we: frozenset[str]
    conditional: frozenset[str]
    supposed: frozenset[str]
    plan: frozenset[str]
    negation: frozenset[str]
    noise: frozenset[str]
    cut: frozenset[str]
    saying: frozenset[str]
    past: frozenset[str]
    long_past: frozenset[str]
    title: frozenset[str]
    until_then: frozenset[str]
    present: frozenset[str]
    consequence: frozenset[str]
    conclusion: frozenset[str]
    asking: frozenset[str]
    question: frozenset[str]
    link: frozenset[str]
    compared_with: frozenset[str]
    restricting: frozenset[str]
    determiner: frozenset[str]
    possessive: frozenset[str]
    singular_one: frozenset[str]
    yearly: frozenset[str]
    daily: frozenset[str]
    each_of: frozenset[str]
    people: frozenset[str]
    of_an_age: frozenset[str]
    than: frozenset[str]
    only: frozenset[str]
    joining: frozenset[str]
    standing_in: frozenset[str]
    ordinals: dict[str, int]
    counts: dict[str, int]
    within: frozenset[str]
    holders: frozenset[str]
    scales: frozenset[str]
    spelled: frozenset[str]
    since: frozenset[str]
    definite: frozenset[str]
    article: frozenset[str]
    infinitive: frozenset[str]
    motion: frozenset[str]
    part_of: frozenset[str]
    at_rate: frozenset[str]
    beside_sum: frozenset[str]
    any: frozenset[str]
    other: frozenset[str]
    alike: frozenset[str]
    agent: frozenset[str]
    changing: frozenset[str]
    third_person: frozenset[str]
    he_or_she: frozenset[str]
    result: frozenset[str]
    result_weak: frozenset[str]
    noon: frozenset[str]
    midnight: frozenset[str]
    framing: frozenset[str]
    telling: frozenset[str]
    hearer: frozenset[str]
    opening: frozenset[str]
    opening_told: frozenset[str]
    auxiliary: frozenset[str]
    meanwhile: frozenset[str]
    source: frozenset[str]
    denial: frozenset[str]
    factive: frozenset[str]
    share_of: frozenset[str]
    asides: frozenset[str]
    participle_endings: frozenset[str]
    gerund_endings: frozenset[str]
    leaving_out: frozenset[str]
    pointing: frozenset[str]
    priced: frozenset[str]
    ago: frozenset[str]
    article_one: frozenset[str]
    restating: frozenset[str]
    choice: frozenset[str]
    abbreviated: frozenset[str]
    being: frozenset[str]
    set_beside: frozenset[str]
    for_each: frozenset[str]
    for_each_opening: frozenset[str]
    anyone: frozenset[str]
    along: frozenset[str]
    unbroken: frozenset[str]
    anyones: frozenset[str]


@cache
def words(language: str = "en") -> Words:
    """The word classes of a language. Raises FileNotFoundError where there is no file for it."""
    names = {"en": "english.yaml"}
    text = files("reasoning.reading").joinpath(f"data/{names[language]}").read_text(encoding="utf-8")
    checked = _WordFile.model_validate(yaml.safe_load(text))
    return Words(**{name: _form(name, str(value).split()) for name, value in checked})


def _form(name: str, listed: list[str]) -> Any:
    """The words of a class as a set; those that are counted off with the number of each."""
    return _numbered(listed) if name in ("ordinals", "counts") else frozenset(listed)


def _numbered(listed: list[str]) -> dict[str, int]:
    """The words of a list that runs from one on, each with its number; ways to say the same are joined by "/"."""
    return {word: number for number, ways in enumerate(listed, 1) for word in ways.split("/")}


@cache
def abbreviations(language: str = "en") -> Mapping[str, str]:
    """Abbreviated word of a chat -> the word in full: "ppl" -> "people"."""
    return {short: full for pair in words(language).abbreviated for short, _, full in (pair.partition("="),)}


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
