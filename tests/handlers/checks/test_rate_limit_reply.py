"""Twenty claims a minute for a person; then "slow down" once, and silence."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from handlers import Deployment
from handlers.state.rate_limit import CHAT, PERSON
from tests.botapi import Telegram
from tests.handlers.conftest import OWNER, run_bot

ANA, GROUP, ELSEWHERE = 11, -100, -900


@pytest.fixture(autouse=True)
async def unpaced(deployment: Deployment) -> AsyncIterator[None]:
    """A bot without Telegram's limits on itself: twenty replies in a private chat would take ten seconds."""
    async with run_bot(replace(deployment, is_rate_limited=False)):
        yield


async def test_a_person_is_told_once_wherever_they_ask(tg: Telegram) -> None:
    tg.group(GROUP)
    for number in range(PERSON // 2):
        assert "Verdict" in (await tg.ask(tg.private(ANA), f"{number} million"))["text"]
        assert "Verdict" in (await tg.ask(GROUP, f"/check {number} million", ANA))["text"]
    assert (await tg.ask(ANA, "999 million"))["text"].startswith(
        f"Slow down, please: I answer {PERSON} claims a minute"
    )
    await tg.say(ANA, "998 million")
    await tg.say(GROUP, "@addsup_bot 997 million", ANA)
    assert await tg.is_silent(ANA, ANA)
    assert await tg.is_silent(GROUP, ANA)


async def test_owners_are_not_counted(tg: Telegram) -> None:
    tg.private(OWNER)
    replies = [await tg.ask(OWNER, f"{number} million") for number in range(PERSON + 2)]
    assert "Verdict" in replies[-1]["text"]


async def test_a_chat_has_its_own_budget(tg: Telegram) -> None:
    tg.group(ELSEWHERE)
    for number in range(CHAT):
        call = await tg.mention(ELSEWHERE, f"@addsup_bot {number} million", 100 + number)
        assert "Verdict" in call.parameters["result"]
    over = await tg.mention(ELSEWHERE, "@addsup_bot 41 million", 99)
    assert "Slow down" in json.loads(over.parameters["result"])["input_message_content"]["message_text"]


async def test_while_typing_there_are_no_more_cards(tg: Telegram) -> None:
    found = [len(await tg.type_query(ANA, f"{number} million")) for number in range(91)]
    assert found == [1] * 90 + [0]
