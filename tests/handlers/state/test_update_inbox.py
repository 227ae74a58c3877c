"""An update is answered once, also if it comes twice or the program ends meanwhile."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest

from handlers import Deployment, serve
from handlers.state import message_parts
from knowledge import Library
from reasoning.model.answer import Answer
from storage import Storage
from tests.botapi import Telegram
from tests.botapi.telegram import PATIENCE
from tests.handlers.conftest import NOW, run_bot, set_clock
from tests.handlers.fake_reasoning import fake_answer

ANA, GROUP = 11, -100
CLAIM = "Mexico has 700 million people"


@pytest.mark.usefixtures("bot")
async def test_an_update_that_comes_again_is_answered_once(tg: Telegram) -> None:
    await tg.say(tg.private(ANA), CLAIM)
    update = tg.world.updates[-1]
    await tg.next_reply(ANA)
    await tg.redeliver(update)
    assert await tg.is_silent(ANA, ANA)


class TestKilled:
    """What was in hand when the program ended is answered at the next start."""

    BODY = '{"update_id": %d, "message": {"message_id": %d, "date": 1, "text": "122 million", "chat": {"id": 11,'
    BODY += '"type": "private"}, "from": {"id": 11, "is_bot": false, "first_name": "Ana"}}}'

    async def left(self, deployment: Deployment, *numbers: int) -> None:
        storage = await Storage.open(deployment.database_url)
        await storage.pending_updates.add({number: self.BODY % (number, number) for number in numbers}, NOW)
        await storage.close()

    async def test_is_answered_then(self, tg: Telegram, deployment: Deployment) -> None:
        tg.private(ANA)
        await self.left(deployment, 1, 2)
        async with run_bot(deployment):
            await tg.next_reply(ANA)
            await tg.next_reply(ANA)
            assert await tg.is_silent(ANA, ANA)

    async def test_but_not_what_had_been_answered(self, tg: Telegram, deployment: Deployment) -> None:
        async with run_bot(deployment):
            message = await tg.say(tg.private(ANA), CLAIM)
            await tg.next_reply(ANA)
        number = message["message_id"]
        storage = await Storage.open(deployment.database_url)
        await storage.pending_updates.add({number: self.BODY % (number, number)}, NOW)
        await storage.close()
        async with run_bot(deployment):
            assert await tg.is_silent(ANA, ANA)

    async def test_nor_what_is_a_day_old(self, tg: Telegram, deployment: Deployment) -> None:
        tg.private(ANA)
        await self.left(deployment, 1)
        async with run_bot(set_clock(deployment, NOW + timedelta(days=1, hours=1))):
            assert await tg.is_silent(ANA, ANA)

    async def test_stopped_it_leaves_the_rest_for_the_next_start(self, tg: Telegram, deployment: Deployment) -> None:
        claims = [f"{number} million" for number in range(100, 120)]
        stop = asyncio.Event()

        def stop_at_the_fifth(text: str, library: Library, as_of: date, /, *, locale: str = "en") -> Answer:
            if text == claims[4]:
                stop.set()
            return fake_answer(text, library, as_of, locale=locale)

        for claim in claims:
            await tg.say(tg.private(ANA), claim)
        await asyncio.wait_for(
            serve(replace(deployment, answer=stop_at_the_fifth, is_rate_limited=False), stop), PATIENCE
        )
        assert 4 <= len(tg.list_sent(ANA)) < len(claims)
        async with run_bot(replace(deployment, is_rate_limited=False)):
            while len(tg.list_sent(ANA)) < len(claims):
                await tg.next_reply(ANA)
            assert await tg.is_silent(ANA, ANA)
        assert [text.split("\n")[1].split(" <")[0] for text in tg.list_sent(ANA)[: len(claims)]] == claims

    async def test_a_half_read_article_is_read_whole(
        self, tg: Telegram, deployment: Deployment, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Whoever stops the bot waits for it."""
        monkeypatch.setattr(message_parts, "WAIT", 0.5)
        async with run_bot(deployment):
            await tg.say(tg.private(ANA), "word " * 800 + "122 million")
            await tg.wait_until_fetched()
        assert "of 4011 numbers" in tg.list_sent(ANA)[0]
