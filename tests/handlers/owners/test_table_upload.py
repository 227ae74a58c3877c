"""A CSV of figures, sent by an owner."""

from __future__ import annotations

import pytest

from handlers import Deployment
from handlers.outgoing import texts
from tests.botapi import Telegram
from tests.handlers.conftest import OWNER
from tests.handlers.owner_chat import ANA, press_and_read, read_ratio

LONG = b"Country,Year,Value\nMexico,2016,61000000\nUnited States,2016,323000000\nAtlantis,2016,5\nMexico,2015,\n"
WIDE = b"country;2015;2016\nMexico;120;61\n"


@pytest.fixture(autouse=True)
async def _bot(bot: Deployment) -> None:
    """Everything here is asked of a bot at work."""


async def test_is_shown_and_applied(tg: Telegram, bot: Deployment) -> None:
    await tg.send_file(tg.private(OWNER), "pop.csv", LONG, caption="measure=population source=wb")
    shown = await tg.next_reply(OWNER)
    assert shown["text"].startswith("pop.csv would make 2 changes:\n1 new, 1 changed, 0 as before, 1 cells")
    assert "1 name that I can't place is left out: Atlantis" in shown["text"]
    assert "US.population.2016: nothing → 323 million people [wb]" in shown["text"]
    await press_and_read(tg, shown, "Apply")
    assert await read_ratio(tg) == "2.00×"
    await press_and_read(tg, await tg.ask(OWNER, "/undo 1"), "Apply")
    assert await read_ratio(tg) == "1.00×"
    assert not list(bot.owners_folder.rglob("*.yaml"))


async def test_with_years_across_and_a_new_source(tg: Telegram) -> None:
    caption = "measure=Population scale=million source=INEGI, https://inegi.org.mx"
    await tg.send_file(tg.private(OWNER), "pop.csv", WIDE, caption=caption)
    shown = await tg.next_reply(OWNER)
    assert "sources.inegi-population: new" in shown["text"]
    assert "122 million people [wb] → 61 million people [inegi-population]" in shown["text"]
    await press_and_read(tg, shown, "Apply")
    assert await read_ratio(tg) == "2.00×"


async def test_a_source_is_asked_for(tg: Telegram) -> None:
    await tg.send_file(tg.private(OWNER), "pop.csv", LONG, caption="measure=population")
    question = await tg.next_reply(OWNER)
    assert "Where does it come from?" in question["text"]
    await tg.press(question, "World Bank: Population, total", OWNER)
    assert "would make 2 changes" in (await tg.next_reply(OWNER))["text"]


@pytest.mark.parametrize(
    ("caption", "content", "told"),
    [
        ("", LONG, "Which measure is pop.csv of?"),
        ("measure=popluation source=wb", LONG, "I have no measure “popluation”. Did you mean 'population'?"),
        ("measure=population source=wb", b"", "pop.csv"),
        ("measure=population source=wb", b"\x00\x01\x02" * 50, "is no text"),
        ("measure=population source=wb", b"who,when\n<b>,x\n", "Columns are who, when"),
        ("measure=population source=wb", b"who,year,n\nMexico,2016,5\n", "entity_column= names it"),
        ("measure=population source=wb", b"country,year,value\nMexico,2016,61k3\nMexico,2015,5\n", "is not a number"),
        ("measure=population source=wb", b"country,year,n\nAtlantis,2016,5\n", "is nobody known"),
        ("measure=population source=wb scale=dozen", LONG, "scale is one of"),
        ("measure=population source=guess", LONG, "needs low and high"),
        ("measure=population source=nowhere", LONG, "I know no source"),
    ],
)
async def test_bad_ones_are_told_what_is_wrong(
    tg: Telegram, bot: Deployment, caption: str, content: bytes, told: str
) -> None:
    await tg.send_file(tg.private(OWNER), "pop.csv", content, caption=caption)
    reply = await tg.next_reply(OWNER)
    assert told in reply["text"]
    assert "reply_markup" not in reply
    assert not bot.owners_folder.exists()


async def test_from_others_it_is_a_file_like_any(tg: Telegram) -> None:
    await tg.send_file(tg.private(ANA), "pop.csv", LONG)
    assert (await tg.next_reply(ANA))["text"] == texts.FILE_NOT_TEXT
