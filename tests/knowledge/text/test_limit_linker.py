"""The limits that a text means: a name in any form, and a verb where it needs one."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import Library, load

FROZEN = Path(__file__).parents[2] / "frozen"


@pytest.fixture(scope="module")
def library() -> Library:
    return load(FROZEN)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("two pumpkins", ["heaviest-pumpkin"]),
        ("I finished the marathon", ["fastest-marathon"]),
        ("marathon tickets", []),
        ("they are building flats", ["dwellings-one-person-builds", "dwellings-a-place-builds-for-each-of-its-people"]),
        ("the builder's flat", []),
        ("cycled home", ["cycling-of-one-person"]),
        ("I am 140 years old", ["age-of-the-oldest-person"]),
        ("the tower is 140 years old", []),
    ],
)
def test_which_limits_are_meant(library: Library, text: str, meant: list[str]) -> None:
    assert [one.limit.id for one in library.limit_mentions(text)] == meant


def test_a_verb_is_told_with_its_place(library: Library) -> None:
    text = "she ran a marathon"
    mention = library.limit_mentions(text)[0]
    assert [text[first:last] for first, last in (mention.span, *mention.verbs)] == ["marathon", "ran"]
