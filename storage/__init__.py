"""What the bot remembers: checks, chat settings, changes of the knowledge, figures it lacked, updates in hand."""

from storage.change import FOLDER, Change, Changes
from storage.chat import ChatSettings, Setting
from storage.check import KEPT, Check, Checks, new_id
from storage.correction import Correction, Corrections
from storage.engine import DEFAULT_URL
from storage.feedback import Feedback, Feedbacks, Tally
from storage.inbox import Inbox
from storage.migration import SchemaError
from storage.store import Storage
from storage.wanted import Wanted, WantedFigures

__all__ = [
    "DEFAULT_URL",
    "FOLDER",
    "KEPT",
    "Change",
    "Changes",
    "ChatSettings",
    "Check",
    "Checks",
    "Correction",
    "Corrections",
    "Feedback",
    "Feedbacks",
    "Inbox",
    "SchemaError",
    "Setting",
    "Storage",
    "Tally",
    "Wanted",
    "WantedFigures",
    "new_id",
]
