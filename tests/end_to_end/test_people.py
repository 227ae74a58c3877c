"""As people meet the bot, by polling and by webhook: each test is somebody's afternoon, with chats of its own."""

from __future__ import annotations

from typing import Any

import pytest

from tests.botapi import Telegram
from tests.botapi.api_error import ApiError
from tests.botapi.telegram import list_labels

pytestmark = pytest.mark.asyncio(loop_scope="module")
WRONG, RIGHT = "Mexico has 700 million people", "Mexico has 131 million people"
LONG_AGO = 1483920000  # 9 January 2017
EVA = {"type": "user", "sender_user": {"id": 99, "is_bot": False, "first_name": "Eva"}, "date": LONG_AGO}


class TestInPrivate:
    async def test_a_text_a_caption_a_forward_and_a_quote(self, tg: Telegram) -> None:
        ana = tg.private(101)
        assert "Doesn't add up" in (await tg.ask(ana, WRONG))["text"]
        captioned = await tg.ask(ana, caption="India has 9 billion people", photo=[_photo()])
        assert "Doesn't add up" in captioned["text"]
        forwarded = await tg.ask(ana, "China has 700 million people", forward=EVA)
        assert "Eva" in forwarded["text"]
        assert "2017" in forwarded["text"]
        article = await tg.say(ana, "Nothing to see here, but that Japan has 700 million people.")
        assert "Doesn't add up" in (await tg.next_reply(ana))["text"]
        quote = {"text": "Japan has 700 million people", "position": 32, "is_manual": True}
        assert "Japan" in (await tg.ask(ana, "/check", reply_to=article["message_id"], quote=quote))["text"]

    async def test_words_without_a_claim(self, tg: Telegram) -> None:
        ana = tg.private(102)
        assert "number" in (await tg.ask(ana, "hello"))["text"]
        for command in ("/start", "/help", "/sources", "/privacy", "/corrections", "/lang", "/nonsense"):
            assert (await tg.ask(ana, command))["text"]

    async def test_a_reply_is_turned(self, tg: Telegram) -> None:
        ana = tg.private(103)
        reply = await tg.ask(ana, WRONG)
        front = reply["text"]
        for label in ("Working", "Sources"):
            await tg.press(reply, label, ana)
            await tg.next_call("editMessageText", ana)
            assert "blockquote" in [entity["type"] for entity in reply["entities"]]
            await tg.press(reply, label, ana)
            await tg.next_call("editMessageText", ana)
            assert reply["text"] == front
        assert "another version" in await tg.press_and_read_alert(reply, "", ana, data="zz:1")
        assert "I keep it for 30 days" in await tg.press_and_read_alert(reply, "", ana, data="w:AAAAAAAA")

    async def test_a_picture_comes_once(self, tg: Telegram) -> None:
        ana = tg.private(104)
        reply = await tg.ask(ana, WRONG)
        press = await tg.press(reply, "Picture", ana)
        photo = await tg.next_call("sendPhoto", ana)
        assert "700 million" in photo.result["caption"]
        assert photo.result["reply_to_message"]["message_id"] == reply["message_id"]
        assert await tg.read_alert(press) == ""
        assert "already here" in await tg.press_and_read_alert(reply, "Picture", ana)

    async def test_what_is_wrong_is_said_in_a_tap_and_read_by_an_owner(self, tg: Telegram) -> None:
        ana = tg.private(105)
        reply = await tg.ask(ana, "Brazil has 700 million people")
        await tg.press_and_read_alert(reply, "Wrong?", ana)
        await tg.next_call("editMessageReplyMarkup", ana)
        assert list_labels(reply)[:3] == ["Misread", "A figure", "The reasoning"]
        assert "Thank you" in await tg.press_and_read_alert(reply, "A figure", ana)
        assert "Brazil" in (await tg.ask(tg.private(7), "/feedback"))["text"]

    async def test_an_edit_is_followed_and_a_deleted_reply_survived(self, tg: Telegram) -> None:
        ana = tg.private(106)
        message = await tg.say(ana, WRONG)
        reply = await tg.next_reply(ana)
        await tg.edit(message, RIGHT)
        await tg.next_call("editMessageText", ana)
        assert "Adds up" in reply["text"]
        tg.delete(reply)
        await tg.edit(message, WRONG)
        again = await tg.next_reply(ana)
        assert "Doesn't add up" in again["text"]
        tg.delete(again)
        await tg.press_and_read_alert(again, "Working", ana)
        assert "Doesn't add up" in (await tg.ask(ana, "India has 9 billion people"))["text"]

    async def test_a_link_reopens_a_check(self, tg: Telegram) -> None:
        ana, bo = tg.private(107), tg.private(108)
        reply = await tg.ask(ana, WRONG)
        data = reply["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        assert (await tg.ask(bo, f"/start check_{data.partition(':')[2]}"))["text"] == reply["text"]
        assert "no longer have" in (await tg.ask(bo, "/start check_AAAAAAAA"))["text"]

    async def test_another_language(self, tg: Telegram) -> None:
        ana = tg.private(109)
        page = await tg.ask(ana, "/lang")
        await tg.press(page, "Español", ana)
        await tg.next_call("editMessageText", ana)
        assert "✓ Español" in list_labels(page)
        in_spanish = (await tg.ask(ana, "/privacy"))["text"]
        assert in_spanish != (await tg.ask(tg.private(110), "/privacy"))["text"]

    async def test_what_is_kept_goes_at_once(self, tg: Telegram) -> None:
        ana = tg.private(111)
        reply = await tg.ask(ana, WRONG)
        assert "1 answer" in (await tg.ask(ana, "/deletemydata"))["text"]
        assert "I keep it for 30 days" in await tg.press_and_read_alert(reply, "Working", ana)

    async def test_stop_holds_until_start(self, tg: Telegram) -> None:
        ana = tg.private(112)
        await tg.ask(ana, "/stop")
        await tg.say(ana, WRONG)
        assert await tg.is_silent(ana, ana)
        await tg.ask(ana, "/start")
        assert "Doesn't add up" in (await tg.ask(ana, WRONG))["text"]


class TestInGroups:
    async def test_silent_unless_addressed(self, tg: Telegram) -> None:
        group = tg.group(-1000201)
        claim = await tg.say(group, WRONG, 201)
        assert await tg.is_silent(group, 201)
        assert "Doesn't add up" in (await tg.ask(group, "/check India has 9 billion people", 201))["text"]
        assert "Japan" in (await tg.ask(group, "@addsup_bot Japan has 700 million people", 201))["text"]
        reply = await tg.ask(group, "/check", 202, reply_to=claim["message_id"])
        assert reply["reply_to_message"]["message_id"] == claim["message_id"]
        follow = await tg.ask(group, "China has 5 billion people", 203, reply_to=reply["message_id"])
        assert "China" in follow["text"]
        await tg.say(group, "thanks!", 203, reply_to=reply["message_id"])
        assert await tg.is_silent(group, 203)

    async def test_only_who_asked_or_an_admin_turns_a_reply(self, tg: Telegram) -> None:
        group = tg.group(-1000202, admins=(213,))
        reply = await tg.ask(group, f"/check {WRONG}", 211)
        front = reply["text"]
        assert "Only the person who asked" in await tg.press_and_read_alert(reply, "Working", 212)
        assert reply["text"] == front
        await tg.press(reply, "Working", 213)
        await tg.next_call("editMessageText", group)
        assert reply["text"] != front

    async def test_the_same_claim_again_gets_a_pointer(self, tg: Telegram) -> None:
        group = tg.group(-1001000203)
        first = await tg.ask(group, f"/check {WRONG}", 221)
        again = await tg.ask(group, f"/check {WRONG}", 222)
        assert "Answered before" in again["text"]
        links = [entity["url"] for entity in again["entities"] if entity["type"] == "text_link"]
        assert [link.rpartition("/")[2] for link in links] == [str(first["message_id"])]

    async def test_watch_speaks_up_once_it_is_on(self, tg: Telegram) -> None:
        group = tg.group(-1000204, admins=(231,))
        assert "Only an admin" in (await tg.ask(group, "/settings", 232))["text"]
        page = await tg.ask(group, "/settings", 231)
        assert "privacy mode" in await tg.press_and_read_alert(page, "Watch: off", 231)
        await tg.next_call("editMessageText", group)
        assert "Doesn't add up" in (await tg.ask(group, WRONG, 232))["text"]
        await tg.say(group, RIGHT, 232)
        assert await tg.is_silent(group, 232)

    async def test_a_linked_channel_is_left_alone_unless_asked_about(self, tg: Telegram) -> None:
        group = tg.group(-1000205)
        channel = {"id": -1000999, "type": "channel", "title": "News"}
        origin = {"type": "channel", "chat": channel, "message_id": 5, "date": LONG_AGO}
        post = await tg.say(
            group, f"@addsup_bot {WRONG}", sender=_TELEGRAM, sender_chat=channel, is_automatic_forward=True,
            forward=origin,
        )  # fmt: skip
        assert await tg.is_silent(group, 241)
        assert "Doesn't add up" in (await tg.ask(group, "/check", 241, reply_to=post["message_id"]))["text"]

    async def test_added_moved_and_removed(self, tg: Telegram) -> None:
        group, grown = tg.group(-206), tg.group(-1000206)
        await tg.change_membership(group, 251, "left", "member")
        assert "/check" in (await tg.next_reply(group))["text"]
        reply = await tg.ask(group, f"/check {WRONG}", 251)
        await tg.say(group, user=251, migrate_to_chat_id=grown)
        await tg.say(grown, user=251, migrate_from_chat_id=group)
        assert await tg.is_silent(group, 251)
        moved = tg.world.messages[grown, reply["message_id"]] = {**reply, "chat": tg.world.chats[grown]}
        await tg.press(moved, "Working", 251)
        await tg.next_call("editMessageText", grown)
        await tg.change_membership(grown, 251, "member", "left")
        assert "Doesn't add up" in (await tg.ask(tg.private(251), WRONG))["text"]


class TestElsewhere:
    async def test_cards_while_somebody_types(self, tg: Telegram) -> None:
        (card,) = await tg.type_query(301, WRONG)
        assert "Doesn't add up" in card["title"]
        assert await tg.type_query(301, "hello") == []

    async def test_a_guest_answers_once(self, tg: Telegram) -> None:
        away = tg.group(-1000301)
        claim = tg.compose_message(away, WRONG, 302)
        made = await tg.mention(away, "@addsup_bot true?", 301, reply_to=claim["message_id"])
        assert not made.refused
        assert "Doesn't add up" in made.parameters["result"]


class TestTrouble:
    async def test_who_has_blocked_the_bot_is_left_alone(self, tg: Telegram) -> None:
        ana = tg.private(401)
        tg.world.blocked.add(ana)
        await tg.say(ana, WRONG)
        assert (await tg.next_call("sendMessage", ana)).refused.startswith("Forbidden")
        tg.world.blocked.remove(ana)
        assert "Doesn't add up" in (await tg.ask(ana, "India has 9 billion people"))["text"]

    async def test_a_muted_group_and_a_closed_topic(self, tg: Telegram) -> None:
        group, forum = tg.group(-1000402), tg.group(-1000403, topics=(77,))
        tg.world.muted.add(group)
        tg.world.closed.add((forum, 77))
        await tg.say(group, f"/check {WRONG}", 402)
        assert "not enough rights" in (await tg.next_call("sendMessage", group)).refused
        await tg.say(forum, f"/check {WRONG}", 402, topic=77)
        assert "TOPIC_CLOSED" in (await tg.next_call("sendMessage", forum)).refused
        assert "Doesn't add up" in (await tg.ask(tg.private(402), WRONG))["text"]

    async def test_told_to_wait_it_waits(self, tg: Telegram) -> None:
        ana = tg.private(403)
        tg.fail("sendMessage", ApiError(429, "Too Many Requests: retry after 1", retry_after=1))
        assert "Doesn't add up" in (await tg.ask(ana, WRONG))["text"]

    async def test_an_update_twice_is_answered_once(self, tg: Telegram) -> None:
        ana = tg.private(404)
        body = tg.compose_message(ana, WRONG)
        number = await tg.world.push("message", body)
        assert "Doesn't add up" in (await tg.next_reply(ana))["text"]
        await tg.redeliver({"update_id": number, "message": body})
        assert await tg.is_silent(ana, ana)


def _photo() -> dict[str, Any]:
    return {"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}


_TELEGRAM = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
