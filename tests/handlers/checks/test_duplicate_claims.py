"""The same claim again in a chat within a day is answered with a pointer to the first reply."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from handlers import Deployment
from tests.botapi import Telegram
from tests.handlers.conftest import run_bot, set_clock

ANA, BO, CHIEF, GROUP, BIG = 11, 12, 13, -100, -1001234567
CLAIM, OTHER = "Mexico has 700 million people", "Mexico has 600 million people"


def read_pointer(reply: dict[str, Any]) -> str:
    """What it says after the verdict and how the claim was read; "" for a reply in full."""
    first, *rest = str(reply["text"]).splitlines()
    if first != "doesnt_add_up 5.74×":
        return ""
    reading, pointer = rest
    assert "700 million" in reading
    return pointer


@pytest.mark.usefixtures("bot")
class TestWithinADay:
    async def test_in_private_it_hangs_on_the_first_reply(self, tg: Telegram) -> None:
        first = await tg.ask(tg.private(ANA), CLAIM)
        again = await tg.ask(ANA, CLAIM)
        assert read_pointer(again) == "Answered before: see the reply that this one hangs on."
        assert again["reply_to_message"]["message_id"] == first["message_id"]

    async def test_in_a_supergroup_it_links_to_it(self, tg: Telegram) -> None:
        first = await tg.ask(tg.group(BIG), f"/check {CLAIM}", ANA)
        asked = await tg.say(BIG, f"/check {CLAIM}", BO)
        again = await tg.next_reply(BIG)
        assert read_pointer(again) == "Answered before: see that reply."
        assert again["reply_to_message"]["message_id"] == asked["message_id"]
        html = next(made for made in tg.world.calls if made.result is again).parameters["text"]
        assert f'href="https://t.me/c/1234567/{first["message_id"]}"' in html

    async def test_one_button_shows_the_whole_of_it_here(self, tg: Telegram) -> None:
        await tg.ask(tg.group(BIG), f"/check {CLAIM}", ANA)
        again = await tg.ask(BIG, f"/check {CLAIM}", BO)
        await tg.press(again, "Show it here", BO)
        await tg.next_call("editMessageText", BIG)
        assert again["text"].startswith("Verdict: doesnt_add_up")

    async def test_a_third_time_points_at_the_first(self, tg: Telegram) -> None:
        first = await tg.ask(tg.private(ANA), CLAIM)
        await tg.ask(ANA, CLAIM)
        assert (await tg.ask(ANA, CLAIM))["reply_to_message"]["message_id"] == first["message_id"]

    @pytest.mark.parametrize("chat", [ANA, BIG])
    async def test_not_where_the_first_reply_is_gone(self, tg: Telegram, chat: int) -> None:
        tg.private(ANA)
        tg.group(BIG)
        first = await tg.ask(chat, f"/check {CLAIM}", ANA)
        del tg.world.messages[chat, first["message_id"]]
        assert (await tg.ask(chat, f"/check {CLAIM}", ANA))["text"].startswith("Verdict")

    async def test_not_in_another_chat_nor_for_another_claim(self, tg: Telegram) -> None:
        await tg.ask(tg.private(ANA), CLAIM)
        assert read_pointer(await tg.ask(tg.private(BO), CLAIM)) == ""
        assert read_pointer(await tg.ask(ANA, OTHER)) == ""

    async def test_not_for_a_post_of_another_day(self, tg: Telegram) -> None:
        await tg.ask(tg.private(ANA), CLAIM)
        origin = {"type": "hidden_user", "sender_user_name": "Bo", "date": 1483900000}
        assert "Forwarded" in (await tg.ask(ANA, CLAIM, forward=origin))["text"]
        assert read_pointer(await tg.ask(ANA, CLAIM, forward=origin))

    async def test_not_once_the_first_says_something_else(self, tg: Telegram) -> None:
        message = await tg.say(tg.private(ANA), CLAIM)
        await tg.next_reply(ANA)
        await tg.edit(message, OTHER)
        await tg.next_call("editMessageText", ANA)
        assert read_pointer(await tg.ask(ANA, CLAIM)) == ""

    async def test_an_edit_turns_it_into_a_reply_of_its_own(self, tg: Telegram) -> None:
        await tg.ask(tg.private(ANA), CLAIM)
        message = await tg.say(ANA, CLAIM)
        again = await tg.next_reply(ANA)
        await tg.edit(message, OTHER)
        await tg.next_call("editMessageText", ANA)
        assert again["text"].startswith("Verdict: doesnt_add_up 4.92×")


async def test_after_a_day_it_is_answered_again(tg: Telegram, deployment: Deployment) -> None:
    async with run_bot(deployment):
        await tg.ask(tg.private(ANA), CLAIM)
    async with run_bot(set_clock(deployment, deployment.clock() + timedelta(hours=25))):
        assert read_pointer(await tg.ask(ANA, CLAIM)) == ""
