"""`addsup chat`: the chat in the terminal."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from bot.cli.options import today
from bot.terminal.text_input import is_interactive, replace_surrogates


def chat() -> None:
    """Talk with the bot here. /help shows what it understands, Ctrl-D ends it."""
    from bot.knowledge_admin.library_loader import open_library
    from bot.terminal.conversation import Conversation, ConversationEnded
    from reasoning import redo

    conversation = Conversation(open_library(), today, redo, _terminal_language(), folder=Path())
    if is_interactive():
        # Importing it gives input() the arrow keys and the lines so far; not every Python has it.
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401
        print(conversation.welcome())
    with contextlib.suppress(ConversationEnded, EOFError, KeyboardInterrupt):
        while True:
            if reply := conversation.reply(_read_line()):
                print(reply, flush=True)
    if is_interactive():
        print()


def _terminal_language() -> str:
    """Returns the language of the terminal: "es_MX" of "es_MX.UTF-8"; "" where none is set."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return next((given for name in names if (given := os.environ.get(name))), "").partition(".")[0]


def _read_line() -> str:
    if is_interactive():
        return replace_surrogates(input("\n> "))
    line = sys.stdin.buffer.readline()
    if not line:
        raise EOFError
    return line.decode("utf-8", "replace")
