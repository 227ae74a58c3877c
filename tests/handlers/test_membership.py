"""Being added, removed and moved."""

from __future__ import annotations

from typing import Any

import pytest

from storage import ChatSetting, Storage
from tests.botapi import BOT, Telegram
from tests.botapi.driver import person

ANA, GROUP, MOVED = 11, -100, -1000100
CLAIM = "Mexico has 700 million people"
WATCH = ChatSetting("watch", default=False)
RIGHTS = dict.fromkeys(
    """can_be_edited is_anonymous can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members
    can_promote_members can_change_info can_invite_users can_post_stories can_edit_stories
    can_delete_stories""".split(),
    False,
)
pytestmark = pytest.mark.usefixtures("bot")


async def becomes(tg: Telegram, chat: int, was: str, now: str, **rights: Any) -> None:
    until = {"until_date": 0}
    old: dict[str, Any] = {"user": BOT, "status": was}
    new: dict[str, Any] = {"user": BOT, "status": now, **rights} | (until if now == "kicked" else {})
    body = {"chat": tg.world.chats[chat], "from": person(ANA), "date": 1}
    await tg.world.push("my_chat_member", body | {"old_chat_member": old, "new_chat_member": new})


async def test_a_short_hello_where_the_bot_is_added(tg: Telegram) -> None:
    await becomes(tg, tg.group(GROUP), "left", "member")
    hello = await tg.reply(GROUP)
    assert "/check" in hello["text"]
    assert len(hello["text"]) < 300


async def test_no_second_hello_when_its_rights_change(tg: Telegram) -> None:
    await becomes(tg, tg.group(GROUP), "member", "administrator", **RIGHTS)
    assert await tg.silence(GROUP, ANA)


async def test_what_a_group_has_set_goes_when_the_bot_goes(tg: Telegram, memory: Storage) -> None:
    await memory.chats.set(tg.group(GROUP), WATCH, value=True)
    await becomes(tg, GROUP, "member", "kicked")
    await tg.ask(GROUP, f"/check {CLAIM}", ANA)
    assert not await memory.chats.get(GROUP, WATCH)


async def test_a_person_who_blocks_the_bot_is_no_failure(tg: Telegram) -> None:
    await becomes(tg, tg.private(ANA), "member", "kicked")
    assert await tg.silence(ANA, ANA)


async def test_what_is_kept_moves_with_the_group(tg: Telegram, memory: Storage) -> None:
    reply = await tg.ask(tg.group(GROUP), f"/check {CLAIM}", ANA)
    await memory.chats.set(GROUP, WATCH, value=True)
    tg.group(MOVED)
    await tg.say(GROUP, user=ANA, migrate_to_chat_id=MOVED)
    await tg.say(MOVED, user=ANA, migrate_from_chat_id=GROUP)
    assert await tg.silence(GROUP, ANA)
    assert await memory.chats.get(MOVED, WATCH)
    check = await memory.checks.find_by_message(MOVED, reply["reply_to_message"]["message_id"])
    assert check is not None
