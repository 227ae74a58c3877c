"""Owners keep the figures from their own chat with the bot."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers import Deployment
from handlers.outgoing import texts
from handlers.outgoing.telegram_html import strip_tags
from storage import Storage
from tests.botapi import Telegram
from tests.handlers.conftest import OWNER

ANA, GROUP = 11, -100
RATIO = "Mexico has 122 million people"
BETTER = b"measure: population\nsource: wb\nfigures:\n  MX:\n    2016: 61 million\n"
BROKEN = b"measure: population\nsource: wb\nfigures:\n  MX:\n    2016: 61k3\n  Atlantis:\n    2016: 5\n"
pytestmark = pytest.mark.usefixtures("bot")


async def ratio(tg: Telegram) -> str:
    """What the bot now says of 122 million."""
    return str((await tg.ask(tg.private(ANA), RATIO))["text"].split("\n")[0].split()[-1])


class TestFile:
    async def test_is_shown_applied_kept_and_logged(self, tg: Telegram, bot: Deployment, memory: Storage) -> None:
        await tg.send_file(tg.private(OWNER), "my figures.yaml", BETTER)
        shown = await tg.reply(OWNER)
        assert shown["text"].startswith("my figures.yaml would make 1 change:")
        assert "MX.population.2016: 122 million people [wb] → 61 million people [wb] (-50 %)" in shown["text"]
        assert await ratio(tg) == "1.00×"
        await tg.press(shown, "Apply", OWNER)
        await tg.call("editMessageText", OWNER)
        assert shown["text"].startswith("Applied my figures.yaml: 1 change, version ")
        assert "reply_markup" not in shown
        assert await ratio(tg) == "2.00×"
        assert [path.read_bytes() for path in bot.owners_folder.rglob("*.yaml")] == [BETTER]
        (change,) = await memory.changes.latest()
        assert (change.user_id, change.file, change.created) == (OWNER, "my figures.yaml", bot.clock())
        assert change.summary.startswith("MX.population.2016")

    async def test_discarded_changes_nothing(self, tg: Telegram, bot: Deployment) -> None:
        await tg.send_file(tg.private(OWNER), "f.yml", BETTER)
        shown = await tg.reply(OWNER)
        before = dict(shown)
        await tg.press(shown, "Discard", OWNER)
        await tg.call("editMessageText", OWNER)
        assert shown["text"] == "Discarded f.yml. Nothing has changed."
        assert await ratio(tg) == "1.00×"
        assert not bot.owners_folder.exists()
        await tg.press(before, "Apply", OWNER)
        assert (await tg.call("answerCallbackQuery")).parameters["text"] == texts.NOT_WAITING

    async def test_with_mistakes_is_refused_with_all_of_them(self, tg: Telegram, bot: Deployment) -> None:
        await tg.send_file(tg.private(OWNER), "f.yaml", BROKEN)
        reply = await tg.reply(OWNER)
        assert reply["text"].startswith("I can't take this file, and nothing has changed.")
        assert "f.yaml:5" in reply["text"]
        assert "reply_markup" not in reply
        assert await ratio(tg) == "1.00×"
        assert not bot.owners_folder.exists()

    @pytest.mark.parametrize(
        "content",
        [b"a: &a [x]\nb: *a\n", b"[" * 100_000, b"\xff\xfe\x00", b"", b"- <b>\n", b"a: !!python/object:os.system x\n"],
        ids=["alias", "depth", "bytes", "empty", "html", "object"],
    )
    async def test_hostile_ones_are_refused(self, tg: Telegram, content: bytes) -> None:
        await tg.send_file(tg.private(OWNER), "f.yaml", content)
        assert (await tg.reply(OWNER))["text"].startswith("I can't take this file, and nothing has changed.")

    async def test_too_large_is_not_fetched(self, tg: Telegram) -> None:
        await tg.send_file(tg.private(OWNER), "f.yaml", BETTER, size=50 << 20)
        assert (await tg.reply(OWNER))["text"] == texts.FIGURES_TOO_LARGE

    async def test_that_changes_nothing_says_so(self, tg: Telegram) -> None:
        await tg.send_file(tg.private(OWNER), "f.yaml", BETTER.replace(b"61", b"122"))
        assert "would change nothing" in (await tg.reply(OWNER))["text"]

    async def test_many_changes_are_counted_and_clipped(self, tg: Telegram) -> None:
        rows = "".join(f"    {year}: {year}0 thousand\n" for year in range(1900, 2000))
        await tg.send_file(
            tg.private(OWNER), "f.yaml", f"measure: population\nsource: wb\nfigures:\n  MX:\n{rows}".encode()
        )
        reply = await tg.reply(OWNER)
        assert "would make 100 changes:" in reply["text"]
        assert reply["text"].endswith("… and 80 more")

    async def test_in_a_group_or_from_others_it_is_not_taken(self, tg: Telegram) -> None:
        await tg.send_file(tg.private(ANA), "f.yaml", BETTER)
        assert (await tg.reply(ANA))["text"] == strip_tags(texts.FIGURES_NOT_YOURS)
        await tg.send_file(tg.group(GROUP), "f.yaml", BETTER, user=OWNER)
        assert await tg.silence(GROUP, OWNER)

    async def test_only_the_owner_who_sent_it_decides(self, tg: Telegram) -> None:
        await tg.send_file(tg.private(OWNER), "f.yaml", BETTER)
        shown = await tg.reply(OWNER)
        await tg.press(shown, "Apply", ANA)
        assert (await tg.call("answerCallbackQuery")).parameters["text"] == texts.NOT_WAITING
        assert await ratio(tg) == "1.00×"


class TestReload:
    @pytest.fixture
    def deployment(self, deployment: Deployment) -> Deployment:
        return replace(deployment, folder_check_seconds=3600)  # so that nothing is taken up before it is asked for

    async def test_takes_in_what_has_changed(self, tg: Telegram, bot: Deployment) -> None:
        assert "Nothing has changed" in (await tg.ask(tg.private(OWNER), "/reload"))["text"]
        (bot.owners_folder / "figures").mkdir(parents=True)
        (bot.owners_folder / "figures" / "population.yaml").write_bytes(BETTER)
        assert (await tg.ask(OWNER, "/reload"))["text"].startswith("Reloaded: now version ")
        assert await ratio(tg) == "2.00×"

    async def test_keeps_what_it_has_where_there_are_mistakes(self, tg: Telegram, bot: Deployment) -> None:
        (bot.owners_folder / "figures").mkdir(parents=True)
        (bot.owners_folder / "figures" / "population.yaml").write_bytes(BROKEN)
        reply = await tg.ask(tg.private(OWNER), "/reload")
        assert reply["text"].startswith("Not reloaded; I go on with the figures I have.")
        assert "figures/population.yaml:5" in reply["text"]
        assert await ratio(tg) == "1.00×"

    async def test_is_for_owners_in_private(self, tg: Telegram) -> None:
        assert (await tg.ask(tg.private(ANA), "/reload"))["text"] == strip_tags(texts.FIGURES_NOT_YOURS)
        await tg.say(tg.group(GROUP), "/reload", OWNER)
        assert await tg.silence(GROUP, OWNER)
