"""Links into the private chat show a check again; anything else after /start is a hello."""

from __future__ import annotations

import pytest

from handlers import Deployment
from storage import Storage
from tests.botapi import Telegram

ANA, BO, GROUP = 11, 12, -100
pytestmark = pytest.mark.usefixtures("bot")


async def test_a_check_is_shown_again_and_its_buttons_work(tg: Telegram, database: Storage) -> None:
    origin = {"type": "hidden_user", "sender_user_name": "Cy", "date": 1451865600}
    post = tg.compose_message(tg.group(GROUP), "Mexico has 700 million people", ANA, forward=origin)
    first = await tg.ask(GROUP, "/check", ANA, reply_to=post["message_id"])
    assert await tg.is_silent(GROUP, ANA)
    check = await database.checks.find_by_reply(GROUP, first["message_id"])
    assert check is not None
    for person, start in ((ANA, "Forwarded from Cy"), (BO, "Verdict: doesnt_add_up")):
        reply = await tg.ask(tg.private(person), f"/start check_{check.id}")
        assert reply["text"].startswith(start)
        await tg.press(reply, "Working", person)
        await tg.next_call("editMessageText", person)
        assert "Working: doesnt_add_up" in reply["text"]
    assert first["text"].startswith("Forwarded from Cy")


@pytest.mark.parametrize("text", ["/start", "/start inline", "/start nonsense", "/start check_", "/start check_a b"])
async def test_hello(tg: Telegram, text: str) -> None:
    assert (await tg.ask(tg.private(ANA), text))["text"].startswith("Hello!")


async def test_a_link_to_nothing(tg: Telegram, bot: Deployment) -> None:
    assert "no longer have" in (await tg.ask(tg.private(ANA), "/start check_AAAAAAAAAAAA"))["text"]
