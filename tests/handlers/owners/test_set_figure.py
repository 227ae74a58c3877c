"""/set, from the words to the figure in use."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers import Deployment
from handlers.outgoing import texts
from handlers.outgoing.telegram_html import strip_tags
from i18n.language import available_languages
from storage import Storage
from tests.botapi import Telegram
from tests.handlers.conftest import OWNER
from tests.handlers.owner_chat import ANA, BROKEN, GROUP, OTHER_OWNER, press_and_read, read_ratio


@pytest.fixture
def deployment(deployment: Deployment) -> Deployment:
    return replace(deployment, owners=frozenset({OWNER, OTHER_OWNER}))


@pytest.fixture(autouse=True)
async def _bot(bot: Deployment) -> None:
    """Everything here is asked of a bot at work."""


async def test_a_figure_is_shown_applied_and_logged(tg: Telegram, bot: Deployment, database: Storage) -> None:
    shown = await tg.ask(tg.private(OWNER), "/set Mexico population 2016 100 million source World Bank")
    assert shown["text"].startswith("MX.population.2016 would make 1 change:")
    assert "122 million people [wb] → 100 million people [wb] (-18 %)" in shown["text"]
    assert await read_ratio(tg) == "1.00×"
    assert (await press_and_read(tg, shown, "Apply")).startswith("Applied MX.population.2016: 1 change, version ")
    assert await read_ratio(tg) == "1.22×"
    (change,) = await database.knowledge_changes.latest()
    assert (change.user_id, change.file, change.created) == (OWNER, "MX.population.2016", bot.clock())
    assert [path.name for path in bot.owners_folder.rglob("*.yaml")] == ["population.yaml"]


async def test_a_new_source_is_made_an_entry(tg: Telegram, bot: Deployment) -> None:
    words = "/set MX.population.2016 120-124 million source INEGI, Censo <2016>, https://inegi.org.mx note a new count"
    shown = await tg.ask(tg.private(OWNER), words)
    assert "sources.inegi-censo-2016: new" in shown["text"]
    assert "122 million (120 million to 124 million) people [inegi-censo-2016]" in shown["text"]
    await press_and_read(tg, shown, "Apply")
    kept = (bot.owners_folder / "sources.yaml").read_text()
    assert 'title: "Censo <2016>"' in kept
    assert 'accessed: "2017-01-09"' in kept
    assert "a new count" in (bot.owners_folder / "figures" / "population.yaml").read_text()


async def test_a_slip_is_marked(tg: Telegram) -> None:
    shown = await tg.ask(tg.private(OWNER), "/set Mexico population 2016 12.2 million note moved source wb")
    assert "⚠ MX.population.2016: 122 million" in shown["text"]
    assert "looks like a slip" in shown["text"]


class TestWithoutASource:
    async def test_is_asked_for_and_chosen(self, tg: Telegram) -> None:
        question = await tg.ask(tg.private(OWNER), "/set Mexico population 2016 100 million")
        assert question["text"].startswith("Read as: Mexico, population, 2016: 100 million")
        assert "Where does it come from?" in question["text"]
        await tg.press(question, "World Bank: Population, total", OWNER)
        shown = await tg.next_reply(OWNER)
        assert "100 million people [wb]" in shown["text"]
        await press_and_read(tg, shown, "Apply")
        assert await read_ratio(tg) == "1.22×"

    async def test_is_asked_for_and_answered(self, tg: Telegram) -> None:
        question = await tg.ask(tg.private(OWNER), "/set Mexico population 2016 100 million")
        again = await tg.ask(OWNER, "INEGI", reply_to=question["message_id"])
        assert again["text"].startswith("I know no source “INEGI”.")
        shown = await tg.ask(OWNER, "INEGI, https://inegi.org.mx", reply_to=question["message_id"])
        assert "sources.inegi-population: new" in shown["text"]

    async def test_another_text_meanwhile_is_a_claim(self, tg: Telegram) -> None:
        await tg.ask(tg.private(OWNER), "/set Mexico population 2016 100 million")
        assert (await tg.ask(OWNER, "Mexico has 122 million people"))["text"].startswith("Verdict: adds_up")

    async def test_a_choice_is_the_owners_alone_and_made_once(self, tg: Telegram) -> None:
        question = await tg.ask(tg.private(OWNER), "/set Mexico population 2016 100 million")
        for presser in (ANA, OTHER_OWNER):
            await tg.press(question, "World Bank: Population, total", presser)
            assert (await tg.next_call("answerCallbackQuery")).parameters["text"] == texts.NOT_WAITING
        await tg.press(question, "World Bank: Population, total", OWNER)
        await tg.next_reply(OWNER)
        await tg.press(question, "World Bank: Population, total", OWNER)
        assert (await tg.next_call("answerCallbackQuery")).parameters["text"] == texts.NOT_WAITING


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "Say which figure"),
        ("Atlantis population 2016 5", "know nobody of that name"),
        ("<b>Mexico</b> & population 5", "no date"),
        ("Mexico population 2016 61 millon source wb", "Did you mean '61 million'?"),
        ("Mexico population 2016 61 km2 source wb", "is in km2, but population is in people"),
        ("Mexico population 2018 61 million source wb", "lies in the future"),
        ("Mexico population 2016 61 million source guess", "needs low and high"),
        ("Mexico population 2016 122 million source wb", "would change nothing"),
    ],
)
async def test_bad_input_is_told_what_is_wrong(tg: Telegram, bot: Deployment, words: str, told: str) -> None:
    reply = await tg.ask(tg.private(OWNER), f"/set {words}")
    assert told in reply["text"]
    assert "reply_markup" not in reply
    assert not bot.owners_folder.exists()


async def test_two_owners_at_once(tg: Telegram) -> None:
    one = await tg.ask(tg.private(OWNER), "/set Mexico population 2016 100 million source wb")
    two = await tg.ask(tg.private(OTHER_OWNER), "/set Mexico population 2016 61 million source wb")
    assert (await press_and_read(tg, one, "Apply")).startswith("Applied")
    stale = await press_and_read(tg, two, "Apply", OTHER_OWNER)
    assert stale.startswith("The figures have changed meanwhile, so I have not applied this.")
    assert "100 million people [wb] → 61 million people [wb] (-39 %)" in stale
    assert await read_ratio(tg) == "1.22×"
    assert (await press_and_read(tg, two, "Apply", OTHER_OWNER)).startswith("Applied")
    assert await read_ratio(tg) == "2.00×"


async def test_two_owners_who_want_the_same(tg: Telegram) -> None:
    one = await tg.ask(tg.private(OWNER), "/set Mexico population 2016 61 million source wb")
    two = await tg.ask(tg.private(OTHER_OWNER), "/set Mexico population 2016 61 million source wb")
    await press_and_read(tg, one, "Apply")
    assert "would change nothing" in await press_and_read(tg, two, "Apply", OTHER_OWNER)


async def test_a_folder_that_is_broken_meanwhile(tg: Telegram, bot: Deployment) -> None:
    shown = await tg.ask(tg.private(OWNER), "/set Mexico population 2015 61 million source wb")
    (bot.owners_folder / "figures").mkdir(parents=True)
    (bot.owners_folder / "figures" / "population.yaml").write_bytes(BROKEN)
    assert "figures/population.yaml:5" in await press_and_read(tg, shown, "Apply")
    assert await read_ratio(tg) == "1.00×"


@pytest.mark.parametrize(
    "command", ["set Mexico population 2016 5", "undo", "log", "missing", "stale", "feedback", "reload"]
)
async def test_is_for_owners_in_private(tg: Telegram, command: str) -> None:
    assert (await tg.ask(tg.private(ANA), f"/{command}"))["text"] == strip_tags(texts.FIGURES_NOT_YOURS)
    await tg.say(tg.group(GROUP), f"/{command}", OWNER)
    assert await tg.is_silent(GROUP, OWNER)


async def test_owners_alone_are_shown_these_commands(tg: Telegram) -> None:
    calls = [await tg.next_call("setMyCommands") for _ in (*available_languages(), OWNER, OTHER_OWNER)]
    told = {call.parameters.get("scope", "everybody"): call.parameters["commands"] for call in calls}
    assert "undo" not in told.pop("everybody")
    assert len(told) == 2
    assert all(str(owner) in scope for owner, scope in zip((OWNER, OTHER_OWNER), told, strict=True))
    assert all("undo" in commands and "privacy" in commands for commands in told.values())
    assert "/undo" in (await tg.ask(tg.private(OWNER), "/help"))["text"]
    assert "/undo" not in (await tg.ask(tg.private(ANA), "/help"))["text"]
    assert "/undo" not in (await tg.ask(tg.group(GROUP), "/help", OWNER))["text"]
