"""The error shown to the person at the keyboard."""

from __future__ import annotations


class UserError(Exception):
    """One sentence for the user; the command exits with status 1.

    UserError
    ├── a setting that can't be used      (bot.settings)
    ├── a text that can't be read         (bot.terminal.text_input)
    ├── knowledge with mistakes in it     (bot.knowledge_admin.library_loader)
    └── a service that can't be started   (bot.telegram)
    """
