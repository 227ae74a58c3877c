"""What a chat has set: keys and values, each key with its type and default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.tables import chat_settings
from storage.upsert import insert
from storage.writer import Writer

T = TypeVar("T", bool, int, str)


@dataclass(frozen=True, slots=True)
class ChatSetting(Generic[T]):
    """A key that chats may set; its default tells its type."""

    key: str
    default: T

    def read(self, stored: Mapping[str, Any]) -> T:
        """Its value among those stored. What is stored with another type counts as not set."""
        value = stored.get(self.key)
        return value if type(value) is type(self.default) else self.default


class ChatSettings:
    def __init__(self, engine: AsyncEngine, writer: Writer) -> None:
        self._engine = engine
        self._writer = writer

    async def get(self, chat_id: int, setting: ChatSetting[T]) -> T:
        """What the chat has set, or the default."""
        return setting.read(await self.all(chat_id))

    async def all(self, chat_id: int) -> dict[str, Any]:
        """Everything that the chat has set, by key."""
        query = select(chat_settings.c.key, chat_settings.c.value).where(_is(chat_id))
        async with self._engine.connect() as connection:
            return {row.key: row.value for row in (await connection.execute(query)).all()}

    async def every(self) -> dict[int, dict[str, Any]]:
        """All that all chats have set."""
        found: dict[int, dict[str, Any]] = {}
        async with self._engine.connect() as connection:
            for row in await connection.execute(select(chat_settings)):
                found.setdefault(row.chat_id, {})[row.key] = row.value
        return found

    async def set(self, chat_id: int, setting: ChatSetting[T], value: T) -> None:
        """Raises TypeError for a value that is not of the setting's type."""
        if type(value) is not type(setting.default):
            raise TypeError(f"{setting.key} is a {type(setting.default).__name__}")
        statement = insert(chat_settings, self._engine.dialect.name).values(
            chat_id=chat_id, key=setting.key, value=value
        )
        key = [chat_settings.c.chat_id, chat_settings.c.key]
        await self._writer.write(statement.on_conflict_do_update(index_elements=key, set_={"value": value}))

    async def forget(self, chat_id: int) -> int:
        """Deletes all that a chat has set; gives how many settings there were."""
        return len(await self._writer.write(delete(chat_settings).where(_is(chat_id)).returning(chat_settings.c.key)))

    async def move(self, chat_id: int, new_id: int) -> None:
        """A group has become a supergroup with another number. What that has set already stays."""
        for key, value in (await self.all(chat_id)).items():
            statement = insert(chat_settings, self._engine.dialect.name).values(chat_id=new_id, key=key, value=value)
            await self._writer.write(statement.on_conflict_do_nothing())
        await self.forget(chat_id)


def _is(chat_id: int) -> Any:
    return chat_settings.c.chat_id == chat_id
