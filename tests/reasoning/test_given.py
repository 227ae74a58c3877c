"""What a person adds to a check: the same sum again, with their figure, number, year, place or group."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning import answer, redo
from reasoning.model.answer import Answer, Verdict
from reasoning.presenting import reply
from reasoning.redoing.renewal import tell_again, without_texts
from tests.claims import ask, rows

TODAY = date(2026, 11, 23)
STAFF = "Zorblax will create 50,000 jobs"
PLEDGE = "Alibaba will create 1 million US jobs over 5 years"

# The claim, what is added, the verdict then, and what the reply must say.
ADDED = [
    (STAFF, "Zorblax has 12,000 staff", "stretch", "12,000 staff (your figure)"),
    (STAFF, "zorblax employs 12000 people", "stretch", "12,000 people (your figure)"),
    (STAFF, "they have 12,000 employees", "stretch", "12,000 employees (your figure)"),
    (STAFF, "12,000 staff", "stretch", "12,000 staff (your figure)"),
    (STAFF, "Zorblax has 400,000 staff", "plausible", "400,000 staff (your figure)"),
    (PLEDGE, "Alibaba has 600,000 employees", "plausible", "600,000 employees (your figure)"),
    (PLEDGE, "if it were 10 years", "stretch", "100,000 jobs a year"),
    (PLEDGE, "what if it were 100,000?", "plausible", "Alibaba: 100,000 jobs planned in the US"),
    ("Mexico has 700 million people", "what if it were 130 million?", "adds_up", "130 million"),
    ("Mexico has 700 million people", "Mexico has 690 million people", "adds_up", "your figure"),
    ("Mexico has 39 million people", "use 1961", "adds_up", "1961"),
    ("Mexico has 39 million people", "1961?", "adds_up", "1961"),
    ("140 °F (55 °C)", "if it were 131 °F", "adds_up", "131 fahrenheit"),
    ("55 °C is 140 °F", "if it were 60 °C", "adds_up", "60 celsius"),
    ("Zorblax employs 20,000 people", "Zorblax has 12,000 staff", "doesnt_add_up", "12,000 staff (your figure)"),
    (
        "Japan's population has doubled since 1990",
        "use 2000",
        "doesnt_add_up",
        "population of Japan in 2000 / population of Japan in 1990",
    ),
    ("Tuition of $20,000 a year is $1,200 a month", "if it were $14,400 a year", "adds_up", "$14,400 a year"),
    ("Spain has 60 million people", "in Italy?", "adds_up", "population of Italy: 60 million"),
    ("Spain has 60 million people", "what about Italy?", "adds_up", "population of Italy: 60 million"),
    (
        "how big is $4 trillion?",
        "per household?",
        "cant_tell",
        "$30,100 for each of the 133 million households of the US",
    ),
]


@pytest.mark.parametrize(("text", "said", "verdict", "line"), ADDED)
def test_what_is_added_changes_the_sum(text: str, said: str, verdict: str, line: str, library: Library) -> None:
    found = answer(text, library, TODAY, given=(said,))
    assert found.verdict == verdict
    assert found.changes
    assert line in reply.plain(found)


# The claim, what is asked, and what the reply says.
REFUSED = [
    ("Mexico has 130 million people", "use 2050", "I could not use"),
    ("Mexico has 130 million people", "per household?", "This number cannot be shared out per household."),
    ("A $20,000 car costs $5,000 a year over 5 years", "if it were 3 kg", "I could not use"),
]


@pytest.mark.parametrize(("text", "said", "line"), REFUSED)
def test_what_cannot_be_used_is_said(text: str, said: str, line: str, library: Library) -> None:
    before, after = answer(text, library, TODAY), answer(text, library, TODAY, given=(said,))
    assert after.findings == before.findings
    assert not after.changes
    assert line in reply.plain(after)


@pytest.mark.parametrize("said", ["if it were 200 billion cups", "200 billion?", "if it were 200 billion cups a day"])
def test_a_change_of_a_number_leaves_the_rest_as_it_was(said: str, packaged: Library) -> None:
    library = packaged
    before = answer("The world drinks 2 billion cups of coffee a day", library, TODAY)
    found = redo(_stored(before), (said,), library)
    assert found.findings[0].reading == "cups of coffee drunk of the world: 200 billion cups a day"
    assert (_side(before), _side(found)) == (True, False)


def test_a_sum_for_a_year_replaces_a_sum_for_a_year(library: Library) -> None:
    found = answer(
        "A $20,000 car costs $5,000 a year over 5 years", library, TODAY, given=("if it were $4,000 a year",)
    )
    assert "$20,000" in found.findings[0].reading


def test_a_figure_of_the_person_is_named_as_theirs(library: Library) -> None:
    found = answer(STAFF, library, TODAY, given=("Zorblax has 12,000 staff",))
    rests = {rest.id: rest.value for finding in found.findings for c in finding.comparisons for rest in c.rests}
    assert rests["user"] == 12_000
    assert "With: employees: 12,000 staff (your figure)." in reply.plain(found)


def test_several_changes_count_in_their_order(library: Library) -> None:
    found = answer(STAFF, library, TODAY, given=("Zorblax has 12,000 staff", "if it were 20,000 jobs"))
    assert found.verdict is Verdict.PLAUSIBLE
    assert len(found.changes) == 2


@pytest.mark.parametrize("said", ["blah", "you are wrong", "👎", "per moon?", "in Narnia?", "9" * 400, ""])
def test_what_is_not_understood_changes_nothing(said: str, library: Library) -> None:
    before, after = answer(PLEDGE, library, TODAY), answer(PLEDGE, library, TODAY, given=(said,))
    assert after.findings == before.findings
    assert not after.changes
    assert ("These work" in after.note) is bool(said)


def test_the_library_itself_is_not_changed(library: Library) -> None:
    before = answer(PLEDGE, library, TODAY)
    answer(PLEDGE, library, TODAY, given=("Alibaba has 600,000 employees", "Zorblax has 3 staff"))
    assert answer(PLEDGE, library, TODAY) == before
    assert not any("zorblax" in entity for entity in library.entities)


# --- without the text: only the answer is kept


def _stored(found: Answer) -> Answer:
    return Answer.load(found.dump())


@pytest.mark.parametrize(("text", "said", "verdict", "line"), ADDED)
def test_an_answer_is_enough_to_do_it_again(text: str, said: str, verdict: str, line: str, library: Library) -> None:
    kept = Answer.load(without_texts(answer(text, library, TODAY)).dump())
    found = redo(tell_again(kept, library), (said,), library)
    assert found.verdict == verdict
    assert line in reply.plain(found)


def test_each_claim_of_an_answer_can_be_done_again(library: Library) -> None:
    found = answer("Mexico has 700 million people. Spain has 90 million people.", library, TODAY)
    second = redo(found, ("what if it were 49 million?",), library, number=1)
    assert found.findings[1].verdict is Verdict.DOESNT_ADD_UP
    assert second.verdict is Verdict.ADDS_UP
    with pytest.raises(IndexError):
        redo(found, (), library, number=7)


def test_it_says_so_where_what_is_kept_is_not_enough(library: Library) -> None:
    found = answer("17 * 23", library, TODAY)
    again = redo(found, ("use 2019",), library)
    assert again.is_silent
    assert "Send it whole" in again.note


def test_every_claim_can_be_done_again(packaged: Library) -> None:
    """Over the project's own claims: mostly, and where not, the claim is asked for again."""
    old = [found for row in rows() if (found := ask(row)).findings]
    assert len(old) > 300
    new = [redo(_stored(found), (), packaged) for found in old]
    pairs = list(zip(old, new, strict=True))
    assert all(_side(a) is _side(b) for a, b in pairs if b.findings)
    assert all("Send the claim again" in b.note for _, b in pairs if not b.findings)
    assert sum(bool(b.findings) for _, b in pairs) >= 0.85 * len(pairs)


