"""The bot answers in the language of the group, else of the person."""

from __future__ import annotations

import json
from gettext import NullTranslations

import pytest

from handlers.outgoing import texts
from handlers.outgoing.telegram_html import strip_tags
from i18n import language
from tests.botapi import Telegram
from tests.botapi.telegram import make_user

ANA, BO, CHIEF, GROUP = 11, 12, 13, -100
SPANISH = make_user(BO) | {"language_code": "es-MX"}
CLAIM = "Mexico has 700 million people"


class Marked(NullTranslations):
    """A language that marks what it says."""

    def gettext(self, message: str) -> str:
        return f"¡{message}!"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"¡{msgid1 if n == 1 else msgid2}!"


@pytest.fixture(autouse=True)
def spanish(monkeypatch: pytest.MonkeyPatch) -> None:
    english = NullTranslations()
    monkeypatch.setattr(language, "load_catalogue", lambda name: Marked() if name == "es" else english)


@pytest.fixture(autouse=True)
async def places(spanish: None, bot: object, tg: Telegram) -> None:
    tg.group(GROUP, admins=(CHIEF,))


async def test_a_person_is_answered_as_telegram_is_set_for_them(tg: Telegram) -> None:
    assert (await tg.ask(tg.private(BO), "/frobnicate", sender=SPANISH))["text"].startswith("¡I don't have that")
    assert (await tg.ask(tg.private(ANA), "/frobnicate"))["text"].startswith("I don't have that")
    assert (await tg.ask(GROUP, "/check", sender=SPANISH))["text"] == f"¡{texts.NOTHING_ASKED}!"


async def test_a_language_without_a_catalogue_is_answered_in_english(tg: Telegram) -> None:
    reply = await tg.ask(tg.private(BO), "/frobnicate", sender=make_user(BO) | {"language_code": "xx"})
    assert reply["text"] == strip_tags(texts.UNKNOWN_COMMAND)


async def test_a_person_chooses(tg: Telegram) -> None:
    page = await tg.ask(tg.private(ANA), "/lang")
    assert [b["text"] for row in page["reply_markup"]["inline_keyboard"] for b in row][:3] == [
        "✓ As in Telegram",
        "English",
        "Español",
    ]
    await tg.press(page, "Español", ANA)
    await tg.next_call("editMessageText", ANA)
    assert page["text"].startswith("¡I speak español here.!")
    assert (await tg.ask(ANA, "/frobnicate"))["text"].startswith("¡I don't")
    assert (await tg.ask(GROUP, "/check", ANA))["text"].startswith("¡Reply to")


async def test_a_group_chooses_by_its_admins(tg: Telegram) -> None:
    page = await tg.ask(GROUP, "/lang", ANA)
    await tg.press(page, "Español", ANA)
    assert (await tg.next_call("answerCallbackQuery")).parameters["text"] == texts.ADMINS_ONLY
    await tg.press(page, "Español", CHIEF)
    await tg.next_call("editMessageText", GROUP)
    assert (await tg.ask(GROUP, "/check", ANA))["text"].startswith("¡Reply to")


async def test_commands_and_descriptions_in_each_language(tg: Telegram) -> None:
    await tg.ask(tg.private(ANA), "hello")
    shown = {}
    for made in tg.world.calls:
        if made.method == "setMyCommands" and "scope" not in made.parameters:
            shown[made.parameters.get("language_code", "")] = json.loads(made.parameters["commands"])
    assert set(shown) == {"", *language.available_languages()} - {"en"}
    assert all(1 <= len(one["description"]) <= 256 for commands in shown.values() for one in commands)
    assert shown["es"][0]["description"].startswith("¡")
    assert {"setMyDescription", "setMyShortDescription"} <= {made.method for made in tg.world.calls}
    assert len(texts.DESCRIPTION) <= 512
    assert len(texts.SHORT_DESCRIPTION) <= 120


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("México tiene más personas de las que hay en todos los países de la región", "¡I read claims in English only"),
        ("Die Stadt hat mehr Einwohner als das ganze Land und die Nachbarn", "I read claims in English only"),
        ("hello there", strip_tags(texts.NOTHING_TO_CHECK)),
    ],
)
async def test_a_claim_that_cant_be_read_is_told_so(tg: Telegram, text: str, told: str) -> None:
    assert (await tg.ask(tg.private(ANA), text))["text"].startswith(told)
