"""No word of a message is kept: neither in a table, nor in the file, nor in the log, whichever door it came through.

One test walks through every door; another says which doors there are, so that a new one is walked through here too.
"""

from __future__ import annotations

import logging
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.log_setup import QUIET_LIBRARIES
from handlers import Deployment
from handlers.app import application, button_router
from handlers.chats import language_menu, settings_view
from handlers.checks import corrections_page
from handlers.owners import commands
from handlers.state.chat_settings import HOURLY, WATCH
from storage import Storage
from tests.botapi import Telegram
from tests.botapi.telegram import list_labels
from tests.handlers.checks.conftest import TODAY
from tests.handlers.conftest import OWNER, run_bot

ANA, BO, GROUP, WATCHED, ELSEWHERE = 11, 12, -100, -200, -900
CLAIM = "Mexico has 700 million people"
SECRET = f"I have HIV and 5 cats, and {CLAIM}"
OPEN = "I have HIV and 5 cats, and Amazon has about 300,000 employees"
LACKING = "Grumbel employs 3 million people, furries all"
PHOTO = [{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}]
SAID = frozenset(
    """have hiv cats dear diary daughter zelda whispers seizures grumbel furries furry clinic narnia treated heroin
    addicts abortion undecided jailed brother thinks elephant thanks doctor""".split()
)
WITHOUT_WORDS = frozenset((settings_view.SETTING_ACTION, language_menu.LANGUAGE_ACTION, corrections_page.PAGE_ACTION))


@dataclass
class Doors:
    """A person's and a group's ways to the bot, and which of them have been walked through."""

    tg: Telegram
    pressed: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=lambda: {"my_chat_member"})  # which has no text

    async def ask(self, chat: int, text: str | None = None, user: int | None = None, **more: Any) -> dict[str, Any]:
        self.kinds |= {"message"}
        return await self.tg.ask(chat, text, user, **more)

    async def press(self, reply: dict[str, Any], label: str, method: str = "editMessageText") -> None:
        rows = reply["reply_markup"]["inline_keyboard"]
        (data,) = (one["callback_data"] for row in rows for one in row if one["text"] == label)
        self.pressed |= {data.partition(":")[0]}
        self.kinds |= {"callback_query"}
        await self.tg.press(reply, label, ANA)
        await self.tg.next_call(method)

    async def walk(self) -> None:
        """Through every door."""
        self.tg.private(ANA)
        await self._messages()
        await self._buttons()
        await self._readings()
        await self._changes()
        await self._commands()
        await self._groups()
        await self._elsewhere()

    async def _messages(self) -> None:
        for text in (
            SECRET,
            SECRET,  # answered before
            LACKING,
            "My daughter Zelda has 300 seizures a year",
            "Our clinic in Narnia treated 9,000 heroin addicts at $500 each, so $4.5 million",
            "9,000 addicts * 5",
            "55% for abortion, 30% against, 25% undecided",
            "Dear diary, thanks, doctor",
        ):
            await self.ask(ANA, text)
        await self.ask(ANA, photo=PHOTO, caption=SECRET)
        forward = {"type": "hidden_user", "sender_user_name": "Ana", "date": int(TODAY.timestamp())}
        await self.ask(ANA, SECRET, forward=forward)
        for content in (SECRET, f"{SECRET}. " + "My daughter has HIV, whispers Zelda. " * 150):
            await self.tg.send_file(ANA, "hiv.txt", content.encode())  # the second is worked out elsewhere
            await self.tg.next_reply(ANA)
        self.kinds |= {"edited_message"}
        for before, after in ((SECRET, f"Dear diary, {OPEN}"), ("thanks, doctor, 7", SECRET)):
            first = await self.tg.say(ANA, before)
            await self.tg.next_reply(ANA)
            await self.tg.edit(first, after)
            await self.tg.next_call("editMessageText", ANA)

    async def _buttons(self) -> None:
        reply = await self.ask(ANA, f"Dear diary, {SECRET}")
        if "Show it here" in list_labels(reply):
            await self.press(reply, "Show it here")
        for label in ("Working", "Sources"):
            await self.press(reply, label)
        await self.press(reply, "Picture", "sendPhoto")
        await self.press(reply, "Wrong?", "editMessageReplyMarkup")
        await self.press(reply, "Misread", "editMessageReplyMarkup")
        token = reply["reply_markup"]["inline_keyboard"][0][0]["callback_data"].partition(":")[2]
        for link in (f"wrong_{token}", f"check_{token}"):
            await self.ask(ANA, f"/start {link}")

    async def _readings(self) -> None:
        reply = await self.ask(ANA, OPEN)
        await self.press(reply, list_labels(reply)[1])
        await self.press(reply, "Wrong?", "editMessageReplyMarkup")
        await self.press(reply, "The reasoning", "editMessageReplyMarkup")
        await self.press(reply, list_labels(reply)[-1])
        await self.ask(ANA, "if it were 1.5 million, says Zelda?", reply_to=reply["message_id"])

    async def _changes(self) -> None:
        reply = await self.ask(ANA, f"{SECRET}, says Zelda")
        for change in (
            "if it were 130 million",
            "if it were 130 million, says Zelda?",
            "my brother thinks 12 furries",
            "Mexico has 690 million furries",
            "in Narnia, whispers Zelda?",
            "per furry?",
            "in Germany?",
        ):
            await self.ask(ANA, change, reply_to=reply["message_id"])
        reply = await self.ask(ANA, LACKING)
        await self.ask(ANA, "Grumbel has 12,000 furries", reply_to=reply["message_id"])
        await self.ask(ANA, "12,000 people, thinks my brother", reply_to=reply["message_id"])
        reply = await self.ask(ANA, "20% off 80")
        await self.ask(ANA, "in Narnia, 1 furry?", reply_to=reply["message_id"])

    async def _commands(self) -> None:
        for command in (*commands.COMMANDS, "nonsense", "check", "sources", "privacy", "help", "corrections"):
            await self.ask(ANA, f"/{command} you jailed my daughter")

    async def _groups(self) -> None:
        self.tg.group(GROUP, admins=(BO,))
        await self.ask(GROUP, f"/check {SECRET}", BO)
        await self.ask(GROUP, f"@addsup_bot {OPEN}", BO)
        claim = self.tg.compose_message(GROUP, f"{SECRET}, and Zelda", BO)
        reply = await self.ask(GROUP, "/check", ANA, reply_to=claim["message_id"])
        quote = {"text": SECRET, "position": 0, "is_manual": True}
        await self.ask(GROUP, "/check", ANA, reply_to=claim["message_id"], quote=quote)
        await self.ask(GROUP, f"{SECRET}, thanks", ANA, reply_to=reply["message_id"])
        await self.ask(WATCHED, f"Dear diary. {CLAIM}.", ANA)
        await self.tg.say(WATCHED, SECRET, ANA)
        await self.tg.say(WATCHED, OPEN, ANA)

    async def _elsewhere(self) -> None:
        self.kinds |= {"inline_query", "guest_message"}
        self.tg.group(ELSEWHERE)
        for text in (SECRET, OPEN, LACKING, "Dear diary"):
            await self.tg.type_query(ANA, text)
            await self.tg.mention(ELSEWHERE, f"@addsup_bot {text}", ANA)
        claim = self.tg.compose_message(ELSEWHERE, SECRET, BO)
        await self.tg.mention(ELSEWHERE, "@addsup_bot thanks", ANA, reply_to=claim["message_id"])


