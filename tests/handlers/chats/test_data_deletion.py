"""What is kept of somebody goes when they say so, and nothing of a text stays on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers import Deployment
from handlers.outgoing import texts
from handlers.state.chat_settings import LANGUAGE
from storage import Storage
from tests.botapi import ANONYMOUS, Telegram

ANA, BO, CHIEF, GROUP = 11, 12, 13, -100
CLAIM = "Mexico has 700 million people"
MARK = "zanzibarquux"
pytestmark = pytest.mark.usefixtures("bot")


def read_disk(tmp_path: Path) -> bytes:
    return b"".join(path.read_bytes() for path in tmp_path.glob("bot.db*"))


async def send_feedback(tg: Telegram, user: int) -> None:
    reply = await tg.ask(tg.private(user), CLAIM)
    await tg.press(reply, "Wrong?", user)
    await tg.next_call("editMessageReplyMarkup", user)
    await tg.press(reply, "Misread", user)
    await tg.next_call("editMessageReplyMarkup", user)


async def test_deletes_at_once_and_says_what(tg: Telegram, database: Storage) -> None:
    for user in (ANA, BO):
        await send_feedback(tg, user)
    await tg.ask(tg.group(GROUP), f"/check {CLAIM}", ANA)
    await database.chat_settings.set(ANA, LANGUAGE, "en")
    told = await tg.ask(ANA, "/deletemydata")
    assert told["text"].startswith("Deleted: 2 answers, 1 remark on what is wrong and 1 setting.")
    assert [one.user_id for one in await database.feedback.latest()] == [BO]
    assert await database.checks.delete_of_asker(ANA) == 0
    assert await database.checks.delete_of_asker(BO) == 1
    again = await tg.ask(ANA, "/deletemydata")
    assert again["text"].startswith("Deleted: 0 answers, 0 remarks on what is wrong and 0 settings.")


async def test_a_button_of_what_is_deleted_says_so(tg: Telegram) -> None:
    reply = await tg.ask(tg.private(ANA), CLAIM)
    await tg.ask(ANA, "/deletemydata")
    await tg.press(reply, "Working", ANA)
    assert (await tg.next_call("answerCallbackQuery")).parameters["text"] == texts.OLD_BUTTON


async def test_nothing_of_the_text_is_on_the_disk(tg: Telegram, bot: Deployment, tmp_path: Path) -> None:
    long = f"{MARK} " + "word " * 10 + f"{MARK} Mexico has 700 million people {MARK} indeed"
    await tg.ask(tg.private(ANA), long)
    await tg.say(tg.group(GROUP), f"{MARK} of no concern", BO)
    await tg.ask(GROUP, f"/check {MARK} 122 million here", BO)
    await tg.ask(tg.private(BO), "/deletemydata")
    await tg.ask(ANA, "/deletemydata")
    assert await tg.is_silent(ANA, ANA)
    storage = await Storage.open(bot.database_url)
    await storage.expire(bot.clock())
    await storage.close()
    assert MARK.encode() not in read_disk(tmp_path)
    assert b"700 million" not in read_disk(tmp_path)


async def test_an_anonymous_admin_cant_be_told_from_another(tg: Telegram) -> None:
    tg.group(GROUP)
    here = {"id": GROUP, "type": "supergroup", "title": "Group"}
    told = await tg.ask(GROUP, "/deletemydata", sender=ANONYMOUS, sender_chat=here)
    assert "in private" in told["text"]
