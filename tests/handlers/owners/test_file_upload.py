"""Files of figures that an owner sends."""

from __future__ import annotations

import pytest

from handlers import Deployment
from handlers.outgoing import texts
from handlers.outgoing.telegram_html import strip_tags
from storage import Storage
from tests.botapi import Telegram
from tests.handlers.conftest import OWNER
from tests.handlers.owner_chat import ANA, BETTER, BROKEN, GROUP, read_ratio

pytestmark = pytest.mark.usefixtures("bot")


async def test_is_shown_applied_kept_and_logged(tg: Telegram, bot: Deployment, database: Storage) -> None:
    await tg.send_file(tg.private(OWNER), "my figures.yaml", BETTER)
    shown = await tg.next_reply(OWNER)
    assert shown["text"].startswith("my figures.yaml would make 1 change:")
    assert "MX.population.2016: 122 million people [wb] → 61 million people [wb] (-50 %)" in shown["text"]
    assert await read_ratio(tg) == "1.00×"
    await tg.press(shown, "Apply", OWNER)
    await tg.next_call("editMessageText", OWNER)
    assert shown["text"].startswith("Applied my figures.yaml: 1 change, version ")
    assert "reply_markup" not in shown
    assert await read_ratio(tg) == "2.00×"
    assert [path.read_bytes() for path in bot.owners_folder.rglob("*.yaml")] == [BETTER]
    (change,) = await database.knowledge_changes.latest()
    assert (change.user_id, change.file, change.created) == (OWNER, "my figures.yaml", bot.clock())
    assert change.summary.startswith("MX.population.2016")


async def test_discarded_changes_nothing(tg: Telegram, bot: Deployment) -> None:
    await tg.send_file(tg.private(OWNER), "f.yml", BETTER)
    shown = await tg.next_reply(OWNER)
    before = dict(shown)
    await tg.press(shown, "Discard", OWNER)
    await tg.next_call("editMessageText", OWNER)
    assert shown["text"] == "Discarded f.yml. Nothing has changed."
    assert await read_ratio(tg) == "1.00×"
    assert not bot.owners_folder.exists()
    await tg.press(before, "Apply", OWNER)
    assert (await tg.next_call("answerCallbackQuery")).parameters["text"] == texts.NOT_WAITING


async def test_with_mistakes_is_refused_with_all_of_them(tg: Telegram, bot: Deployment) -> None:
    await tg.send_file(tg.private(OWNER), "f.yaml", BROKEN)
    reply = await tg.next_reply(OWNER)
    assert reply["text"].startswith("I can't take this file, and nothing has changed.")
    assert "f.yaml:5" in reply["text"]
    assert "reply_markup" not in reply
    assert await read_ratio(tg) == "1.00×"
    assert not bot.owners_folder.exists()


@pytest.mark.parametrize(
    "content",
    [b"a: &a [x]\nb: *a\n", b"[" * 100_000, b"\xff\xfe\x00", b"", b"- <b>\n", b"a: !!python/object:os.system x\n"],
    ids=["alias", "depth", "bytes", "empty", "html", "object"],
)
async def test_hostile_ones_are_refused(tg: Telegram, content: bytes) -> None:
    await tg.send_file(tg.private(OWNER), "f.yaml", content)
    assert (await tg.next_reply(OWNER))["text"].startswith("I can't take this file, and nothing has changed.")


async def test_too_large_is_not_fetched(tg: Telegram) -> None:
    await tg.send_file(tg.private(OWNER), "f.yaml", BETTER, size=50 << 20)
    assert (await tg.next_reply(OWNER))["text"] == texts.FIGURES_TOO_LARGE


async def test_that_changes_nothing_says_so(tg: Telegram) -> None:
    await tg.send_file(tg.private(OWNER), "f.yaml", BETTER.replace(b"61", b"122"))
    assert "would change nothing" in (await tg.next_reply(OWNER))["text"]


async def test_many_changes_are_counted_and_clipped(tg: Telegram) -> None:
    rows = "".join(f"    {year}: {year}0 thousand\n" for year in range(1900, 2000))
    await tg.send_file(
        tg.private(OWNER), "f.yaml", f"measure: population\nsource: wb\nfigures:\n  MX:\n{rows}".encode()
    )
    reply = await tg.next_reply(OWNER)
    assert "would make 100 changes:" in reply["text"]
    assert reply["text"].endswith("… and 80 more")


async def test_in_a_group_or_from_others_it_is_not_taken(tg: Telegram) -> None:
    await tg.send_file(tg.private(ANA), "f.yaml", BETTER)
    assert (await tg.next_reply(ANA))["text"] == strip_tags(texts.FIGURES_NOT_YOURS)
    await tg.send_file(tg.group(GROUP), "f.yaml", BETTER, user=OWNER)
    assert await tg.is_silent(GROUP, OWNER)


async def test_only_the_owner_who_sent_it_decides(tg: Telegram) -> None:
    await tg.send_file(tg.private(OWNER), "f.yaml", BETTER)
    shown = await tg.next_reply(OWNER)
    await tg.press(shown, "Apply", ANA)
    assert (await tg.next_call("answerCallbackQuery")).parameters["text"] == texts.NOT_WAITING
    assert await read_ratio(tg) == "1.00×"
