"""What a reply says besides the sum: what is missing, the other reading, the message's own figures, further pages."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning import answer
from reasoning.model.answer import Verdict
from reasoning.presenting import reply as wording

TODAY = date(2026, 11, 23)
LONG = " ".join(
    f"{place} has {number} million people."
    for place, number in [
        ("Mexico", 700),
        ("Spain", 90),
        ("Italy", 300),
        ("India", 900),
        ("China", 500),
        ("France", 20),
        ("Japan", 10),
    ]
)


def test_cant_tell_names_the_figure_and_asks_for_it(library: Library) -> None:
    found = answer("Zorblax will hire 50,000 people", library, TODAY)
    assert found.verdict is Verdict.CANT_TELL
    shown = wording.reply(found)
    assert "Missing: employees of Zorblax (the company's annual report). Reply with it and I'll redo the sum." in shown


@pytest.mark.parametrize(
    "text",
    [
        "£10,000 in 1970 is worth £150,000 today",  # prices of those years are not stored
        "Japan's population has grown faster than that of France",  # from when to when
    ],
)
def test_what_lacks_too_much_is_not_settled(text: str, library: Library) -> None:
    assert answer(text, library, TODAY).verdict is Verdict.CANT_TELL


def test_cant_tell_shows_how_large_the_number_is_all_the_same(library: Library) -> None:
    found = answer("Robots will create 10 million jobs in the US", library, TODAY)
    assert found.verdict is Verdict.CANT_TELL
    assert "1 in 17 of the labour force of the US" in wording.reply(found)


def test_a_number_is_told_as_it_was_taken(library: Library) -> None:
    found = answer("Alibaba has 126.661 employees", library, TODAY)  # which is not 126 and a bit
    assert found.verdict in (Verdict.ADDS_UP, Verdict.PLAUSIBLE)
    assert "said: 126,661 employees" in wording.reply(found)


def test_a_fact_of_the_message_is_set_beside_the_stored_one(library: Library) -> None:
    text = "The labour force of the US is 150 million people. Alibaba will create 1 million jobs."
    found = answer(text, library, TODAY)
    shown = wording.plain(found)
    assert "labour force of the US: 168 million people (BLS, 2024)" in shown
    assert "said: 150 million people" in shown


def test_a_long_text_is_answered_on_pages(library: Library) -> None:
    found = answer(LONG, library, TODAY)
    assert wording.pages(found) == ("1-3", "4-6")
    replies = [wording.reply(found, page) for page in range(2)]
    assert [reply.count("population of") > 0 for reply in replies] == [True, True]
    assert "3 more claims in this text." in replies[0]
    assert "more claim" not in replies[1]
    assert wording.reply(found, 9) == replies[1]


def test_a_reply_has_at_most_four_lines_of_arithmetic(library: Library) -> None:
    found = answer("Alibaba will create 1 million US jobs over 5 years", library, TODAY)
    assert wording.reply(found).count("•") <= 4


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("how big is $4 trillion?", ["57 %", "for each of the 340 million people of the US"]),
        ("is €100 billion a lot for Germany?", ["for each of the 83.5 million people of Germany"]),
        ("how much is £20 billion?", ["people of the UK"]),
        ("is 1M jobs a lot for the US?", ["1 in 170 of the labour force of the US", "1 in 340"]),
    ],
)
def test_a_number_is_set_against_what_fits_its_place_and_size(text: str, lines: list[str], library: Library) -> None:
    shown = wording.plain(answer(text, library, TODAY))
    assert all(line in shown for line in lines)
    assert shown.count("•") <= 4
