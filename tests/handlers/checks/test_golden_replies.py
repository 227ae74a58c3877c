"""Every reply of the golden conversations is what Telegram takes, on every side of it, in every language."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from handlers.checks import reply_view
from handlers.checks.inline_queries import build_content
from handlers.outgoing.telegram_html import shorten_reply
from handlers.services import Services
from i18n.language import available_languages, use_language
from knowledge import Library, load
from reasoning import answer
from reasoning.model.answer import Answer
from reasoning.presenting import reply
from reasoning.presenting.chart import chart, has_chart
from tests.botapi import message_entities

TESTS = Path(__file__).parents[2]
CHECK_ID = "A" * 12
SERVICES = cast("Services", SimpleNamespace(wording=reply))


@pytest.fixture(scope="module")
def library() -> Library:
    return load(TESTS / "frozen")


def list_conversations() -> list[tuple[str, date]]:
    said: list[tuple[str, date]] = []
    for file in sorted((TESTS / "golden").glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        today = re.search(r"^today: (\S+)$", text, re.MULTILINE)
        assert today, file
        said += [(one, date.fromisoformat(today[1])) for one in re.findall(r"^> (.*)$", text, re.MULTILINE)]
    return said


def list_views(found: Answer) -> list[str]:
    """All that the bot may send of an answer, its buttons checked on the way."""
    shown = [] if found.is_silent else [build_content(found, SERVICES).message_text]
    for number in range(reply_view.count_pages(found)):
        for face in reply_view.VIEWS:
            html, buttons = reply_view.render_reply(face, found, CHECK_ID, reply, number=number)
            message_entities.parse_keyboard(buttons.to_json() if buttons else None)
            shown += [html, shorten_reply(html)]
    return shown


@pytest.mark.parametrize("language", available_languages())
def test_every_reply_is_taken(language: str, library: Library) -> None:
    turns = list_conversations()
    assert len(turns) > 20
    with use_language(language):
        for said, today in turns:
            found = answer(said, library, today)
            shown = list_views(found)
            assert len(shown) >= (1 if found.is_silent else 1 + 2 * len(reply_view.VIEWS)), said
            for html in shown:
                text, _ = message_entities.parse_html(html)
                assert 0 < message_entities.count_utf16(text) <= 4096, said
            drawn = chart(found, library)
            assert drawn is None or 0 < message_entities.count_utf16(drawn.alt) <= 1024, said


@pytest.mark.parametrize("html", ["a < b", "<b>a", "a</b>", "<i><b>a</i></b>", "<u x>a</u>", "<h1>a</h1>", "<b>a</b"])
def test_the_parser_refuses_what_telegram_refuses(html: str) -> None:
    with pytest.raises(Exception, match="can't parse entities"):
        message_entities.parse_html(html)


@pytest.mark.parametrize(("text", "day"), list_conversations())
def test_a_picture_is_offered_where_there_is_one(text: str, day: date, library: Library) -> None:
    found = answer(text, library, day)
    assert has_chart(found) == (chart(found) is not None)


def test_pictures_are_offered_and_some_are_not(library: Library) -> None:
    drawn = [has_chart(answer(said, library, today)) for said, today in list_conversations()]
    assert sum(drawn) > 10
    assert not all(drawn)


@pytest.mark.parametrize("language", available_languages())
def test_a_note_that_quotes_an_example_gives_no_other(language: str, library: Library) -> None:
    with use_language(language):
        silent = answer("It is 900 million", library, date(2026, 11, 24), locale=language)
        html, _ = reply_view.render_reply(reply_view.FRONT, silent, CHECK_ID, reply)
        assert "Walmart" in html
        assert "Mexico" not in html
