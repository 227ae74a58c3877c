"""What is asked back of a claim whose readings come to different sides, or that is not surely the likeliest."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning import Verdict, answer, redo
from reasoning.model.answer import Answer, Finding, Obstacle
from reasoning.presenting.answer_json import answer_to_json
from reasoning.presenting.reply import reading_labels
from reasoning.redoing.renewal import tell_again, without_texts

DAY = date(2026, 11, 30)
TWO_WAYS = "I can read it in two ways that don't come to the same:"


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "Amazon has about 300,000 employees",
            "“employees in the United States of Amazon: 300,000 employees”",
            "“employees of Amazon: 300,000 employees”",
        ),
        (
            "New York City has about 21 million residents",
            "“people in the urban area of New York City: 21 million residents”",
            "“population of New York City: 21 million residents”",
        ),
    ],
)
def test_two_readings_of_different_sides_are_named(packaged: Library, text: str, one: str, other: str) -> None:
    found = answer(text, packaged, DAY)
    assert found.is_silent
    assert f"{TWO_WAYS} {one} or {other}. Which is meant?" in found.note


def test_each_reading_has_the_verdict_that_it_has_if_it_is_meant(packaged: Library) -> None:
    asked = answer("Amazon has about 300,000 employees", packaged, DAY)
    assert asked.obstacle is Obstacle.TWO_SIDES
    assert [one.verdict for one in asked.readings] == [Verdict.PLAUSIBLE, Verdict.DOESNT_ADD_UP]
    chosen = asked.choose(1)
    assert (chosen.verdict, chosen.note, chosen.obstacle) == (Verdict.DOESNT_ADD_UP, "", None)
    assert chosen.findings == (asked.readings[1],)
    with pytest.raises(IndexError):
        asked.choose(2)


@pytest.mark.parametrize(
    "text", ["Amazon has about 300,000 employees", "McDonald's plans to have 50,000 restaurants by 2027"]
)
def test_the_readings_are_told_again_from_their_claims_alone(text: str, packaged: Library) -> None:
    asked = answer(text, packaged, DAY)
    stored = without_texts(asked)
    assert {one.reading for one in stored.readings} == {""}
    assert tell_again(Answer.load(stored.dump()), packaged) == asked


def test_a_reading_that_is_chosen_can_be_changed(packaged: Library) -> None:
    chosen = answer("Amazon has about 300,000 employees", packaged, DAY).choose(1)
    changed = redo(chosen, ("if it were 1.5 million",), packaged)
    assert changed.verdict is Verdict.ADDS_UP
    assert changed.changes == ("1.5 million employees (your change)",)


def test_one_question_is_asked_and_buttons_say_in_what_the_readings_differ(packaged: Library) -> None:
    asked = answer("Amazon has about 300,000 employees", packaged, DAY)
    assert asked.note.count("?") == 1
    assert reading_labels(asked) == ("employees in the United States of Amazon", "employees of Amazon")
    alone = answer("McDonald's plans to have 50,000 restaurants by 2027", packaged, DAY)
    assert alone.note.count("?") == 1
    assert reading_labels(alone) == ("Yes",)


@pytest.mark.parametrize(
    ("readings", "labels"),
    [
        (("5 kWh = power × time", "5 kWh = power / time"), ("power × time", "power / time")),
        (("people of A: 5", "people of B: 5"), ("people of A", "people of B")),
        (("people of A: 5", "people of A: 6"), ("5", "6")),
        (("5 a head", "people of A: 6"), ("5 a head", "people of A: 6")),
        ((f"a {'very ' * 12}long one", "short"), (f"a {'very ' * 9}".strip() + "…", "short")),
    ],
)
def test_a_label_is_what_differs_and_fits_a_button(readings: tuple[str, ...], labels: tuple[str, ...]) -> None:
    found = tuple(Finding("claim", one, Verdict.CANT_TELL) for one in readings)
    assert reading_labels(Answer((), DAY, "", readings=found)) == labels


def test_json_has_the_readings_as_claims(packaged: Library) -> None:
    written = answer_to_json(answer("Amazon has about 300,000 employees", packaged, DAY))
    (claim,) = written["claims"]
    other = claim["other_reading"]
    assert (written["verdict"], written["status"]) == ("cant_tell", "not_understood")
    assert [one["verdict"] for one in (claim, other)] == ["cant_tell", "cant_tell"]
    assert [one["if_meant"] for one in (claim, other)] == ["plausible", "doesnt_add_up"]
    assert [one["claim"]["right"]["id"].split(".")[1] for one in (claim, other)] == ["employees_us", "employees"]


@pytest.mark.parametrize(
    ("text", "obstacle"),
    [
        ("hello", Obstacle.NO_NUMBER),
        ("Grumbel employs 3 million people", Obstacle.FIGURE),
        ("my aunt has 40,000 buttons", Obstacle.NO_READING),
        ("I walked 12,000 steps with my 3 dogs", Obstacle.NO_READING),
        ("McDonald's plans to have 50,000 restaurants by 2027", Obstacle.UNSURE),
        ("5 / 0", Obstacle.SUM),
        ("Mexico has 700 million people", None),
        ("2+2", None),
        ("what is the population of Canada?", None),
    ],
)
def test_why_a_text_is_left_open(text: str, obstacle: Obstacle | None, packaged: Library) -> None:
    assert answer(text, packaged, DAY).obstacle is obstacle


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Mexico had 12% youth population in 2015", "Is it of Mexico as a whole? Say which part"),
        ("Mexico had 12% youth population", "Is it of this year, and of Mexico as a whole?"),
        ("Sweden's unemployment was half in 1935 for young people", "are from 1970 to"),
    ],
)
def test_no_year_is_asked_for_where_one_was_said(text: str, question: str, packaged: Library) -> None:
    assert question in answer(text, packaged, DAY).note


@pytest.mark.parametrize("text", ["Mexico has 700 million people", "my cat weighs 4 kg", "hello"])
def test_what_has_one_reading_or_none_is_not_asked_for_another(packaged: Library, text: str) -> None:
    assert TWO_WAYS not in answer(text, packaged, DAY).note
