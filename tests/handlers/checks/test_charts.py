"""The picture: a photo under the reply, told in words in its caption; drawn beside all else, and once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any
from unittest.mock import Mock

import pytest

from handlers import Deployment
from handlers.app import server
from handlers.checks import charts
from handlers.outgoing import texts
from handlers.state.chart_worker import ChartWorker
from reasoning.presenting.chart import Chart
from tests.botapi import Telegram
from tests.botapi.api_error import ApiError, bad_request
from tests.botapi.telegram import PATIENCE
from tests.handlers.button_presses import read_alert
from tests.handlers.conftest import run_bot

ANA, BO, GROUP, FORUM, TOPIC = 11, 12, -100, -200, 77
CLAIM = "Mexico has 700 million people"
WORDS = "Two bars to scale: claimed 700 million people; population of Mexico: 122 million people."


@pytest.fixture(scope="module")
def worker() -> Iterator[ChartWorker]:
    """One process draws for all of these tests, as its start takes a second or more."""
    worker = ChartWorker()
    yield worker
    worker.close()


@pytest.fixture(autouse=True)
async def bot(deployment: Deployment, worker: ChartWorker, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Mock]:
    kept_open = Mock(spec=worker, draw=worker.draw)
    monkeypatch.setattr(server, "ChartWorker", lambda: kept_open)
    async with run_bot(deployment):
        yield kept_open


async def next_photo(tg: Telegram, chat: int) -> dict[str, Any]:
    made = await tg.next_call("sendPhoto", chat)
    assert not made.refused
    return tg.world.messages[chat, made.result["message_id"]]


async def list_alerts(tg: Telegram, count: int) -> list[str]:
    """What the pressers are told, before the photo or after it."""

    def told() -> list[str]:
        return [str(made.parameters.get("text", "")) for made in tg.world.calls if made.method == "answerCallbackQuery"]

    async with tg.world.news, asyncio.timeout(PATIENCE):
        await tg.world.news.wait_for(lambda: len(told()) >= count)
    return told()


async def test_it_hangs_under_the_reply_with_what_it_shows_in_words(tg: Telegram) -> None:
    reply = await tg.ask(tg.group(FORUM, topics=(TOPIC,)), f"/check {CLAIM}", ANA, topic=TOPIC)
    await tg.press(reply, "Picture", ANA)
    sent = await next_photo(tg, FORUM)
    assert sent["caption"] == WORDS
    assert sent["reply_to_message"]["message_id"] == reply["message_id"]
    assert sent["message_thread_id"] == TOPIC
    assert await list_alerts(tg, 1) == [""]


async def test_a_second_press_says_that_it_is_there(tg: Telegram) -> None:
    reply = await tg.ask(tg.private(ANA), CLAIM)
    await tg.press(reply, "Picture", ANA)
    await next_photo(tg, ANA)
    await tg.press(reply, "Picture", ANA)
    assert sorted(await list_alerts(tg, 2)) == ["", "The picture is already here, below the reply."]


async def test_only_the_asker_or_an_admin_has_it_sent(tg: Telegram) -> None:
    reply = await tg.ask(tg.group(GROUP), f"/check {CLAIM}", ANA)
    await tg.press(reply, "Picture", BO)
    assert await read_alert(tg) == texts.NOT_YOURS


@pytest.mark.parametrize(
    "refusal",
    [
        bad_request("not enough rights to send photos to the chat"),
        bad_request("CHAT_SEND_PHOTOS_FORBIDDEN"),
        ApiError(403, "Forbidden: not enough rights"),
    ],
    ids=lambda refusal: refusal.description,
)
async def test_a_chat_without_photos_is_told_in_words_and_may_ask_again(tg: Telegram, refusal: ApiError) -> None:
    reply = await tg.ask(tg.private(ANA), CLAIM)
    tg.fail("sendPhoto", refusal)
    tg.fail("sendPhoto", refusal)
    for count in (1, 2):
        await tg.press(reply, "Picture", ANA)
        told = await list_alerts(tg, count)
        assert told == [f"I can't send a picture here. In words: {WORDS}"] * count
        assert len(told[0]) <= 200


@pytest.fixture
def allowed(bot: Mock, worker: ChartWorker, monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Nothing is drawn before it is set."""
    event = asyncio.Event()

    async def wait_and_draw(chart: Chart) -> bytes:
        await event.wait()
        return await worker.draw(chart)

    monkeypatch.setattr(bot, "draw", wait_and_draw)
    return event


async def test_replies_do_not_wait_for_a_drawing(tg: Telegram, allowed: asyncio.Event) -> None:
    """Not even in the same chat."""
    reply = await tg.ask(tg.private(ANA), CLAIM)
    await tg.press(reply, "Picture", ANA)
    assert (await tg.ask(ANA, "Mexico has 122 million people"))["text"].startswith("Verdict")
    allowed.set()
    await next_photo(tg, ANA)


async def test_a_press_waits_for_a_slow_drawing_no_longer_than_telegram_does(
    tg: Telegram, allowed: asyncio.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(charts, "PRESS_WAIT", 0.0)
    reply = await tg.ask(tg.private(ANA), CLAIM)
    await tg.press(reply, "Picture", ANA)
    assert await list_alerts(tg, 1) == [""]
    allowed.set()
    assert (await next_photo(tg, ANA))["caption"] == WORDS


async def test_a_process_that_was_killed_is_started_again(tg: Telegram, worker: ChartWorker) -> None:
    first = await tg.ask(tg.private(ANA), CLAIM)
    await tg.press(first, "Picture", ANA)
    await next_photo(tg, ANA)
    assert worker.process.is_running
    worker.process.kill()
    second = await tg.ask(ANA, "Mexico has 710 million people")
    await tg.press(second, "Picture", ANA)
    assert "710 million" in (await next_photo(tg, ANA))["caption"]
