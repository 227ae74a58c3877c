"""Chat settings have defaults and keep their types."""

from __future__ import annotations

import pytest

from storage import ChatSetting, Storage


class TestChatSettings:
    WATCH, LIMIT = ChatSetting("watch", default=False), ChatSetting("limit", default=3)

    async def test_have_defaults_and_keep_their_types(self, storage: Storage) -> None:
        assert await storage.chat_settings.get(-1, self.WATCH) is False
        await storage.chat_settings.set(-1, self.WATCH, True)
        await storage.chat_settings.set(-1, self.LIMIT, 5)
        await storage.chat_settings.set(-1, self.LIMIT, 6)
        assert await storage.chat_settings.get(-1, self.WATCH) is True
        assert await storage.chat_settings.get(-1, self.LIMIT) == 6
        assert await storage.chat_settings.get(-2, self.LIMIT) == 3

    async def test_are_forgotten_with_the_chat(self, storage: Storage) -> None:
        await storage.chat_settings.set(-1, self.LIMIT, 5)
        await storage.chat_settings.delete(-1)
        assert await storage.chat_settings.get(-1, self.LIMIT) == 3

    async def test_of_another_type_count_as_not_set(self, storage: Storage) -> None:
        await storage.chat_settings.set(-1, ChatSetting("limit", default="text"), "five")
        assert await storage.chat_settings.get(-1, self.LIMIT) == 3
        with pytest.raises(TypeError, match="limit is a int"):
            await storage.chat_settings.set(-1, self.LIMIT, True)

    async def test_move_with_their_group(self, storage: Storage) -> None:
        await storage.chat_settings.set(-5, self.WATCH, value=True)
        await storage.chat_settings.move_chat(-5, -1005)
        assert await storage.chat_settings.get(-1005, self.WATCH)
        assert not await storage.chat_settings.get(-5, self.WATCH)
        assert await storage.chat_settings.delete(-1005) == 1
