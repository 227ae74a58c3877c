"""Wrong?: said in one tap, kept for the owners, and nobody else's reply is changed by it."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.outgoing import texts
from handlers.outgoing.telegram_html import strip_tags
from storage import Storage
from tests.botapi import Telegram
from tests.botapi.telegram import list_labels
from tests.handlers.conftest import OWNER

ANA, BO, GROUP = 11, 12, -100
CLAIM = "Mexico has 700 million people"
pytestmark = pytest.mark.usefixtures("bot")


async def test_the_asker_says_it_under_the_reply(tg: Telegram, database: Storage) -> None:
    reply = await tg.ask(tg.group(GROUP), f"/check {CLAIM}", ANA)
    before = list_labels(reply)
    await tg.press(reply, "Wrong?", ANA)
    await tg.next_call("editMessageReplyMarkup", GROUP)
    assert list_labels(reply) == ["Misread", "A figure", "The reasoning", "« Back"]
    await tg.press(reply, "A figure", ANA)
    await tg.next_call("editMessageReplyMarkup", GROUP)
    assert list_labels(reply) == before
    told = [made.parameters.get("text", "") for made in tg.world.calls if made.method == "answerCallbackQuery"]
    assert told[-1].startswith("Thank you")
    (kept,) = await database.feedback.latest()
    assert (kept.user_id, kept.wrong, kept.verdict) == (ANA, "figure", "doesnt_add_up")
    assert kept.reading.startswith("700 million")


async def test_others_are_led_to_the_private_chat(tg: Telegram, database: Storage) -> None:
    reply = await tg.ask(tg.group(GROUP), f"/check {CLAIM}", ANA)
    before = list_labels(reply)
    await tg.press(reply, "Wrong?", BO)
    link = (await tg.next_call("answerCallbackQuery")).parameters["url"]
    assert link.startswith("https://t.me/addsup_bot?start=wrong_")
    question = await tg.ask(tg.private(BO), f"/start {link.partition('start=')[2]}")
    assert question["text"].startswith("What is wrong with my reply? I read: 700 million")
    assert list_labels(question) == ["Misread", "A figure", "The reasoning"]
    for label in ("Misread", "The reasoning"):
        await tg.press(dict(question), "", BO, data=_find_data(question, label))
        await tg.next_call("answerCallbackQuery")
    assert await tg.is_silent(BO, BO)
    assert [one.wrong for one in await database.feedback.latest()] == ["reasoning"]
    assert list_labels(reply) == before
    assert question["text"] == "Thank you."


def _find_data(message: dict[str, Any], label: str) -> str:
    rows = message.get("reply_markup", {}).get("inline_keyboard") or _asked
    _asked[:] = rows
    return next(str(button["callback_data"]) for row in rows for button in row if button["text"] == label)


_asked: list[Any] = []


async def test_the_owners_read_it_counted_by_reading(tg: Telegram, database: Storage) -> None:
    assert "Nobody has said" in (await tg.ask(tg.private(OWNER), "/feedback"))["text"]
    for number in range(700, 712):
        reply = await tg.ask(tg.private(ANA), f"{number} million")
        await tg.press(reply, "Wrong?", ANA)
        await tg.next_call("editMessageReplyMarkup", ANA)
        await tg.press(reply, "Misread", ANA)
        await tg.next_call("editMessageReplyMarkup", ANA)
    told = await tg.ask(OWNER, "/feedback")
    assert told["text"].count("Misread, 1 person, 9 Jan 2017: 7") == 10
    await tg.press(told, "More »", OWNER)
    await tg.next_call("editMessageText", OWNER)
    assert told["text"].count("Misread") == 2


async def test_is_for_owners_alone(tg: Telegram) -> None:
    assert (await tg.ask(tg.private(ANA), "/feedback"))["text"] == strip_tags(texts.FIGURES_NOT_YOURS)


@pytest.mark.parametrize("data", ["q:gone", "e:m:gone", "e:z:gone", "e:gone"])
async def test_of_a_reply_that_is_forgotten(tg: Telegram, data: str) -> None:
    reply = await tg.ask(tg.private(ANA), CLAIM)
    await tg.press(reply, "", ANA, data=data)
    assert (await tg.next_call("answerCallbackQuery")).parameters["text"] == texts.OLD_BUTTON
