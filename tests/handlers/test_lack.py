"""/missing and /stale: what the figures lack."""

from __future__ import annotations

import pytest

from handlers import Deployment
from storage import MissingFigure, Storage
from tests.botapi import Telegram
from tests.handlers.conftest import NOW, OWNER, later
from tests.handlers.test_owner import ANA
from tests.handlers.test_set import press


@pytest.fixture
def deployment(deployment: Deployment) -> Deployment:
    return later(deployment, NOW.replace(year=2026))


@pytest.fixture(autouse=True)
async def _bot(bot: Deployment) -> None:
    """Everything here is asked of a bot at work."""


async def test_what_is_asked_for_is_counted_and_set(tg: Telegram, memory: Storage) -> None:
    assert (await tg.ask(tg.private(OWNER), "/missing"))["text"] == "Nobody has asked for a figure that I lack."
    for person in (ANA, ANA + 1):
        await tg.ask(tg.private(person), "Zorblax has 3 employees")
    assert await memory.missing_figures.most_requested() == (
        MissingFigure("zorblax", "employees", 2, NOW.replace(year=2026).date()),
    )
    shown = await tg.ask(OWNER, "/missing")
    assert "• Zorblax <Ltd>, employees: asked for 2 times, last on 9 Jan 2026" in shown["text"]
    await tg.press(shown, "/set Zorblax <Ltd>, employees", OWNER)
    begun = (await tg.reply(OWNER))["text"].partition(": ")[2]
    assert begun.startswith("/set ")
    set_it = await tg.ask(OWNER, f"{begun} 3,000 source wb")
    assert "zorblax.employees.2026: nothing → 3,000 people [wb]" in set_it["text"]
    await press(tg, set_it, "Apply")
    await tg.press(shown, "/set Zorblax <Ltd>, employees", OWNER)
    assert (await tg.reply(OWNER))["text"].startswith("I have that figure by now.")
    assert (await tg.ask(OWNER, "/missing"))["text"] == "Nobody has asked for a figure that I lack."
    assert await memory.missing_figures.most_requested() == ()


async def test_the_most_wanted_come_first_and_what_is_unknown_goes(tg: Telegram, memory: Storage) -> None:
    day = NOW.replace(year=2026).date()
    for pair in (("US", "population"), ("US", "population"), ("zorblax", "employees"), ("gone", "population")):
        await memory.missing_figures.count_requests([pair], day)
    shown = await tg.ask(tg.private(OWNER), "/missing")
    assert [line.split(":")[0] for line in shown["text"].split("\n")[1:]] == [
        "• United States, population",
        "• Zorblax <Ltd>, employees",
    ]
    assert len(await memory.missing_figures.most_requested()) == 2


async def test_what_has_grown_old_by_measure(tg: Telegram) -> None:
    shown = await tg.ask(tg.private(OWNER), "/stale")
    assert "• population: 1 series, the oldest Mexico, 2016" in shown["text"]
    for words in ("population", "Population"):
        assert "• Mexico: 2016" in (await tg.ask(OWNER, f"/stale {words}"))["text"]
    assert "Every series has a figure as recent" in (await tg.ask(OWNER, "/stale employees"))["text"]
    assert (await tg.ask(OWNER, "/stale <b>"))["text"] == "I have no measure “<b>”."


async def test_a_long_list_is_turned(tg: Telegram, bot: Deployment) -> None:
    rows = "".join(f"C{number}:\n  name: Country {number:02}\n  kind: country\n" for number in range(40))
    figures = "".join(f'  C{number}:\n    "19{number + 10}": 5\n' for number in range(40))
    await tg.send_file(tg.private(OWNER), "e.yaml", rows.encode())
    await press(tg, await tg.reply(OWNER), "Apply")
    await tg.send_file(OWNER, "f.yaml", f"measure: population\nsource: wb\nfigures:\n{figures}".encode())
    await press(tg, await tg.reply(OWNER), "Apply")
    shown = await tg.ask(OWNER, "/stale population")
    assert "Country 00: 1910" in shown["text"]
    assert "Country 15: 1925" in await press(tg, shown, "More »")
    assert "Country 00: 1910" in await press(tg, shown, "« Before")
