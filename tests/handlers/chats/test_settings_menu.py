"""/settings: admins choose for their group, there or in private; nobody else does."""

from __future__ import annotations

import pytest

from handlers import Deployment
from handlers.outgoing import texts
from handlers.state.chat_settings import HOURLY, LANGUAGE, LENGTH, TOPICS, WATCH, ChatPreferencesCache
from storage import Storage
from tests.botapi import ANONYMOUS, Telegram
from tests.botapi.telegram import list_labels

ANA, CHIEF, GROUP, FORUM, TOPIC = 11, 13, -100, -200, 77
CLAIM = "Mexico has 700 million people"
pytestmark = pytest.mark.usefixtures("bot")


@pytest.fixture(autouse=True)
def places(tg: Telegram) -> None:
    tg.group(GROUP, admins=(CHIEF,))
    tg.group(FORUM, admins=(CHIEF,), topics=(TOPIC, 88))


async def test_buttons_flip_in_place(tg: Telegram, database: Storage) -> None:
    page = await tg.ask(GROUP, "/settings", CHIEF)
    assert list_labels(page) == ["Watch: off", "Language: each person's own", "Replies: full"]
    for label, after in (
        ("Watch: off", "Watch: on"),
        ("5 an hour", "✓ 5 an hour"),
        ("Language: each person's own", "Language: English"),
        ("Replies: full", "Replies: short"),
    ):
        await tg.press_and_read_alert(page, label, CHIEF)
        await tg.next_call("editMessageText", GROUP)
        assert after in list_labels(page)
    assert await database.chat_settings.all(GROUP) == {
        WATCH.key: True,
        HOURLY.key: 5,
        LANGUAGE.key: "en",
        LENGTH.key: "short",
    }


async def test_only_admins_choose(tg: Telegram, database: Storage) -> None:
    assert (await tg.ask(GROUP, "/settings", ANA))["text"] == texts.ADMINS_ONLY
    page = await tg.ask(GROUP, "/settings", CHIEF)
    assert await tg.press_and_read_alert(page, "Watch: off", ANA) == texts.ADMINS_ONLY
    assert await database.chat_settings.all(GROUP) == {}


async def test_an_anonymous_admin_is_one(tg: Telegram, database: Storage) -> None:
    page = await tg.ask(
        GROUP, "/settings", sender=ANONYMOUS, sender_chat={"id": GROUP, "type": "supergroup", "title": "Group"}
    )
    await tg.press_and_read_alert(page, "Replies: full", int(str(ANONYMOUS["id"])))
    await tg.next_call("editMessageText", GROUP)
    assert await database.chat_settings.get(GROUP, LENGTH) == "short"


@pytest.mark.parametrize("user", [ANONYMOUS["id"], CHIEF], ids=["anonymous", "admin"])
async def test_one_group_is_not_set_from_another(tg: Telegram, database: Storage, user: int) -> None:
    page = await tg.ask(GROUP, "/settings", CHIEF)
    await tg.press(page, "", user, data=f"g:{FORUM}:watch:on")
    assert (await tg.next_call("answerCallbackQuery")).parameters["text"] == texts.ADMINS_ONLY
    assert await database.chat_settings.all(FORUM) == {}


async def test_a_channel_that_speaks_in_the_group_is_no_admin(tg: Telegram) -> None:
    channel = {"id": -6, "type": "channel", "title": "News"}
    reply = await tg.ask(GROUP, "/settings", sender=ANONYMOUS, sender_chat=channel)
    assert reply["text"] == texts.ADMINS_ONLY


async def test_in_private_the_groups_one_asked_in_and_administers(tg: Telegram, database: Storage) -> None:
    nothing = await tg.ask(tg.private(CHIEF), "/settings")
    assert "no group" in nothing["text"]
    for group in (GROUP, FORUM):
        await tg.ask(group, f"/check {CLAIM}", CHIEF)
    tg.world.admins[FORUM] = set()
    page = await tg.ask(CHIEF, "/settings")
    assert list_labels(page) == ["Group"]
    await tg.press_and_read_alert(page, "Group", CHIEF)
    await tg.next_call("editMessageText", CHIEF)
    await tg.press_and_read_alert(page, "Replies: full", CHIEF)
    await tg.next_call("editMessageText", CHIEF)
    assert await database.chat_settings.get(GROUP, LENGTH) == "short"


