"""`addsup chat`: the conversation of the bot, in the terminal."""

from __future__ import annotations

import contextlib
import sys

from bot.command.check import today
from bot.source import has_terminal, readable


def chat() -> None:
    """Talk with the bot here. /help shows what it understands, Ctrl-D ends it."""
    from bot.conversation import WELCOME, Conversation, Ended
    from bot.shelf import open_library

    conversation = Conversation(open_library(), today)
    if has_terminal():
        # Importing it gives input() a history and the arrow keys; not every Python has it.
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401
        print(WELCOME)
    with contextlib.suppress(Ended, EOFError, KeyboardInterrupt):
        while True:
            if reply := conversation.reply(_asked()):
                print(reply, flush=True)
    if has_terminal():
        print()


def _asked() -> str:
    if has_terminal():
        return readable(input("\n> "))
    line = sys.stdin.buffer.readline()
    if not line:
        raise EOFError
    return line.decode("utf-8", "replace")
