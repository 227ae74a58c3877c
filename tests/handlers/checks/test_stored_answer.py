"""What the database holds of messages: numbers, names that the library has, and no other word of theirs."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import knowledge
from handlers import Deployment
from handlers.checks.stored_answer import remove_message_words
from knowledge import Library, load
from reasoning.model.answer import Answer, Finding, Verdict
from tests.botapi import Telegram
from tests.handlers.conftest import NOW, OWNER, run_bot

ANA, BO, GROUP, ELSEWHERE = 11, 12, -100, -900
SECRET = "I have HIV and 5 cats, and Mexico has 700 million people"
CLAIMS = (
    "My daughter Zelda has 300 seizures a year",
    "Grumbel employs 3 million people, furries all",
    "Our clinic in Narnia treated 9,000 heroin addicts at $500 each, so $4.5 million",
    "Grumbel will hire 50,000 deserters in the US",
    "55% for abortion, 30% against, 25% undecided",
)
WORDS = frozenset(
    """hiv cats daughter zelda seizures grumbel furries clinic narnia treated heroin addicts deserters abortion
    undecided diary jailed""".split()
)


@pytest.fixture
def real(deployment: Deployment, cache: Path) -> Deployment:
    """The program as it is, with its own knowledge."""
    return replace(
        deployment,
        packaged_folder=knowledge.packaged_folder(),
        cache_folder=cache,
        answer=None,
        redo=None,
        wording=None,
    )


@pytest.fixture
async def talked(tg: Telegram, real: Deployment) -> Deployment:
    """Everything that is said to the bot has been said, and the bot is stopped."""
    async with run_bot(real):
        for claim in CLAIMS:
            await tg.ask(tg.private(ANA), claim)
        await _ask_in_private(tg)
        await _ask_in_a_group(tg)
        await tg.type_query(ANA, SECRET)
        tg.group(ELSEWHERE)
        await tg.mention(ELSEWHERE, f"@addsup_bot {SECRET}", ANA)
    return real


async def _ask_in_private(tg: Telegram) -> None:
    first = await tg.say(ANA, SECRET)
    reply = await tg.next_reply(ANA)
    await tg.press(reply, "Working", ANA)
    await tg.next_call("editMessageText", ANA)
    await tg.press(reply, "Wrong?", ANA)
    await tg.next_call("editMessageReplyMarkup", ANA)
    await tg.press(reply, "Misread", ANA)
    await tg.next_call("editMessageReplyMarkup", ANA)
    changed = await tg.ask(ANA, "if it were 130 million, says Zelda?", reply_to=reply["message_id"])
    await tg.ask(ANA, "Grumbel has 12,000 furries", reply_to=changed["message_id"])
    await tg.ask(ANA, "/feedback you jailed my daughter")
    await tg.edit(first, "Dear diary, Mexico has 690 million people and cats")
    await tg.next_call("editMessageText", ANA)


async def _ask_in_a_group(tg: Telegram) -> None:
    tg.group(GROUP, admins=(BO,))
    await tg.ask(GROUP, f"/check {CLAIMS[2]}", BO)
    claim = tg.compose_message(GROUP, CLAIMS[3], BO)
    await tg.ask(GROUP, "/check", ANA, reply_to=claim["message_id"])


def stored(deployment: Deployment) -> dict[str, str]:
    """All that stands in each table, in small letters."""
    file = deployment.database_url.removeprefix("sqlite+aiosqlite:///")
    with closing(sqlite3.connect(file)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            table: "\n".join(str(value) for row in database.execute(f"SELECT * FROM {table}") for value in row).lower()  # noqa: S608
            for table in tables
        }


async def test_no_table_holds_a_word_of_the_messages(talked: Deployment) -> None:
    tables = stored(talked)
    assert "mx.population.20" in tables["checks"]
    assert '"value\\": \\"700000000' in tables["checks"]
    assert "population of mexico" in tables["feedback"]
    assert '"id\\": \\".employees' in tables["checks"]
    for table, content in tables.items():
        assert not WORDS & {*re.findall(r"[a-z]+", content)}, table


async def test_the_file_holds_none_either_once_the_bot_is_stopped(talked: Deployment) -> None:
    file = Path(talked.database_url.removeprefix("sqlite+aiosqlite:///"))
    content = b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*")).lower()
    assert b"mx.population.20" in content
    for word in ("heroin", "furries", "zelda", "seizures", "abortion", "have hiv"):
        assert word.encode() not in content


async def test_owners_read_no_word_of_the_messages(tg: Telegram, talked: Deployment) -> None:
    async with run_bot(talked):
        for command in ("/feedback", "/missing"):
            told = await tg.ask(tg.private(OWNER), command)
            assert not WORDS & {*re.findall(r"[a-z]+", told["text"].lower())}


@pytest.fixture(scope="module")
def packaged(cache: Path) -> Library:
    return load(cache=cache)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("the population of Mexico is 700 million", "the population of Mexico is 700 million"),
        ("9,000 heroin addicts at $500 each", "9,000 … at $500 each"),
        ("2,100,000 employees of Grumbel & Sons", "2,100,000 employees of … & …"),
        ("two dozen elephants weigh 120 tonnes", "two dozen elephants … 120 tonnes"),
        ("I could not use “per furry?”.", "I could not use “per …?”."),
        ("3 °C is 5.4 °F", "3 °C is 5.4 °F"),
        ("a target of ours is Target", "a … of … is Target"),
        ("GDP of the US, $21 trillion", "GDP of the US, $21 trillion"),
    ],
)
def test_only_the_programs_own_words_stay(packaged: Library, said: str, kept: str) -> None:
    finding = Finding("calculation", said, Verdict.CANT_TELL)
    found = remove_message_words(Answer((finding,), NOW.date(), "", said), packaged)
    assert (found.findings[0].reading, found.note) == (kept, kept)
