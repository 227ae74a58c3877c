"""Being added, removed and moved."""

from __future__ import annotations

import pytest

from storage import ChatSetting, Storage
from tests.botapi import Telegram
from tests.botapi.telegram import ADMIN_RIGHTS

ANA, GROUP, MOVED = 11, -100, -1000100
CLAIM = "Mexico has 700 million people"
WATCH = ChatSetting("watch", default=False)
pytestmark = pytest.mark.usefixtures("bot")


async def test_a_short_hello_where_the_bot_is_added(tg: Telegram) -> None:
    await tg.change_membership(tg.group(GROUP), ANA, "left", "member")
    hello = await tg.next_reply(GROUP)
    assert "/check" in hello["text"]
    assert len(hello["text"]) < 300


async def test_no_second_hello_when_its_rights_change(tg: Telegram) -> None:
    await tg.change_membership(tg.group(GROUP), ANA, "member", "administrator", **ADMIN_RIGHTS)
    assert await tg.is_silent(GROUP, ANA)


async def test_what_a_group_has_set_goes_when_the_bot_goes(tg: Telegram, database: Storage) -> None:
    await database.chat_settings.set(tg.group(GROUP), WATCH, value=True)
    await tg.change_membership(GROUP, ANA, "member", "kicked")
    await tg.ask(GROUP, f"/check {CLAIM}", ANA)
    assert not await database.chat_settings.get(GROUP, WATCH)


async def test_a_person_who_blocks_the_bot_is_no_failure(tg: Telegram) -> None:
    await tg.change_membership(tg.private(ANA), ANA, "member", "kicked")
    assert await tg.is_silent(ANA, ANA)


async def test_what_is_kept_moves_with_the_group(tg: Telegram, database: Storage) -> None:
    reply = await tg.ask(tg.group(GROUP), f"/check {CLAIM}", ANA)
    await database.chat_settings.set(GROUP, WATCH, value=True)
    tg.group(MOVED)
    await tg.say(GROUP, user=ANA, migrate_to_chat_id=MOVED)
    await tg.say(MOVED, user=ANA, migrate_from_chat_id=GROUP)
    assert await tg.is_silent(GROUP, ANA)
    assert await database.chat_settings.get(MOVED, WATCH)
    check = await database.checks.find_by_message(MOVED, reply["reply_to_message"]["message_id"])
    assert check is not None
