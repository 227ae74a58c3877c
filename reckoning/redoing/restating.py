"""A reading said as people would write it, so that it can be read again without the text that it came from."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What a kind's reading looks like, and sentences that say the same.
RULES = (
    (
        re.compile(r"^from (?P<a>.+) to (?P<b>.+) is a change of (?P<c>.+)$"),
        ("it rose from {a} to {b}, an increase of {c}", "it fell from {a} to {b}, a fall of {c}"),
    ),
    (
        re.compile(
            r"^(?P<what>.+) for each of the (?P<group>population|households)(?: of (?P<where>.+?))? is (?P<each>.+)$"
        ),
        (
            "{what} is {each} per {group}",
            "{what} is {each} for every person in {where}",
            "{what} is {each} for every household in {where}",
        ),
    ),
    (
        re.compile(r"^(?P<total>.+) shared out among the population of (?P<where>.+) is (?P<each>.+) each$"),
        ("Split in {where}, {total} gives everyone {each}",),
    ),
    (
        re.compile(r"^(?P<total>.+) shared out among the households of (?P<where>.+) is (?P<each>.+) each$"),
        ("Split in {where}, {total} gives every household {each}",),
    ),
    (
        re.compile(r"^(?P<part>.+) against (?P<whole>.+) is (?P<share>.+)$"),
        ("the {part} is {share} of the {whole}",),
    ),
    (
        re.compile(r"^(?:the )?change of (?P<what>.+), (?P<from>\d{4}) to (?P<to>\d{4}), is (?P<change>.+)$"),
        (
            "the {what} grew by {change} from {from} to {to}",
            "the {what} fell by {change} from {from} to {to}",
            "the {what} grew {change} from {from} to {to}",
        ),
    ),
)
GROUPS = {"population": "person", "households": "household"}


def restated(reading: str) -> Iterator[str]:
    """The reading as it stands, then other ways to say it."""
    yield reading
    for shape, sentences in RULES:
        if match := shape.match(reading):
            parts = {name: part or "" for name, part in match.groupdict().items()}
            if "group" in parts:
                parts["group"] = GROUPS[parts["group"]]
            yield from (sentence.format_map(parts) for sentence in sentences)
