"""What a chat has chosen for itself, and the language that an update is answered in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from telegram import Chat, Update, User

from i18n.language import nearest, spoken
from storage import ChatSetting, ChatSettings

T = TypeVar("T", bool, int, str)

LANGUAGE = ChatSetting("language", default="")  # "" is each person's own
FULL, SHORT = "full", "short"
LENGTH = ChatSetting("length", default=FULL)
TOPICS = ChatSetting("topics", default="")  # "" is all; otherwise numbers of threads, between commas
WATCH = ChatSetting("watch", default=False)
HOURLY = ChatSetting("watch_hourly", default=3)
SILENT = ChatSetting("silent", default=False)
HOURS = (1, 3, 5)  # how many an hour can be chosen


@dataclass(frozen=True, slots=True)
class ChatPreferences:
    """The settings of a chat; in a private one those of the person. `topics` is empty where all are open to the bot."""

    language: str = LANGUAGE.default
    length: str = LENGTH.default
    topics: tuple[int, ...] = ()
    watch: bool = WATCH.default
    hourly: int = HOURLY.default
    silent: bool = SILENT.default

    @property
    def is_short(self) -> bool:
        return self.length == SHORT

    def allows(self, topic: int | None) -> bool:
        """Whether the bot may speak in a topic of its own accord; General has no number."""
        return not self.topics or (topic or 1) in self.topics


class ChatPreferencesCache:
    """All of them in memory, as few chats choose anything; the bot is the only one that changes them."""

    def __init__(self, chats: ChatSettings) -> None:
        self._chats = chats
        self._known: dict[int, ChatPreferences] = {}

    async def load(self) -> None:
        """To be called once, before the first question."""
        self._known = {chat_id: _choice(stored) for chat_id, stored in (await self._chats.every()).items()}

    def of(self, chat_id: int) -> ChatPreferences:
        return self._known.get(chat_id, _NOTHING)

    async def set(self, chat_id: int, setting: ChatSetting[T], value: T) -> None:
        await self._chats.set(chat_id, setting, value)
        self._known[chat_id] = _choice(await self._chats.all(chat_id))

    async def forget(self, chat_id: int) -> int:
        """How many settings there were."""
        self._known.pop(chat_id, None)
        return await self._chats.forget(chat_id)

    async def move(self, chat_id: int, new_id: int) -> None:
        await self._chats.move(chat_id, new_id)
        self._known.pop(chat_id, None)
        self._known[new_id] = _choice(await self._chats.all(new_id))

    def language(self, chat: Chat | None, user: User | None) -> str:
        """That of the group, else of the person: as chosen in private, or as Telegram is set for them."""
        for chosen in [one.id for one in (chat, user) if one is not None]:
            language = self.of(chosen).language
            if language in spoken():
                return language
        return nearest(user.language_code or "") if user is not None else nearest("")

    def heard(self, update: object) -> str:
        """The language to answer an update in."""
        if not isinstance(update, Update):
            return nearest("")
        return self.language(update.effective_chat, update.effective_user)


def _choice(stored: Mapping[str, Any]) -> ChatPreferences:
    return ChatPreferences(
        LANGUAGE.read(stored),
        LENGTH.read(stored),
        tuple(int(one) for one in TOPICS.read(stored).split(",") if one.isdecimal()),
        WATCH.read(stored),
        HOURLY.read(stored),
        SILENT.read(stored),
    )


_NOTHING = ChatPreferences()
