"""A claim that was reasoned by types is stored without a text, and every reply to it is made again of the claim."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from handlers import Deployment
from handlers.checks import corrected_replies
from storage import Storage
from tests.botapi import Telegram
from tests.handlers.conftest import NOW, OWNER, run_bot

ANA, BO, GROUP, ELSEWHERE = 11, 12, -100, -900
TODAY = datetime(2026, 11, 24, 12, tzinfo=UTC)
CLAIM = "Mexico has 700 million people"


@pytest.fixture
def by_types(deployment: Deployment, monkeypatch: pytest.MonkeyPatch) -> Deployment:
    """The program with a small library, and with the reasoning by types alone."""
    monkeypatch.setattr(corrected_replies, "EDIT_PAUSES", (0.05, 0.1))
    return replace(
        deployment,
        packaged_folder=Path(__file__).parents[2] / "frozen",
        clock=lambda: TODAY,
        answer=None,
        redo=None,
        wording=None,
    )


@pytest.fixture
async def running(by_types: Deployment) -> AsyncIterator[Deployment]:
    async with run_bot(by_types):
        yield by_types


async def stored_finding(deployment: Deployment, reply: dict[str, Any], chat: int) -> dict[str, Any]:
    """The finding that is stored with a reply."""
    storage = await Storage.open(deployment.database_url)
    check = await storage.checks.find_by_reply(chat, reply["message_id"])
    await storage.close()
    assert check is not None
    (found,) = json.loads(check.answer)["findings"]
    return dict(found)


async def test_the_claim_is_stored_and_no_text(tg: Telegram, running: Deployment) -> None:
    reply = await tg.ask(tg.private(ANA), CLAIM)
    await tg.press(reply, "Working", ANA)
    await tg.next_call("editMessageText", ANA)  # so it has been stored
    finding = await stored_finding(running, reply, ANA)
    assert (finding["reading"], finding["headline"], finding["comparisons"]) == ("", "", [])
    assert json.loads(finding["claim"])["right"]["id"] == "MX.population.2024"


async def test_buttons_show_what_the_claim_makes(tg: Telegram, running: Deployment) -> None:
    reply = await tg.ask(tg.private(ANA), CLAIM)
    front = reply["text"]
    assert "population of Mexico: 700 million people" in front
    await tg.press(reply, "Working", ANA)
    await tg.next_call("editMessageText", ANA)
    assert "700 million / (130.86 million)" in reply["text"]
    await tg.press(reply, "Sources", ANA)
    await tg.next_call("editMessageText", ANA)
    assert "World Bank" in reply["text"]


async def test_buttons_still_work_after_a_restart(tg: Telegram, by_types: Deployment) -> None:
    async with run_bot(by_types):
        reply = await tg.ask(tg.private(ANA), CLAIM)
    async with run_bot(by_types):
        await tg.press(reply, "Working", ANA)
        await tg.next_call("editMessageText", ANA)
    assert "700 million / (130.86 million)" in reply["text"]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (["if it were 130 million?"], ["Adds up", "130 million people (your change)"]),
        (["in India?", "if it were 1.4 billion"], ["Adds up", "in India", "1.4 billion people (your change)"]),
        (["use 1960"], ["judged for 1960", "World Bank, 1960"]),
        (["Mexico has 690 million people"], ["690 million people (your figure)"]),
        (["what if it were half that?", "in 1980?"], ["350 million people (your change)", "judged for 1980"]),
    ],
)
async def test_changes_in_turn(tg: Telegram, running: Deployment, changes: list[str], told: list[str]) -> None:
    reply = await tg.ask(tg.private(ANA), CLAIM)
    for change in changes:
        reply = await tg.ask(ANA, change, reply_to=reply["message_id"])
    text = reply["text"].replace("\xa0", " ")
    assert [words for words in told if words not in text] == []


async def test_a_figure_that_lacks_is_asked_for_and_taken(tg: Telegram, running: Deployment) -> None:
    reply = await tg.ask(tg.private(ANA), "The US national debt is $20 trillion")
    reply = await tg.ask(ANA, "what about Canada?", reply_to=reply["message_id"])
    assert "Can't tell" in reply["text"]
    assert "national debt of Canada" in reply["text"]
    reply = await tg.ask(ANA, "2 trillion", reply_to=reply["message_id"])
    assert "national debt of Canada: 2 trillion (your figure)" in reply["text"].replace("\xa0", " ")


async def test_what_fits_nothing_is_told_with_what_would(tg: Telegram, running: Deployment) -> None:
    reply = await tg.ask(tg.private(ANA), CLAIM)
    told = await tg.ask(ANA, "per elephant?", reply_to=reply["message_id"])
    assert told["text"].startswith("I could not use “per elephant?”. These work: ")


async def test_a_figure_is_corrected_and_so_is_the_reply(tg: Telegram, by_types: Deployment) -> None:
    small = replace(by_types, packaged_folder=by_types.owners_folder.parent / "packaged", clock=lambda: NOW)
    async with run_bot(small):
        reply = await tg.ask(tg.private(ANA), "Mexico has 122 million people")
        assert "Adds up" in reply["text"]
        shown = await tg.ask(tg.private(OWNER), "/set MX.population.2016 61 million source wb")
        await tg.press(shown, "Apply", OWNER)
        while not reply["text"].startswith("Corrected on"):
            await tg.next_call("editMessageText", ANA)
    assert "Doesn't add up: 2× too high" in reply["text"]


async def test_a_reply_is_told_again_in_its_own_language(tg: Telegram, running: Deployment) -> None:
    tg.private(ANA)
    menu = await tg.ask(ANA, "/language")
    await tg.press(menu, "Español", ANA)
    await tg.next_call("editMessageText", ANA)
    reply = await tg.ask(ANA, CLAIM)
    assert "población de México: 700" in reply["text"]
    await tg.press(reply, "Cálculo", ANA)
    await tg.next_call("editMessageText", ANA)
    assert "población de México: 131" in reply["text"].replace("\xa0", " ")
