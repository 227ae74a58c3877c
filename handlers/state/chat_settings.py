"""The settings that a chat has chosen, and the language in which an update is answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from telegram import Chat, Update, User

from i18n.language import available_languages, nearest_language
from storage import ChatSetting, ChatSettings

T = TypeVar("T", bool, int, str)

LANGUAGE = ChatSetting("language", default="")  # "" is each person's own
FULL, SHORT = "full", "short"
LENGTH = ChatSetting("length", default=FULL)
TOPICS = ChatSetting("topics", default="")  # "" is all; otherwise numbers of threads, between commas
WATCH = ChatSetting("watch", default=False)
HOURLY = ChatSetting("watch_hourly", default=3)
SILENT = ChatSetting("silent", default=False)
HOURLY_CHOICES = (1, 3, 5)  # how many an hour can be chosen


@dataclass(frozen=True, slots=True)
class ChatPreferences:
    """The settings of a chat; in a private one those of the person.

    `topics` are those in which the bot may speak unasked, empty for all. `hourly` is how often an hour it may.
    """

    language: str = LANGUAGE.default
    length: str = LENGTH.default
    topics: tuple[int, ...] = ()
    watch: bool = WATCH.default
    hourly: int = HOURLY.default
    silent: bool = SILENT.default

    @property
    def is_short(self) -> bool:
        """Whether replies are to be short: without the arithmetic."""
        return self.length == SHORT

    def allows_topic(self, topic: int | None) -> bool:
        """Whether the topic is open to the bot; None is General, which counts as 1."""
        return not self.topics or (topic or 1) in self.topics


class ChatPreferencesCache:
    """Holds the settings of all chats in memory, as few choose any and nobody but the bot changes them."""

    def __init__(self, chats: ChatSettings) -> None:
        self._chats = chats
        self._known: dict[int, ChatPreferences] = {}

    async def load(self) -> None:
        """Reads all settings from the database; to be called once, before the others."""
        self._known = {
            chat_id: _parse_preferences(stored) for chat_id, stored in (await self._chats.all_chats()).items()
        }

    def get(self, chat_id: int) -> ChatPreferences:
        """Returns what the chat has chosen, and the defaults for the rest."""
        return self._known.get(chat_id, _DEFAULTS)

    async def set(self, chat_id: int, setting: ChatSetting[T], value: T) -> None:
        """Stores one setting of a chat."""
        await self._chats.set(chat_id, setting, value)
        self._known[chat_id] = _parse_preferences(await self._chats.all(chat_id))

    async def forget(self, chat_id: int) -> int:
        """Deletes the settings of a chat, and returns how many there were."""
        self._known.pop(chat_id, None)
        return await self._chats.delete(chat_id)

    async def move(self, chat_id: int, new_id: int) -> None:
        """Gives the settings of a group to the supergroup that it has become."""
        await self._chats.move_chat(chat_id, new_id)
        self._known.pop(chat_id, None)
        self._known[new_id] = _parse_preferences(await self._chats.all(new_id))

    def choose_language(self, chat: Chat | None, user: User | None) -> str:
        """Returns the language of the group, else of the person: as chosen in private, or as in their Telegram."""
        for chosen in [one.id for one in (chat, user) if one is not None]:
            language = self.get(chosen).language
            if language in available_languages():
                return language
        return nearest_language(user.language_code or "") if user is not None else nearest_language("")

    def find_language(self, update: object) -> str:
        """Returns the code of the language in which to answer an update."""
        if not isinstance(update, Update):
            return nearest_language("")
        return self.choose_language(update.effective_chat, update.effective_user)


def _parse_preferences(stored: Mapping[str, Any]) -> ChatPreferences:
    return ChatPreferences(
        LANGUAGE.read(stored),
        LENGTH.read(stored),
        tuple(int(one) for one in TOPICS.read(stored).split(",") if one.isdecimal()),
        WATCH.read(stored),
        HOURLY.read(stored),
        SILENT.read(stored),
    )


_DEFAULTS = ChatPreferences()
