"""Chats that the bot is not in: cards as somebody types "@bot claim", and one answer to a mention."""

from __future__ import annotations

import json
from typing import Any

import pytest

from handlers.outgoing import texts
from handlers.outgoing.telegram_html import strip_tags
from storage import Storage
from tests.botapi import BOT, Telegram

ANA, BO, ELSEWHERE = 11, 12, -900
CLAIM = "Mexico has 700 million people"
pytestmark = pytest.mark.usefixtures("bot")


async def test_a_card_sends_the_full_reply_with_its_working(tg: Telegram) -> None:
    (card,) = await tg.type(ANA, CLAIM)
    assert card["title"] == "doesnt_add_up 5.74×"
    assert card["description"].startswith("700 million")
    sent = card["input_message_content"]
    assert sent["parse_mode"] == "HTML"
    assert strip_tags(sent["message_text"]).startswith("Verdict: doesnt_add_up")
    assert "<blockquote expandable><b>Working" in sent["message_text"]


async def test_nothing_is_kept_for_anybody(tg: Telegram) -> None:
    await tg.type(ANA, CLAIM)
    call = next(made for made in tg.world.calls if made.method == "answerInlineQuery")
    assert (call.parameters["cache_time"], call.parameters.get("is_personal", "false")) == ("0", "false")


@pytest.mark.parametrize("query", ["", "   ", "hello", "Mexico has"])
async def test_no_card_for_nothing(tg: Telegram, query: str) -> None:
    assert await tg.type(ANA, query) == []
    call = next(made for made in tg.world.calls if made.method == "answerInlineQuery")
    assert "number" in json.loads(call.parameters["button"])["text"]


async def test_a_query_typed_over_is_no_failure(tg: Telegram) -> None:
    await tg.world.push("inline_query", {"id": "gone", "from": {"id": ANA, "is_bot": False, "first_name": "A"},
                                         "query": CLAIM, "offset": ""})  # fmt: skip
    assert "too old" in (await tg.call("answerInlineQuery")).refused
    assert len(await tg.type(ANA, CLAIM)) == 1


def said(call: Any) -> str:
    assert not call.refused
    return strip_tags(json.loads(call.parameters["result"])["input_message_content"]["message_text"])


async def test_a_mention_where_the_bot_is_not(tg: Telegram) -> None:
    tg.group(ELSEWHERE)
    assert said(await tg.mention(ELSEWHERE, f"@addsup_bot {CLAIM}", ANA)).startswith("Verdict: doesnt_add_up")
    claim = tg.compose(ELSEWHERE, CLAIM, BO)
    reply = await tg.mention(ELSEWHERE, "@addsup_bot true?", ANA, reply_to=claim["message_id"])
    assert said(reply).startswith("Verdict: doesnt_add_up")


async def test_a_mention_without_a_claim(tg: Telegram) -> None:
    tg.group(ELSEWHERE)
    assert said(await tg.mention(ELSEWHERE, "@addsup_bot", ANA)) == strip_tags(texts.NOTHING_ASKED)
    assert said(await tg.mention(ELSEWHERE, "@addsup_bot hello", ANA)) == strip_tags(texts.NOTHING_TO_CHECK)


async def test_the_caller_unfolds_the_working_where_the_bot_is_not(tg: Telegram, memory: Storage) -> None:
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
    assert (await tg.call("answerCallbackQuery")).parameters["text"] == texts.NOT_YOURS
    await tg.press(message, "Working", ANA, inline=number)
    assert "text" not in (await tg.call("answerCallbackQuery")).parameters
    assert (await tg.call("editMessageText")).parameters["inline_message_id"] == number
    assert "\nWorking: doesnt_add_up" in message["text"]
    assert await memory.checks.delete_of_asker(ANA) == 1


async def test_an_answer_of_the_bots_own_is_not_judged(tg: Telegram) -> None:
    tg.group(ELSEWHERE)
    own = tg.world.store(ELSEWHERE, BOT, text=CLAIM)
    reply = await tg.mention(ELSEWHERE, "@addsup_bot true?", ANA, reply_to=own["message_id"])
    assert said(reply) == strip_tags(texts.NOTHING_TO_CHECK)
