"""What goes wrong in a handler is told in a sentence, to the person who asked."""

from __future__ import annotations

import pytest

from handlers.outgoing import texts
from tests.botapi import Telegram

ANA, GROUP = 11, -100
CLAIM = "Mexico has 700 million people"
pytestmark = pytest.mark.usefixtures("bot")


async def test_a_bug_is_told_in_a_sentence(tg: Telegram) -> None:
    assert (await tg.ask(tg.private(ANA), "crash"))["text"] == texts.FAILED
    assert (await tg.ask(ANA, CLAIM))["text"].startswith("Verdict")


async def test_in_a_group_only_to_who_asked(tg: Telegram) -> None:
    assert (await tg.ask(tg.group(GROUP), "/check crash", ANA))["text"] == texts.FAILED
    await tg.edit(tg.compose_message(GROUP, "crash", ANA), "crash")
    assert await tg.is_silent(GROUP, ANA)
