"""A message that Telegram refuses, delays or loses, and what the bot does then."""

from __future__ import annotations

import pytest

from handlers.outgoing import texts
from tests.botapi import Telegram
from tests.botapi.api_error import ApiError

ANA, GROUP = 11, -100
CLAIM = "Mexico has 700 million people"


@pytest.mark.usefixtures("bot")
async def test_a_limit_is_waited_for(tg: Telegram) -> None:
    tg.fail("sendMessage", ApiError(429, "Too Many Requests: retry after 1", retry_after=1))
    assert (await tg.ask(tg.private(ANA), CLAIM))["text"].startswith("Verdict")
    assert len(tg.list_sent(ANA)) == 1


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
