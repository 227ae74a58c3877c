"""Watch: off unless switched on; then short, seldom and sure."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from fractions import Fraction

import pytest

from handlers import Deployment
from handlers.chats.group_watch import is_surely_wrong
from handlers.state.chat_settings import HOURLY, WATCH
from handlers.state.watch_limit import HOUR, WatchLimit
from quantities import Interval
from reasoning.model.answer import Comparison, Finding, Reference, Verdict, Vote
from storage import Storage
from tests.botapi import Telegram
from tests.handlers.conftest import run_bot

ANA, BO, GROUP = 11, 12, -100
CLAIM = "Mexico has 700 million people"
ONE = Fraction(1)
STORED = Reference("MX.population.2016", "people", ONE, ONE, ONE, "people", "2016", "World Bank")
NO = Comparison("7×", "7", Interval(ONE, ONE), vote=Vote.DECIDES, points_to=Verdict.DOESNT_ADD_UP, rests=(STORED,))
SURE = Finding("level", "read", Verdict.DOESNT_ADD_UP, comparisons=(NO,))


@pytest.mark.parametrize(
    ("finding", "sure"),
    [
        (SURE, True),
        (replace(SURE, comparisons=(replace(NO, rests=(replace(STORED, id="message"),)),)), True),
        (replace(SURE, comparisons=(replace(NO, rests=(replace(STORED, estimate=True),)),)), False),
        (replace(SURE, comparisons=(replace(NO, vote=Vote.INDICATES),)), False),
        (replace(SURE, comparisons=(replace(NO, vote=Vote.SCALE),)), False),
        (replace(SURE, comparisons=(replace(NO, rests=()),)), False),
        (replace(SURE, comparisons=(NO, replace(NO, points_to=Verdict.STRETCH))), False),
        (replace(SURE, verdict=Verdict.STRETCH), False),
        (replace(SURE, comparisons=()), False),
    ],
)
def test_sure(finding: Finding, sure: bool) -> None:
    assert is_surely_wrong(finding) is sure


def test_so_many_an_hour() -> None:
    now = [0.0]
    watch_limit = WatchLimit(lambda: now[0])
    for _ in range(3):
        assert watch_limit.allows(GROUP, 3)
        watch_limit.count_reply(GROUP)
    assert not watch_limit.allows(GROUP, 3)
    assert watch_limit.allows(-200, 3)
    now[0] = HOUR
    assert watch_limit.allows(GROUP, 3)


class TestWatching:
    @pytest.fixture(autouse=True)
    async def watched(self, tg: Telegram, deployment: Deployment) -> AsyncIterator[None]:
        storage = await Storage.open(deployment.database_url)
        await storage.chat_settings.set(tg.group(GROUP), WATCH, value=True)
        await storage.chat_settings.set(GROUP, HOURLY, value=3)
        await storage.close()
        async with run_bot(deployment):
            yield

    async def test_speaks_up_where_it_is_sure(self, tg: Telegram) -> None:
        said = await tg.say(GROUP, CLAIM, ANA)
        reply = await tg.next_reply(GROUP)
        assert reply["text"].startswith("Verdict: doesnt_add_up")
        assert reply["reply_to_message"]["message_id"] == said["message_id"]
        await tg.press(reply, "Working", ANA)
        await tg.next_call("editMessageText", GROUP)

    async def test_never_twice_the_same_claim_in_a_day(self, tg: Telegram) -> None:
        await tg.ask(GROUP, CLAIM, ANA)
        await tg.say(GROUP, CLAIM, BO)
        assert await tg.is_silent(GROUP, BO)

    async def test_no_more_than_that_an_hour(self, tg: Telegram) -> None:
        for number in (701, 702, 703):
            await tg.ask(GROUP, f"{number} million", ANA)
        await tg.say(GROUP, "704 million", ANA)
        assert await tg.is_silent(GROUP, BO)

    async def test_of_all_else_it_says_nothing(self, tg: Telegram) -> None:
        await tg.say(GROUP, "Mexico has 122 million people", ANA)
        await tg.say(GROUP, "Zorblax has a staff", ANA)
        await tg.say(GROUP, "hello", ANA)
        await tg.say(GROUP, f"/other {CLAIM}", ANA)
        await tg.say(GROUP, CLAIM, sender={"id": 99, "is_bot": True, "first_name": "Another bot"})
        await tg.say(GROUP, CLAIM, ANA, is_automatic_forward=True)
        assert await tg.is_silent(GROUP, BO)

    async def test_who_asks_is_answered_once(self, tg: Telegram) -> None:
        assert (await tg.ask(GROUP, f"@addsup_bot {CLAIM}", ANA))["text"].startswith("Verdict")
        assert await tg.is_silent(GROUP, BO)

    async def test_an_unwatched_group_is_left_in_peace(self, tg: Telegram) -> None:
        await tg.say(tg.group(-300), CLAIM, ANA)
        assert await tg.is_silent(-300, BO)
