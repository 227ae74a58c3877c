"""What people see who press a button."""

from __future__ import annotations

from tests.botapi import Telegram


async def read_alert(tg: Telegram) -> str:
    """Returns what the next person who pressed is told, in a window; "" for nothing."""
    call = await tg.next_call("answerCallbackQuery")
    assert not call.refused
    assert ("text" in call.parameters) == (call.parameters.get("show_alert") == "true")
    return str(call.parameters.get("text", ""))
