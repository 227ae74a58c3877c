"""Chat settings: keys and values of each chat, each key with a type and a default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.database_schema import chat_settings
from storage.upsert import insert
from storage.writer import Writer

T = TypeVar("T", bool, int, str)


@dataclass(frozen=True, slots=True)
class ChatSetting(Generic[T]):
    """A key that a chat may set. The type of its default is the type of its values."""

    key: str
    default: T

    def read(self, stored: Mapping[str, Any]) -> T:
        """Returns the value from a chat's stored settings; the default where it is not set or has another type."""
        value = stored.get(self.key)
        return value if type(value) is type(self.default) else self.default


class ChatSettings:
    """Reads and writes the settings of all chats."""

    def __init__(self, engine: AsyncEngine, writer: Writer) -> None:
        self._engine = engine
        self._writer = writer

    async def get(self, chat_id: int, setting: ChatSetting[T]) -> T:
        """Returns what the chat has set, or the default."""
        return setting.read(await self.all(chat_id))

    async def all(self, chat_id: int) -> dict[str, Any]:
        """Returns all settings of the chat: key -> value. Defaults are not among them."""
        query = select(chat_settings.c.key, chat_settings.c.value).where(_of_chat(chat_id))
        async with self._engine.connect() as connection:
            return {row.key: row.value for row in (await connection.execute(query)).all()}

    async def all_chats(self) -> dict[int, dict[str, Any]]:
        """Returns the settings of every chat that has any: chat id -> key -> value."""
        found: dict[int, dict[str, Any]] = {}
        async with self._engine.connect() as connection:
            for row in await connection.execute(select(chat_settings)):
                found.setdefault(row.chat_id, {})[row.key] = row.value
        return found

    async def set(self, chat_id: int, setting: ChatSetting[T], value: T) -> None:
        """Stores a value. Raises TypeError where it is not of the setting's type."""
        if type(value) is not type(setting.default):
            raise TypeError(f"{setting.key} is a {type(setting.default).__name__}")
        statement = insert(chat_settings, self._engine.dialect.name).values(
            chat_id=chat_id, key=setting.key, value=value
        )
        key = [chat_settings.c.chat_id, chat_settings.c.key]
        await self._writer.write(statement.on_conflict_do_update(index_elements=key, set_={"value": value}))

    async def delete(self, chat_id: int) -> int:
        """Deletes all settings of a chat; returns how many there were."""
        return len(
            await self._writer.write(delete(chat_settings).where(_of_chat(chat_id)).returning(chat_settings.c.key))
        )

    async def move_chat(self, chat_id: int, new_id: int) -> None:
        """Moves the settings of a group that became a supergroup to its new id, except keys already set there."""
        for key, value in (await self.all(chat_id)).items():
            statement = insert(chat_settings, self._engine.dialect.name).values(chat_id=new_id, key=key, value=value)
            await self._writer.write(statement.on_conflict_do_nothing())
        await self.delete(chat_id)


def _of_chat(chat_id: int) -> Any:
    return chat_settings.c.chat_id == chat_id
