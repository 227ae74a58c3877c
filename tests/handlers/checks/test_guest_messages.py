"""Guest mode: one answer to a mention in a chat that the bot is not in."""

from __future__ import annotations

import json
from typing import Any

import pytest

from handlers.outgoing import texts
from handlers.outgoing.telegram_html import strip_tags
from storage import Storage
from tests.botapi import BOT, Telegram

ANA, BO, ELSEWHERE = 11, 12, -900
NOTHING = f"{texts.NOTHING_TO_CHECK} {texts.WHAT_I_DO}"
CLAIM = "Mexico has 700 million people"
pytestmark = pytest.mark.usefixtures("bot")


def read_answer(call: Any) -> str:
    assert not call.refused
    return strip_tags(json.loads(call.parameters["result"])["input_message_content"]["message_text"])


async def test_a_mention_where_the_bot_is_not(tg: Telegram) -> None:
    tg.group(ELSEWHERE)
    assert read_answer(await tg.mention(ELSEWHERE, f"@addsup_bot {CLAIM}", ANA)).startswith("Verdict: doesnt_add_up")
    claim = tg.compose_message(ELSEWHERE, CLAIM, BO)
    reply = await tg.mention(ELSEWHERE, "@addsup_bot true?", ANA, reply_to=claim["message_id"])
    assert read_answer(reply).startswith("Verdict: doesnt_add_up")


async def test_a_mention_without_a_claim(tg: Telegram) -> None:
    tg.group(ELSEWHERE)
    assert read_answer(await tg.mention(ELSEWHERE, "@addsup_bot", ANA)) == strip_tags(texts.NOTHING_ASKED)
    assert read_answer(await tg.mention(ELSEWHERE, "@addsup_bot hello", ANA)) == strip_tags(NOTHING)


async def test_the_caller_unfolds_the_working_where_the_bot_is_not(tg: Telegram, database: Storage) -> None:
    tg.group(ELSEWHERE)
    call = await tg.mention(ELSEWHERE, f"@addsup_bot {CLAIM}", ANA)
    number = call.result["inline_message_id"]
    message = tg.world.inline[number]
    shown = [[one["text"] for one in row] for row in message["reply_markup"]["inline_keyboard"]]
    assert shown == [["Working", "Sources"], ["Wrong?", "Open in private"]]
    link = message["reply_markup"]["inline_keyboard"][1][1]["url"]
    reopened = await tg.ask(tg.private(BO), "/start " + link.partition("start=")[2])
    assert reopened["text"] == message["text"]
    await tg.press(message, "Working", BO, inline=number)
    assert (await tg.next_call("answerCallbackQuery")).parameters["text"] == texts.NOT_YOURS
    await tg.press(message, "Working", ANA, inline=number)
    assert "text" not in (await tg.next_call("answerCallbackQuery")).parameters
    assert (await tg.next_call("editMessageText")).parameters["inline_message_id"] == number
    assert "\nWorking: doesnt_add_up" in message["text"]
    assert await database.checks.delete_of_asker(ANA) == 1


async def test_an_answer_of_the_bots_own_is_not_judged(tg: Telegram) -> None:
    tg.group(ELSEWHERE)
    own = tg.world.store(ELSEWHERE, BOT, text=CLAIM)
    reply = await tg.mention(ELSEWHERE, "@addsup_bot true?", ANA, reply_to=own["message_id"])
    assert read_answer(reply) == strip_tags(NOTHING)
