"""The phrases of requests, from `reading/data/english_requests.yaml`, and the patterns of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import yaml
from pydantic import TypeAdapter


class Phrases:
    """The lists of the file, whose comments say what each is, as attributes."""

    signs: Mapping[str, str]
    factors: Mapping[str, str]
    smaller_unit: Mapping[str, str]
    degrees: Mapping[str, str]
    unknown_numbers: Mapping[str, str]

    def __init__(self, listed: Mapping[str, list[str] | dict[str, str]]) -> None:
        self.__dict__.update(listed)

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> list[str]: ...


@cache
def phrases() -> Phrases:
    """The phrases of the language that is read. Raises ValidationError for a file of another form."""
    text = files("reasoning.reading").joinpath("data/english_requests.yaml").read_text(encoding="utf-8")
    return Phrases(TypeAdapter(dict[str, list[str] | dict[str, str]]).validate_python(yaml.safe_load(text)))


@cache
def pattern(template: str) -> re.Pattern[str]:
    """The pattern of a template, in which "<name>" stands for any phrase of that list; small and capital letters match.

    >>> bool(pattern("^<how_many> (.+)").match("How many feet")), bool(pattern("^<articles>$").match("a"))
    (True, False)
    """
    known = phrases()
    written = re.sub(r"(?<!\?P)<(\w+)>", lambda name: any_of(getattr(known, name[1])), template)
    return re.compile(written, re.IGNORECASE)


def any_of(said: list[str]) -> str:
    """The source of a pattern of any of some phrases.

    >>> any_of(["out of", "in"])
    '(?:out of|in)'
    """
    return f"(?:{'|'.join(said)})"
