"""/missing: the figures that people asked for."""

from __future__ import annotations

import pytest

from handlers import Deployment
from storage import MissingFigure, Storage
from tests.botapi import Telegram
from tests.handlers.conftest import NOW, OWNER, set_clock
from tests.handlers.owner_chat import ANA, press_and_read


@pytest.fixture
def deployment(deployment: Deployment) -> Deployment:
    return set_clock(deployment, NOW.replace(year=2026))


@pytest.fixture(autouse=True)
async def _bot(bot: Deployment) -> None:
    """Everything here is asked of a bot at work."""


async def test_what_is_asked_for_is_counted_and_set(tg: Telegram, database: Storage) -> None:
    assert (await tg.ask(tg.private(OWNER), "/missing"))["text"] == "Nobody has asked for a figure that I lack."
    for person in (ANA, ANA + 1):
        await tg.ask(tg.private(person), "Zorblax has 3 employees")
    assert await database.missing_figures.most_requested() == (
        MissingFigure("zorblax", "employees", 2, NOW.replace(year=2026).date()),
    )
    shown = await tg.ask(OWNER, "/missing")
    assert "• Zorblax <Ltd>, employees: asked for 2 times, last on 9 Jan 2026" in shown["text"]
    await tg.press(shown, "/set Zorblax <Ltd>, employees", OWNER)
    begun = (await tg.next_reply(OWNER))["text"].partition(": ")[2]
    assert begun.startswith("/set ")
    set_it = await tg.ask(OWNER, f"{begun} 3,000 source wb")
    assert "zorblax.employees.2026: nothing → 3,000 people [wb]" in set_it["text"]
    await press_and_read(tg, set_it, "Apply")
    await tg.press(shown, "/set Zorblax <Ltd>, employees", OWNER)
    assert (await tg.next_reply(OWNER))["text"].startswith("I have that figure by now.")
    assert (await tg.ask(OWNER, "/missing"))["text"] == "Nobody has asked for a figure that I lack."
    assert await database.missing_figures.most_requested() == ()


async def test_the_most_wanted_come_first_and_what_is_unknown_goes(tg: Telegram, database: Storage) -> None:
    day = NOW.replace(year=2026).date()
    for pair in (("US", "population"), ("US", "population"), ("zorblax", "employees"), ("gone", "population")):
        await database.missing_figures.count_requests([pair], day)
    shown = await tg.ask(tg.private(OWNER), "/missing")
    assert [line.split(":")[0] for line in shown["text"].split("\n")[1:]] == [
        "• United States, population",
        "• Zorblax <Ltd>, employees",
    ]
    assert len(await database.missing_figures.most_requested()) == 2
