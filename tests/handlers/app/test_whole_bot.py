"""The whole way: Telegram, the real reasoning, the real figures."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

import knowledge
from handlers import Deployment
from handlers.outgoing import texts
from tests.botapi import Telegram
from tests.handlers.conftest import run_bot

ANA, BO = 11, 12
CLAIM = "Mexico has 700 million people"
FILLER = "The weather was fine and the road was long, as everybody said. "


@pytest.fixture(autouse=True)
async def bot(deployment: Deployment) -> AsyncIterator[None]:
    real = replace(deployment, packaged_folder=knowledge.packaged_folder(), answer=None, wording=None)
    async with run_bot(real):
        yield


async def test_every_door_in_one_conversation(tg: Telegram) -> None:
    message = await tg.say(tg.private(ANA), CLAIM)
    reply = await tg.next_reply(ANA)
    front = reply["text"]
    assert "Doesn't add up" in front
    assert "122 million" in front
    for label in ("Working", "Sources"):
        await tg.press(reply, label, ANA)
        await tg.next_call("editMessageText", ANA)
        assert "World Bank" in reply["text"]
    await tg.press(reply, "Sources", ANA)  # folds it back
    await tg.next_call("editMessageText", ANA)
    assert reply["text"] == front
    await tg.edit(message, "Mexico has 122 million people")
    await tg.next_call("editMessageText", ANA)
    assert "Adds up" in reply["text"]
    assert "number" in (await tg.ask(ANA, "hello"))["text"]


async def test_an_article_in_two_messages_or_a_file(tg: Telegram) -> None:
    article = f"{FILLER * 70}{CLAIM}, said the report. {FILLER}"
    await tg.say(tg.private(ANA), article[:4096])
    await tg.say(ANA, article[4096:])
    in_two = (await tg.next_reply(ANA))["text"]
    assert "Doesn't add up" in in_two
    await tg.send_file(tg.private(BO), "article.txt", article.encode())
    assert (await tg.next_reply(BO))["text"] == in_two
    assert await tg.is_silent(ANA, ANA)


async def test_hostile_texts_are_answered_like_any_other(tg: Telegram) -> None:
    for text in ("9**9**9", "1e999999999", "(" * 3000, "7" * 3000, "3 " * 1500, "<b>&amp;" * 400):
        assert (await tg.ask(tg.private(ANA), text))["text"] != texts.FAILED
