"""An edited message changes the reply that it has."""

from __future__ import annotations

import pytest

from handlers.outgoing import texts
from handlers.outgoing.telegram_html import strip_tags
from tests.botapi import Telegram

ANA, GROUP = 11, -100
CLAIM, RIGHT = "Mexico has 700 million people", "Mexico has 122 million people"
pytestmark = pytest.mark.usefixtures("bot")


async def test_the_reply_follows(tg: Telegram) -> None:
    message = await tg.say(tg.private(ANA), CLAIM)
    reply = await tg.next_reply(ANA)
    await tg.edit(message, RIGHT)
    assert (await tg.next_call("editMessageText", ANA)).result is reply
    assert reply["text"].startswith("Verdict: adds_up 1.00×")
    assert reply["reply_markup"]["inline_keyboard"]


async def test_in_a_group_too_without_the_command(tg: Telegram) -> None:
    message = await tg.say(tg.group(GROUP), f"/check {CLAIM}", ANA)
    reply = await tg.next_reply(GROUP)
    await tg.edit(message, f"/check {RIGHT}")
    await tg.next_call("editMessageText", GROUP)
    assert "of 29 numbers" in reply["text"]


async def test_from_nothing_to_check_to_a_claim_and_back(tg: Telegram) -> None:
    message = await tg.say(tg.private(ANA), "hello")
    reply = await tg.next_reply(ANA)
    await tg.edit(message, CLAIM)
    await tg.next_call("editMessageText", ANA)
    assert reply["text"].startswith("Verdict")
    await tg.edit(message, "hello!")
    await tg.next_call("editMessageText", ANA)
    assert reply["text"] == strip_tags(f"{texts.NOTHING_TO_CHECK} {texts.WHAT_I_DO}")
    assert "reply_markup" not in reply


async def test_buttons_show_the_new_answer(tg: Telegram) -> None:
    message = await tg.say(tg.private(ANA), CLAIM)
    reply = await tg.next_reply(ANA)
    await tg.edit(message, RIGHT)
    await tg.next_call("editMessageText", ANA)
    await tg.press(reply, "Working", ANA)
    await tg.next_call("editMessageText", ANA)
    assert "\nWorking: adds_up" in reply["text"]


async def test_what_says_the_same_changes_nothing(tg: Telegram) -> None:
    message = await tg.say(tg.private(ANA), CLAIM)
    await tg.next_reply(ANA)
    await tg.edit(message, CLAIM)
    assert await tg.is_silent(ANA, ANA)
    assert not [call for call in tg.world.calls if call.method == "editMessageText"]


async def test_what_was_never_answered_stays_so(tg: Telegram) -> None:
    message = tg.compose_message(tg.group(GROUP), CLAIM, ANA)
    await tg.edit(message, RIGHT)
    await tg.edit(tg.compose_message(tg.private(ANA), CLAIM), RIGHT)
    assert await tg.is_silent(GROUP, ANA)
    assert await tg.is_silent(ANA, ANA)


async def test_in_the_place_of_a_deleted_reply_there_is_a_new_one(tg: Telegram) -> None:
    message = await tg.say(tg.private(ANA), CLAIM)
    reply = await tg.next_reply(ANA)
    del tg.world.messages[ANA, reply["message_id"]]
    await tg.edit(message, RIGHT)
    assert (await tg.next_call("editMessageText", ANA)).refused == "Bad Request: message to edit not found"
    anew = await tg.next_reply(ANA)
    assert anew["text"].startswith("Verdict: adds_up 1.00×")
    await tg.edit(message, CLAIM)
    await tg.next_call("editMessageText", ANA)
    assert anew["text"].startswith("Verdict: doesnt_add_up 5.74×")


async def test_one_part_of_an_article_changes_nothing(tg: Telegram) -> None:
    first = await tg.say(tg.private(ANA), "word " * 800 + "and")
    await tg.say(ANA, CLAIM, date=first["date"])
    await tg.next_reply(ANA)
    await tg.edit(first, RIGHT)
    assert await tg.is_silent(ANA, ANA)
    assert not [call for call in tg.world.calls if call.method == "editMessageText"]
