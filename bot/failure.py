"""What could not be done, said to the person at the keyboard."""

from __future__ import annotations


class Failure(Exception):
    """One sentence for the user. The command ends with status 1.

    Failure
    ├── a setting that can't be used      (bot.setting)
    ├── a text that can't be read         (bot.source)
    ├── knowledge with mistakes in it     (bot.shelf)
    └── a service that can't be started   (bot.service)
    """
