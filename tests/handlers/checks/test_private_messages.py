"""Private messages, over real HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from handlers import Deployment
from handlers.outgoing import texts
from handlers.outgoing.telegram_html import strip_tags
from storage import Storage
from tests.botapi import BOT, Telegram

ANA = 11
CLAIM = "Mexico has 700 million people"
pytestmark = pytest.mark.usefixtures("bot")


async def test_a_text_gets_a_verdict_as_a_reply(tg: Telegram) -> None:
    message = await tg.say(tg.private(ANA), CLAIM)
    reply = await tg.next_reply(ANA)
    assert reply["text"].startswith("Verdict: doesnt_add_up 5.74×\n700 million < of 29 numbers")
    assert "on 2017-01-09" in reply["text"]
    assert reply["reply_to_message"]["message_id"] == message["message_id"]
    assert reply["link_preview_options"] == {"is_disabled": True}
    assert [button["text"] for button in reply["reply_markup"]["inline_keyboard"][0]] == ["Working", "Sources"]


async def test_a_caption_gets_a_verdict(tg: Telegram) -> None:
    reply = await tg.ask(tg.private(ANA), photo=PHOTO, caption=CLAIM)
    assert reply["text"].startswith("Verdict: doesnt_add_up")


@pytest.mark.parametrize("text", ["/check 122 million", "@addsup_bot 122 million", "122 million @ADDSUP_BOT"])
async def test_check_and_mention_are_no_part_of_the_claim(tg: Telegram, text: str) -> None:
    reply = await tg.ask(tg.private(ANA), text)
    assert "122 million < of 11 numbers" in reply["text"]


async def test_check_in_reply_to_an_earlier_message(tg: Telegram) -> None:
    earlier = tg.compose_message(tg.private(ANA), CLAIM)
    reply = await tg.ask(ANA, "/check", reply_to=earlier["message_id"])
    assert reply["text"].startswith("Verdict")
    assert reply["reply_to_message"]["message_id"] == earlier["message_id"]


@pytest.mark.parametrize("text", ["hello", "🎉🎉", "call me on +49 30 901820", "LH 1180 at 07:10"])
async def test_nothing_to_check_gets_one_friendly_line(tg: Telegram, text: str) -> None:
    reply = await tg.ask(tg.private(ANA), text)
    assert reply["text"] == strip_tags(f"{texts.NOTHING_TO_CHECK} {texts.WHAT_I_DO}")
    assert "reply_markup" not in reply


PHOTO = [{"file_id": "p", "file_unique_id": "p", "width": 90, "height": 90, "file_size": 1000}]


@pytest.mark.parametrize(
    "content",
    [
        {"photo": PHOTO},
        {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}},
        {"location": {"latitude": 1, "longitude": 1}},
        {"dice": {"emoji": "🎲", "value": 3}},
    ],
    ids=lambda content: next(iter(content)),
)
async def test_without_text_there_is_one_clear_sentence(tg: Telegram, content: dict[str, Any]) -> None:
    assert (await tg.ask(tg.private(ANA), **content))["text"] == strip_tags(texts.NO_TEXT)


async def test_what_was_written_through_another_bot_is_answered(tg: Telegram) -> None:
    other = {"id": 99, "is_bot": True, "first_name": "Another bot"}
    assert (await tg.ask(tg.private(ANA), CLAIM, via_bot=other))["text"].startswith("Verdict")
    origin = {"type": "hidden_user", "sender_user_name": "Bo", "date": 1451865600}
    assert "Verdict" in (await tg.ask(ANA, CLAIM, via_bot=BOT, forward=origin))["text"]


async def test_what_others_write_in_the_bots_stead_is_left_alone(tg: Telegram) -> None:
    tg.private(ANA)
    await tg.say(ANA, CLAIM, via_bot=BOT)
    await tg.say(ANA, CLAIM, sender={"id": 99, "is_bot": True, "first_name": "Another bot"})
    await tg.world.push("channel_post", tg.compose_message(ANA, CLAIM))
    await tg.world.push("business_message", tg.compose_message(ANA, CLAIM) | {"business_connection_id": "b"})
    assert await tg.is_silent(ANA, ANA)


@pytest.mark.parametrize("command", ["start", "help", "sources", "privacy"])
async def test_the_bot_tells_of_itself(tg: Telegram, command: str) -> None:
    reply = await tg.ask(tg.private(ANA), f"/{command}")
    expected = {"start": "Hello!", "help": "Here:", "sources": "World Bank: ", "privacy": "30 days"}
    assert expected[command] in reply["text"]


async def test_an_unknown_command_is_told_so(tg: Telegram) -> None:
    assert (await tg.ask(tg.private(ANA), "/frobnicate"))["text"] == strip_tags(texts.UNKNOWN_COMMAND)
    assert (await tg.ask(ANA, "/check"))["text"] == strip_tags(texts.NOTHING_ASKED)


async def test_a_forwarded_post_is_judged_as_of_its_day_and_its_origin_named(tg: Telegram) -> None:
    origin = {"type": "hidden_user", "sender_user_name": "@durov <b> x.com #1", "date": 1451865600}
    reply = await tg.ask(tg.private(ANA), CLAIM, forward=origin)
    first, second, third = reply["text"].splitlines()
    assert first.replace("\u2060", "") == "Forwarded from @durov <b> x.com #1, 4 January 2016"
    assert not [one for one in reply["entities"] if one["type"] in ("mention", "url", "hashtag", "text_link")]
    assert "on 2016-01-04" in third, second


@pytest.mark.parametrize(
    ("origin", "name"),
    [
        ({"type": "user", "sender_user": {"id": 5, "is_bot": False, "first_name": "Bo", "last_name": "Li"}}, "Bo Li"),
        ({"type": "chat", "sender_chat": {"id": -5, "type": "supergroup", "title": "Walkers"}}, "Walkers"),
        ({"type": "channel", "chat": {"id": -6, "type": "channel", "title": "News"}, "message_id": 3}, "News"),
    ],
)
async def test_every_origin_has_a_name(tg: Telegram, origin: dict[str, object], name: str) -> None:
    reply = await tg.ask(tg.private(ANA), CLAIM, forward={**origin, "date": 1451865600})
    assert reply["text"].startswith(f"Forwarded from {name}, 4 January 2016")


async def test_the_message_is_nowhere_kept_once_answered(tg: Telegram, bot: Deployment, database: Storage) -> None:
    await tg.ask(tg.private(ANA), CLAIM + " and xyzzy is a word of it")
    assert await tg.is_silent(ANA, ANA)
    assert "xyzzy" not in "".join(await database.pending_updates.unfinished(bot.clock()))


class TestArticle:
    """Telegram splits what is longer than 4,096 characters; the bot reads it as one again."""

    async def test_in_two_messages(self, tg: Telegram) -> None:
        now = 1_483_920_000
        first = await tg.say(tg.private(ANA), "word " * 800 + "end", date=now)
        await tg.say(ANA, "Mexico has 122 million people", date=now + 1)
        reply = await tg.next_reply(ANA)
        assert "of 4033 numbers" in reply["text"]
        assert reply["reply_to_message"]["message_id"] == first["message_id"]
        assert await tg.is_silent(ANA, ANA)

    @pytest.mark.usefixtures("no_part_wait")
    async def test_a_part_alone_is_answered_in_the_end(self, tg: Telegram) -> None:
        reply = await tg.ask(tg.private(ANA), "word " * 800 + "122 million")
        assert "of 4011 numbers" in reply["text"]

    async def test_a_later_message_is_one_of_its_own(self, tg: Telegram) -> None:
        now = 1_483_920_000
        await tg.say(tg.private(ANA), "word " * 800 + "122 million", date=now)
        await tg.say(ANA, "Mexico has 122 million people", date=now + 60)
        assert "of 4011 numbers" in (await tg.next_reply(ANA))["text"]
        assert "of 29 numbers" in (await tg.next_reply(ANA))["text"]

    async def test_a_command_is_no_part_of_it(self, tg: Telegram) -> None:
        now = 1_483_920_000
        await tg.say(tg.private(ANA), "word " * 800 + "122 million", date=now)
        assert (await tg.ask(ANA, "/help"))["text"].startswith("Here")
        await tg.say(ANA, "Mexico has 122 million people", date=now + 60)
        assert "of 4011 numbers" in (await tg.next_reply(ANA))["text"]
        assert "of 29 numbers" in (await tg.next_reply(ANA))["text"]
