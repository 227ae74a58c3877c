"""After /stop the bot is silent, until /start."""

from __future__ import annotations

import pytest

from handlers.outgoing import texts
from handlers.state.chat_settings import SILENT
from storage import Storage
from tests.botapi import Telegram

ANA, BO, CHIEF, GROUP = 11, 12, 13, -100
CLAIM = "Mexico has 700 million people"
MARK = "zanzibarquux"
pytestmark = pytest.mark.usefixtures("bot")


async def test_stopped_it_is_silent_until_start(tg: Telegram, database: Storage) -> None:
    await tg.ask(tg.private(ANA), CLAIM)
    told = await tg.ask(ANA, "/stop")
    assert told["text"].startswith("Deleted: 1 answer, 0 remarks")
    assert told["text"].endswith("until /start.")
    await tg.say(ANA, CLAIM)
    await tg.say(ANA, "/help")
    assert await tg.is_silent(ANA, ANA)
    assert await database.chat_settings.get(ANA, SILENT)
    assert (await tg.ask(ANA, "/start"))["text"].startswith("Hello")
    assert (await tg.ask(ANA, CLAIM))["text"].startswith("Verdict")


async def test_a_group_is_stopped_by_its_admins(tg: Telegram, database: Storage) -> None:
    await tg.ask(tg.group(GROUP, admins=(CHIEF,)), f"/check {CLAIM}", ANA)
    assert (await tg.ask(GROUP, "/stop", ANA))["text"] == texts.ADMINS_ONLY
    assert (await tg.ask(GROUP, "/stop", CHIEF))["text"].startswith("Deleted: 1 answer and 0 settings of this group.")
    await tg.say(GROUP, f"/check {CLAIM}", ANA)
    await tg.say(GROUP, "/start", ANA)
    assert await tg.is_silent(GROUP, ANA)
    assert await database.checks.delete_of_asker(ANA) == 0
    assert (await tg.ask(GROUP, "/start", CHIEF))["text"].startswith("Hello")
    assert (await tg.ask(GROUP, f"/check {CLAIM}", ANA))["text"].startswith("Verdict")
