"""Killed with updates in hand and started again: each is answered, none twice."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.botapi import Telegram, run_server
from tests.end_to_end.conftest import make_webhook_settings, run_program

PEOPLE = range(501, 513)


def list_recipients(tg: Telegram) -> list[int]:
    """Who got a reply."""
    return [made.chat for made in tg.world.calls if made.method == "sendMessage" and not made.refused]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.parametrize("by", ["polling", "webhook"])
async def test_nothing_is_lost_or_said_twice(how: signal.Signals, by: str, tmp_path: Path) -> None:
    settings = make_webhook_settings() if by == "webhook" else {}
    async with run_server() as tg:
        async with run_program(tmp_path, tg, **settings) as first:
            for one in PEOPLE:
                await tg.say(tg.private(one), "Mexico has 700 million people")
            await tg.next_reply(PEOPLE[0])
            assert await first.stop(how) == (-how if how is signal.SIGKILL else 0)
        async with run_program(tmp_path, tg, **settings) as second:
            while missing := set(PEOPLE) - set(list_recipients(tg)):
                await tg.next_reply(min(missing))
            await tg.ask(PEOPLE[0], "/privacy")
            assert await second.stop() == 0
        # A reply that Telegram had just got when the bot was killed can't be known to have arrived.
        spare = 16 if how is signal.SIGKILL else 0
        assert 1 + len(PEOPLE) <= len(list_recipients(tg)) <= 1 + len(PEOPLE) + spare
