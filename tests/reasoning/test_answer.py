"""What holds of every Answer: it is exact, storable, the same each time, and no text breaks it."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import Library
from reasoning import answer
from reasoning.model.answer import Answer, Verdict
from reasoning.presenting import reply

TODAY = date(2026, 11, 23)
CLAIMS = [
    "Alibaba will create 1 million US jobs",
    "Mexico has 700 million people",
    "Membership grew from 40,000 to 60,000, up 150%",
    "Split among all Germans, €10 billion gives everyone €100,000",
    "India has three times as many people as the EU",
    "hello",
]
LEFT_IN_PEACE = [
    "call me on +49 30 901820",
    "LH 1180 at 07:10",
    "we won 3-2",
    "hello",
    "",
    "👍👍👍",
    "version 2.1.3 is out",
    "see you on 9/11 at 5 pm",
    "my flat is number 12, 3rd floor",
    "order 4711-22 shipped",
    "I'm 34 years old",
    "Boeing 747 and iPhone 14",
]
HOSTILE = [
    "9**9**9",
    "1e999999999 people live in Mexico",
    "Mexico has " + "9" * 4000 + " people",
    "(" * 4000,
    "[" * 2000 + "]" * 2000,
    " ".join(str(n) for n in range(900)),
    "Mexico has 700 million people. " * 130,
    "__import__('os').system('true') 5 million people",
    "<b>5 million</b> & 'people' in Mexico <script>",
    "1/0 people in Mexico",
    "-" * 4096,
    "\u202e5 million people in Mexico\x00",
]


@pytest.mark.parametrize("text", CLAIMS)
def test_an_answer_can_be_stored_and_read_back_exactly(text: str, library: Library) -> None:
    found = answer(text, library, TODAY)
    assert Answer.load(found.dump()) == found


@pytest.mark.parametrize("text", CLAIMS)
def test_the_same_question_gets_the_same_answer(text: str, library: Library) -> None:
    assert answer(text, library, TODAY).dump() == answer(text, library, TODAY).dump()


@pytest.mark.parametrize("text", LEFT_IN_PEACE)
def test_numbers_without_anything_to_check_are_left_in_peace(text: str, library: Library) -> None:
    found = answer(text, library, TODAY)
    assert found.is_silent
    assert found.verdict is Verdict.CANT_TELL
    assert found.note


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_answered_without_harm(text: str, library: Library) -> None:
    found = answer(text, library, TODAY)
    _check_html(reply.reply(found))
    _check_html(reply.working(found))
    _check_html(reply.sources(found))
    assert len(reply.reply(found)) <= 4096


@given(st.text(max_size=300))
@settings(max_examples=60)
def test_no_text_makes_it_raise(library: Library, text: str) -> None:
    _check_html(reply.reply(answer(text, library, TODAY)))


@given(st.lists(st.sampled_from(CLAIMS), min_size=1, max_size=4))
@settings(max_examples=20)
def test_claims_side_by_side_are_each_found(library: Library, claims: list[str]) -> None:
    together = answer(".\n\n".join(claims), library, TODAY)
    alone = {f.reading for claim in claims for f in answer(claim, library, TODAY).findings}
    assert alone >= {f.reading for f in together.findings} or len(together.findings) <= len(alone)


def test_what_the_person_adds_counts_as_part_of_the_message(library: Library) -> None:
    before = answer("Alibaba will create 1 million US jobs", library, TODAY)
    after = answer("Alibaba will create 1 million US jobs", library, TODAY, given=("Alibaba employs 600,000 people",))
    assert before.verdict is Verdict.STRETCH
    assert any("600,000" in c.text for f in after.findings for c in f.comparisons)


def test_it_is_judged_by_the_figures_of_its_day(library: Library) -> None:
    then = answer("Mexico has 39 million people", library, date(1961, 6, 1))
    now = answer("Mexico has 39 million people", library, TODAY)
    assert then.verdict is Verdict.ADDS_UP
    assert now.verdict is Verdict.DOESNT_ADD_UP


class _Strict(HTMLParser):
    """Only the tags that Telegram knows, each closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"b", "i", "code", "blockquote"}
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _check_html(text: str) -> None:
    parser = _Strict()
    parser.feed(text)
    parser.close()
    assert not parser.open
    assert not re.search(r"&(?!(?:lt|gt|amp|quot|#\w+);)", text)


def test_a_missing_figure_is_named_by_entity_and_measure(library: Library) -> None:
    (finding,) = answer("Germany has 3 million households", library, TODAY).findings
    assert finding.missing
    assert finding.wanted == ("DE.households",)
