"""A reply to the bot's own reply: a change to that check, another claim, or mere talk."""

from __future__ import annotations

import pytest

from tests.botapi import Telegram

ANA, BO, GROUP = 11, 12, -100
CLAIM = "Mexico has 700 million people"
pytestmark = pytest.mark.usefixtures("bot")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("if it were 122 million?", "Verdict: adds_up 1.00×\n122 million < of 11 numbers"),
        ("Mexico has 600 million people", "Verdict: doesnt_add_up 4.92×\n600 million < of 29 numbers"),
        ("@addsup_bot if it were 122 million", "Verdict: adds_up 1.00×"),
        ("idle 600 million", "Verdict: doesnt_add_up 4.92×\n600 million < of 16 numbers"),
    ],
)
@pytest.mark.parametrize("chat", [ANA, GROUP])
async def test_a_change_or_a_claim(tg: Telegram, chat: int, text: str, told: str) -> None:
    tg.private(ANA)
    tg.group(GROUP)
    first = await tg.ask(chat, f"/check {CLAIM}", ANA)
    message = await tg.say(chat, text, BO if chat == GROUP else ANA, reply_to=first["message_id"])
    reply = await tg.next_reply(chat)
    assert reply["text"].startswith(told)
    assert reply["reply_to_message"]["message_id"] == message["message_id"]


async def test_a_change_of_the_changed(tg: Telegram) -> None:
    first = await tg.ask(tg.private(ANA), CLAIM)
    second = await tg.ask(ANA, "if it were 122 million", reply_to=first["message_id"])
    third = await tg.ask(ANA, "if it were 600 million", reply_to=second["message_id"])
    assert third["text"].startswith("Verdict: doesnt_add_up 4.92×")


async def test_an_edited_change_is_made_anew(tg: Telegram) -> None:
    first = await tg.ask(tg.private(ANA), CLAIM)
    message = await tg.say(ANA, "if it were 122 million", reply_to=first["message_id"])
    reply = await tg.next_reply(ANA)
    await tg.edit(message, "if it were 600 million")
    await tg.next_call("editMessageText", ANA)
    assert reply["text"].startswith("Verdict: doesnt_add_up 4.92×\n600 million < of 11 numbers")


@pytest.mark.parametrize("text", ["thanks", "really?", "ok, 5 apples"])
async def test_in_a_group_mere_talk_stays_unanswered(tg: Telegram, text: str) -> None:
    first = await tg.ask(tg.group(GROUP), f"/check {CLAIM}", ANA)
    await tg.say(GROUP, text, BO, reply_to=first["message_id"])
    assert await tg.is_silent(GROUP, BO)


async def test_in_private_it_says_what_it_could_not_use(tg: Telegram) -> None:
    first = await tg.ask(tg.private(ANA), CLAIM)
    reply = await tg.ask(ANA, "per elephant?", reply_to=first["message_id"])
    assert reply["text"] == "I could not use “per elephant?”."
    assert (await tg.ask(ANA, "thanks", reply_to=first["message_id"]))["text"].startswith("I see no number here")
