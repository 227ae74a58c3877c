"""While an answer takes more than a second, the chat shows that it is under way; a quick one needs no such sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from threading import Event

import pytest

from handlers import Deployment
from handlers.outgoing import sender
from knowledge import Library
from reckoning.answer import Answer
from tests.botapi import Telegram
from tests.botapi.driver import PATIENCE
from tests.handlers.conftest import started
from tests.handlers.reckoner import reckon

ANA = 11
ARTICLE = b"700 million " * 2000


@pytest.fixture
def seen() -> Iterator[Event]:
    """The person sees the sign; at the latest when the test has failed."""
    event = Event()
    yield event
    event.set()


async def test_a_slow_answer_shows_that_it_is_under_way(
    tg: Telegram, deployment: Deployment, monkeypatch: pytest.MonkeyPatch, seen: Event
) -> None:
    def slow(text: str, library: Library, as_of: date, /, *, locale: str = "en") -> Answer:
        assert seen.wait(PATIENCE)
        return reckon(text, library, as_of, locale=locale)

    monkeypatch.setattr(sender, "TYPING_AFTER", 0.0)
    async with started(replace(deployment, answer=slow)):
        await tg.send_file(tg.private(ANA), "article.txt", ARTICLE)
        assert (await tg.call("sendChatAction", ANA)).parameters["action"] == "typing"
        seen.set()
        assert (await tg.reply(ANA))["text"].startswith("Verdict")


async def test_a_quick_answer_needs_no_sign(tg: Telegram, bot: Deployment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender, "TYPING_AFTER", 2 * PATIENCE)
    await tg.send_file(tg.private(ANA), "article.txt", ARTICLE)
    assert (await tg.reply(ANA))["text"].startswith("Verdict")
    assert await tg.silence(ANA, ANA)
    assert [made for made in tg.world.calls if made.method == "sendChatAction"] == []
