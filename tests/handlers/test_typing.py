"""While an answer takes more than a second, the chat shows that it is under way; a quick one needs no such sign."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

from handlers import Deployment
from knowledge import Library
from reckoning.answer import Answer
from tests.botapi import Telegram
from tests.handlers.conftest import started
from tests.handlers.reckoner import reckon

ANA = 11


def slow(text: str, library: Library, as_of: date, /, *, locale: str = "en") -> Answer:
    time.sleep(1.3 if len(text) > 10_000 else 0)
    return reckon(text, library, as_of, locale=locale)


async def test_typing(tg: Telegram, deployment: Deployment) -> None:
    async with started(replace(deployment, answer=slow)):
        await tg.ask(tg.private(ANA), "Mexico has 700 million people")
        await tg.send_file(ANA, "article.txt", b"700 million " * 2000)
        await tg.reply(ANA)
    shown = [made.parameters["action"] for made in tg.world.calls if made.method == "sendChatAction"]
    assert shown == ["typing"]
