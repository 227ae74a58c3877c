"""The conversation in the terminal, as transcripts: after `>` what is typed, below it what must be in the reply."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.terminal.conversation import Conversation, ConversationEnded
from knowledge import Library, load
from reasoning import answer, redo
from reasoning.model.answer import Answer
from tests.packaged import packaged_library

FROZEN = Path(__file__).parents[2] / "frozen"
DAY = date(2017, 1, 9)
CLAIM = "Mexico has 700 million people"
LONG = (
    "Mexico has 700 million people. The US has 900 million people. China has 5 billion people. "
    "India has 3 billion people. Walmart has 20 million employees."
)


@pytest.fixture(scope="module")
def library() -> Library:
    return load(FROZEN)


@pytest.fixture
def talk(library: Library, tmp_path: Path) -> Conversation:
    return Conversation(library, lambda: DAY, halved, folder=tmp_path)


def halved(old: Answer, given: tuple[str, ...], library: Library, *, locale: str = "en") -> Answer:
    """Understands one change alone."""
    if given != ("if it were 120 million",):
        return replace(old, findings=(), note="?")
    return replace(
        answer("Mexico has 120 million people", library, old.as_of, locale=locale),
        changes=("120 million (your change)",),
    )


TRANSCRIPTS = {
    "asking before there is a claim": """
> /working
Type a claim first.
> /picture
Type a claim first.
> /history
Type a claim first.
> /again 1
Type a claim first.
> /if it were 10 years
Type a claim first.
> hello
no number
> /more
Type a claim first.
""",
    "the working and the sources of the last claim": f"""
> {CLAIM}
Doesn't add up
> /working
Mexico
> /SOURCES
World Bank
> /nonsense
There is no /nonsense.
> /privacy
Nothing is kept
""",
    "what if": f"""
> {CLAIM}
Doesn't add up
> if it were 120 million
Adds up
> /again 1
Doesn't add up
> /if it were 120 million
I could not use that change.
> /if if it were 120 million
Adds up
> if the moon were 3
?
""",
    "history": f"""
> {CLAIM}
Doesn't add up
> Mexico has 120 million people
Adds up
> /history
1. 🔴 Doesn't add up
> /history
2. 🟢 Adds up
> /again 3
a number from 1 to 2
> /again x
a number from 1 to 2
> /again 1
Doesn't add up
> /history
1. 🟢 Adds up
""",
    "further claims": f"""
> {CLAIM}
Doesn't add up
> /more
no further claims
> {LONG}
2 more
> /more
population of India: 3 billion
> /more
no further claims
""",
    "another language": f"""
> /lang
I speak: en, es
> /lang es
Español
> /lang xx
en, es
> /lang en
I speak English here.
> {CLAIM}
Doesn't add up
""",
}


def test_a_reading_is_chosen_by_its_number(tmp_path: Path) -> None:
    chat = Conversation(packaged_library(), lambda: date(2026, 11, 30), redo, folder=tmp_path)
    asked = chat.reply("Amazon has about 300,000 employees").splitlines()
    assert asked[1:] == [
        "1. employees in the United States of Amazon",
        "2. employees of Amazon",
        "Type the number of what is meant.",
    ]
    assert chat.reply("2").startswith("🔴 Doesn't add up")
    assert "Read as" not in chat.reply("2")  # which is asked no more
    assert chat.reply("McDonald's plans to have 50,000 restaurants by 2027").endswith("Type 1 for yes.")
    assert chat.reply("1").startswith("🟢 Adds up")
    assert "Adds up" in chat.reply("/again 2")


def test_what_can_be_changed_is_said_where_a_change_was_not_understood(library: Library, tmp_path: Path) -> None:
    chat = Conversation(library, lambda: DAY, redo, folder=tmp_path)
    chat.reply("20% off 80")
    assert chat.reply("in 2010?").startswith("That was a calculation")
    chat.reply("Mexico has 700 million people")
    assert chat.reply("per elephant?").startswith("I could not use “per elephant?”. These work:")


@pytest.mark.parametrize("transcript", TRANSCRIPTS.values(), ids=TRANSCRIPTS.keys())
def test_transcript(transcript: str, talk: Conversation) -> None:
    reply = ""
    for line in transcript.strip().splitlines():
        if line.startswith("> "):
            reply = talk.reply(line.removeprefix("> "))
        else:
            assert line in reply


def test_a_picture_goes_to_a_new_file_each_time(talk: Conversation, tmp_path: Path) -> None:
    talk.reply(CLAIM)
    assert talk.reply("/picture").startswith("addsup-1.png: ")
    assert talk.reply("/picture").startswith("addsup-2.png: ")
    assert [path.read_bytes()[:4] for path in sorted(tmp_path.iterdir())] == [b"\x89PNG"] * 2


def test_a_picture_that_cannot_be_written_is_told_in_words(library: Library, tmp_path: Path) -> None:
    talk = Conversation(library, lambda: DAY, folder=tmp_path / "nowhere")
    talk.reply(CLAIM)
    assert "no such file or directory. In words: " in talk.reply("/picture")


def test_nothing_to_draw(talk: Conversation) -> None:
    talk.reply("17 * 23")
    assert "nothing in this answer that a picture" in talk.reply("/picture")


@pytest.mark.parametrize("farewell", ["/quit", "/EXIT"])
def test_goodbye(farewell: str, talk: Conversation) -> None:
    with pytest.raises(ConversationEnded):
        talk.reply(farewell)


def test_the_language_of_the_person(library: Library, tmp_path: Path) -> None:
    greetings = {
        language: Conversation(library, lambda: DAY, language=language, folder=tmp_path).welcome()
        for language in ("es_MX", "en_GB", "", "C")
    }
    assert greetings["en_GB"] == greetings[""] == greetings["C"]
    assert greetings["es_MX"] != greetings["C"]
