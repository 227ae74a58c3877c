"""What the bot remembers: checks, chat settings, changes of the knowledge, figures it lacked, updates in hand."""

from storage.change import FOLDER, Change, Changes
from storage.chat import ChatSettings, Setting
from storage.check import Check, Checks, new_id
from storage.engine import DEFAULT_URL
from storage.inbox import Inbox
from storage.migration import SchemaError
from storage.store import Storage
from storage.wanted import Wanted, WantedFigures

__all__ = [
    "DEFAULT_URL",
    "FOLDER",
    "Change",
    "Changes",
    "ChatSettings",
    "Check",
    "Checks",
    "Inbox",
    "SchemaError",
    "Setting",
    "Storage",
    "Wanted",
    "WantedFigures",
    "new_id",
]