def read_tables(deployment: Deployment) -> dict[str, str]:
    """Returns all that stands in each table, in small letters."""
    file = deployment.database_url.removeprefix("sqlite+aiosqlite:///")
    with closing(sqlite3.connect(file)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            table: "\n".join(str(value) for row in database.execute(f"SELECT * FROM {table}") for value in row).lower()  # noqa: S608
            for table in tables
        }


def find_words(text: str) -> list[str]:
    """Returns the words of the messages that stand in a text."""
    return sorted(SAID & {*re.findall(r"[a-z]+", text.lower())})


async def test_no_word_is_kept_whichever_door_it_came_through(
    tg: Telegram,
    real: Deployment,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in QUIET_LIBRARIES:
        caplog.set_level(logging.WARNING, name)
    storage = await Storage.open(real.database_url)
    await storage.chat_settings.set(tg.group(WATCHED), WATCH, value=True)
    await storage.chat_settings.set(WATCHED, HOURLY, value=3)
    await storage.close()
    doors = Doors(tg)
    async with run_bot(real):
        await doors.walk()
        for command in ("/feedback", "/missing", "/unsettled"):
            told = await tg.ask(tg.private(OWNER), command)
            assert find_words(told["text"].replace("I have", "")) == []
    assert doors.kinds == {*application.UPDATE_KINDS}
    assert doors.pressed == button_router.ACTIONS.keys() - WITHOUT_WORDS
    tables = read_tables(real)
    assert "mx.population.20" in tables["checks"]
    assert '"value\\": \\"700000000' in tables["checks"]
    assert "amazon.employees_us" in tables["checks"]
    assert '"id\\": \\".employees' in tables["checks"]
    assert "population of mexico" in tables["feedback"]
    assert "employees" in tables["wanted_figures"]
    assert {"two_sides", "no_number", "figure"} <= {*tables["open_texts"].split("\n")}
    assert {table: words for table, content in tables.items() if (words := find_words(content))} == {}
    written = capfd.readouterr()
    assert "answered" in written.out + written.err
    assert find_words(written.out + written.err + caplog.text) == []
    file = Path(real.database_url.removeprefix("sqlite+aiosqlite:///"))
    content = b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*")).lower()
    for word in (b"heroin", b"furries", b"zelda", b"seizures", b"abortion", b"have hiv"):
        assert word not in content


def test_updates_that_cannot_be_read_are_not_written_into_the_log(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("telegram.ext.ExtBot")
    logger.addFilter(application.leave_out_updates)
    logger.critical("Error while parsing updates! Received data was %r", [{"text": SECRET}])
    assert [record.getMessage() for record in caplog.records] == ["updates can't be read"]
