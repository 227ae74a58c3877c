"""Groups: the bot speaks when asked, and only then."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.outgoing import texts
from handlers.outgoing.telegram_html import strip_tags
from tests.botapi import ANONYMOUS, Telegram

ANA, BO = 11, 12
GROUP, FORUM, TOPIC = -100, -200, 77
CLAIM = "Mexico has 700 million people"
pytestmark = pytest.mark.usefixtures("bot")


@pytest.fixture(autouse=True)
def places(tg: Telegram) -> None:
    tg.group(GROUP)
    tg.group(FORUM, topics=(TOPIC,))


@pytest.mark.parametrize(
    "text", [f"/check {CLAIM}", f"/check@addsup_bot {CLAIM}", f"@addsup_bot {CLAIM}", f"{CLAIM}, @AddsUp_Bot?"]
)
async def test_a_claim_beside_the_command_or_mention(tg: Telegram, text: str) -> None:
    asked = await tg.say(GROUP, text, BO)
    reply = await tg.next_reply(GROUP)
    assert "Verdict: doesnt_add_up 5.74×" in reply["text"]
    assert reply["reply_to_message"]["message_id"] == asked["message_id"]


@pytest.mark.parametrize("text", ["/check", "/check@addsup_bot", "@addsup_bot", "@addsup_bot is this true?"])
async def test_in_reply_to_a_claim_that_claim_is_judged(tg: Telegram, text: str) -> None:
    claim = tg.compose_message(GROUP, CLAIM, ANA)
    reply = await tg.ask(GROUP, text, BO, reply_to=claim["message_id"])
    assert "of 29 numbers" in reply["text"]
    assert reply["reply_to_message"]["message_id"] == claim["message_id"]


async def test_the_quoted_part_is_judged_alone(tg: Telegram) -> None:
    claim = tg.compose_message(GROUP, f"{CLAIM} and 122 million dogs", ANA)
    quote = {"text": "122 million dogs", "position": 34, "is_manual": True}
    reply = await tg.ask(GROUP, "/check", BO, reply_to=claim["message_id"], quote=quote)
    assert "of 16 numbers" in reply["text"]


async def test_a_caption_with_a_mention(tg: Telegram) -> None:
    photo = [{"file_id": "p", "file_unique_id": "p", "width": 90, "height": 90}]
    assert "Verdict" in (await tg.ask(GROUP, None, BO, photo=photo, caption=f"@addsup_bot {CLAIM}"))["text"]


async def test_a_text_file_that_somebody_sent_before(tg: Telegram) -> None:
    await tg.send_file(GROUP, "article.txt", CLAIM.encode(), user=ANA)
    file = max(number for chat, number in tg.world.messages if chat == GROUP)
    assert "of 29 numbers" in (await tg.ask(GROUP, "/check", BO, reply_to=file))["text"]


async def test_a_forwarded_post_is_judged_as_of_its_day(tg: Telegram) -> None:
    origin = {
        "type": "channel",
        "chat": {"id": -6, "type": "channel", "title": "News"},
        "message_id": 3,
        "date": 1451865600,
    }
    post = tg.compose_message(GROUP, CLAIM, ANA, forward=origin, is_automatic_forward=True)
    reply = await tg.ask(GROUP, "/check", BO, reply_to=post["message_id"])
    assert reply["text"].startswith("Forwarded from News, 4 January 2016")
    assert "on 2016-01-04" in reply["text"]


@pytest.mark.parametrize(
    "text",
    [
        CLAIM,
        "addsup_bot " + CLAIM,
        "/check@other_bot " + CLAIM,
        "@other_bot " + CLAIM,
        "well, /check " + CLAIM,
        "/frobnicate",
    ],
)
async def test_it_is_silent_unless_asked(tg: Telegram, text: str) -> None:
    await tg.say(GROUP, text, BO)
    assert await tg.is_silent(GROUP, BO)


async def test_it_is_silent_on_what_nobody_addressed(tg: Telegram) -> None:
    photo = [{"file_id": "p", "file_unique_id": "p", "width": 90, "height": 90}]
    await tg.say(GROUP, None, BO, photo=photo)
    await tg.say(GROUP, None, BO, sticker={**photo[0], "type": "regular", "is_animated": False, "is_video": False})
    await tg.say(GROUP, None, BO, new_chat_members=[{"id": 3, "is_bot": False, "first_name": "New"}])
    await tg.say(GROUP, f"@addsup_bot {CLAIM}", BO, is_automatic_forward=True)
    await tg.say(GROUP, f"/check {CLAIM}", sender={"id": 99, "is_bot": True, "first_name": "Another bot"})
    assert await tg.is_silent(GROUP, BO)


@pytest.mark.parametrize(
    ("text", "target", "told"),
    [
        ("/check", {}, texts.NOTHING_ASKED),
        ("/check hello", {}, f"{texts.NOTHING_TO_CHECK} {texts.WHAT_I_DO}"),
        ("/check", {"sticker": {}}, texts.NO_TEXT_THERE),
        ("/check", {"text": "hello"}, f"{texts.NOTHING_TO_CHECK} {texts.WHAT_I_DO}"),
    ],
)
async def test_addressed_it_always_says_something(tg: Telegram, text: str, target: dict[str, Any], told: str) -> None:
    if "sticker" in target:
        target = {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 90, "height": 90}]}
    more = {"reply_to": tg.compose_message(GROUP, user=ANA, **target)["message_id"]} if target else {}
    assert (await tg.ask(GROUP, text, BO, **more))["text"] == strip_tags(told)


async def test_its_own_reply_is_not_judged(tg: Telegram) -> None:
    reply = await tg.ask(GROUP, f"/check {CLAIM}", BO)
    assert (await tg.ask(GROUP, "/check", BO, reply_to=reply["message_id"]))["text"] == strip_tags(texts.OWN_REPLY)


async def test_in_a_topic_it_replies_there(tg: Telegram) -> None:
    reply = await tg.ask(FORUM, f"/check {CLAIM}", BO, topic=TOPIC)
    assert reply["message_thread_id"] == TOPIC
    nothing = await tg.ask(FORUM, "/check", BO, topic=TOPIC)
    assert nothing["text"] == strip_tags(texts.NOTHING_ASKED)


async def test_in_general_and_in_threads_of_replies_no_topic_is_named(tg: Telegram) -> None:
    assert "message_thread_id" not in await tg.ask(FORUM, f"/check {CLAIM}", BO)
    assert "message_thread_id" not in await tg.ask(GROUP, f"/check {CLAIM}", BO, message_thread_id=5)


async def test_a_deleted_message_gets_its_reply_all_the_same(tg: Telegram) -> None:
    message = tg.compose_message(GROUP, f"/check {CLAIM}", BO)
    del tg.world.messages[GROUP, message["message_id"]]
    await tg.world.push("message", message)
    assert "reply_to_message" not in await tg.next_reply(GROUP)


async def test_an_anonymous_admin_may_ask(tg: Telegram) -> None:
    reply = await tg.ask(GROUP, f"/check {CLAIM}", sender=ANONYMOUS, sender_chat={"id": GROUP, "type": "supergroup"})
    assert "Verdict" in reply["text"]