async def test_short_replies_leave_out_the_arithmetic(tg: Telegram) -> None:
    await tg.press_and_read_alert(await tg.ask(GROUP, "/settings", CHIEF), "Replies: full", CHIEF)
    await tg.next_call("editMessageText", GROUP)
    assert (await tg.ask(GROUP, f"/check {CLAIM}", ANA))["text"].startswith("Verdict")


async def test_only_in_the_topics_it_may_speak_in(tg: Telegram, database: Storage) -> None:
    page = await tg.ask(FORUM, "/settings", CHIEF, topic=TOPIC)
    assert list_labels(page)[-2:] == ["Topics: all", "Only here"]
    await tg.press_and_read_alert(page, "Only here", CHIEF)
    await tg.next_call("editMessageText", FORUM)
    assert list_labels(page)[-2:] == ["Topics: 1; open all", "✓ This topic"]
    assert await database.chat_settings.get(FORUM, TOPICS) == str(TOPIC)
    await tg.say(FORUM, f"/check {CLAIM}", ANA, topic=88)
    await tg.say(FORUM, f"/check {CLAIM}", ANA)
    reply = await tg.ask(FORUM, f"/check {CLAIM}", ANA, topic=TOPIC)
    assert reply["message_thread_id"] == TOPIC
    assert list_labels(await tg.ask(FORUM, "/settings", CHIEF, topic=88))[-1] == "Here too"


async def test_watch_warns_where_the_bot_reads_nothing(tg: Telegram, bot: Deployment) -> None:
    page = await tg.ask(GROUP, "/settings", CHIEF)
    assert "privacy mode" in await tg.press_and_read_alert(page, "Watch: off", CHIEF)
    await tg.next_call("editMessageText", GROUP)
    await tg.press_and_read_alert(page, "Watch: on", CHIEF)
    await tg.next_call("editMessageText", GROUP)
    tg.world.admins[GROUP].add(int(bot.token.partition(":")[0]))
    assert await tg.press_and_read_alert(page, "Watch: off", CHIEF) == ""


@pytest.mark.parametrize("data", ["g:x:watch:on", "g:-100:hourly:99", "g:-100:length:huge", "g:-100:language:xx", "g:"])
async def test_what_no_button_says_is_not_set(tg: Telegram, database: Storage, data: str) -> None:
    page = await tg.ask(GROUP, "/settings", CHIEF)
    await tg.press(page, "", CHIEF, data=data)
    await tg.next_call("answerCallbackQuery")
    assert await tg.is_silent(GROUP, ANA)
    assert await database.chat_settings.all(GROUP) == {}


async def test_telegram_is_asked_once_in_some_minutes(tg: Telegram) -> None:
    page = await tg.ask(GROUP, "/settings", CHIEF)
    for label in ("Replies: full", "Replies: short", "Replies: full"):
        await tg.press_and_read_alert(page, label, CHIEF)
        await tg.next_call("editMessageText", GROUP)
    assert sum(made.method == "getChatMember" for made in tg.world.calls) == 1


async def test_what_is_chosen_outlives_the_program(tg: Telegram, bot: Deployment) -> None:
    await tg.press_and_read_alert(await tg.ask(GROUP, "/settings", CHIEF), "Replies: full", CHIEF)
    await tg.next_call("editMessageText", GROUP)
    storage = await Storage.open(bot.database_url)
    choices = ChatPreferencesCache(storage.chat_settings)
    await choices.load()
    await storage.close()
    assert choices.get(GROUP).is_short
    assert not choices.get(FORUM).is_short
