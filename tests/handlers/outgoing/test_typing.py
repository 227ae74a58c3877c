"""While an answer takes more than a second, the chat shows that it is under way; a quick one needs no such sign."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from handlers import Deployment
from handlers.outgoing import sender
from handlers.state.answer_worker import AnswerFunction, AnswerWorker
from knowledge import Library
from reasoning.model.answer import Answer
from tests.botapi import Telegram
from tests.botapi.telegram import PATIENCE

ANA, BO = 11, 12
LONG_TEXT = b"700 million " * 2000


@pytest.fixture
def allowed(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """No long text is worked out before it is set."""
    event = asyncio.Event()

    async def wait_and_answer(
        _: AnswerWorker, function: AnswerFunction, text: str, library: Library, as_of: date, *, locale: str
    ) -> Answer:
        await event.wait()
        return function(text, library, as_of, locale=locale)

    monkeypatch.setattr(AnswerWorker, "answer", wait_and_answer)
    return event


async def test_a_slow_answer_shows_that_it_is_under_way_and_keeps_nobody_waiting(
    tg: Telegram, allowed: asyncio.Event, bot: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sender, "TYPING_AFTER", 0.0)
    await tg.send_file(tg.private(ANA), "article.txt", LONG_TEXT)
    assert (await tg.next_call("sendChatAction", ANA)).parameters["action"] == "typing"
    assert (await tg.ask(tg.private(BO), "700 million"))["text"].startswith("Verdict")
    allowed.set()
    assert (await tg.next_reply(ANA))["text"].startswith("Verdict")


async def test_a_quick_answer_needs_no_sign(tg: Telegram, bot: Deployment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender, "TYPING_AFTER", 2 * PATIENCE)
    await tg.send_file(tg.private(ANA), "article.txt", LONG_TEXT)
    assert (await tg.next_reply(ANA))["text"].startswith("Verdict")
    assert await tg.is_silent(ANA, ANA)
    assert [made for made in tg.world.calls if made.method == "sendChatAction"] == []
