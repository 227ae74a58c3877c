"""What a sentence says beside its claim costs the reading: each sign has its own part of the cost."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning.check import Checked, check_passage
from reasoning.judging.unexplained_words import unknown_names
from reasoning.reading.passage import read_passage

DAY = date(2026, 11, 24)
PLAIN = "131 million people live in Mexico."


def surest(text: str, library: Library) -> Checked:
    """The group of a text that has the most on one side."""
    return max(check_passage(text, library, DAY), key=lambda one: max(one.sides.yes, one.sides.no))


def costs(text: str, library: Library) -> dict[str, float]:
    """The parts of the cost of the best reading of a text that are more than nothing."""
    return {part: cost for part, cost in surest(text, library).sides.best[0].candidate.cost.items() if cost > 0}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("131 million people in Mexico can't swim.", "denied"),
        ("131 million people without a car live in Mexico.", "restriction"),
        ("My 131 million people live in Mexico.", "first_person"),
        ("131 million people live in Mexico beside Canada.", "entities"),
        ("131 million people live in Mexico beside 4,000 boats.", "quantities"),
        ("131 million people live in Mexico beside Zorblax Quibble.", "unknown_names"),
        ("131 million people once lived in Mexico.", "past"),
        ("Until the flood 131 million people lived in Mexico.", "past"),
        ("131 million people would live in Mexico.", "supposed"),
        ("131 million people will live in Mexico.", "supposed"),
        ("131 million people who juggle live in Mexico.", "restriction"),
        ("131 million people live in purple Mexico.", "near_words"),
        ("131 million people live in Mexico, purple curtains hang.", "far_words"),
    ],
)
def test_a_sign_costs_its_own_part_and_takes_off_the_yes(text: str, part: str, library: Library) -> None:
    assert part in costs(text, library)
    assert part not in costs(PLAIN, library)
    assert surest(text, library).sides.yes < surest(PLAIN, library).sides.yes


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("I read that 131 million people live in Mexico.", "first_person"),
        ("131 million people live in Mexico City, Mexico.", "unknown_names"),
        ('The guide: "Millions" of people, 131 million, live in Mexico.', "unknown_names"),
        ("In 2024 131 million people lived in Mexico.", "past"),
    ],
)
def test_what_only_looks_like_a_sign_costs_nothing(text: str, part: str, library: Library) -> None:
    assert part not in costs(text, library)


def test_a_restriction_leaves_only_the_most_there_can_be(library: Library) -> None:
    assert surest("131 million people who juggle live in Mexico.", library).sides.best[0].candidate.upper_only
    assert not surest(PLAIN, library).sides.best[0].candidate.upper_only


def test_numbers_with_no_word_between_them_make_no_sum(library: Library) -> None:
    linked = costs("5,000 people at $420,000 each is $2.1 billion", library)
    apart = costs("5,000 people, $420,000 for them, $2.1 billion", library)
    assert "unlinked" not in linked
    assert apart["unlinked"] > 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It snowed in Zorblax and Quibble.", 2),
        ("It snowed in Mexico.", 0),
        ("Zorblax is where it snowed.", 0),  # the first word has a capital anyway
        ("SNOW FALLS ALL OVER ZORBLAX", 0),
    ],
)
def test_names_that_nobody_knows_are_counted(text: str, count: int, library: Library) -> None:
    (sentence,) = read_passage(text, library).sentences
    assert unknown_names(sentence) == count
    assert sentence.is_shouted is text.isupper()
