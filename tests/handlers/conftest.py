"""A bot that polls the Bot API server for tests over HTTP, with a fake for the reasoning and a small library."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers import Deployment, serve
from handlers.checks import charts
from handlers.state import answer_worker, chart_worker, message_parts
from storage import Storage, checks
from tests.botapi import TOKEN, Telegram, run_server
from tests.botapi.telegram import PATIENCE
from tests.handlers.fake_reasoning import FakeWording, fake_answer, fake_redo

OWNER = 7
NOW = datetime(2017, 1, 9, 12, tzinfo=UTC)
KNOWLEDGE = {
    "sources.yaml": "wb:\n  producer: World Bank\n  title: Population, total\n  address: https://data.worldbank.org\n"
    "guess:\n  producer: General knowledge\n  title: no source opened\n  estimate: yes\n",
    "measures.yaml": "population:\n  name: population\n  unit: people\n  nature: stock\n  nouns: [population]\n"
    "  kinds: [country]\n"
    "employees:\n  name: employees\n  unit: people\n  nature: stock\n  nouns: [employees, staff]\n  kinds: [company]\n",
    "entities/all.yaml": "MX:\n  name: Mexico\n  kind: country\n  aliases: [United Mexican States]\n"
    "US:\n  name: United States\n  kind: country\n  short: [US]\n"
    "zorblax:\n  name: Zorblax <Ltd>\n  kind: company\n  aliases: [Zorblax]\n",
    "figures/population.yaml": "measure: population\nsource: wb\nfigures:\n  MX:\n    2015: 120 million\n"
    "    2016: 122 million\n",
}


@pytest.fixture
async def tg() -> AsyncIterator[Telegram]:
    async with run_server() as telegram:
        yield telegram


@pytest.fixture
def deployment(tg: Telegram, tmp_path: Path) -> Deployment:
    for name, content in KNOWLEDGE.items():
        path = tmp_path / "packaged" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return Deployment(
        token=TOKEN,
        api_url=tg.url,
        owners=frozenset({OWNER}),
        database_url=f"sqlite+aiosqlite:///{tmp_path}/bot.db",
        packaged_folder=tmp_path / "packaged",
        owners_folder=tmp_path / "own",
        clock=lambda: NOW,
        monotonic_clock=lambda: 0.0,  # all that a test asks is asked in the same minute
        answer=fake_answer,
        redo=fake_redo,
        wording=FakeWording(),
    )


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the bot wait for what its own processes and the database do, however busy the machine is.

    The first part of a long text waits for the next, too. A test of what is not waited for sets its limit to 0.
    """
    for module, limit in (
        (answer_worker, "ANSWER_TIMEOUT"),
        (answer_worker, "_START_TIMEOUT"),
        (chart_worker, "_DRAW_TIMEOUT"),
        (charts, "PRESS_WAIT"),
        (checks, "SENDING_TIMEOUT"),
        (message_parts, "WAIT"),
    ):
        monkeypatch.setattr(module, limit, 2 * PATIENCE)


@pytest.fixture
def no_part_wait(patient: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first part of a long text waits for no other."""
    monkeypatch.setattr(message_parts, "WAIT", 0.0)


@asynccontextmanager
async def run_bot(deployment: Deployment) -> AsyncIterator[asyncio.Task[None]]:
    """Runs the bot until the block ends."""
    stop = asyncio.Event()
    task = asyncio.create_task(serve(deployment, stop))
    try:
        yield task
    finally:
        stop.set()
        await asyncio.wait_for(task, PATIENCE)


@pytest.fixture
async def bot(deployment: Deployment) -> AsyncIterator[Deployment]:
    async with run_bot(deployment):
        yield deployment


@pytest.fixture
async def database(bot: Deployment) -> AsyncIterator[Storage]:
    """The bot's database, opened a second time."""
    storage = await Storage.open(bot.database_url)
    yield storage
    await storage.close()


def set_clock(deployment: Deployment, moment: datetime) -> Deployment:
    """Returns the deployment with a clock that stands still."""
    return replace(deployment, clock=lambda: moment)
