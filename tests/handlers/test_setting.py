"""/settings: admins choose for their group, there or in private; nobody else does."""

from __future__ import annotations

from typing import Any

import pytest

from handlers import Deployment
from handlers.outgoing import texts
from handlers.state.chat_settings import HOURLY, LANGUAGE, LENGTH, TOPICS, WATCH, ChatPreferencesCache
from storage import Storage
from tests.botapi import ANONYMOUS, Telegram

ANA, CHIEF, GROUP, FORUM, TOPIC = 11, 13, -100, -200, 77
CLAIM = "Mexico has 700 million people"
pytestmark = pytest.mark.usefixtures("bot")


@pytest.fixture(autouse=True)
def places(tg: Telegram) -> None:
    tg.group(GROUP, admins=(CHIEF,))
    tg.group(FORUM, admins=(CHIEF,), topics=(TOPIC, 88))


def labels(message: dict[str, Any]) -> list[str]:
    return [button["text"] for row in message["reply_markup"]["inline_keyboard"] for button in row]


async def press(tg: Telegram, page: dict[str, Any], label: str, user: int = CHIEF) -> str:
    """What the presser is told."""
    await tg.press(page, label, user)
    return str((await tg.call("answerCallbackQuery")).parameters.get("text", ""))


async def test_buttons_flip_in_place(tg: Telegram, memory: Storage) -> None:
    page = await tg.ask(GROUP, "/settings", CHIEF)
    assert labels(page) == ["Watch: off", "Language: each person's own", "Replies: full"]
    for label, after in (
        ("Watch: off", "Watch: on"),
        ("5 an hour", "✓ 5 an hour"),
        ("Language: each person's own", "Language: English"),
        ("Replies: full", "Replies: short"),
    ):
        await press(tg, page, label)
        await tg.call("editMessageText", GROUP)
        assert after in labels(page)
    assert await memory.chats.all(GROUP) == {
        WATCH.key: True,
        HOURLY.key: 5,
        LANGUAGE.key: "en",
        LENGTH.key: "short",
    }


async def test_only_admins_choose(tg: Telegram, memory: Storage) -> None:
    assert (await tg.ask(GROUP, "/settings", ANA))["text"] == texts.ADMINS_ONLY
    page = await tg.ask(GROUP, "/settings", CHIEF)
    assert await press(tg, page, "Watch: off", ANA) == texts.ADMINS_ONLY
    assert await memory.chats.all(GROUP) == {}


async def test_an_anonymous_admin_is_one(tg: Telegram, memory: Storage) -> None:
    page = await tg.ask(
        GROUP, "/settings", sender=ANONYMOUS, sender_chat={"id": GROUP, "type": "supergroup", "title": "Group"}
    )
    await press(tg, page, "Replies: full", int(str(ANONYMOUS["id"])))
    await tg.call("editMessageText", GROUP)
    assert await memory.chats.get(GROUP, LENGTH) == "short"


@pytest.mark.parametrize("user", [ANONYMOUS["id"], CHIEF], ids=["anonymous", "admin"])
async def test_one_group_is_not_set_from_another(tg: Telegram, memory: Storage, user: int) -> None:
    page = await tg.ask(GROUP, "/settings", CHIEF)
    await tg.press(page, "", user, data=f"g:{FORUM}:watch:on")
    assert (await tg.call("answerCallbackQuery")).parameters["text"] == texts.ADMINS_ONLY
    assert await memory.chats.all(FORUM) == {}


async def test_a_channel_that_speaks_in_the_group_is_no_admin(tg: Telegram) -> None:
    channel = {"id": -6, "type": "channel", "title": "News"}
    reply = await tg.ask(GROUP, "/settings", sender=ANONYMOUS, sender_chat=channel)
    assert reply["text"] == texts.ADMINS_ONLY


