"""The updates of a chat are answered in their order."""

from __future__ import annotations

import pytest

from tests.botapi import Telegram
from tests.botapi.api_error import ApiError

ANA, GROUP = 11, -100
CLAIM = "Mexico has 700 million people"
pytestmark = pytest.mark.usefixtures("bot")


async def test_edits_and_messages_of_a_chat_keep_their_order(tg: Telegram) -> None:
    tg.fail("sendMessage", ApiError(429, "Too Many Requests: retry after 1", retry_after=1))
    message = await tg.say(tg.private(ANA), CLAIM)
    await tg.edit(message, "Mexico has 122 million people")
    await tg.next_call("editMessageText", ANA)
    assert [reply["text"][:17] for reply in tg.world.messages.values() if reply["from"]["is_bot"]] == [
        "Verdict: adds_up "
    ]
