"""What Telegram does to a message, and when the chat shows that an answer is under way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from threading import Event

import pytest

from handlers import Deployment
from handlers.outgoing import sender, texts
from knowledge import Library
from reckoning.answer import Answer
from tests.botapi import Telegram
from tests.botapi.api_error import ApiError
from tests.botapi.telegram import PATIENCE
from tests.handlers.conftest import run_bot
from tests.handlers.fake_reasoning import fake_answer

ANA, GROUP = 11, -100
CLAIM = "Mexico has 700 million people"
LONG_TEXT = b"700 million " * 2000


def list_sent(tg: Telegram, chat: int = ANA) -> list[str]:
    """What arrived in the chat."""
    calls = [call for call in tg.world.calls if call.method == "sendMessage" and call.chat == chat and not call.refused]
    return [call.result["text"] for call in calls if call.result]


@pytest.mark.usefixtures("bot")
async def test_a_limit_is_waited_for(tg: Telegram) -> None:
    tg.fail("sendMessage", ApiError(429, "Too Many Requests: retry after 1", retry_after=1))
    assert (await tg.ask(tg.private(ANA), CLAIM))["text"].startswith("Verdict")
    assert len(list_sent(tg)) == 1


@pytest.mark.usefixtures("bot")
async def test_a_server_that_stumbles_is_asked_again(tg: Telegram) -> None:
    tg.fail("sendMessage", ApiError(502, "Bad Gateway"))
    assert (await tg.ask(tg.private(ANA), CLAIM))["text"].startswith("Verdict")


@pytest.mark.usefixtures("bot")
async def test_what_may_have_arrived_is_not_sent_twice(tg: Telegram) -> None:
    tg.fail("sendMessage", done=True)
    await tg.say(tg.private(ANA), CLAIM)
    await tg.next_reply(ANA)
    assert (await tg.next_reply(ANA))["text"] == texts.UNSURE


@pytest.mark.usefixtures("bot")
async def test_an_edit_whose_answer_is_lost_is_repeated(tg: Telegram) -> None:
    reply = await tg.ask(tg.private(ANA), CLAIM)
    tg.fail("editMessageText", done=True)
    await tg.press(reply, "Working", ANA)
    await tg.next_call("editMessageText", ANA)
    assert "not modified" in (await tg.next_call("editMessageText", ANA)).refused
    assert await tg.is_silent(ANA, ANA)


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    "refusal",
    [
        ApiError(403, "Forbidden: bot was blocked by the user"),
        ApiError(400, "Bad Request: not enough rights to send text messages to the chat"),
        ApiError(400, "Bad Request: TOPIC_CLOSED"),
        ApiError(400, "Bad Request: chat not found"),
    ],
    ids=lambda refusal: refusal.description,
)
async def test_a_chat_that_lets_nothing_through_is_survived(tg: Telegram, refusal: ApiError) -> None:
    tg.fail("sendMessage", refusal)
    await tg.say(tg.private(ANA), CLAIM)
    assert (await tg.next_call("sendMessage", ANA)).refused
    assert await tg.is_silent(ANA, ANA)


@pytest.mark.usefixtures("bot")
async def test_a_group_that_moved_gets_its_reply_where_it_is(tg: Telegram) -> None:
    tg.group(-300)
    tg.fail("sendMessage", ApiError(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-300))
    await tg.say(tg.group(GROUP), f"/check {CLAIM}", ANA)
    assert (await tg.next_reply(-300))["text"].startswith("Verdict")


@pytest.mark.usefixtures("bot", "no_part_wait")
async def test_a_long_page_is_cut_to_fit(tg: Telegram) -> None:
    reply = await tg.ask(tg.private(ANA), "122 million " + "x" * 3000 + "<" * 1500)
    assert reply["text"].startswith("Verdict")


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
        return fake_answer(text, library, as_of, locale=locale)

    monkeypatch.setattr(sender, "TYPING_AFTER", 0.0)
    async with run_bot(replace(deployment, answer=slow)):
        await tg.send_file(tg.private(ANA), "article.txt", LONG_TEXT)
        assert (await tg.next_call("sendChatAction", ANA)).parameters["action"] == "typing"
        seen.set()
        assert (await tg.next_reply(ANA))["text"].startswith("Verdict")


async def test_a_quick_answer_needs_no_sign(tg: Telegram, bot: Deployment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender, "TYPING_AFTER", 2 * PATIENCE)
    await tg.send_file(tg.private(ANA), "article.txt", LONG_TEXT)
    assert (await tg.next_reply(ANA))["text"].startswith("Verdict")
    assert await tg.is_silent(ANA, ANA)
    assert [made for made in tg.world.calls if made.method == "sendChatAction"] == []