async def test_in_private_the_groups_one_asked_in_and_administers(tg: Telegram, memory: Storage) -> None:
    nothing = await tg.ask(tg.private(CHIEF), "/settings")
    assert "no group" in nothing["text"]
    for group in (GROUP, FORUM):
        await tg.ask(group, f"/check {CLAIM}", CHIEF)
    tg.world.admins[FORUM] = set()
    page = await tg.ask(CHIEF, "/settings")
    assert labels(page) == ["Group"]
    await press(tg, page, "Group")
    await tg.call("editMessageText", CHIEF)
    await press(tg, page, "Replies: full")
    await tg.call("editMessageText", CHIEF)
    assert await memory.chats.get(GROUP, LENGTH) == "short"


async def test_short_replies_leave_out_the_arithmetic(tg: Telegram) -> None:
    await press(tg, await tg.ask(GROUP, "/settings", CHIEF), "Replies: full")
    await tg.call("editMessageText", GROUP)
    assert (await tg.ask(GROUP, f"/check {CLAIM}", ANA))["text"].startswith("Verdict")


async def test_only_in_the_topics_it_may_speak_in(tg: Telegram, memory: Storage) -> None:
    page = await tg.ask(FORUM, "/settings", CHIEF, topic=TOPIC)
    assert labels(page)[-2:] == ["Topics: all", "Only here"]
    await press(tg, page, "Only here")
    await tg.call("editMessageText", FORUM)
    assert labels(page)[-2:] == ["Topics: 1; open all", "✓ This topic"]
    assert await memory.chats.get(FORUM, TOPICS) == str(TOPIC)
    await tg.say(FORUM, f"/check {CLAIM}", ANA, topic=88)
    await tg.say(FORUM, f"/check {CLAIM}", ANA)
    reply = await tg.ask(FORUM, f"/check {CLAIM}", ANA, topic=TOPIC)
    assert reply["message_thread_id"] == TOPIC
    assert labels(await tg.ask(FORUM, "/settings", CHIEF, topic=88))[-1] == "Here too"


async def test_watch_warns_where_the_bot_reads_nothing(tg: Telegram, bot: Deployment) -> None:
    page = await tg.ask(GROUP, "/settings", CHIEF)
    assert "privacy mode" in await press(tg, page, "Watch: off")
    await tg.call("editMessageText", GROUP)
    await press(tg, page, "Watch: on")
    await tg.call("editMessageText", GROUP)
    tg.world.admins[GROUP].add(int(bot.token.partition(":")[0]))
    assert await press(tg, page, "Watch: off") == ""


@pytest.mark.parametrize("data", ["g:x:watch:on", "g:-100:hourly:99", "g:-100:length:huge", "g:-100:language:xx", "g:"])
async def test_what_no_button_says_is_not_set(tg: Telegram, memory: Storage, data: str) -> None:
    page = await tg.ask(GROUP, "/settings", CHIEF)
    await tg.press(page, "", CHIEF, data=data)
    await tg.call("answerCallbackQuery")
    assert await tg.silence(GROUP, ANA)
    assert await memory.chats.all(GROUP) == {}


async def test_telegram_is_asked_once_in_some_minutes(tg: Telegram) -> None:
    page = await tg.ask(GROUP, "/settings", CHIEF)
    for label in ("Replies: full", "Replies: short", "Replies: full"):
        await press(tg, page, label)
        await tg.call("editMessageText", GROUP)
    assert sum(made.method == "getChatMember" for made in tg.world.calls) == 1


async def test_what_is_chosen_outlives_the_program(tg: Telegram, bot: Deployment) -> None:
    await press(tg, await tg.ask(GROUP, "/settings", CHIEF), "Replies: full")
    await tg.call("editMessageText", GROUP)
    storage = await Storage.open(bot.database_url)
    choices = ChatPreferencesCache(storage.chats)
    await choices.load()
    await storage.close()
    assert choices.get(GROUP).is_short
    assert not choices.get(FORUM).is_short
