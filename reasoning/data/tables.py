"""The tables beside this file, as objects. Raises pydantic's ValidationError for a file of another form."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from reasoning.reading.language import stem

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # where PyYAML was built with libyaml, ten times as fast


class _Noun(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    nouns: str


class _Cue(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    words: str


def _load(name: str, form: Any) -> Any:
    text = files("reasoning.data").joinpath(name).read_text(encoding="utf-8")
    return TypeAdapter(form).validate_python(yaml.load(text, Loader=_LOADER))  # noqa: S506 - all scalars are text


@cache
def roots() -> Mapping[str, str]:
    """The stem of a counted noun -> the kind it is counted as: "nurs" -> "person"."""
    return {
        stem(noun): kind
        for kind, entry in _load("nouns.yaml", dict[str, _Noun]).items()
        for noun in entry.nouns.split()
    }


@cache
def cues() -> Mapping[str, frozenset[str]]:
    """Kind of cue -> the stems of its words; a phrase is its words joined by "_"."""
    return {
        kind: frozenset("_".join(stem(part) for part in word.split("_")) for word in entry.words.split())
        for kind, entry in _load("cues.yaml", dict[str, _Cue]).items()
    }


@cache
def cue_phrases(kind: str) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
    """The stems of the single words of a kind of cue, and those of its phrases; none for an unknown kind."""
    said = cues().get(kind, frozenset())
    phrases = (tuple(phrase.split("_")) for phrase in sorted(said) if "_" in phrase)
    return frozenset(word for word in said if "_" not in word), tuple(phrases)


class Defaults(BaseModel):
    """What a claim leaves unsaid: see the comments in defaults.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    asked: dict[str, dict[str, list[str]]]
    wholes: dict[str, str]
    outsiders: str
    nobody_named: dict[str, float]
    everybody: dict[str, float]
    anybody: str
    step_cues: dict[str, tuple[str, ...]]
    stuff: dict[str, str]
    we: str
    money_scales: str
    count_scales: str
    spoken_short: list[str]
    exchange_rate: str
    prices: str
    plain_units: list[str]
    pays_from: dict[str, str]
    spoken_units: dict[str, int]
    regional_units: dict[str, str]
    shared_change: dict[str, list[str]]
    shared_money: dict[str, list[str]]
    units_elsewhere: dict[str, list[str]]
    own_totals: dict[str, str]
    coordinates: list[str]
    loose: str
    tight: str
    adding: str
    size: str
    intensive: list[str]
    basin: list[str]
    only_said: list[str]
    worked: tuple[Fraction, Fraction]
    workdays: str
    fortunes: dict[str, int]
    best_savings: str
    line_units: list[str]
    left_out: list[str]
    events: dict[str, str]
    real_growth: dict[str, str]


@cache
def defaults() -> Defaults:
    """What a claim leaves unsaid."""
    found: Defaults = _load("defaults.yaml", Defaults)
    return found


@cache
def loose_measures() -> frozenset[str]:
    """The measures that are counted in several ways."""
    return frozenset(defaults().loose.split())


@cache
def outsiders() -> frozenset[str]:
    """The stems of the nouns by which people are counted who are none of a place's own."""
    return frozenset(stem(noun) for noun in defaults().outsiders.split())


@cache
def tight_measures() -> frozenset[str]:
    """The measures that differ little from place to place."""
    return frozenset(defaults().tight.split())


def default_measures() -> Mapping[str, Mapping[str, list[str]]]:
    """Kind of entity -> base of what is counted -> measures, the usual one first."""
    return defaults().asked


def root(noun: str) -> str:
    """What a counted noun is counted as; itself where nothing is known of it.

    >>> root("nurses"), root("cows")
    ('person', 'cow')
    """
    base = stem(noun.rsplit(maxsplit=1)[-1]) if noun.split() else noun
    return roots().get(base, base)
