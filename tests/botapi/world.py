"""Chats, people and messages, as the server knows them, and the queue of updates for the bot."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from tests.botapi.api_error import ApiError, bad_request

BOT = {"id": 123456, "is_bot": True, "first_name": "Adds up", "username": "addsup_bot"}
BOT |= {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}


@dataclass
class Call:
    """A call of the bot's, with its result or the description of the error."""

    method: str
    parameters: dict[str, Any]
    result: Any = None
    refused: str = ""
    at: float = field(default_factory=time.monotonic)  # when it came

    @property
    def chat(self) -> int:
        return int(self.parameters.get("chat_id", 0))


@dataclass
class Fault:
    """What fails in the next calls of a method: an error, or a cut connection, after the deed if `done`."""

    method: str
    error: ApiError | None = None
    times: int = 1
    done: bool = False


@dataclass(frozen=True)
class WebhookSettings:
    """Where updates are delivered, and the kinds that are; all if none is named."""

    url: str
    secret: str
    allowed: tuple[str, ...] = ()


@dataclass
class World:
    chats: dict[int, dict[str, Any]] = field(default_factory=dict)
    topics: dict[int, set[int]] = field(default_factory=dict)
    admins: dict[int, set[int]] = field(default_factory=dict)
    blocked: set[int] = field(default_factory=set)
    muted: set[int] = field(default_factory=set)  # where the bot may not write
    closed: set[tuple[int, int]] = field(default_factory=set)  # topics
    moved: dict[int, int] = field(default_factory=dict)  # groups that have become supergroups
    webhook: WebhookSettings | None = None
    messages: dict[tuple[int, int], dict[str, Any]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    updates: deque[dict[str, Any]] = field(default_factory=deque)
    waiting_presses: set[str] = field(default_factory=set)
    waiting_queries: set[str] = field(default_factory=set)
    inline: dict[str, dict[str, Any]] = field(default_factory=dict)  # messages sent through the bot elsewhere
    calls: list[Call] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    news: asyncio.Condition = field(default_factory=asyncio.Condition)
    numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    async def push(self, kind: str, body: dict[str, Any]) -> int:
        number = 1000 + next(self.numbers)
        self.updates.append({"update_id": number, kind: body})
        await self.notify()
        return number

    async def notify(self) -> None:
        async with self.news:
            self.news.notify_all()

    def chat(self, chat_id: int) -> dict[str, Any]:
        if chat_id in self.blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        if chat_id in self.moved:
            raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=self.moved[chat_id])
        if chat_id not in self.chats:
            raise bad_request("chat not found")
        return self.chats[chat_id]

    def store(self, chat_id: int, sender: dict[str, Any], **content: Any) -> dict[str, Any]:
        number = next(self.numbers)
        message = {
            "message_id": number,
            "date": int(time.time()),
            "chat": self.chats[chat_id],
            "from": sender,
        }
        message |= {key: value for key, value in content.items() if value is not None}
        self.messages[chat_id, number] = message
        return message

    def quote(self, chat_id: int, message_id: int) -> dict[str, Any]:
        """Returns a message as it is in another's reply_to_message: without the one that it replies to itself."""
        return {key: value for key, value in self.messages[chat_id, message_id].items() if key != "reply_to_message"}

    def take_fault(self, method: str) -> Fault | None:
        for one in self.faults:
            if one.method == method and one.times:
                one.times -= 1
                return one
        return None
