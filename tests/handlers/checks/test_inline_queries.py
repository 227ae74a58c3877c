"""Inline queries: cards as somebody types "@bot claim"."""

from __future__ import annotations

import json

import pytest

from handlers.outgoing.telegram_html import strip_tags
from tests.botapi import Telegram

ANA, BO, ELSEWHERE = 11, 12, -900
CLAIM = "Mexico has 700 million people"
pytestmark = pytest.mark.usefixtures("bot")


async def test_a_card_sends_the_full_reply_with_its_working(tg: Telegram) -> None:
    (card,) = await tg.type_query(ANA, CLAIM)
    assert card["title"] == "doesnt_add_up 5.74×"
    assert card["description"].startswith("700 million")
    sent = card["input_message_content"]
    assert sent["parse_mode"] == "HTML"
    assert strip_tags(sent["message_text"]).startswith("Verdict: doesnt_add_up")
    assert "<blockquote expandable><b>Working" in sent["message_text"]


async def test_nothing_is_kept_for_anybody(tg: Telegram) -> None:
    await tg.type_query(ANA, CLAIM)
    call = next(made for made in tg.world.calls if made.method == "answerInlineQuery")
    assert (call.parameters["cache_time"], call.parameters.get("is_personal", "false")) == ("0", "false")


@pytest.mark.parametrize("query", ["", "   ", "hello", "Mexico has"])
async def test_no_card_for_nothing(tg: Telegram, query: str) -> None:
    assert await tg.type_query(ANA, query) == []
    call = next(made for made in tg.world.calls if made.method == "answerInlineQuery")
    assert "number" in json.loads(call.parameters["button"])["text"]


async def test_a_query_typed_over_is_no_failure(tg: Telegram) -> None:
    await tg.world.push("inline_query", {"id": "gone", "from": {"id": ANA, "is_bot": False, "first_name": "A"},
                                         "query": CLAIM, "offset": ""})  # fmt: skip
    assert "too old" in (await tg.next_call("answerInlineQuery")).refused
    assert len(await tg.type_query(ANA, CLAIM)) == 1
