"""/log and /undo: what was changed, and how it is taken back."""

from __future__ import annotations

import pytest

from handlers import Deployment
from storage import KnowledgeChange, Storage
from tests.botapi import Telegram
from tests.handlers.conftest import NOW, OWNER
from tests.handlers.owner_chat import BETTER, OTHER_OWNER, press_and_read, read_ratio

SET = "/set Mexico population {year} {number} million source wb"


@pytest.fixture(autouse=True)
async def _bot(bot: Deployment) -> None:
    """Everything here is asked of a bot at work."""


async def change_figure(tg: Telegram, number: int, year: int = 2016, owner: int = OWNER) -> None:
    shown = await tg.ask(tg.private(owner), SET.format(year=year, number=number))
    assert (await press_and_read(tg, shown, "Apply", owner)).startswith("Applied")


async def test_nothing_yet(tg: Telegram) -> None:
    for command in ("/log", "/undo"):
        assert (await tg.ask(tg.private(OWNER), command))["text"] == "Nobody has changed the figures yet."
    assert (await tg.ask(OWNER, "/undo 7"))["text"] == "There is no change 7. /log lists them."


async def test_the_only_change_leaves_no_file_behind(tg: Telegram, bot: Deployment, database: Storage) -> None:
    await change_figure(tg, 61)
    assert await read_ratio(tg) == "2.00×"
    listed = await tg.ask(OWNER, "/undo")
    assert "#1 9 Jan 2017, 12:00 UTC · you · MX.population.2016" in listed["text"]
    await tg.press(listed, "Undo #1", OWNER)
    shown = await tg.next_reply(OWNER)
    assert "61 million people [wb] → 122 million people [wb] (+100 %)" in shown["text"]
    assert await read_ratio(tg) == "2.00×"
    await press_and_read(tg, shown, "Apply")
    assert await read_ratio(tg) == "1.00×"
    assert list(bot.owners_folder.rglob("*.yaml")) == []
    newest, _ = await database.knowledge_changes.latest()
    assert (newest.undoes, newest.file) == (1, "Undo of #1 (MX.population.2016)")


async def test_an_undo_can_be_undone(tg: Telegram) -> None:
    await change_figure(tg, 61)
    for number in (1, 2):
        await press_and_read(tg, await tg.ask(OWNER, f"/undo {number}"), "Apply")
    assert await read_ratio(tg) == "2.00×"


async def test_an_older_change_goes_without_the_later_ones(tg: Telegram, bot: Deployment) -> None:
    await change_figure(tg, 61)
    await change_figure(tg, 119, year=2015)
    path = bot.owners_folder / "figures" / "population.yaml"
    path.write_text("# ours\n" + path.read_text())
    await press_and_read(tg, await tg.ask(OWNER, "/undo 1"), "Apply")
    assert await read_ratio(tg) == "1.00×"
    kept = path.read_text()
    assert kept.startswith("# ours\n")
    assert "119 million" in kept
    assert "61 million" not in kept


async def test_a_change_changed_since_is_shown_for_what_it_would_do(tg: Telegram) -> None:
    await change_figure(tg, 61)
    await change_figure(tg, 50)
    shown = await tg.ask(OWNER, "/undo 1")
    assert "50 million people [wb] → 122 million people [wb]" in shown["text"]
    shown = await tg.ask(OWNER, "/undo 2")
    assert "50 million people [wb] → 61 million people [wb]" in shown["text"]


async def test_of_a_file_and_a_new_source(tg: Telegram, bot: Deployment) -> None:
    await tg.send_file(tg.private(OWNER), "f.yaml", BETTER)
    await press_and_read(tg, await tg.next_reply(OWNER), "Apply")
    shown = await tg.ask(OWNER, "/set MX.population.2014 118 million source INEGI, https://inegi.org.mx")
    await press_and_read(tg, shown, "Apply")
    shown = await tg.ask(OWNER, "/undo 2")
    assert "sources.inegi-population: gone" in shown["text"]
    await press_and_read(tg, shown, "Apply")
    assert [path.read_bytes() for path in bot.owners_folder.rglob("*.yaml")] == [BETTER]


async def test_what_it_rests_on_is_in_use_elsewhere(tg: Telegram) -> None:
    await press_and_read(
        tg, await tg.ask(tg.private(OWNER), "/set MX.population.2014 118 million source A, B"), "Apply"
    )
    await press_and_read(tg, await tg.ask(OWNER, "/set MX.population.2013 117 million source a-b"), "Apply")
    reply = await tg.ask(OWNER, "/undo 1")
    assert "nothing has changed" in reply["text"]
    assert "unknown source 'a-b'" in reply["text"]
    assert "reply_markup" not in reply


async def test_what_was_not_kept_cant_be_undone(tg: Telegram, database: Storage) -> None:
    await database.knowledge_changes.add(KnowledgeChange(OWNER, "old.yaml", "x", NOW))
    assert "reply_markup" not in await tg.ask(tg.private(OWNER), "/undo")
    assert "too old, or too large" in (await tg.ask(OWNER, "/undo 1"))["text"]


async def test_the_log_is_turned_leaf_by_leaf(tg: Telegram, database: Storage) -> None:
    for number in range(25):
        row = "\n".join(f"MX.population.{year}: <b>{'x' * 300}" for year in range(9))
        await database.knowledge_changes.add(
            KnowledgeChange(OTHER_OWNER, f"{number}.yaml", row, NOW, version="0123456789ab")
        )
    shown = await tg.ask(tg.private(OWNER), "/log")
    assert "#25 9 Jan 2017, 12:00 UTC · owner 8 · 24.yaml · 01234567" in shown["text"]
    assert "… and 6 more" in shown["text"]
    assert "#15 " in await press_and_read(tg, shown, "Older »")
    assert "#5 " in await press_and_read(tg, shown, "Older »")
    assert [[one["text"] for one in row] for row in shown["reply_markup"]["inline_keyboard"]] == [["« Newer"]]
    assert "#15 " in await press_and_read(tg, shown, "« Newer")


@pytest.mark.parametrize("data", ["p:log:99999", "p:log:x", "p:nothing:0", "u:99", "u:x", "m:0", "o:1:2", "p:stale.:9"])
async def test_forged_buttons_are_answered(tg: Telegram, data: str) -> None:
    shown = await tg.ask(tg.private(OWNER), "/log")
    await tg.press(shown, "", OWNER, data)
    assert not (await tg.next_call("answerCallbackQuery")).refused
    await tg.press(shown, "", 11, data)
    assert (await tg.next_call("answerCallbackQuery")).parameters["text"].startswith("That is no longer waiting")
