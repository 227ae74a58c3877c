"""What the bot remembers: checks, chat settings, changes of the knowledge, figures it lacked, updates in hand."""

from storage.chat_settings import ChatSetting, ChatSettings
from storage.checks import KEPT, Check, Checks, new_id
from storage.corrections import Correction, Corrections
from storage.database import Storage
from storage.engine import DEFAULT_URL
from storage.feedback import Feedback, FeedbackCount, Feedbacks
from storage.knowledge_changes import FOLDER, KnowledgeChange, KnowledgeChanges
from storage.migrate import SchemaError
from storage.missing_figures import MissingFigure, MissingFigures
from storage.pending_updates import PendingUpdates

__all__ = [
    "DEFAULT_URL",
    "FOLDER",
    "KEPT",
    "ChatSetting",
    "ChatSettings",
    "Check",
    "Checks",
    "Correction",
    "Corrections",
    "Feedback",
    "FeedbackCount",
    "Feedbacks",
    "KnowledgeChange",
    "KnowledgeChanges",
    "MissingFigure",
    "MissingFigures",
    "PendingUpdates",
    "SchemaError",
    "Storage",
    "new_id",
]
