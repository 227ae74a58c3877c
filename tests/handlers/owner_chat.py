"""What owners send and see in their private chats with the bot."""

from __future__ import annotations

from typing import Any

from tests.botapi import Telegram
from tests.handlers.conftest import OWNER

ANA, GROUP = 11, -100  # a person who is no owner, and a group
OTHER_OWNER = 8
BETTER = b"measure: population\nsource: wb\nfigures:\n  MX:\n    2016: 61 million\n"
BROKEN = b"measure: population\nsource: wb\nfigures:\n  MX:\n    2016: 61k3\n  Atlantis:\n    2016: 5\n"


async def read_ratio(tg: Telegram) -> str:
    """Returns how many times the population that the bot knows 122 million are, such as "1.00×"."""
    return str((await tg.ask(tg.private(ANA), "Mexico has 122 million people"))["text"].split("\n")[0].split()[-1])


async def press_and_read(tg: Telegram, shown: dict[str, Any], label: str, owner: int = OWNER) -> str:
    """Presses a button, and returns what its message says then."""
    await tg.press(shown, label, owner)
    await tg.next_call("editMessageText", owner)
    return str(shown["text"])
