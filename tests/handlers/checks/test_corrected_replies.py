"""A figure is corrected, and so are the replies that used it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from handlers import Deployment
from handlers.checks import corrected_replies
from storage import Storage
from tests.botapi import Telegram
from tests.handlers.conftest import OWNER, run_bot

ANA, BO, GROUP = 11, 12, -100
RIGHT = "Mexico has 122 million people"
BETTER = "/set MX.population.2016 61 million source wb"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corrected_replies, "EDIT_PAUSES", (0.05, 0.1))


@pytest.fixture
async def running(deployment: Deployment) -> AsyncIterator[Deployment]:
    """The program with its own reasoning: what is given again is a claim that is stored."""
    async with run_bot(replace(deployment, answer=None, redo=None, wording=None)):
        yield deployment


async def correct_figure(tg: Telegram, words: str = BETTER) -> None:
    shown = await tg.ask(tg.private(OWNER), words)
    await tg.press(shown, "Apply", OWNER)
    await tg.next_call("editMessageText", OWNER)


pytestmark = pytest.mark.usefixtures("running")


async def test_replies_whose_verdict_changes_are_edited(tg: Telegram) -> None:
    private = await tg.ask(tg.private(ANA), RIGHT)
    group = await tg.ask(tg.group(GROUP), f"/check {RIGHT}", BO)
    no = await tg.ask(ANA, "Mexico has 700 million people")
    text = no["text"]
    await correct_figure(tg)
    for chat, reply in ((ANA, private), (GROUP, group)):
        assert "Adds up" in reply["text"] or reply["text"].startswith("Corrected on")
        while not reply["text"].startswith("Corrected on 9 January 2017\n"):
            await tg.next_call("editMessageText", chat)
        assert "Doesn't add up: 2× too high" in reply["text"]
    assert no["text"] == text
    await tg.press(private, "Working", ANA)
    await tg.next_call("editMessageText", ANA)
    assert private["text"].startswith("Corrected on 9 January 2017\n")
    assert "Doesn't add up: 2× too high" in private["text"]


async def test_anybody_sees_the_list(tg: Telegram, running: Deployment) -> None:
    assert "No figure" in (await tg.ask(tg.private(BO), "/corrections"))["text"]
    await tg.ask(tg.private(ANA), RIGHT)
    await correct_figure(tg)
    listed = ""
    while "reply changed" not in listed:
        listed = (await tg.ask(BO, "/corrections"))["text"]
    assert "9 Jan 2017, Mexico, population, 2016: 122 million people → 61 million people; 1 reply changed" in listed


@pytest.mark.parametrize("how", ["deleted", "too old"])
async def test_what_cant_be_edited_is_left(tg: Telegram, running: Deployment, how: str) -> None:
    gone = await tg.ask(tg.private(ANA), RIGHT)
    await tg.ask(tg.private(BO), RIGHT)
    if how == "deleted":
        del tg.world.messages[ANA, gone["message_id"]]
    else:
        gone["from"] = {}  # "message can't be edited"
    await correct_figure(tg)
    storage = await Storage.open(running.database_url)
    while not (kept := await storage.corrections.latest()):
        assert await tg.is_silent(BO, BO)
    await storage.close()
    assert [one.replies for one in kept] == [1]


async def test_a_new_figure_corrects_nothing(tg: Telegram, running: Deployment) -> None:
    await tg.ask(tg.private(ANA), RIGHT)
    await correct_figure(tg, "/set MX.population.2014 119 million source wb")
    await tg.ask(ANA, RIGHT)
    assert "No figure" in (await tg.ask(ANA, "/corrections"))["text"]
