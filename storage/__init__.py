"""The database: checks, feedback, chat settings, knowledge changes, counts of what lacks, updates not handled yet.

`Storage.open(url)` gives one repository for each table. All writes go through one `Writer`.
"""

from storage.chat_settings import ChatSetting, ChatSettings
from storage.checks import RETENTION, Check, Checks, new_check_id
from storage.corrections import Correction, Corrections
from storage.database import Storage
from storage.engine import DEFAULT_URL
from storage.feedback import Feedback, FeedbackCount, Feedbacks
from storage.knowledge_changes import FOLDER_USER_ID, KnowledgeChange, KnowledgeChanges
from storage.migrate import SchemaError
from storage.missing_figures import MissingFigure, MissingFigures
from storage.open_texts import OpenTextCount, OpenTexts
from storage.pending_updates import PendingUpdates

__all__ = [
    "DEFAULT_URL",
    "FOLDER_USER_ID",
    "RETENTION",
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
    "OpenTextCount",
    "OpenTexts",
    "PendingUpdates",
    "SchemaError",
    "Storage",
    "new_check_id",
]
