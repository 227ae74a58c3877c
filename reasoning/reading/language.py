"""The closed classes of words of a language, from `data/<language>.yaml`, and the stem of a word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import yaml
from pydantic import TypeAdapter

from knowledge.text.inflection import singular, verb_forms

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # where PyYAML was built with libyaml, ten times as fast
NUMBERED = frozenset({"ordinals", "counts"})  # lists whose words stand for numbers, from one on


def _numbered(listed: str) -> dict[str, int]:
    """The words of a list that runs from one on, each with its number; ways to say the same are joined by "/".

    >>> _numbered("first second/2nd")
    {'first': 1, 'second': 2, '2nd': 2}
    """
    return {word: number for number, ways in enumerate(listed.split(), 1) for word in ways.split("/")}


class Words:
    """The closed classes as sets of words in small letters: an attribute for each list of `data/<language>.yaml`."""

    ordinals: Mapping[str, int]
    counts: Mapping[str, int]
    day_names: Mapping[str, int]  # the most days that are meant
    decade_parts: Mapping[str, int]  # the year of a decade that its early, middle or late years stand for

    def __init__(self, listed: Mapping[str, str | Mapping[str, int]]) -> None:
        for name, text in listed.items():
            numbered = _numbered(text) if name in NUMBERED and isinstance(text, str) else text
            self.__dict__[name] = frozenset(numbered.split()) if isinstance(numbered, str) else numbered

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> frozenset[str]: ...

    @cached_property
    def empty(self) -> frozenset[str]:
        """The words that say little of what is claimed: function words and light ones."""
        return self.function | self.light


@cache
def words(language: str = "en") -> Words:
    """The word classes of a language. Raises KeyError without a file for it, and ValidationError for another form."""
    names = {"en": "english.yaml"}
    text = files("reasoning.reading").joinpath(f"data/{names[language]}").read_text(encoding="utf-8")
    return Words(TypeAdapter(dict[str, str | dict[str, int]]).validate_python(yaml.load(text, Loader=_LOADER)))  # noqa: S506 - a safe one


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


@cache
def one_and(language: str = "en") -> Mapping[str, str]:
    """Name of a part -> one of something and that part of it: "half" -> "1.5"."""
    return _pairs(words(language).one_and)


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
