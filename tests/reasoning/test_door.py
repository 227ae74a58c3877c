"""The door answers a text, and keeps no word of the message in what it answers."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning import Answer, Verdict, answer
from reasoning.presenting.answer_json import answer_to_json
from reasoning.presenting.reply import plain

DAY = date(2026, 11, 24)


def test_what_is_sure_is_said(library: Library) -> None:
    found = answer("Mexico has 700 million people.", library, DAY)
    assert (found.verdict, found.findings[0].kind) == (Verdict.DOESNT_ADD_UP, "claim")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("It is 900 million", "I read 900 million. Whose is it?"),
        ("Got 71, 52 and 9 out of it, then 340 more", "I read 71, 52, 9 and 340. Which of them make which?"),
        ("Mexico wasted $24 billion on umbrellas", "for each of the 131 million people of Mexico"),
        ("Mexico wasted $24 billion on umbrellas", "What of Mexico does it count?"),
        ("12,500 umbrellas and 80% of hats", "I read 12,500 and 80 %."),
        ("hello", "There is no number here that I could check."),
    ],
)
def test_what_nothing_settles_is_no_dead_end(text: str, says: str, library: Library) -> None:
    found = answer(text, library, DAY)
    assert found.is_silent
    assert says in found.note


@pytest.mark.parametrize(
    "text",
    [
        "Mexico lost 200 umbrellas to the wind",  # too few to be seen
        "They wasted $24 billion on umbrellas",  # nobody is named
        "Mexico wastes $24 billion a week on umbrellas",  # another time than the figures'
        "Mexico lost 1 million umbrellas to the wind",  # no people
    ],
)
def test_a_size_is_told_only_of_what_can_be_seen_beside_a_country(text: str, library: Library) -> None:
    assert "For scale" not in answer(text, library, DAY).note


def test_an_order_is_settled_by_two_figures(library: Library) -> None:
    text = "omg walmarts headcount is bigger than alibabas, who knew"
    found = answer(text, library, DAY)
    assert found.verdict in (Verdict.ADDS_UP, Verdict.PLAUSIBLE)
    assert "employees of Walmart" in plain(found)
    assert {rest.id.split(".")[0] for one in found.findings for c in one.comparisons for rest in c.rests} == {
        "walmart",
        "alibaba",
    }


def test_no_word_of_the_message_is_in_what_is_kept(library: Library) -> None:
    text = "hubert whispered that zebras know walmarts headcount is bigger than alibabas"
    found = answer(text, library, DAY)
    assert found.findings
    kept = found.dump().lower()
    assert [word for word in ("hubert", "whisper", "zebra", "headcount") if word in kept] == []


def test_it_can_be_kept_and_read_again(library: Library) -> None:
    found = answer("does walmart really have more employees than alibaba?", library, DAY)
    assert Answer.load(found.dump()) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "🤔",
        "9" * 5000,
        "((((" * 500,
        "1/0 = 5",
        "\x00\u202e 5 km",
        "than more 5 than more " * 200,
        "my model train leaves at 1:00 and runs 22 km in 3 hours",
        "it doubles every 0 minutes, so 5 are 40 after 2 hours",
        "my fund grows 99999% a month for 30 years, 5 dollars and 3 cats make 1e300",
    ],
)
def test_no_text_makes_it_raise(text: str, library: Library) -> None:
    assert answer(text, library, DAY).as_of == DAY


def test_the_same_text_gets_the_same_answer(library: Library) -> None:
    text = "India, with roughly four times the population of the United States, exports rice."
    assert answer(text, library, DAY).dump() == answer(text, library, DAY).dump()


def test_a_claim_is_told_formally(library: Library) -> None:
    text = "omg walmarts headcount is bigger than alibabas, who knew"
    (claim,) = answer_to_json(answer(text, library, DAY))["claims"]
    assert claim["claim"]["relation"] == "order"
    assert claim["claim"]["comparator"] == ">"
    assert claim["claim"]["left"]["id"].startswith("walmart.employees")
    assert claim["claim"]["right"]["id"].startswith("alibaba.employees")
