"""/stale: the figures that have grown old."""

from __future__ import annotations

import pytest

from handlers import Deployment
from tests.botapi import Telegram
from tests.handlers.conftest import NOW, OWNER, set_clock
from tests.handlers.owner_chat import press_and_read


@pytest.fixture
def deployment(deployment: Deployment) -> Deployment:
    return set_clock(deployment, NOW.replace(year=2026))


@pytest.fixture(autouse=True)
async def _bot(bot: Deployment) -> None:
    """Everything here is asked of a bot at work."""


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
    await press_and_read(tg, await tg.next_reply(OWNER), "Apply")
    await tg.send_file(OWNER, "f.yaml", f"measure: population\nsource: wb\nfigures:\n{figures}".encode())
    await press_and_read(tg, await tg.next_reply(OWNER), "Apply")
    shown = await tg.ask(OWNER, "/stale population")
    assert "Country 00: 1910" in shown["text"]
    assert "Country 15: 1925" in await press_and_read(tg, shown, "More »")
    assert "Country 00: 1910" in await press_and_read(tg, shown, "« Before")
