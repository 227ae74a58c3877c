"""The picture: a photo under the reply, told in words in its caption; drawn beside all else, and once."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from handlers.outgoing import texts
from tests.botapi import Telegram
from tests.botapi.driver import PATIENCE
from tests.botapi.refusal import Refusal, bad
from tests.handlers.test_button import alert

ANA, BO, GROUP, FORUM, TOPIC = 11, 12, -100, -200, 77
CLAIM = "Mexico has 700 million people"
WORDS = "Two bars to scale: claimed 700 million people; population of Mexico: 122 million people."
pytestmark = pytest.mark.usefixtures("bot")


async def photo(tg: Telegram, chat: int) -> dict[str, Any]:
    made = await tg.call("sendPhoto", chat)
    assert not made.refused
    return tg.world.messages[chat, made.result["message_id"]]


async def answers(tg: Telegram, count: int) -> list[str]:
    """What the pressers are told, before the photo or after it: a process that has yet to start takes its time."""

    def told() -> list[str]:
        return [str(made.parameters.get("text", "")) for made in tg.world.calls if made.method == "answerCallbackQuery"]

    async with tg.world.news, asyncio.timeout(PATIENCE):
        await tg.world.news.wait_for(lambda: len(told()) >= count)
    return told()


async def test_it_hangs_under_the_reply_with_what_it_shows_in_words(tg: Telegram) -> None:
    reply = await tg.ask(tg.group(FORUM, topics=(TOPIC,)), f"/check {CLAIM}", ANA, topic=TOPIC)
    await tg.press(reply, "Picture", ANA)
    sent = await photo(tg, FORUM)
    assert sent["caption"] == WORDS
    assert sent["reply_to_message"]["message_id"] == reply["message_id"]
    assert sent["message_thread_id"] == TOPIC
    assert await answers(tg, 1) == [""]


async def test_a_second_press_says_that_it_is_there(tg: Telegram) -> None:
    reply = await tg.ask(tg.private(ANA), CLAIM)
    await tg.press(reply, "Picture", ANA)
    await photo(tg, ANA)
    await tg.press(reply, "Picture", ANA)
    assert sorted(await answers(tg, 2)) == ["", "The picture is already here, below the reply."]


async def test_only_the_asker_or_an_admin_has_it_sent(tg: Telegram) -> None:
    reply = await tg.ask(tg.group(GROUP), f"/check {CLAIM}", ANA)
    await tg.press(reply, "Picture", BO)
    assert await alert(tg) == texts.NOT_YOURS


@pytest.mark.parametrize(
    "refusal",
    [
        bad("not enough rights to send photos to the chat"),
        bad("CHAT_SEND_PHOTOS_FORBIDDEN"),
        Refusal(403, "Forbidden: not enough rights"),
    ],
    ids=lambda refusal: refusal.description,
)
async def test_a_chat_without_photos_is_told_in_words_and_may_ask_again(tg: Telegram, refusal: Refusal) -> None:
    reply = await tg.ask(tg.private(ANA), CLAIM)
    tg.fail("sendPhoto", refusal)
    tg.fail("sendPhoto", refusal)
    for count in (1, 2):
        await tg.press(reply, "Picture", ANA)
        told = await answers(tg, count)
        assert told == [f"I can't send a picture here. In words: {WORDS}"] * count
        assert len(told[0]) <= 200


async def test_replies_do_not_wait_for_a_drawing(tg: Telegram) -> None:
    """Not even in the same chat: the process that draws takes a second to start, a reply milliseconds."""
    reply = await tg.ask(tg.private(ANA), CLAIM)
    drawing = asyncio.create_task(photo(tg, ANA))
    await tg.press(reply, "Picture", ANA)
    await tg.say(ANA, "Mexico has 122 million people")
    await drawing
    sends = [made.method for made in tg.world.calls if made.method in ("sendMessage", "sendPhoto")]
    assert sends == ["sendMessage", "sendMessage", "sendPhoto"]
