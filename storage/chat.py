"""What a chat has set: keys and values, each key with its type and default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.schema import chat_settings
from storage.upsert import insert
from storage.writer import Writer

T = TypeVar("T", bool, int, str)


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """A key that chats may set; its default tells its type."""

    key: str
    default: T


class ChatSettings:
    def __init__(self, engine: AsyncEngine, writer: Writer) -> None:
        self._engine = engine
        self._writer = writer

    async def get(self, chat_id: int, setting: Setting[T]) -> T:
        """What the chat has set, or the default. What is stored with another type counts as not set."""
        query = select(chat_settings.c.value).where(_is(chat_id), chat_settings.c.key == setting.key)
        async with self._engine.connect() as connection:
            stored = (await connection.execute(query)).scalar()
        return stored if type(stored) is type(setting.default) else setting.default

    async def set(self, chat_id: int, setting: Setting[T], value: T) -> None:
        """Raises TypeError for a value that is not of the setting's type."""
        if type(value) is not type(setting.default):
            raise TypeError(f"{setting.key} is a {type(setting.default).__name__}")
        statement = insert(chat_settings, self._engine.dialect.name).values(
            chat_id=chat_id, key=setting.key, value=value
        )
        key = [chat_settings.c.chat_id, chat_settings.c.key]
        await self._writer.write(statement.on_conflict_do_update(index_elements=key, set_={"value": value}))

    async def forget(self, chat_id: int) -> None:
        await self._writer.write(delete(chat_settings).where(_is(chat_id)))


def _is(chat_id: int) -> Any:
    return chat_settings.c.chat_id == chat_id