# --- asked for, and asked again: question, change, what the reply says then
ASKED = [
    ("what is the population of Mexico?", "in 1980?", "Looked up: 67.3 million people"),
    ("what is the population of Mexico?", "in India?", "population of India"),
    ("what is the population of Mexico?", "it is 700 million", "Doesn't add up: 5.3× too high"),
    ("births in Mexico?", "a day?", "that is 5,280 births a day"),
    ("us debt 2010", "per household?", "$115,000 for each of the 118 million households of the US"),
    ("who has more people, India or China?", "in 1980?", "population of China: 1.43× population of India"),
    ("how big is $4 trillion?", "in Germany?", "86 % of the GDP of Germany"),
    ("how big is $4 trillion?", "if it were 8 trillion", "To scale: $8 trillion"),
]


@pytest.mark.parametrize(("text", "said", "line"), ASKED)
def test_what_was_asked_for_is_asked_again(text: str, said: str, line: str, library: Library) -> None:
    kept = Answer.load(without_texts(answer(text, library, TODAY)).dump())
    found = redo(tell_again(kept, library), (said,), library)
    assert line in reply.plain(found)
    assert found.changes


def _side(found: Answer) -> bool | None:
    if found.is_silent or found.verdict is Verdict.CANT_TELL:
        return None
    return found.verdict in (Verdict.ADDS_UP, Verdict.PLAUSIBLE)
