"""The phrases of requests, from `reading/data/english_requests.yaml`, and the patterns of them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict


class Phrases(BaseModel):
    """The form of the file, whose comments say what each list is."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    sum_openings: list[str]
    equals: list[str]
    signs: dict[str, str]
    words_for_signs: list[str]
    before_a_year: list[str]
    small_words: list[str]
    heads: list[str]
    taken_off: list[str]
    share_of: list[str]
    part_of: list[str]
    root: list[str]
    squared: list[str]
    increase: list[str]
    decrease: list[str]
    as_a_share_of: list[str]
    share_asked: list[str]
    factors: dict[str, str]
    conversion_openings: list[str]
    into: list[str]
    how_many: list[str]
    make: list[str]
    there_in: list[str]
    one: list[str]
    smaller_unit: dict[str, str]
    degrees: dict[str, str]
    joined_by: list[str]
    questions: list[str]
    greetings: list[str]
    look_up_openings: list[str]
    articles: list[str]
    compared: list[str]
    unknown_numbers: dict[str, str]
    more: list[str]
    for_each: list[str]
    share_questions: list[str]
    which: list[str]
    alternative: list[str]
    compare: list[str]
    beside: list[str]
    size_openings: list[str]
    is_or_are: list[str]
    size_words: list[str]


@cache
def phrases() -> Phrases:
    """The phrases of the language that is read. Raises ValidationError for a file of another form."""
    text = files("reasoning.reading").joinpath("data/english_requests.yaml").read_text(encoding="utf-8")
    return Phrases.model_validate(yaml.safe_load(text))


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
