"""`addsup chat`: the conversation of the bot, in the terminal."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from bot.cli.check import today
from bot.terminal.text_input import has_terminal, readable


def chat() -> None:
    """Talk with the bot here. /help shows what it understands, Ctrl-D ends it."""
    from bot.knowledge_admin.library_loader import open_library
    from bot.terminal.conversation import Conversation, ConversationEnded
    from reckoning import redo

    conversation = Conversation(open_library(), today, redo, _language(), folder=Path())
    if has_terminal():
        # Importing it gives input() the arrow keys and the lines so far; not every Python has it.
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401
        print(conversation.welcome())
    with contextlib.suppress(ConversationEnded, EOFError, KeyboardInterrupt):
        while True:
            if reply := conversation.reply(_asked()):
                print(reply, flush=True)
    if has_terminal():
        print()


def _language() -> str:
    """The person's own, as the terminal is set: "es_MX.UTF-8"."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return next((given for name in names if (given := os.environ.get(name))), "").partition(".")[0]


def _asked() -> str:
    if has_terminal():
        return readable(input("\n> "))
    line = sys.stdin.buffer.readline()
    if not line:
        raise EOFError
    return line.decode("utf-8", "replace")
