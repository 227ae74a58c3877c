"""The owners' commands; /reload."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers import Deployment
from handlers.outgoing import texts
from handlers.outgoing.telegram_html import strip_tags
from tests.botapi import Telegram
from tests.handlers.conftest import OWNER
from tests.handlers.owner_chat import ANA, BETTER, BROKEN, GROUP, read_ratio

pytestmark = pytest.mark.usefixtures("bot")


@pytest.fixture
def deployment(deployment: Deployment) -> Deployment:
    return replace(deployment, folder_check_seconds=3600)  # so that nothing is taken up before it is asked for


async def test_reload_takes_in_what_has_changed(tg: Telegram, bot: Deployment) -> None:
    assert "Nothing has changed" in (await tg.ask(tg.private(OWNER), "/reload"))["text"]
    (bot.owners_folder / "figures").mkdir(parents=True)
    (bot.owners_folder / "figures" / "population.yaml").write_bytes(BETTER)
    assert (await tg.ask(OWNER, "/reload"))["text"].startswith("Reloaded: now version ")
    assert await read_ratio(tg) == "2.00×"


async def test_reload_keeps_what_it_has_where_there_are_mistakes(tg: Telegram, bot: Deployment) -> None:
    (bot.owners_folder / "figures").mkdir(parents=True)
    (bot.owners_folder / "figures" / "population.yaml").write_bytes(BROKEN)
    reply = await tg.ask(tg.private(OWNER), "/reload")
    assert reply["text"].startswith("Not reloaded; I go on with the figures I have.")
    assert "figures/population.yaml:5" in reply["text"]
    assert await read_ratio(tg) == "1.00×"


async def test_reload_is_for_owners_in_private(tg: Telegram) -> None:
    assert (await tg.ask(tg.private(ANA), "/reload"))["text"] == strip_tags(texts.FIGURES_NOT_YOURS)
    await tg.say(tg.group(GROUP), "/reload", OWNER)
    assert await tg.is_silent(GROUP, OWNER)
